import { expect, test } from 'vitest';
import { checkTiny, describeMistakes, dig, goodFile, type Mistake } from '../mistake.fixture.ts';

const term = 'term: { amount: 7, unit: workingDays }';
const label = 'label: { ru: Газ, tt: Газ, en: Gas }';
const gas = `- { when: answers.dig.kind = "gas", ${label}, amount: 1, unit: workingDays }`;
const usual = '- { amount: 7, unit: workingDays }';
const twoTerms = `term:\n  ${gas}\n  ${usual}`;

test('a term may be another in some cases: the first that holds, the last otherwise', async () => {
  const { pack, warnings } = await checkTiny({ [dig]: goodFile(dig).replace(term, twoTerms) });
  expect(warnings).toEqual([]);
  expect(pack?.services.find(({ id }) => id === 'dig')?.term).toMatchObject({
    amount: 7,
    unit: 'workingDays',
    from: 'registration',
    cases: [{ when: 'answers.dig.kind = "gas"', amount: 1, label: { en: 'Gas' } }],
  });
});

const alternatives: Mistake[] = [
  {
    is: 'alternatives of which none holds otherwise',
    file: dig,
    from: term,
    to: `term:\n  ${gas}\n  ${gas.replace('gas', 'water')}`,
    code: 'wrong-value',
    at: gas.replace('gas', 'water').slice(2),
    says: /stands without when/,
  },
  {
    is: 'an alternative that hides those behind it',
    file: dig,
    from: term,
    to: `term:\n  ${usual}\n  ${gas}`,
    code: 'wrong-value',
    at: usual.slice(2),
    says: /every alternative but the last/,
  },
  {
    is: 'a case without a name for people',
    file: dig,
    from: term,
    to: twoTerms.replace(`${label}, `, ''),
    code: 'wrong-value',
    at: '{ when: answers.dig.kind',
    says: /its label in words/,
  },
  {
    is: 'an alternative that reads an unknown value',
    file: dig,
    from: term,
    to: twoTerms.replace('"gas"', '"gaz"'),
    code: 'unknown-value',
    at: '"gaz"',
    says: /did you mean gas/,
  },
  {
    is: 'an alternative of a fee that is not FEEL',
    file: dig,
    from: 'fee: {',
    to: `fee:\n  - { when: answers.dig.depth >, ${label}, amount: 5, currency: RUB }\n  - {`,
    code: 'not-feel',
    at: ', label',
  },
  {
    is: 'a fee nobody explains',
    file: dig,
    from: ', reason: { ru: Бесплатно, tt: Бушлай, en: Free }',
    to: '',
    code: 'fee-without-reason',
    at: '{ amount: 0',
    says: /why it is free/,
    warning: true,
  },
];

describeMistakes('alternatives', alternatives);
