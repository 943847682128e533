import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { Id } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { HttpEnv } from '#platform/http/index.ts';
import type { App } from '../app.ts';

/** A file's name in a header: plain ASCII for old programs, the real one beside it (RFC 6266, RFC 8187). */
function disposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** `/documents/:id`: the content of a document for whoever may read it, always as a download. */
export function documentRoutes(app: App): Hono<HttpEnv> {
  return new Hono<HttpEnv>().get('/documents/:id', async (c) => {
    const id = Id.safeParse(c.req.param('id'));
    if (!id.success) throw new Problem('documents/unknown-document');
    const { document, content } = await app.documents.open(c.var.actor, id.data);
    const headers = {
      'Content-Type': document.type,
      'Content-Length': String(document.size),
      'Content-Disposition': disposition(document.name),
      'Cache-Control': 'private, no-store',
      ETag: `"${document.digest}"`,
    };
    return new Response(Readable.toWeb(Readable.from(content)) as ReadableStream, { headers });
  });
}
