import { beforeAll, describe, expect, test } from 'vitest';
import { loadPack } from '../pack/load.ts';
import { cpsvOf, type LinkedCatalogue } from './cpsv.ts';

type Node = LinkedCatalogue['@graph'][number];

/** What the profile's shapes ask of each class: properties that must be there (CPSV-AP 3.2.0). */
const compulsory: Readonly<Record<string, readonly string[]>> = {
  'cpsv:PublicService': ['dct:identifier', 'dct:title', 'dct:description', 'cv:hasCompetentAuthority'],
  'cv:PublicOrganisation': ['dct:identifier', 'dct:title'],
  'cv:Output': ['dct:identifier', 'dct:title'],
  'cv:Event': ['dct:identifier', 'dct:title'],
  'cpsv:Rule': ['dct:identifier', 'dct:title', 'dct:description'],
  'cv:Channel': ['dct:identifier'],
  'cv:Evidence': ['dct:identifier', 'dct:title'],
  'cv:Cost': ['dct:identifier'],
  'dcat:Dataset': ['dct:title', 'dct:description', 'dct:publisher'],
};

/** Class of what a property leads to. */
const leadsTo: Readonly<Record<string, string>> = {
  'cv:hasCompetentAuthority': 'cv:PublicOrganisation',
  'cv:isGroupedBy': 'cv:Event',
  'cpsv:hasInput': 'cv:Evidence',
  'cpsv:produces': 'cv:Output',
  'cv:hasChannel': 'cv:Channel',
  'cv:hasCost': 'cv:Cost',
  'cpsv:follows': 'cpsv:Rule',
};

const listOf = (value: unknown): unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
const typesOf = (node: Node | undefined) => listOf(node?.['@type']);

describe.each(['kazan', 'zarechny'])('the catalogue of %s as linked data', (folder) => {
  let graph: readonly Node[];
  let services: number;
  beforeAll(async () => {
    const loaded = await loadPack(`cities/${folder}`);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
    services = loaded.value.services.length;
    graph = cpsvOf(loaded.value, 'https://city.example')['@graph'];
  });

  test('tells every service, each thing once', () => {
    expect(graph.filter((node) => typesOf(node).includes('cpsv:PublicService'))).toHaveLength(services);
    expect(new Set(graph.map((node) => node['@id'])).size).toBe(graph.length);
  });

  test('has what the profile asks of each class, with texts by language', () => {
    for (const node of graph) {
      for (const property of typesOf(node).flatMap((type) => compulsory[String(type)] ?? [])) {
        expect(listOf(node[property]).length, `${node['@id']} ${property}`).toBeGreaterThan(0);
      }
      expect(listOf(node['dct:identifier']).length).toBeLessThanOrEqual(1);
      for (const text of [...listOf(node['dct:title']), ...listOf(node['dct:description'])])
        expect(text).toMatchObject({ '@language': expect.any(String), '@value': expect.stringMatching(/./) });
    }
  });

  test('leads from a service only to things that are there, of the class the profile wants', () => {
    const byId = new Map(graph.map((node) => [node['@id'], node]));
    for (const node of graph) {
      for (const [property, type] of Object.entries(leadsTo)) {
        for (const target of listOf(node[property]) as Node[])
          expect(typesOf(byId.get(target['@id'])), `${node['@id']} ${property}`).toContain(type);
      }
    }
  });
});
