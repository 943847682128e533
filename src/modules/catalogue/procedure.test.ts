import { beforeAll, describe, expect, test } from 'vitest';
import { loadPack } from './pack/load.ts';
import type { Pack } from './pack/pack.ts';
import { procedureOf } from './procedure.ts';

let kazan: Pack;
beforeAll(async () => {
  const loaded = await loadPack('cities/kazan');
  if (!loaded.ok) throw new Error('Kazan is not sound');
  kazan = loaded.value;
});

const keysOf = (serviceId: string) => procedureOf(kazan, serviceId).map(({ key }) => key);

describe('the way of a case through a service', () => {
  test('begins with the applicant and ends with the document and the record', () => {
    const keys = keysOf('excavation-order');
    expect(keys[0]).toBe('file');
    expect(keys.slice(-2)).toEqual(['result', 'record']);
    expect(keysOf('urban-plan')).not.toContain('record');
  });

  test('goes to each body that is asked or holds papers, with the term of each request', () => {
    const steps = procedureOf(kazan, 'excavation-order');
    const requests = steps.filter(({ kind }) => kind === 'request');
    expect(requests.map(({ key, term }) => [key, term?.amount])).toEqual([
      ['request restoration-survey', 2],
      ['request network-owners', 3],
      ['request traffic-check', 3],
      ['request affected-holders', 2],
    ]);
    expect(steps.find(({ key }) => key === 'request restoration-survey')?.performer).toEqual({ kind: 'district' });
    expect(steps.find(({ key }) => key === 'fetch fns')?.conditions).toEqual([
      'applicant.kind = "organisation"',
      'applicant.kind = "entrepreneur"',
    ]);
    const draft = steps.find(({ kind }) => kind === 'draft');
    expect(draft?.after).toEqual(expect.arrayContaining(['request network-owners', 'fetch fns']));
  });

  test('is signed by a second person before anything is given, in every service', () => {
    for (const { id } of kazan.services) {
      const steps = procedureOf(kazan, id);
      const known = new Set<string>();
      for (const { key, after } of steps) {
        expect(
          after.filter((one) => !known.has(one)),
          `${id}: ${key}`,
        ).toEqual([]);
        expect(known.has(key), `${id}: ${key} twice`).toBe(false);
        known.add(key);
      }
      for (const { kind, after } of steps) {
        if (kind === 'result' || kind === 'record') expect(after, id).toEqual(['sign']);
      }
    }
  });

  test('waits for what others give before the intake check', () => {
    const steps = procedureOf(kazan, 'building-permit');
    const awaited = steps.filter(({ kind }) => kind === 'await').map(({ key }) => key);
    expect(awaited.length).toBeGreaterThan(1);
    expect(steps.find(({ kind }) => kind === 'intake')?.after).toEqual(awaited);
  });

  test('of a service that does not exist is refused', () => {
    expect(() => procedureOf(kazan, 'nothing')).toThrow('catalogue/unknown-service');
  });
});
