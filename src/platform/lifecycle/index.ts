import type { Log } from '../log/index.ts';

/** Something to end, in words for the log. */
export type StopStep = Readonly<{ what: string; stop(): Promise<unknown> | unknown }>;

/** So long may stopping take (milliseconds); whoever started the process kills it soon after. */
const deadline = 10_000;

/**
 * Ends the process in an orderly way on SIGTERM or SIGINT: the steps one after the other, each even if one before it
 * failed. A second signal, or ten seconds, ends it at once. The returned function does the same for a reason of our own.
 */
export function stopOnSignal(log: Log, steps: readonly StopStep[]): (exitCode: number) => Promise<void> {
  let stopping = false;

  async function stop(exitCode: number): Promise<void> {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => {
      log.error('did not stop in time');
      process.exit(1);
    }, deadline).unref();
    let code = exitCode;
    for (const { what, stop } of steps) {
      try {
        await stop();
      } catch (error) {
        code = 1;
        log.error({ err: error }, `${what} did not stop`);
      }
    }
    log.info('stopped');
    process.exit(code);
  }

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      log.info({ signal }, 'stopping');
      void stop(0);
    });
  }
  return stop;
}
