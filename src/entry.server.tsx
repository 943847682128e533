import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { renderToPipeableStream } from 'react-dom/server';
import { type EntryContext, isRouteErrorResponse, RouterContextProvider, ServerRouter } from 'react-router';
import { FrameContext } from '#ui/frame.ts';
import { type RequestValues, requestContext } from '#ui/request-context.ts';
import { TextProvider } from '#ui/text.tsx';
import { texts } from '#ui/texts/all.server.ts';

/**
 * The context of one request. Made here and not in http.ts, because the key is compared by identity and the pages'
 * bundle has its own copy of it.
 */
export function createRequestContext(values: RequestValues): RouterContextProvider {
  const provider = new RouterContextProvider();
  provider.set(requestContext, values);
  return provider;
}

/** Renders the whole page before the first byte: a status set late would be lost, and pages are small. */
export default function renderPage(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  provider: Readonly<RouterContextProvider>,
): Promise<Response> {
  const { nonce, requestId, language } = provider.get(requestContext);
  headers.set('content-type', 'text/html; charset=utf-8');
  if (request.method === 'HEAD') return Promise.resolve(new Response(null, { status, headers }));
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(
      <FrameContext value={{ nonce, requestId }}>
        <TextProvider language={language} texts={texts[language]}>
          <ServerRouter context={routerContext} url={request.url} nonce={nonce} />
        </TextProvider>
      </FrameContext>,
      {
        nonce,
        onAllReady() {
          const body = new PassThrough();
          pipe(body);
          resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
        },
        onShellError: reject,
        onError(error) {
          if (!isRouteErrorResponse(error)) console.error(error);
        },
      },
    );
  });
}

/** An error nobody expected inside a page: one line with the request's id; the person sees the same id. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: Readonly<RouterContextProvider> },
): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  const { app, requestId } = context.get(requestContext);
  app.log.error({ requestId, err: error }, 'page failed');
}
