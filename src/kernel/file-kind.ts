import { z } from 'zod';

/** Kinds of file the city takes, by their usual ending. What a file really is is told from its content. */
export const fileKinds = [
  'pdf',
  'jpeg',
  'png',
  'tiff',
  'docx',
  'xlsx',
  'odt',
  'ods',
  'dwg',
  'dxf',
  'zip',
  'sig',
  'xml',
] as const;
export const FileKind = z.enum(fileKinds);
export type FileKind = z.infer<typeof FileKind>;
