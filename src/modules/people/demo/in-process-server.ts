import { createServer, type IncomingMessage, request as nodeRequest, type RequestListener } from 'node:http';
import { duplexPair, Readable } from 'node:stream';

/** Headers that belong to one connection (RFC 9110, section 7.6.1); the body's length is written anew. */
const perConnection = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'upgrade',
  'te',
  'trailer',
]);

const forwarded = (headers: Headers): [string, string][] =>
  [...headers].filter(([name]) => !perConnection.has(name.toLowerCase()));

function toResponse(message: IncomingMessage): Response {
  const headers = new Headers();
  for (let i = 0; i + 1 < message.rawHeaders.length; i += 2) {
    const name = message.rawHeaders[i] ?? '';
    if (!perConnection.has(name.toLowerCase())) headers.append(name, message.rawHeaders[i + 1] ?? '');
  }
  const status = message.statusCode ?? 500;
  const hasBody = status !== 204 && status !== 304;
  if (!hasBody) message.resume();
  return new Response(hasBody ? (Readable.toWeb(message) as ReadableStream<Uint8Array>) : null, { status, headers });
}

/**
 * Serves a Node request listener to callers that speak Request and Response, over a connection in memory: real HTTP
 * without a port. The request reaches the listener with the path and `Host` of its URL.
 */
export function inProcessServer(listener: RequestListener): (request: Request) => Promise<Response> {
  const server = createServer(listener);
  return async (request) => {
    const url = new URL(request.url);
    const body = request.body === null ? undefined : Buffer.from(await request.arrayBuffer());
    const [near, far] = duplexPair();
    server.emit('connection', far);
    return new Promise((resolve, reject) => {
      const outgoing = nodeRequest({
        createConnection: () => near,
        method: request.method,
        path: url.pathname + url.search,
        headers: { ...Object.fromEntries(forwarded(request.headers)), host: url.host, connection: 'close' },
      });
      outgoing.on('response', (message) => resolve(toResponse(message)));
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  };
}
