import type { Localized } from '#kernel/language.ts';
import type { Fields } from './fields.ts';
import { readFormName } from './form-name.ts';
import { humanised, oneLanguage, packId } from './words.ts';

/** A query kind: the forms of the question and of the answer, for all kinds of applicants. */
export type QueryKind = {
  readonly base: string;
  /** Whole names of its files without the version: which form of which service it belongs to. */
  readonly names: Set<string>;
  readonly files: Set<string>;
  readonly asked: Set<string>;
  readonly answered: Set<string>;
};

/** Where a query belongs: `named` says that its name names the service. */
export type QueryPlace = Readonly<{ services: readonly string[]; how: 'named' | 'words' | 'every' | 'unknown' }>;

export type QueryForm = Readonly<{ name: string; file: string; kind: 'queries' | 'query-results'; fields: Fields }>;

/** Joins the forms of questions and answers by the name without applicant and version. */
export function queryKinds(forms: readonly QueryForm[]): QueryKind[] {
  const kinds = new Map<string, QueryKind>();
  for (const { name, file, kind, fields } of forms) {
    const { base } = readFormName(name);
    const known = kinds.get(base) ?? {
      base,
      names: new Set<string>(),
      files: new Set<string>(),
      asked: new Set<string>(),
      answered: new Set<string>(),
    };
    kinds.set(base, known);
    known.names.add(name);
    known.files.add(file);
    const labels = kind === 'queries' ? known.asked : known.answered;
    for (const { label, path } of fields.fields) if (!plainFields.has(path[0] ?? '')) labels.add(label);
  }
  return [...kinds.values()];
}

/** Fields that every request and answer of the program has. */
const plainFields = new Set(['attachments', 'comments', 'response_text', 'recipient', 'query_text']);

/** Words by their beginning, so that `assigning` and `assignment` are one; little words say nothing. */
const words = (name: string): string[] => [
  ...new Set(
    name
      .split('_')
      .filter((word) => !/^(of|for|the|to|and|in|on|with|without|by|\d+)$/.test(word))
      .map((word) => word.slice(0, 6)),
  ),
];

/** The services whose names have most of the words of a query, at least half of those that any service has. */
function alike(query: string, services: readonly string[]): readonly string[] | undefined {
  const byService = services.map((service) => ({ service, there: new Set(words(service)) }));
  const asked = words(query).filter((word) => byService.some(({ there }) => there.has(word)));
  if (asked.length === 0) return undefined;
  const shared = byService.map(({ service, there }) => ({
    service,
    count: asked.filter((word) => there.has(word)).length,
  }));
  const most = Math.max(...shared.map(({ count }) => count));
  if (most * 2 < asked.length) return undefined;
  return shared.filter(({ count }) => count === most).map(({ service }) => service);
}

/**
 * Finds the services a query belongs to: by its whole name, by the name after `for`, else by the words they share. One
 * that shares none is a query of the whole house.
 */
export function placeOf({ base }: QueryKind, services: readonly string[]): QueryPlace {
  if (!/\p{L}/u.test(base)) return { services: [], how: 'unknown' };
  const after = base.includes('_for_') ? base.slice(base.indexOf('_for_') + '_for_'.length) : base;
  const named = services.filter((service) => service === base || service === after);
  if (named.length > 0) return { services: named, how: 'named' };
  const like = alike(base, services);
  return like ? { services: like, how: 'words' } : { services, how: 'every' };
}

export type PackRequest = Readonly<{
  id: string;
  to: readonly string[];
  name: Localized;
  question: Localized;
  term: Readonly<{ amount: number; unit: string; from: 'request' }>;
  unverified: readonly string[];
}>;

/** A query kind as a usual request. Whom it goes to and how long an answer may take is not in the schemas. */
export function requestOf(query: QueryKind, service: string, department: string): PackRequest {
  const own = query.base === service ? 'query' : query.base.replace(`_for_${service}`, '');
  const name = oneLanguage(own === 'query' ? humanised(`query ${service}`) : humanised(own));
  const labels = [...(query.answered.size > 0 ? query.answered : query.asked)];
  return {
    id: packId(own, 'query'),
    to: [department],
    name,
    question: labels.length > 0 ? oneLanguage(labels.join('; ')) : name,
    term: { amount: 5, unit: 'workingDays', from: 'request' },
    unverified: ['to', 'name', 'question', 'term'],
  };
}
