/**
 * The little of the PostgreSQL wire protocol (version 3.0) that the embedded database speaks for itself.
 * Source: PostgreSQL manual, "Frontend/Backend Protocol", sections "Message Formats" and "Message Flow".
 */

/** Transaction status in ReadyForQuery: idle, in a transaction, in a failed transaction. */
export type SessionStatus = 'I' | 'T' | 'E';

/** Codes a frontend may send in place of a start-up message. */
export const startupCodes = { cancel: 80877102, ssl: 80877103, gss: 80877104 } as const;

const lengthBytes = 4;

/** One message `type` with `body`; the length counts itself but not the type. */
export function message(type: string, body: Uint8Array | string = ''): Buffer {
  const content = Buffer.from(body);
  const head = Buffer.alloc(1 + lengthBytes);
  head.write(type, 0, 'latin1');
  head.writeInt32BE(content.length + lengthBytes, 1);
  return Buffer.concat([head, content]);
}

const fields = (parts: readonly string[]): string => parts.map((part) => `${part}\0`).join('');

/** ErrorResponse with a five-character SQLSTATE `code`. */
export const errorResponse = (severity: 'ERROR' | 'FATAL', code: string, text: string): Buffer =>
  message('E', `${fields([`S${severity}`, `V${severity}`, `C${code}`, `M${text}`])}\0`);

export const readyForQuery = (status: SessionStatus): Buffer => message('Z', status);

/** A simple query: what the embedded database sends on its own account. */
export const simpleQuery = (text: string): Buffer => message('Q', `${text}\0`);

export const commandComplete = (tag: string): Buffer => message('C', `${tag}\0`);

/** What a server says to a start-up message: welcome, settings, key for cancelling, ready. */
export function welcome(connectionId: number, settings: Readonly<Record<string, string>>): Buffer {
  const key = Buffer.alloc(8);
  key.writeInt32BE(connectionId, 0);
  return Buffer.concat([
    message('R', Buffer.alloc(4)),
    ...Object.entries(settings).map((setting) => message('S', fields(setting))),
    message('K', key),
    readyForQuery('I'),
  ]);
}

/** Cuts `bytes` after each whole message; what is left over waits for the next chunk. */
export function cutMessages(bytes: Buffer): { messages: Buffer[]; rest: Buffer } {
  const messages: Buffer[] = [];
  let start = 0;
  while (bytes.length - start > lengthBytes) {
    const end = start + 1 + bytes.readInt32BE(start + 1);
    if (end > bytes.length) break;
    messages.push(bytes.subarray(start, end));
    start = end;
  }
  return { messages, rest: bytes.subarray(start) };
}

export const typeOf = (one: Buffer): string => String.fromCharCode(one[0] ?? 0);

/** The server's answer taken apart: what is for the asker, what is for everybody, and how the session stands now. */
export function readAnswer(answer: Buffer): {
  own: Buffer;
  notifications: Buffer[];
  status: SessionStatus | undefined;
} {
  const { messages } = cutMessages(answer);
  const notifications = messages.filter((one) => typeOf(one) === 'A');
  const last = messages.findLast((one) => typeOf(one) === 'Z');
  const own = notifications.length === 0 ? answer : Buffer.concat(messages.filter((one) => typeOf(one) !== 'A'));
  return {
    own,
    notifications,
    status: last === undefined ? undefined : (String.fromCharCode(last[5] ?? 0) as SessionStatus),
  };
}
