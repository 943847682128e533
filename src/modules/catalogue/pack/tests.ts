import { z } from 'zod';
import { PackId } from './words.ts';

/** A value of a cell as YAML may read it; it is compared as text. */
const Cell = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/**
 * A table of `tests/<name>.yaml`: cases of one situation or service, one a line, as a lawyer writes them. Left of the
 * double bar stands what is given, right of it what must follow; an empty cell left means the usual, right no claim.
 */
export const TestTable = z
  .strictObject({
    title: z.string().min(1).describe('What the cases of the table are about, in the words of those who write them.'),
    situation: PackId.optional().describe('Life situation whose plan is tested; give it or service.'),
    service: PackId.optional().describe('Service filed alone; give it or situation.'),
    usual: z
      .record(z.string(), Cell)
      .default({})
      .describe('What is given in every case, unless its cell says otherwise.'),
    table: z
      .string()
      .min(1)
      .describe('| case | given … || what must follow … |, a line of names and a line for each case.'),
  })
  .refine(({ situation, service }) => (situation === undefined) !== (service === undefined), {
    error: 'a table is about either a situation or a service',
  });
export type TestTable = z.infer<typeof TestTable>;

/** `tests/<name>.yaml`. */
export const TestTables = z.array(TestTable).min(1).describe('Cases that must hold before the pack goes into force.');

const Queries = z.record(PackId, z.array(z.string().min(1)).min(1)).default({});

/** `tests/search.yaml`: everyday words that must find a service or situation among the first three answers. */
export const SearchTests = z
  .strictObject({
    ru: Queries.describe('Russian words, by the service or situation they must find.'),
    tt: Queries.describe('Tatar words.'),
    en: Queries.describe('English words.'),
  })
  .describe('Everyday words and what they must find among the first three answers.');
export type SearchTests = z.infer<typeof SearchTests>;
