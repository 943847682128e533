import { feelName } from '#modules/rules/index.ts';
import type { Element } from '../elements.ts';
import type { PackDraft } from '../pack-draft.ts';
import { applicantKinds } from '../services.ts';
import type { Situation } from '../situations.ts';

/**
 * A name conditions may read. `texts` are the values it can have, if they are few; `sample` is a value of the right
 * kind, with which a condition is tried out.
 */
export type ReadableName = Readonly<{ texts?: readonly string[]; sample: unknown }>;
export type ReadableNames = ReadonlyMap<string, ReadableName>;

const booleans: ReadableName = { sample: true };
const number: ReadableName = { sample: 1 };
const text: ReadableName = { sample: 'text' };

/** Samples of the field types whose answers are not texts; a sum of money is an integer of minor units. */
const samples: Partial<Record<Element['type'], unknown>> = {
  'yes-no': true,
  integer: 1,
  decimal: 1,
  money: 1,
  date: '2026-01-31',
  files: ['file'],
};

function elementName({ type, choices }: Element): ReadableName {
  const texts = choices?.map(({ value }) => value);
  if (texts) return { texts, sample: type === 'choices' ? texts.slice(0, 1) : texts[0] };
  return { sample: samples[type] ?? 'text' };
}

/** What the place and the applicant offer; facts of the place are the territory's. */
function fixedNames(draft: PackDraft): [string, ReadableName][] {
  const districts = draft.departments.flatMap(({ value }) => value.districts);
  return [
    ['place.cadastralNumber', text],
    ['place.address', text],
    ['place.district', districts.length > 0 ? { texts: districts, sample: districts[0] } : text],
    ['place.zone', text],
    ['place.area', number],
    ['place.restrictions', { sample: ['restriction'] }],
    ['place.stormSewerDistance', number],
    ['place.inHistoricCentre', booleans],
    ['place.inWaterProtection', booleans],
    ['applicant.kind', { texts: applicantKinds.filter((kind) => kind !== 'representative'), sample: 'person' }],
    ['applicant.representative', booleans],
  ];
}

function triageNames(situation: Situation): [string, ReadableName][] {
  return situation.triage.map(({ id, options }) => {
    const texts = options.map(({ value }) => value);
    return [`triage.${feelName(id)}`, { texts, sample: texts[0] }];
  });
}

const answerNames = (draft: PackDraft): [string, ReadableName][] =>
  draft.elements.map(({ value }) => [`answers.${feelName(value.id)}`, elementName(value)]);

/** Names a condition of one situation may read. */
export function namesOfSituation(draft: PackDraft, situation: Situation): ReadableNames {
  return new Map([...fixedNames(draft), ...answerNames(draft), ...triageNames(situation)]);
}

/** Names a condition of a service may read: it can stand in any situation. */
export function namesOfServices(draft: PackDraft): ReadableNames {
  const names = new Map([...fixedNames(draft), ...answerNames(draft)]);
  for (const [name, readable] of draft.situations.flatMap(({ value }) => triageNames(value))) {
    const texts = [...new Set([...(names.get(name)?.texts ?? []), ...(readable.texts ?? [])])];
    names.set(name, { texts, sample: texts[0] });
  }
  return names;
}
