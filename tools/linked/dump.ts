import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LinkedCatalogue, type Pack, prefixes } from '#modules/catalogue/index.ts';
import { nTriplesOf, turtleOf } from '#platform/rdf/index.ts';

export type Dump = Readonly<{
  pack: Pack;
  catalogue: LinkedCatalogue;
  /** Address of the city. */
  base: string;
  /** Where the files go; made if absent, and files of the same names are replaced. */
  folder: string;
}>;

/**
 * Writes the catalogue as a folder that can be published as it is; the same pack gives the same bytes. Returns a line for
 * each file.
 */
export async function writeDump({ pack, catalogue, base, folder }: Dump): Promise<string[]> {
  const files: Readonly<Record<string, string>> = {
    'catalogue.jsonld': `${JSON.stringify(catalogue, null, 2)}\n`,
    'catalogue.ttl': await turtleOf(catalogue, prefixes),
    'catalogue.nt': await nTriplesOf(catalogue),
  };
  const sums = Object.entries(files).map(([name, text]) => ({
    name,
    bytes: Buffer.byteLength(text),
    sha256: createHash('sha256').update(text).digest('hex'),
  }));
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, 'README.md'), readmeOf({ pack, catalogue, base }, sums));
  return [...sums.map(({ name, bytes }) => `${join(folder, name)}  ${bytes} bytes`), join(folder, 'README.md')];
}

function readmeOf(
  { pack: { city, services, situations }, catalogue, base }: Omit<Dump, 'folder'>,
  sums: readonly Readonly<{ name: string; bytes: number; sha256: string }>[],
): string {
  const mediaTypes: Readonly<Record<string, string>> = {
    'catalogue.jsonld': 'application/ld+json',
    'catalogue.ttl': 'text/turtle',
    'catalogue.nt': 'application/n-triples',
  };
  return `# Catalogue of services: ${city.name.en}

Published by: ${city.authority.en}. Version ${city.version}, in force since ${city.effective}.

${services.length} services and ${situations.length} life situations by CPSV-AP 3.2 (SEMIC), ${catalogue['@graph'].length} things in all, with texts in: ${city.languages.join(', ')}.
The same statements in three forms:

| file | media type | bytes | SHA-256 |
|---|---|---|---|
${sums.map(({ name, bytes, sha256 }) => `| ${name} | ${mediaTypes[name]} | ${bytes} | \`${sha256}\` |`).join('\n')}

The set itself is described in it as a \`dcat:Dataset\`: <${base}/catalogue/services>. Every identifier that begins with
\`${base}/catalogue/\` is an address at which the city tells the same of that thing alone, in the form \`Accept\` asks for.
Terms in working days, which \`xsd:duration\` cannot say, are told by \`urn:berdem:legalTerm\`.
`;
}
