import { beforeAll, expect, test } from 'vitest';
import { loadPack } from '../pack/load.ts';
import type { Pack } from '../pack/pack.ts';
import type { LinkedCatalogue, LinkedNode } from './context.ts';
import { cpsvOf, partOfCatalogue } from './cpsv.ts';

const base = 'https://city.example';
let kazan: Pack;
let catalogue: LinkedCatalogue;
beforeAll(async () => {
  const loaded = await loadPack('cities/kazan');
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  kazan = loaded.value;
  catalogue = cpsvOf(kazan, base);
});

const nodeOf = (path: string, { '@graph': graph } = catalogue): LinkedNode | undefined =>
  graph.find((node) => node['@id'] === `${base}/catalogue/${path}`);
const typesIn = ({ '@graph': graph }: LinkedCatalogue): string[] => graph.flatMap((node) => node['@type'] ?? []);

test('every service is told, and each thing once', () => {
  expect(typesIn(catalogue).filter((type) => type === 'cpsv:PublicService')).toHaveLength(kazan.services.length);
  expect(new Set(catalogue['@graph'].map((node) => node['@id'])).size).toBe(catalogue['@graph'].length);
});

test('a service whose paper another service gives requires that service', () => {
  expect(nodeOf('services/building-permit')?.['dct:requires']).toContain(`${base}/catalogue/services/urban-plan`);
});

test('a term in working days is told as the law counts it, and never as a duration', () => {
  expect(nodeOf('services/building-permit')).not.toHaveProperty('cv:processingTime');
  expect(nodeOf('services/building-permit/term')).toMatchObject({ 'berdem:amount': 5, 'berdem:unit': 'workingDays' });
  const inMonths = kazan.services.map((one) => ({ ...one, term: { ...one.term, amount: 2, unit: 'months' as const } }));
  const other = cpsvOf({ ...kazan, services: inMonths }, base);
  expect(nodeOf('services/building-permit', other)?.['cv:processingTime']).toBe('P2M');
});

test('a term that is another in some cases is told for each, with the case in words', () => {
  const terms = nodeOf('services/advertising-permit')?.['berdem:legalTerm'] as string[];
  const told = terms.map((id) => catalogue['@graph'].find((node) => node['@id'] === id));
  const { term } = kazan.services.find(({ id }) => id === 'advertising-permit') ?? {};
  expect(told.map((node) => node?.['berdem:amount'])).toEqual([
    term?.amount,
    ...(term?.cases ?? []).map((one) => one.amount),
  ]);
  expect(told.map((node) => node?.['dct:description'])).toEqual([undefined, term?.cases?.[0]?.label]);
});

test('an article of an act is told as a part of it, and acts that services share are one', () => {
  const laws = nodeOf('services/building-permit')?.['cv:hasLegalResource'];
  const [article] = laws as string[];
  const told = catalogue['@graph'].find((node) => node['@id'] === article);
  expect(told).toMatchObject({ 'eli:number': '51', 'eli:is_part_of': article?.replace('/articles/51', '') });
  const acts = catalogue['@graph'].filter((node) => node['@type'] === 'eli:LegalResource');
  expect(new Set(acts.map((act) => JSON.stringify(act))).size).toBe(acts.length);
});

test('a situation whose services are closed to natural persons is one of business', () => {
  expect(nodeOf('situations/build-office')?.['@type']).toContain('cv:LifeEvent');
  const services = kazan.services.map((service) => ({ ...service, applicants: ['organisation' as const] }));
  const business = cpsvOf({ ...kazan, services }, base);
  expect(nodeOf('situations/build-office', business)?.['@type']).toEqual(['cv:BusinessEvent', 'cv:Event']);
});

test('how a department is reached is told where the pack knows it', () => {
  const [first, ...rest] = kazan.departments;
  const reached = { ...first, phone: '+7 843 000-00-00', url: 'https://department.example/' } as typeof first;
  const other = cpsvOf({ ...kazan, departments: [reached, ...rest] as Pack['departments'] }, base);
  expect(nodeOf(`departments/${first?.id}/contact`, other)).toMatchObject({ 'cv:telephone': '+7 843 000-00-00' });
  const ofIt = kazan.services.find(({ department }) => department === first?.id);
  expect(nodeOf(`services/${ofIt?.id}`, other)?.['cv:contactPoint']).toMatch(/\/contact$/);
});

test('one thing is told with all it leads to, and without the rest of the catalogue', () => {
  const part = partOfCatalogue(catalogue, `${base}/catalogue/services/urban-plan`);
  const services = part?.['@graph'].filter((node) => node['@type'] === 'cpsv:PublicService') ?? [];
  expect(services.length).toBeLessThan(10);
  const told = new Set(part?.['@graph'].map((node) => node['@id']));
  for (const path of ['departments/uaig', 'services/urban-plan/cost', 'situations/build-office', 'place'])
    expect(told).toContain(`${base}/catalogue/${path}`);
  expect(partOfCatalogue(catalogue, `${base}/catalogue/services/no-such`)).toBeUndefined();
});
