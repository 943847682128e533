import { z } from 'zod';
import { FileKind } from '#kernel/file-kind.ts';
import { Id } from '#kernel/id.ts';
import type { Localized } from '#kernel/language.ts';
import { failed, ok } from '#kernel/result.ts';
import type { Element } from '../../element.ts';
import { type FieldType, fieldError } from '../field-type.ts';

/** How many files a question takes; 10 when the element sets no limit. */
export const filesLimit = (element: Element): number => element.maxFiles ?? 10;

/** Endings of names by which a file dialogue picks files of a kind; the kind itself is found from the content later. */
const endings: Partial<Record<FileKind, readonly string[]>> = { jpeg: ['jpg', 'jpeg'], tiff: ['tif', 'tiff'] };

/** The element's kinds of file as `accept` of a file control wants them; undefined if any will do. */
export function extensionsOf(element: Element): string | undefined {
  return element.accept?.flatMap((kind) => (endings[kind] ?? [kind]).map((ending) => `.${ending}`)).join(',');
}

/** The element's kinds of file in words, the same in every language. */
export function kindsInWords(element: Element): string {
  return (element.accept ?? FileKind.options).map((kind) => kind.toUpperCase()).join(', ');
}

const counted: Localized = { ru: 'Файлов: {n}', tt: 'Файллар: {n}', en: 'Files: {n}' };

/**
 * Documents already received by the city, kept by their ids; names, sizes and states come from the documents module.
 * The page receives uploads first and then reads the field: `raw` holds ids only.
 */
export const files: FieldType<readonly Id[]> = {
  id: 'files',
  value: z.array(Id).min(1),
  parts: [],
  takesFiles: true,
  requiredCode: 'forms/attach-file',
  messages: {
    'forms/attach-file': {
      ru: 'Приложите документ: «{label}»',
      tt: 'Документны беркетегез: «{label}»',
      en: 'Attach the document: “{label}”',
    },
    'forms/too-many-files': {
      ru: 'Поле «{label}»: файлов может быть не больше {max}. Уберите лишние или соберите их в один архив',
      tt: '«{label}» кыры: файллар {max} данәдән артык булмасын. Артыкларын алыгыз яки бер архивка җыегыз',
      en: '“{label}”: at most {max} files. Remove some or put them into one archive',
    },
    'forms/bad-file': {
      ru: 'Поле «{label}»: файл не принят. Приложите его ещё раз',
      tt: '«{label}» кыры: файл кабул ителмәде. Аны тагын бер тапкыр беркетегез',
      en: '“{label}”: the file was not received. Attach it again',
    },
  },
  read(raw, element) {
    const ids = [...new Set(raw.filter((id) => id !== ''))];
    if (ids.length === 0) return ok(undefined);
    const known = ids.every((id) => Id.safeParse(id).success);
    return known ? ok(ids) : failed([fieldError({ element }, 'forms/bad-file')]);
  },
  validate(ids, element) {
    const max = filesLimit(element);
    return ids.length > max ? [fieldError({ element }, 'forms/too-many-files', { max })] : [];
  },
  write: (ids) => ids,
  show: (ids, _element, language) => counted[language].replace('{n}', String(ids.length)),
};
