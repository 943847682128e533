import { describe, expect, it } from 'vitest';
import { loadPack } from './load.ts';
import { checkTiny, dig, goodFile, placeOf, situation } from './mistake.fixture.ts';
import { writePack } from './tiny-pack.fixture.ts';

describe('a good pack', () => {
  it('loads without an error and without a warning', async () => {
    const { pack, errors, warnings, unverified } = await checkTiny();
    expect([errors, warnings, unverified]).toEqual([[], [], []]);
    expect(pack).toMatchObject({ city: { id: 'town' }, services: [{ id: 'dig' }, { id: 'plan' }] });
  });

  it('has defaults, so that a plain service is short', async () => {
    const { pack } = await checkTiny();
    const plan = pack?.services.find(({ id }) => id === 'plan');
    expect(plan).toMatchObject({
      applicants: ['person', 'entrepreneur', 'organisation', 'representative'],
      term: { from: 'registration', roll: 'next' },
      inputs: [],
      requests: [],
      keywords: { ru: [], tt: [], en: [] },
    });
  });

  it('is frozen to its depths and is plain JSON', async () => {
    const { pack } = await checkTiny();
    const service = pack?.services[0];
    expect(Object.isFrozen(pack) && Object.isFrozen(service?.term) && Object.isFrozen(service?.legalBasis)).toBe(true);
    expect(JSON.parse(JSON.stringify(pack))).toEqual(pack);
  });

  it('keeps its hash when comments and the order of keys change, and changes it with a term', async () => {
    const text = goodFile(dig);
    const [plain, commented, shuffled, longer] = await Promise.all([
      checkTiny(),
      checkTiny({ [dig]: `# a comment\n${text}` }),
      checkTiny({ [dig]: `${text.replace('version: 1\n', '')}version: 1\n` }),
      checkTiny({ [dig]: text.replace('amount: 7', 'amount: 8') }),
    ]);
    expect(commented.pack?.hash).toBe(plain.pack?.hash);
    expect(shuffled.pack?.hash).toBe(plain.pack?.hash);
    expect(longer.pack?.hash).not.toBe(plain.pack?.hash);
  });

  it('counts its unverified facts with their places, in nested objects too', async () => {
    const text = goodFile(dig)
      .replace('    elements: [dig.scheme]', '    unverified: [text.tt]')
      .replace('version: 1', 'version: 1\nunverified: [term, fee.amount, grounds.e1]');
    const { unverified, errors } = await checkTiny({ [dig]: text });
    expect(errors).toEqual([]);
    expect(unverified.map(({ path }) => path)).toEqual(['term', 'fee.amount', 'grounds.e1', 'text.tt']);
    expect(unverified[3]).toMatchObject({ file: dig, ...placeOf(text, 'text.tt') });
  });
});

describe('files', () => {
  it('a missing file is named by the place where it belongs', async () => {
    const { errors } = await checkTiny({ 'departments.yaml': undefined });
    expect(errors).toMatchObject([{ code: 'pack/missing-file', file: 'departments.yaml' }]);
  });

  it('without city.yaml nothing else is said', async () => {
    const { errors } = await checkTiny({ 'city.yaml': undefined, [dig]: 'id: dig' });
    expect(errors).toMatchObject([{ code: 'pack/missing-file', file: 'city.yaml' }]);
  });

  it('a city of two languages is asked only for texts in these', async () => {
    const { errors } = await checkTiny({
      'city.yaml': `${goodFile('city.yaml')}languages: [ru, en]\n`,
      [dig]: goodFile(dig).replace(/tt: [^,}]+, en: [^}]+}/, '}'),
    });
    expect(errors).toMatchObject([
      { code: 'pack/missing-translation', file: dig, hint: 'every text of this city has ru, en' },
    ]);
  });

  it('a file nobody reads is an error, because its rules would silently not hold', async () => {
    const { errors } = await checkTiny({ 'services/dig/servise.yaml': 'id: dig\n' });
    expect(errors).toMatchObject([{ code: 'pack/unknown-file', file: 'services/dig/servise.yaml' }]);
  });

  it('layers and tests of a city are left to those who read them', async () => {
    const { errors } = await checkTiny({ 'layers/layers.yaml': '- whatever\n', 'tests/dig.yaml': '{}' });
    expect(errors).toEqual([]);
  });

  it('an empty file is an error', async () => {
    expect((await checkTiny({ 'outputs.yaml': '# nothing\n' })).errors).toMatchObject([
      { code: 'pack/empty-file', file: 'outputs.yaml' },
    ]);
  });

  it('several mistakes are told at once, in the order of files and lines', async () => {
    const text = goodFile(dig).replace('department: works', 'department: workz').replace('[order]', '[ordr]');
    const { errors } = await checkTiny({
      [dig]: text,
      'steps.yaml': goodFile('steps.yaml').replace('registry', 'registri'),
    });
    expect(errors.map(({ file, code }) => [file, code])).toEqual([
      [dig, 'pack/unknown-city-department'],
      [dig, 'pack/unknown-output'],
      ['steps.yaml', 'pack/unknown-outside-agency'],
    ]);
  });

  it('a pack with an error is not loaded at all', async () => {
    await using pack = await writePack({ 'outputs.yaml': undefined });
    const loaded = await loadPack(pack.folder);
    expect(loaded.ok).toBe(false);
  });
});

describe('versions of a service', () => {
  const second = (text: string) => text.replace('version: 1', 'version: 2').replace('2026-01-01', '2026-07-01');

  it('a later version stands beside the first', async () => {
    const { errors, pack } = await checkTiny({ 'services/dig/service.2.yaml': second(goodFile(dig)) });
    expect(errors).toEqual([]);
    expect(pack?.nextServices).toMatchObject([{ id: 'dig', version: 2 }]);
  });

  it.each([
    ['a later version with the same number', second(goodFile(dig)).replace('version: 2', 'version: 1'), '2026-07-01'],
    ['a later version from the same day', goodFile(dig).replace('version: 1', 'version: 2'), '2026-01-01'],
  ])('%s overlaps', async (_, text, at) => {
    const { errors } = await checkTiny({ 'services/dig/service.2.yaml': text });
    expect(errors).toMatchObject([{ code: 'pack/overlapping-versions', ...placeOf(text, at) }]);
  });

  it('a first version that outlives the beginning of the second overlaps', async () => {
    const first = goodFile(dig).replace('version: 1\n', 'version: 1\nuntil: 2026-08-01\n');
    const { errors } = await checkTiny({ [dig]: first, 'services/dig/service.2.yaml': second(goodFile(dig)) });
    expect(errors).toMatchObject([{ code: 'pack/overlapping-versions', file: 'services/dig/service.2.yaml' }]);
  });
});

describe('two producers of one output', () => {
  const plan = goodFile('services/plan/service.yaml')
    .replace('produces: [plan]', 'produces: [plan, right]')
    .replace('evidence:\n  - { id: right, provider: output }', 'evidence: []');
  const withCondition = (condition: string) =>
    goodFile(situation).replace('  - service: plan\n', `  - service: plan\n    when: ${condition}\n`);

  it('are fine when their conditions exclude each other', async () => {
    const { warnings } = await checkTiny({
      'services/plan/service.yaml': plan,
      [situation]: withCondition('triage.land = "own"'),
    });
    expect(warnings.map(({ code }) => code)).not.toContain('pack/produced-twice');
  });

  it('are reported when both can hold', async () => {
    const { warnings } = await checkTiny({
      'services/plan/service.yaml': plan,
      [situation]: withCondition('place.area > 10'),
    });
    expect(warnings.map(({ code }) => code)).toContain('pack/produced-twice');
  });
});
