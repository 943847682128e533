/**
 * Terms: how long a deadline takes with its whole reason, and whether engine and verifier agree on many random cases.
 * Run: node bench/terms.ts [cases, 100000 unless told]. The bar: one deadline in at most 10 µs.
 */
import {
  addTerm,
  type Calendar,
  createCalendar,
  createCalendars,
  dayOfIso,
  deadlineOf,
  dueDay,
  renderDerivation,
  sealDerivation,
  type TermFacts,
  type TermRule,
  verifyDerivation,
} from '#modules/calendar/index.ts';
import { loadPack } from '#modules/catalogue/index.ts';

const cases = Number(process.argv[2] ?? 100_000);
const loaded = await loadPack('cities/kazan');
if (!loaded.ok) throw new Error('the pack of Kazan does not load: run berdem check');
const definitions = loaded.value.calendars;
const calendar = [...createCalendars(definitions).values()].find(({ id }) => id === 'tatarstan');
if (calendar === undefined) throw new Error('the pack of Kazan has no calendar tatarstan');

/** Same cases on every machine: a small generator of numbers in [0, 1) with a fixed seed (mulberry32). */
let seed = 20_261_124;
function random(): number {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}
const whole = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
const oneOf = <T>(values: readonly [T, ...T[]]): T => values[whole(0, values.length - 1)] ?? values[0];

const first = Temporal.PlainDate.from('2018-01-09');
const office = { from: '08:00', to: '17:00', fridayTo: '16:45', lunch: { from: '12:00', to: '12:45' } };
const kinds = [{ id: 'days', amount: 30, unit: 'workingDays', times: 5 } as const];

function randomCase(): { rule: TermRule; facts: TermFacts } {
  const unit = oneOf(['workingDays', 'workingDays', 'calendarDays', 'months', 'years', 'workingHours'] as const);
  const most = { workingDays: 60, calendarDays: 120, months: 12, years: 2, workingHours: 60 }[unit];
  const term = {
    amount: whole(1, most),
    unit,
    from: 'registration',
    roll: oneOf(['next', 'next', 'previous', 'none'] as const),
  } as const;
  const on = first.add({ days: whole(0, 3_500) });
  const suspensions = Array.from({ length: whole(0, 3) }, () => {
    const from = on.add({ days: whole(-3, 40) });
    return {
      from,
      resumed: from.add({ days: whole(0, 20) }),
      reason: 'missing',
      evidence: 'letter',
      owner: { kind: 'applicant' },
    } as const;
  });
  const at = on.toPlainDateTime({ hour: whole(0, 23), minute: whole(0, 59) });
  const rule: TermRule = { id: 'service', version: '1', term, office, extensions: kinds };
  const facts: TermFacts = { event: { kind: 'registration', on, at }, suspensions };
  if (unit === 'workingHours' || random() < 0.7) return { rule, facts };
  const decidedOn = deadlineOf(calendar as Calendar, rule, facts).on;
  const extension = { kind: 'days', amount: whole(1, 30), decidedOn, reason: 'survey', evidence: 'order' };
  return { rule, facts: { ...facts, extensions: [extension] } };
}

/** Best of five rounds, in microseconds a piece. */
function microseconds(pieces: number, work: (index: number) => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round++) {
    const begin = performance.now();
    for (let index = 0; index < pieces; index++) work(index);
    best = Math.min(best, ((performance.now() - begin) * 1000) / pieces);
  }
  return best;
}

const term = { amount: 20, unit: 'workingDays', from: 'registration', roll: 'next' } as const;
const starts = Array.from({ length: 1000 }, (_, index) => first.add({ days: index * 3 }));
const startDays = starts.map((start) => dayOfIso(start.toString()));
const someCases = Array.from({ length: 1000 }, randomCase);
const derivations = someCases.map(({ rule, facts }) => deadlineOf(calendar, rule, facts).derivation);
const documents = derivations.map((derivation) => JSON.parse(JSON.stringify(sealDerivation(derivation))) as unknown);
const trusted = { calendars: definitions };
const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

const rows = [
  ['due day alone (20 working days)', microseconds(500_000, (index) => dueDay(calendar, term, at(startDays, index)))],
  [
    'deadline with derivation (20 working days)',
    microseconds(100_000, (index) => addTerm(calendar, term, at(starts, index))),
  ],
  [
    'deadline of a random case (suspensions, extensions)',
    microseconds(20_000, (index) => {
      const { rule, facts } = at(someCases, index);
      deadlineOf(calendar, rule, facts);
    }),
  ],
  ['sealing a derivation', microseconds(5_000, (index) => sealDerivation(at(derivations, index)))],
  ['one sentence in Russian', microseconds(5_000, (index) => renderDerivation(at(derivations, index), 'ru'))],
  ['verifying a derivation', microseconds(2_000, (index) => verifyDerivation(at(documents, index), trusted))],
  ['building the calendar', microseconds(20, () => createCalendar(definitions, { id: 'tatarstan' }))],
] as const;

const begin = performance.now();
let disagreements = 0;
for (let index = 0; index < cases; index++) {
  const { rule, facts } = randomCase();
  const document = JSON.parse(JSON.stringify(sealDerivation(deadlineOf(calendar, rule, facts).derivation))) as unknown;
  if (verifyDerivation(document, { ...trusted, rules: [rule] }).length > 0) disagreements++;
}
const seconds = (performance.now() - begin) / 1000;

console.log('| terms | µs each | bar |\n|---|---:|---:|');
for (const [name, each] of rows) {
  console.log(`| ${name} | ${each.toFixed(each < 1 ? 3 : 1)} | ${name.startsWith('deadline') ? '10' : ''} |`);
}
console.log(
  `| engine and verifier disagree in ${disagreements} of ${cases} random cases (${seconds.toFixed(1)} s) | | 0 |`,
);
if (disagreements > 0) process.exitCode = 1;
