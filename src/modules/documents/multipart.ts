import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import busboy from 'busboy';
import { Problem } from '#kernel/problem.ts';

/** A posted form: its text fields in order, and what was made of its files. */
export type Multipart<T> = Readonly<{ fields: (readonly [name: string, value: string])[]; files: T[] }>;

type IncomingFile = Readonly<{ field: string; name: string; content: AsyncIterable<Uint8Array> }>;

/** Most files and longest text field of one post. */
const limits = { files: 40, fields: 2000, fieldSize: 200_000 };

/**
 * Reads a posted form without holding its files in memory: each goes to `onFile` as it arrives. Form fields that come
 * before a file are known by then. An empty file field (nothing chosen) is no file.
 * Throws `documents/too-many` and `documents/unreadable-form`; what `onFile` throws stops the reading.
 */
export async function readMultipart<T>(
  request: Request,
  onFile: (file: IncomingFile, fields: ReadonlyMap<string, string>) => Promise<T>,
): Promise<Multipart<T>> {
  if (request.body === null) return { fields: [], files: [] };
  const fields: [string, string][] = [];
  const files: Promise<T>[] = [];
  const parser = busboy({ headers: Object.fromEntries(request.headers), limits, defParamCharset: 'utf8' });
  const body = Readable.fromWeb(request.body as NodeReadableStream);
  await new Promise<void>((resolve, reject) => {
    const stop = (error: unknown) => {
      body.unpipe(parser);
      body.resume();
      reject(error);
    };
    parser.on('field', (name, value) => fields.push([name, value]));
    parser.on('file', (field, stream, { filename }) => {
      if (!filename) {
        stream.resume();
        return;
      }
      // Whoever stops reading a file that is too large must not end its stream: the parser would wait for it for ever.
      const content = stream.iterator({ destroyOnReturn: false });
      const taken = onFile({ field, name: filename, content }, new Map(fields)).finally(() => stream.resume());
      taken.catch(stop);
      files.push(taken);
    });
    parser.on('filesLimit', () => stop(new Problem('documents/too-many', { limit: limits.files })));
    parser.on('error', () => stop(new Problem('documents/unreadable-form')));
    parser.on('close', resolve);
    body.on('error', stop);
    body.pipe(parser);
  });
  return { fields, files: await Promise.all(files) };
}
