import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ElementUse, formPages } from './dictionary.ts';
import type { Imported } from './edoc.ts';
import { writeYaml } from './pack-base.ts';
import type { PackService } from './services.ts';

const groupOf = ({ element }: ElementUse): string => element.id.slice(0, element.id.indexOf('.'));

/** The oldest version is `service.yaml`; later ones stand beside it under their number. */
const fileOf = ({ id, version }: PackService, index: number): string =>
  `services/${id}/${index === 0 ? 'service' : `service.${version}`}.yaml`;

const exists = (path: string): Promise<boolean> =>
  readFile(path).then(
    () => true,
    () => false,
  );

const otherGround = {
  id: 'c1',
  text: {
    ru: 'Другая причина, названная в решении',
    tt: 'Карарда күрсәтелгән башка сәбәп',
    en: 'Another reason, named in the decision',
  },
  unverified: ['text'],
};

/** Writes everything the schemas became into a folder that holds the city's own files already. */
export async function writePack(out: string, imported: Imported): Promise<void> {
  const used = new Set(imported.elements.map(({ element }) => element.page));
  await writeYaml(
    out,
    'elements/pages.yaml',
    formPages.filter(({ id }) => used.has(id)),
  );
  for (const [group, uses] of Map.groupBy(imported.elements, groupOf)) {
    await writeYaml(
      out,
      `elements/${group}.yaml`,
      uses.map(({ element }) => element),
    );
  }
  for (const { versions } of imported.services) {
    for (const [index, service] of versions.entries()) await writeYaml(out, fileOf(service, index), service);
  }
  for (const register of imported.registers) await writeYaml(out, `registers/${register.id}.yaml`, register);
  if (imported.intakeGrounds) await writeYaml(out, 'grounds/intake.yaml', imported.intakeGrounds);
  else if (!(await exists(join(out, 'grounds/intake.yaml'))))
    await writeYaml(out, 'grounds/intake.yaml', [otherGround]);
}

/** How many texts stand in one language in the place of all three. */
export function textCounts(imported: Imported) {
  let total = 0;
  let same = 0;
  let latin = 0;
  const walk = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return;
    const { ru, tt, en } = value as { ru?: unknown; tt?: unknown; en?: unknown };
    if (typeof ru === 'string' && typeof tt === 'string' && typeof en === 'string') {
      total += 1;
      if (ru === en) {
        same += 1;
        if (!/\p{Script=Cyrillic}/u.test(ru)) latin += 1;
      }
      return;
    }
    for (const below of Object.values(value)) walk(below);
  };
  walk([
    imported.services.map(({ versions }) => versions),
    imported.elements.map(({ element }) => element),
    imported.registers,
    imported.intakeGrounds,
  ]);
  return { total, withoutTatar: same, withoutEnglish: same, withoutRussian: latin };
}
