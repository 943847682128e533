import { connect, type Socket } from 'node:net';

/** What a server answered. */
export type Answer = Readonly<{ status: number; body: string }>;

/**
 * One keep-alive connection that asks one thing at a time. Written on the socket itself, because the load shares its
 * cores with what it measures.
 */
export async function keepAlive(
  port: number,
): Promise<{ post(head: string, body: string): Promise<Answer>; close(): void }> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  return {
    post(head, body) {
      socket.write(`${head}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
      return answerOf(socket);
    },
    close: () => socket.destroy(),
  };
}

function answerOf(socket: Socket): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let text = '';
    const end = (settle: () => void) => {
      socket.off('data', read).off('close', closed).off('error', closed);
      settle();
    };
    const closed = () => end(() => reject(new Error('the server closed the connection')));
    const read = (bytes: Buffer) => {
      text += bytes.toString('latin1');
      const answer = wholeAnswer(text);
      if (answer !== undefined) end(() => resolve(answer));
    };
    socket.on('data', read).once('close', closed).once('error', closed);
  });
}

function wholeAnswer(text: string): Answer | undefined {
  const headEnd = text.indexOf('\r\n\r\n');
  if (headEnd < 0) return undefined;
  const head = text.slice(0, headEnd);
  const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
  const body = text.slice(headEnd + 4);
  return body.length < length ? undefined : { status: Number(head.slice(9, 12)), body };
}
