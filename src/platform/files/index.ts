import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Problem } from '#kernel/problem.ts';

/** What was stored: its SHA-256 in hexadecimal, which is also where it lies, its size, and its first bytes for telling its type. */
export type StoredFile = Readonly<{ digest: string; size: number; head: Uint8Array }>;

/**
 * Contents of files, addressed by what they are. The same content is kept once.
 * `put` acknowledges only what is safely on the disk.
 */
export type FileStore = Readonly<{
  put(content: AsyncIterable<Uint8Array>, limit: number): Promise<StoredFile>;
  read(digest: string): NodeJS.ReadableStream;
  remove(digest: string): Promise<void>;
}>;

/** How many first bytes are kept for telling the type: office files name theirs in their first entries. */
const edge = 65_536;

/** A store in a folder of this machine. Other stores keep the same promises. */
export function createDiskStore(folder: string): FileStore {
  const pathOf = (digest: string): string => {
    if (!/^[0-9a-f]{64}$/.test(digest)) throw new Error('a file is named by its digest');
    return join(folder, digest.slice(0, 2), digest.slice(2));
  };
  return {
    async put(content, limit) {
      const temporary = join(folder, 'incoming', randomUUID());
      await mkdir(dirname(temporary), { recursive: true });
      try {
        const stored = await write(temporary, content, limit);
        await keep(temporary, pathOf(stored.digest));
        return stored;
      } catch (error) {
        throw isFull(error) ? new Problem('files/store-full') : error;
      } finally {
        await rm(temporary, { force: true });
      }
    },
    read: (digest) => createReadStream(pathOf(digest)),
    remove: (digest) => rm(pathOf(digest), { force: true }),
  };
}

const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');

async function write(path: string, content: AsyncIterable<Uint8Array>, limit: number): Promise<StoredFile> {
  const hash = createHash('sha256');
  const file = await open(path, 'wx');
  let size = 0;
  let head = Buffer.alloc(0);
  try {
    for await (const chunk of content) {
      size += chunk.byteLength;
      // Stops reading at once: the rest of a file that is too large is not waited for.
      if (size > limit) throw new Problem('documents/too-large', { limit: Math.floor(limit / 1_048_576) });
      hash.update(chunk);
      if (head.byteLength < edge) head = Buffer.concat([head, chunk]).subarray(0, edge);
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { digest: hash.digest('hex'), size, head: new Uint8Array(head) };
}

/** Moves a whole file to its place and makes the move last through a loss of power. */
async function keep(temporary: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  if (await stat(path).catch(() => undefined)) return;
  await rename(temporary, path);
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

export { problems } from './problems.ts';
