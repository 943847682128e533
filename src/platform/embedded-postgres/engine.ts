import { Worker } from 'node:worker_threads';
import type { WorkerAnswer, WorkerRequest, WorkerStart } from './worker.ts';

type Ask = { kind: 'execute'; batch: Uint8Array } | { kind: 'snapshot' } | { kind: 'close' };
type Waiting = PromiseWithResolvers<Uint8Array<ArrayBuffer>>;

/** The worker thread in which the database runs, as something to ask. */
export type Engine = Readonly<{
  /** One question, one answer; rejects if the thread has died. */
  ask(question: Ask): Promise<Uint8Array<ArrayBuffer>>;
  /** Ends the thread; ask to close first. */
  stop(): Promise<void>;
}>;

/**
 * Starts the thread and waits until the database answers. `onFailure` is called once if the thread dies later by itself.
 * The thread keeps the process alive only while a question is open.
 */
export async function startEngine(start: WorkerStart, onFailure: (error: Error) => void): Promise<Engine> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: start });
  const open = new Map<number, Waiting>();
  let asked = 0;
  let failure: Error | undefined;
  let stopping = false;

  function expect(id: number): Promise<Uint8Array<ArrayBuffer>> {
    const waiting = Promise.withResolvers<Uint8Array<ArrayBuffer>>();
    if (failure !== undefined) return Promise.reject(failure);
    open.set(id, waiting);
    worker.ref();
    return waiting.promise;
  }

  function fail(error: Error): void {
    if (failure !== undefined) return;
    failure = error;
    for (const waiting of open.values()) waiting.reject(error);
    open.clear();
    if (!stopping) onFailure(error);
  }

  worker.on('message', (answer: WorkerAnswer) => {
    const waiting = open.get(answer.id);
    open.delete(answer.id);
    if (open.size === 0) worker.unref();
    if ('bytes' in answer) waiting?.resolve(answer.bytes as Uint8Array<ArrayBuffer>);
    else waiting?.reject(new Error(answer.error));
  });
  worker.on('error', fail);
  worker.on('exit', (code) => fail(new Error(`the embedded database stopped (exit code ${code})`)));

  await expect(0);
  return {
    ask(question) {
      const id = ++asked;
      const answered = expect(id);
      const request: WorkerRequest = { id, ...question };
      if (failure === undefined) worker.postMessage(request);
      return answered;
    },
    async stop() {
      stopping = true;
      await worker.terminate();
    },
  };
}
