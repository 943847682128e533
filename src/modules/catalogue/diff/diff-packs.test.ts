import { beforeAll, describe, expect, test } from 'vitest';
import { loadPack } from '../pack/load.ts';
import type { Pack } from '../pack/pack.ts';
import type { Service } from '../pack/services.ts';
import { diffAbout } from './diff-about.ts';
import { diffPacks } from './diff-packs.ts';

let town: Pack;
beforeAll(async () => {
  const loaded = await loadPack('cities/zarechny');
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  town = loaded.value;
});

/** What changes if the street party is another. */
function withParty(change: (party: Service) => Service): string[] {
  const services = town.services.map((one) => (one.id === 'street-event' ? change(one) : one));
  return diffPacks(town, { ...town, services }).map(
    ({ subject, kind, aspect, before, after }) => `${subject} ${kind} ${aspect}: ${before} → ${after}`,
  );
}

describe('what changed between two packs', () => {
  test('nothing, if they are the same', () => {
    expect(diffPacks(town, JSON.parse(JSON.stringify(town)))).toEqual([]);
  });

  test('nothing, if only the keys stand in another order, as a database gives them back', () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned);
      if (value === null || typeof value !== 'object') return value;
      const entries = Object.entries(value).map(([key, one]) => [key, turned(one)] as const);
      return Object.fromEntries(entries.toReversed());
    };
    expect(diffPacks(turned(town) as Pack, town)).toEqual([]);
  });

  test('in the language of the reader', () => {
    const services = town.services.map((one) => ({ ...one, term: { ...one.term, amount: 1 } }));
    const [change] = diffAbout(
      { before: town, after: { ...town, services } },
      { kind: 'service', id: 'street-event' },
      'ru',
    );
    expect(change).toEqual({
      subject: 'услуга «Праздник на улице» (street-event)',
      kind: 'changed',
      aspect: 'срок',
      before: '6 рабочих дней со дня регистрации',
      after: '1 рабочий день со дня регистрации',
    });
  });

  test('about one service: what it asks is told, what others changed is not', () => {
    const elements = town.elements.map((one) => ({ ...one, label: { ...one.label, en: `${one.label.en}!` } }));
    const services = town.services.map((one) => ({ ...one, digital: true }));
    const changes = diffAbout(
      { before: town, after: { ...town, elements, services } },
      { kind: 'service', id: 'street-event' },
      'en',
    );
    const asked = town.services.find(({ id }) => id === 'street-event');
    const elementIds = [
      ...(asked?.inputs ?? []).map(({ element }) => element),
      ...(asked?.evidence ?? []).flatMap((paper) => (paper.provider === 'applicant' ? paper.element : [])),
    ];
    const titled = elements.flatMap(({ id, label }) =>
      elementIds.includes(id) ? `element “${label.en}” (${id})` : [],
    );
    expect([...new Set(changes.map(({ subject }) => subject))].sort()).toEqual(
      ['service “Street party” (street-event)', ...titled].sort(),
    );
  });

  test('a term and a fee are told as people say them', () => {
    expect(
      withParty((one) => ({ ...one, term: { ...one.term, amount: 1 }, fee: { ...one.fee, amount: 50000 } })),
    ).toEqual([
      'service “Street party” (street-event) changed term: 6 working days from registration → 1 working day from registration',
      'service “Street party” (street-event) changed fee: 0 RUB → 500 RUB',
    ]);
  });

  test('a new field is one change, wherever it stands', () => {
    const asked = { element: 'stall.count', required: true };
    expect(withParty((one) => ({ ...one, inputs: [asked, ...one.inputs] }))).toEqual([
      'service “Street party” (street-event) added asks “How many stalls” (stall.count):  → element “How many stalls” (stall.count), compulsory yes',
    ]);
  });

  test('a condition, a text of one language, an evidence that is no longer wanted', () => {
    expect(
      withParty((one) => ({
        ...one,
        name: { ...one.name, en: 'Party in the street' },
        inputs: one.inputs.map((input) => (input.when ? { ...input, when: 'true' } : input)),
        evidence: [],
      })),
    ).toEqual([
      'service “Party in the street” (street-event) changed name: en: “Street party” → “Party in the street”',
      'service “Party in the street” (street-event) changed asks “Name of the organisation” (organiser.company): condition: applicant.kind = "organisation" → true',
      'service “Party in the street” (street-event) removed evidence “Safety plan” (safety-plan): Safety plan → ',
    ]);
  });

  test('what a service names is told by its title, also where only that service is compared', () => {
    const services = town.services.map((one) => ({ ...one, department: 'trade-office' }));
    const packs = { before: town, after: { ...town, services } };
    expect(diffAbout(packs, { kind: 'service', id: 'street-event' }, 'ru')).toMatchObject([
      { aspect: 'служба', before: '«Отдел культуры и праздников» (culture-office)' },
    ]);
  });

  test('the order in which a form asks', () => {
    expect(
      diffPacks(town, {
        ...town,
        services: town.services.map((one) => ({ ...one, inputs: one.inputs.toReversed() })),
      })[0],
    ).toMatchObject({ kind: 'changed', aspect: 'asks: order' });
  });

  test('services of another city are named, and the list is the same each time', async () => {
    const kazan = await loadPack('cities/kazan');
    if (!kazan.ok) throw new Error('Kazan is not sound');
    const changes = diffPacks(town, kazan.value);
    expect(changes).toContainEqual({
      subject: 'service “Urban plan of a plot” (urban-plan)',
      kind: 'added',
      aspect: '',
      before: '',
      after: 'Urban plan of a plot',
    });
    expect(changes).toContainEqual({
      subject: 'service “Street party” (street-event)',
      kind: 'removed',
      aspect: '',
      before: 'Street party',
      after: '',
    });
    expect(diffPacks(town, kazan.value)).toEqual(changes);
  });
});
