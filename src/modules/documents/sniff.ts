import { fileTypeFromBuffer } from 'file-type';
import { type FileKind, fileKinds } from '#kernel/file-kind.ts';

/** Media type that a kind is stored and served as. */
export const mediaTypes: Readonly<Record<FileKind, string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  tiff: 'image/tiff',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  dwg: 'image/vnd.dwg',
  dxf: 'image/vnd.dxf',
  zip: 'application/zip',
  sig: 'application/pkcs7-signature',
  xml: 'application/xml',
};

const aliases: Readonly<Record<string, FileKind>> = {
  jpg: 'jpeg',
  jpeg: 'jpeg',
  tif: 'tiff',
  tiff: 'tiff',
  p7s: 'sig',
};

/** The kind that a file's name says it is; `undefined` for an ending the city does not take. */
export function kindOfName(name: string): FileKind | undefined {
  const ending = name.toLowerCase().match(/\.([a-z0-9]+)$/)?.[1] ?? '';
  return aliases[ending] ?? fileKinds.find((kind) => kind === ending);
}

const sniffed: Readonly<Record<string, FileKind>> = { jpg: 'jpeg', tif: 'tiff' };

/** The kind that the content is, told from its first bytes, whatever the name says; `undefined` for anything else. */
export async function kindOfContent(head: Uint8Array): Promise<FileKind | undefined> {
  // AutoCAD drawings begin with their version, AC1015 to AC1032 (Open Design specification).
  if (/^AC10\d\d/.test(latin(head, 6))) return 'dwg';
  if (isPage(head)) return undefined;
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  if (found !== undefined) return sniffed[found.ext] ?? fileKinds.find((kind) => kind === found.ext);
  return kindOfText(head) ?? kindOfSignature(head);
}

const latin = (bytes: Uint8Array, length: number): string => Buffer.from(bytes.subarray(0, length)).toString('latin1');

/** HTML and SVG run scripts where they are opened: never taken, whatever wraps them. */
const isPage = (head: Uint8Array): boolean =>
  /^(?:\uFEFF)?\s*(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*)*<(?:!doctype\s+)?(?:html|svg|script|body)\b/i.test(
    Buffer.from(head).toString('utf8'),
  );

function kindOfText(head: Uint8Array): FileKind | undefined {
  const text = Buffer.from(head)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (/^<\?xml\s/.test(text)) return 'xml';
  if (/^(?:999\r?\n.*\r?\n\s*)*0\r?\nSECTION\r?\n/.test(text)) return 'dxf';
  if (/^-----BEGIN (?:PKCS7|CMS)-----/.test(text)) return 'sig';
  return undefined;
}

/** CMS signed data in DER: a SEQUENCE that begins with the object identifier 1.2.840.113549.1.7.2 (RFC 5652). */
function kindOfSignature(head: Uint8Array): FileKind | undefined {
  const signedData = '06092a864886f70d010702';
  return head[0] === 0x30 && Buffer.from(head.subarray(0, 24)).toString('hex').includes(signedData) ? 'sig' : undefined;
}

/**
 * Whether content of one kind may come under a name of another: only a signature, which may be written as XML.
 */
export function agree(named: FileKind, content: FileKind): boolean {
  if (named === content) return true;
  return named === 'sig' && content === 'xml';
}
