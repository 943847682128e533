import { describe, expect, test } from 'vitest';
import { checkTiny, dig, goodFile, placeOf } from './mistake.fixture.ts';

const inputs = `  - element: dig.kind
  - element: dig.on-roadway
  - { element: dig.depth, when: answers.dig.kind = "gas" }
`;
const works = `- id: works
  inputs:
    - element: dig.kind
    - { element: dig.depth, when: answers.dig.kind = "gas" or answers.dig.kind = "water" }
  grounds:
    - { id: e9, text: { ru: Иное, tt: Башка, en: Other }, elements: [dig.scheme] }
`;
const file = 'elements/blocks.yaml';

/** The tiny pack whose service names blocks in its inputs instead of writing them. */
const withInputs = (lines: string, blocks: string) =>
  checkTiny({ [dig]: goodFile(dig).replace(inputs, lines), [file]: blocks });

describe('a block of lines that services share', () => {
  test('stands in each list where a service names it, and is written once', async () => {
    const { pack, warnings } = await checkTiny({
      [dig]: goodFile(dig)
        .replace(inputs, '  - { block: works }\n  - element: dig.on-roadway\n')
        .replace('grounds:\n', 'grounds:\n  - { block: works }\n'),
      [file]: works,
    });
    expect(warnings).toEqual([]);
    const service = pack?.services.find(({ id }) => id === 'dig');
    expect(service?.inputs.map(({ element }) => element)).toEqual(['dig.kind', 'dig.depth', 'dig.on-roadway']);
    expect(service?.grounds.map(({ id }) => id)).toEqual(['e9', 'e1']);
    expect(pack).not.toHaveProperty('blocks');
  });

  test('may be asked only under a condition, which is added to those of its lines', async () => {
    const when = 'answers.dig.onRoadway = true';
    const { pack } = await withInputs(`  - element: dig.on-roadway\n  - { block: works, when: ${when} }\n`, works);
    const service = pack?.services.find(({ id }) => id === 'dig');
    expect(service?.inputs.map((one) => one.when)).toEqual([
      undefined,
      when,
      `${when} and (answers.dig.kind = "gas" or answers.dig.kind = "water")`,
    ]);
  });

  test('is asked for once: an element written beside it is a double, and both places are named', async () => {
    const { errors } = await withInputs(`  - { block: works }\n${inputs}`, works);
    expect(errors).toMatchObject([
      { file: dig, code: 'pack/duplicate-id', message: expect.stringContaining(`${file}:3`) },
      { file: dig, code: 'pack/duplicate-id', message: expect.stringContaining(`${file}:4`) },
    ]);
  });

  test('that does not exist, or has nothing for this list, is named where it is used', async () => {
    const lines = '  - { block: workz }\n';
    const unknown = await withInputs(`${lines}${inputs}`, works);
    const text = goodFile(dig).replace(inputs, `${lines}${inputs}`);
    expect(unknown.errors).toMatchObject([
      { code: 'pack/unknown-block', file: dig, ...placeOf(text, 'workz'), hint: 'did you mean works?' },
    ]);
    expect(unknown.pack).toBeUndefined();
    const empty = await checkTiny({
      [dig]: goodFile(dig).replace('evidence:\n', 'evidence:\n  - { block: works }\n'),
      [file]: works,
    });
    expect(empty.errors).toMatchObject([{ code: 'pack/unknown-block', message: 'the block works has no evidence' }]);
  });

  test('is corrected in one place: its mistake is told once, where it stands', async () => {
    const wrong = works.replace('element: dig.kind', 'element: dig.kinds');
    const plan = goodFile('services/plan/service.yaml').replace('evidence:', 'inputs: [{ block: works }]\nevidence:');
    const { errors } = await checkTiny({
      [dig]: goodFile(dig).replace(inputs, `  - { block: works }\n  - element: dig.on-roadway\n`),
      'services/plan/service.yaml': plan,
      [file]: wrong,
    });
    expect(errors).toMatchObject([{ code: 'pack/unknown-element', file, ...placeOf(wrong, 'dig.kinds') }]);
  });

  test('that no service names is warned of', async () => {
    const { warnings } = await checkTiny({ [file]: works });
    expect(warnings).toMatchObject([{ code: 'pack/unused-block', file, line: 1 }]);
  });
});
