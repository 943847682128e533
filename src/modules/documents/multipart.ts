import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import busboy from 'busboy';
import { Problem } from '#kernel/problem.ts';

/** A posted form: its text fields in order, and what was made of its files. */
export type Multipart<T> = Readonly<{ fields: (readonly [name: string, value: string])[]; files: T[] }>;

type IncomingFile = Readonly<{ field: string; name: string; content: AsyncIterable<Uint8Array> }>;

/** Files of the full size that one page may bring. */
const filesOfPage = 4;

/** Most files and longest text field of one post. */
const limits = { files: 40, fields: 2000, fieldSize: 200_000 };

/** Reads posted forms of at most so many bytes. */
export type FormReader = <T>(
  request: Request,
  onFile: (file: IncomingFile, fields: ReadonlyMap<string, string>) => Promise<T>,
) => Promise<Multipart<T>>;

/**
 * A reader of forms whose files may have `fileLimit` bytes each. A file that is larger is read over, so that what was
 * typed behind it arrives; a form larger than any page needs is refused by its Content-Length, or where it passes the
 * measure, and the rest is not read.
 */
export const formReader =
  (fileLimit: number): FormReader =>
  async (request, onFile) => {
    const largest = filesOfPage * fileLimit;
    const refusal = new Problem('http/too-large', { limit: Math.floor(largest / 1_048_576) });
    if (Number(request.headers.get('content-length') ?? 0) > largest) throw refusal;
    return readMultipart(request, onFile, { largest, refusal });
  };

/**
 * Reads a posted form without holding its files in memory: each goes to `onFile` as it arrives. Form fields that come
 * before a file are known by then. An empty file field (nothing chosen) is no file.
 * Throws `documents/too-many` and `documents/unreadable-form`; what `onFile` throws stops the reading.
 */
async function readMultipart<T>(
  request: Request,
  onFile: (file: IncomingFile, fields: ReadonlyMap<string, string>) => Promise<T>,
  { largest, refusal }: Readonly<{ largest: number; refusal: Problem }>,
): Promise<Multipart<T>> {
  if (request.body === null) return { fields: [], files: [] };
  const fields: [string, string][] = [];
  const files: Promise<T>[] = [];
  const parser = busboy({ headers: Object.fromEntries(request.headers), limits, defParamCharset: 'utf8' });
  const body = Readable.fromWeb(request.body as NodeReadableStream);
  await new Promise<void>((resolve, reject) => {
    const stop = (error: unknown) => {
      body.unpipe(parser);
      // Not read on and not destroyed, which would close the connection before the answer: the server reads a little
      // more after the answer and then closes it.
      body.pause();
      parser.destroy();
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
    let read = 0;
    body.on('data', (bytes: Uint8Array) => {
      read += bytes.byteLength;
      if (read > largest) stop(refusal);
    });
    body.on('error', stop);
    body.pipe(parser);
  });
  return { fields, files: await Promise.all(files) };
}
