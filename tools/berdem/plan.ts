import { Term } from '#kernel/term.ts';
import { indexPack, type Pack } from '#modules/catalogue/index.ts';
import {
  differenceWords,
  type OtherChoice,
  otherChoices,
  type Plan,
  type PlanInput,
  plan,
  type Supposed,
  type Supposition,
  supposedPlan,
} from '#modules/planning/index.ts';
import { explain } from '../../src/wiring/problem-texts.ts';
import { soundPack } from '../sound-pack.ts';
import { type Command, type Output, UsageError } from './command.ts';

type Values = Readonly<Record<string, string>>;

/** `key=value` pairs; numbers, true and false are read as such where a place is described. */
function pairsOf(given: unknown, option: string): Values {
  const list = Array.isArray(given) ? given : given === undefined ? [] : [given];
  return Object.fromEntries(
    list.map((pair) => {
      const [name, ...rest] = String(pair).split('=');
      if (!name || rest.length === 0)
        throw new UsageError(`--${option} wants name=value, for example --${option} land=none`);
      return [name, rest.join('=')];
    }),
  );
}

const factOf = (text: string): unknown => {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
};

function dateOf(given: string, option: string): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(given);
  } catch {
    throw new UsageError(`--${option} wants a date, for example --${option} 2026-11-24`);
  }
}

/** `--term id=5`, `--term "id=2 months"`, `--term service/request=3`: the unit stays as it is where none is written. */
function termsOf(pack: Pack, given: unknown): Supposition[] {
  return Object.entries(pairsOf(given, 'term')).map(([name, text]): Supposition => {
    const [, amount, unit] = /^(\d+) ?([a-zA-Z]*)$/.exec(text) ?? [];
    const named = Term.shape.unit.safeParse(unit === '' ? usualUnit(pack, name) : unit);
    if (amount === undefined || !named.success) {
      throw new UsageError(`--term wants a number and a unit, for example --term "${name}=5 workingDays"`);
    }
    const term = { amount: Number(amount), unit: named.data };
    const [id = '', requestId] = name.split('/');
    if (requestId !== undefined) return { kind: 'request', serviceId: id, requestId, term };
    return indexPack(pack).steps.has(id)
      ? { kind: 'step', stepId: id, term }
      : { kind: 'service', serviceId: id, term };
  });
}

function usualUnit(pack: Pack, name: string): string {
  const { services, steps } = indexPack(pack);
  const [id = '', requestId] = name.split('/');
  const service = services.get(id);
  const step = steps.get(id);
  const law = step?.kind === 'outside' ? step.term : undefined;
  const term = requestId ? service?.requests.find((one) => one.id === requestId)?.term : service?.term;
  return (term ?? law ?? step?.estimate)?.unit ?? 'workingDays';
}

const listOf = (given: unknown): string[] => (Array.isArray(given) ? given.map(String) : []);

/** What the options suppose of terms and calendars. */
function suppositionsOf(pack: Pack, values: Parameters<Command['run']>[0]['values']): Supposition[] {
  const use = typeof values.calendar === 'string' ? values.calendar : undefined;
  const calendarId = typeof values.of === 'string' ? values.of : (use ?? pack.city.calendar);
  const days = (kind: 'dayOff' | 'workingDay', given: unknown) =>
    listOf(given).map((day) => ({
      kind,
      calendarId,
      day: dateOf(day, kind === 'dayOff' ? 'off' : 'working').toString(),
    }));
  return [
    ...termsOf(pack, values.term),
    ...(use === undefined ? [] : [{ kind: 'calendar' as const, calendarId: use }]),
    ...days('dayOff', values.off),
    ...days('workingDay', values.working),
  ];
}

function printPlan(pack: Pack, made: Plan, { print }: Output): void {
  for (const item of made.items) {
    const marks = [
      item.critical ? 'on the path' : `slack ${item.slackDays} d`,
      item.status === 'check' ? 'to check' : '',
    ];
    print(
      `${item.starts}  ${item.ends}  ${item.ownerId.padEnd(12)}  ${nameIn(pack, item.key)} (${marks.filter(Boolean).join(', ')})`,
    );
  }
  print(`ends on ${made.endsOn}${made.provisional ? ' (provisional: beyond the published calendar)' : ''}`);
}

function nameIn(pack: Pack, key: string): string {
  const { services, steps } = indexPack(pack);
  return (services.get(key) ?? steps.get(key))?.name.en ?? key;
}

/** "if … instead": what another answer would change. */
function printChoices(pack: Pack, choices: readonly OtherChoice[], { print }: Output): void {
  const names = (keys: readonly string[]) => keys.map((key) => nameIn(pack, key)).join(', ');
  for (const { questionId, value, choosable, endsOn, feeChange, documentsChange, added, dropped } of choices) {
    const changes = [
      ...(feeChange === 0 ? [] : [`fees ${feeChange > 0 ? '+' : ''}${feeChange / 100}`]),
      ...(documentsChange === 0 ? [] : [`documents ${documentsChange > 0 ? '+' : ''}${documentsChange}`]),
      ...(added.length === 0 ? [] : [`added: ${names(added)}`]),
      ...(dropped.length === 0 ? [] : [`dropped: ${names(dropped)}`]),
    ];
    const chosen = choosable ? 'if you choose' : 'if it turns out that';
    print(`${chosen} ${questionId}=${value}: ends on ${[endsOn, ...changes].join('; ')}`);
  }
}

function printSupposed(pack: Pack, { plan: supposed, difference }: Supposed, output: Output): void {
  output.print('');
  output.print('as it would be (hypothetical):');
  printPlan(pack, supposed, output);
  const { end, items, effects, requests } = differenceWords(pack, difference);
  output.print('');
  for (const words of [...effects, end, ...items.values(), ...requests]) output.print(words.en);
}

type Asked = Omit<PlanInput, 'triage'> & Readonly<{ triage: Values }>;

/** The plan, what other answers would make of it, and the plan under suppositions if there are any. */
function answerTo(pack: Pack, asked: Asked, suppositions: readonly Supposition[]) {
  const made = plan(pack, asked);
  const choices = otherChoices(asked, (triage) => plan(pack, { ...asked, triage }));
  const supposed =
    suppositions.length === 0 ? undefined : supposedPlan(pack, suppositions, (rules) => plan(rules, asked));
  return { made, choices, supposed };
}

function askedBy(pack: Pack, situationId: string, values: Parameters<Command['run']>[0]['values']): Asked | undefined {
  const situation = indexPack(pack).situations.get(situationId);
  if (situation === undefined) return undefined;
  const facts = Object.entries(pairsOf(values.place, 'place')).map(([name, text]) => [name, factOf(text)]);
  return {
    situation,
    triage: pairsOf(values.answer, 'answer'),
    ...(facts.length > 0 ? { place: Object.fromEntries(facts) } : {}),
    ...(typeof values.applicant === 'string' ? { applicant: { kind: values.applicant, representative: false } } : {}),
    startsOn: typeof values.from === 'string' ? dateOf(values.from, 'from') : Temporal.Now.plainDateISO(),
  };
}

export const command: Command = {
  summary: 'the plan of a life situation under given answers, and what if terms or days off were others',
  usage: [
    'DIR SITUATION [--answer id=value …] [--place name=value …] [--applicant KIND] [--from DATE]',
    '[--term id=AMOUNT …] [--calendar ID] [--off DATE …] [--working DATE …] [--of ID] [--json]',
  ].join(' '),
  explanation: [
    'What if: answers, place, applicant, day, terms and calendars are hypothetical; nothing is stored.',
    '--answer land=none          an answer of the triage, any number of times',
    '--place zone=ОЖ             a fact of the place, any number of times',
    '--applicant organisation    person, entrepreneur or organisation',
    '--term urban-plan=5         a service or step takes 5 units; "=2 months" another unit; service/request=3 a request',
    '--calendar federal          the whole city counts on another calendar',
    '--off 2026-12-31            a day off more; --working 2026-12-26 a working day more',
    '--of tatarstan              the calendar whose days change; the one that counts if left out',
    '--json                      prints the whole plan, other choices and the supposed plan',
  ].join('\n'),
  options: {
    answer: { type: 'string', multiple: true },
    place: { type: 'string', multiple: true },
    applicant: { type: 'string' },
    from: { type: 'string' },
    term: { type: 'string', multiple: true },
    calendar: { type: 'string' },
    off: { type: 'string', multiple: true },
    working: { type: 'string', multiple: true },
    of: { type: 'string' },
    json: { type: 'boolean' },
  },
  run: async ({ values, positionals }, output) => {
    const [folder, situationId, ...more] = positionals;
    if (folder === undefined || situationId === undefined || more.length > 0) {
      throw new UsageError('name a folder and a situation, for example: berdem plan cities/kazan build-office');
    }
    const pack = await soundPack(folder);
    const asked = askedBy(pack, situationId, values);
    if (asked === undefined) throw new UsageError(`${folder} has no situation ${situationId}`);
    const { made, choices, supposed } = explained(() => answerTo(pack, asked, suppositionsOf(pack, values)));
    if (values.json) {
      const would = supposed && { plan: supposed.plan, difference: supposed.difference };
      output.print(JSON.stringify({ ...made, otherChoices: choices, ...(would && { supposed: would }) }, null, 2));
      return 0;
    }
    printPlan(pack, made, output);
    printChoices(pack, choices, output);
    if (supposed !== undefined) printSupposed(pack, supposed, output);
    return 0;
  },
};

/** What the rules refuse is told as wrong use: with what to do about it. */
function explained<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const told = explain(error, { language: 'en' });
    if (told === undefined) throw error;
    throw new UsageError(`${told.title}. ${told.whatToDo}`);
  }
}
