/** One entry of a tar archive: `entire` is its header and content as they stand, `content` the file alone. */
export type TarEntry = Readonly<{ name: string; content: Buffer; entire: Buffer }>;

/** POSIX ustar: a header block of 512 bytes, then the content padded to whole blocks; two empty blocks end the archive. */
const block = 512;

/** The entries of an archive in order. Names longer than 100 bytes (ustar prefix) are put together. */
export function* tarEntries(tar: Buffer): Generator<TarEntry> {
  for (let at = 0; at + block <= tar.length && tar[at] !== 0; ) {
    const size = Number.parseInt(text(tar, at + 124, 12), 8) || 0;
    const end = at + block + Math.ceil(size / block) * block;
    const prefix = text(tar, at + 257, 5) === 'ustar' ? text(tar, at + 345, 155) : '';
    const name = (prefix === '' ? '' : `${prefix}/`) + text(tar, at, 100);
    // Type 5 is a folder, however its name is written.
    const folder = tar[at + 156] === 0x35 && !name.endsWith('/') ? '/' : '';
    yield { name: name + folder, content: tar.subarray(at + block, at + block + size), entire: tar.subarray(at, end) };
    at = end;
  }
}

const text = (tar: Buffer, from: number, length: number): string =>
  tar
    .toString('utf8', from, from + length)
    .replace(/\0.*$/s, '')
    .trim();

/** An archive of entries taken from another one. */
export const tarOf = (entries: Iterable<TarEntry>): Buffer =>
  Buffer.concat([...Array.from(entries, (entry) => entry.entire), Buffer.alloc(2 * block)]);
