/**
 * Plans: how long the plan of a life situation and its one form take on Kazan's pack. Run: node bench/plan.ts.
 * The bar: a plan of 12 services in at most 1 ms.
 */
import { loadPack } from '#modules/catalogue/index.ts';
import { checkAll, formAt } from '#modules/forms/index.ts';
import { type PlanInput, plan, replan, shorteningsOf } from '#modules/planning/index.ts';

const loaded = await loadPack('cities/kazan');
if (!loaded.ok) throw new Error('the pack of Kazan does not load: run berdem check');
const pack = loaded.value;
const situation = pack.situations.find(({ id }) => id === 'build-office');
if (situation === undefined) throw new Error('the pack of Kazan has no situation build-office');

const place = {
  cadastralNumber: '16:50:011121:15',
  stormSewerDistance: 40,
  inWaterProtection: false,
  inHistoricCentre: true,
  zone: 'Д1',
  area: 1800,
};
const applicant = { kind: 'organisation', representative: false };
const startsOn = Temporal.PlainDate.from('2026-11-24');
const everything = Object.fromEntries(situation.triage.map(({ id, options }) => [id, options[0]?.value]));
const noPlot = { ...everything, land: 'none', storm: 'yes' };
const inputs: [string, PlanInput][] = [
  ['before any answer', { situation, triage: {}, startsOn }],
  ['own plot, place and applicant known', { situation, triage: everything, place, applicant, startsOn }],
  [
    'no plot: the longest way',
    { situation, triage: noPlot, place: { ...place, cadastralNumber: null }, applicant, startsOn },
  ],
];

/** Best and median of many single runs, in microseconds. */
function measured(work: () => void): { best: number; median: number } {
  const runs = Array.from({ length: 3_000 }, () => {
    const begin = performance.now();
    work();
    return (performance.now() - begin) * 1000;
  }).sort((a, b) => a - b);
  return { best: runs[0] ?? 0, median: runs[1_500] ?? 0 };
}

console.log('| plan | items | services | end | best µs | median µs | bar µs |\n|---|---:|---:|---|---:|---:|---:|');
const row = (name: string, made: ReturnType<typeof plan>, { best, median }: { best: number; median: number }) => {
  const services = made.items.filter(({ kind }) => kind === 'service').length;
  console.log(
    `| ${name} | ${made.items.length} | ${services} | ${made.endsOn} | ${best.toFixed(0)} | ${median.toFixed(0)} | 1000 |`,
  );
};
for (const [name, input] of inputs)
  row(
    name,
    plan(pack, input),
    measured(() => plan(pack, input)),
  );

const [, [, input]] = inputs as [unknown, [string, PlanInput]];
const made = plan(pack, input);
const started = made.items[0];
const progress = {
  today: startsOn.add({ days: 30 }),
  items: started === undefined ? {} : { [started.key]: { startedOn: startsOn, endedOn: startsOn.add({ days: 30 }) } },
};
row(
  'made again after one item ended',
  replan(pack, made, progress).plan,
  measured(() => replan(pack, made, progress)),
);
row(
  'what shortens it',
  made,
  measured(() => shorteningsOf(pack, made)),
);

const formOf = formAt(pack, made.items, { triage: everything, place, applicant });
row(
  'its form composed and checked',
  made,
  measured(() => checkAll(formOf({}), {}, { today: startsOn })),
);
