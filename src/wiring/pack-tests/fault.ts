/** What may be wrong with a name that a case expects, with the words of the check at the command line. */
const wordFaults = {
  missing: 'is not in the plan',
  check: 'is to be checked',
  certain: 'is needed for certain',
  'planned-needed': 'is in the plan (needed)',
  'planned-check': 'is in the plan (check)',
  optional: 'may be left out',
  compulsory: 'is compulsory',
  'no-paper': 'is not among the papers',
  paper: 'is among the papers',
  'not-got': 'is not got by the city',
  got: 'is got by the city',
  'not-asked': 'is not asked',
  asked: 'is asked',
  'may-be-empty': 'may be left empty',
} as const;
export type WordFault = keyof typeof wordFaults;

/** Why a claim does not hold: one of its names is not as expected, something else was found, or it cannot be tried. */
export type Fault =
  | Readonly<{ kind: 'word'; word: string; fault: WordFault }>
  | Readonly<{ kind: 'found'; values: readonly string[] }>
  | Readonly<{ kind: 'unreadable'; message: string }>;

/** A fault as the check at the command line says it. */
export function faultInWords(fault: Fault): string {
  if (fault.kind === 'word') return `${fault.word} ${wordFaults[fault.fault]}`;
  return fault.kind === 'found' ? `found ${fault.values.join(', ') || 'none'}` : fault.message;
}
