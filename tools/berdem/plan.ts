import { indexPack, type Pack } from '#modules/catalogue/index.ts';
import { type Plan, plan } from '#modules/planning/index.ts';
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

function startOf(given: unknown): Temporal.PlainDate {
  try {
    return typeof given === 'string' ? Temporal.PlainDate.from(given) : Temporal.Now.plainDateISO();
  } catch {
    throw new UsageError('--from wants a date, for example --from 2026-11-24');
  }
}

function printPlan(pack: Pack, made: Plan, { print }: Output): void {
  const index = indexPack(pack);
  const nameOf = ({ serviceId, stepId }: Plan['items'][number]) =>
    (index.services.get(serviceId ?? '') ?? index.steps.get(stepId ?? ''))?.name.en ?? '';
  for (const item of made.items) {
    const marks = [
      item.critical ? 'on the path' : `slack ${item.slackDays} d`,
      item.status === 'check' ? 'to check' : '',
    ];
    print(
      `${item.starts}  ${item.ends}  ${item.ownerId.padEnd(12)}  ${nameOf(item)} (${marks.filter(Boolean).join(', ')})`,
    );
  }
  print(`ends on ${made.endsOn}${made.provisional ? ' (provisional: beyond the published calendar)' : ''}`);
}

export const command: Command = {
  summary: 'the plan of a life situation under given answers: what, in which order, by when',
  usage: 'DIR SITUATION [--answer id=value …] [--place name=value …] [--applicant KIND] [--from DATE] [--json]',
  explanation: [
    'What if: answers, place, applicant and day are hypothetical; nothing is stored.',
    '--answer land=none          an answer of the triage, any number of times',
    '--place zone=ОЖ             a fact of the place, any number of times',
    '--applicant organisation    person, entrepreneur or organisation',
    '--json                      prints the whole plan',
  ].join('\n'),
  options: {
    answer: { type: 'string', multiple: true },
    place: { type: 'string', multiple: true },
    applicant: { type: 'string' },
    from: { type: 'string' },
    json: { type: 'boolean' },
  },
  run: async ({ values, positionals }, output) => {
    const [folder, situationId, ...more] = positionals;
    if (folder === undefined || situationId === undefined || more.length > 0) {
      throw new UsageError('name a folder and a situation, for example: berdem plan cities/kazan build-office');
    }
    const pack = await soundPack(folder);
    const situation = indexPack(pack).situations.get(situationId);
    if (situation === undefined) throw new UsageError(`${folder} has no situation ${situationId}`);
    const facts = Object.entries(pairsOf(values.place, 'place')).map(([name, text]) => [name, factOf(text)]);
    const made = plan(pack, {
      situation,
      triage: pairsOf(values.answer, 'answer'),
      ...(facts.length > 0 ? { place: Object.fromEntries(facts) } : {}),
      ...(typeof values.applicant === 'string' ? { applicant: { kind: values.applicant, representative: false } } : {}),
      startsOn: startOf(values.from),
    });
    if (values.json) output.print(JSON.stringify(made, null, 2));
    else printPlan(pack, made, output);
    return 0;
  },
};
