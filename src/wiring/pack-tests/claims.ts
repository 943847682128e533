import { languages } from '#kernel/language.ts';
import { addTerm } from '#modules/calendar/index.ts';
import { indexPack, nearest, type Service } from '#modules/catalogue/index.ts';
import { calendarFor, calendarNamed, type PlanItem } from '#modules/planning/index.ts';
import { listOf, type Outcome, UnreadableCase } from './given.ts';

/** What a cell on the right of the double bar claims: undefined if it holds, else what was found instead. */
export type Claim = (outcome: Outcome, cell: string, of: string) => string | undefined;

/** Each name may stand only once in a cell, and must exist: a slip of the pen never passes as "not in the plan". */
const each =
  (
    known: (outcome: Outcome) => Iterable<string>,
    fault: (outcome: Outcome, of: string) => (word: string) => string | undefined,
  ): Claim =>
  (outcome, cell, of) => {
    const names = new Set(known(outcome));
    const faultOf = fault(outcome, of);
    const faults = listOf(cell).flatMap((word) => {
      if (names.has(word)) return faultOf(word) ?? [];
      const meant = nearest(word, [...names]);
      return `the pack has no ${word}${meant === undefined ? '' : `; did you mean ${meant}?`}`;
    });
    return faults.length === 0 ? undefined : faults.join('; ');
  };

/** The cell lists all there are, in any order. */
const exactly =
  (found: (outcome: Outcome, of: string) => readonly string[]): Claim =>
  (outcome, cell, of) => {
    const [expected, there] = [listOf(cell === 'none' ? '' : cell).sort(), [...found(outcome, of)].sort()];
    return expected.join() === there.join() ? undefined : `found ${there.join(', ') || 'none'}`;
  };

const same =
  (found: (outcome: Outcome, of: string) => string | number): Claim =>
  (outcome, cell, of) => {
    const there = String(found(outcome, of));
    return there === cell ? undefined : `found ${there}`;
  };

const itemOf = ({ plan }: Outcome, key: string): PlanItem => {
  const item = plan.items.find((one) => one.key === key);
  if (item === undefined) throw new UnreadableCase(key, `${key} is not in the plan, which is ${keysOf(plan.items)}`);
  return item;
};

const keysOf = (items: readonly PlanItem[]): string => items.map(({ key }) => key).join(', ') || 'empty';

const itemKeys = ({ situation }: Outcome) =>
  situation.items.map((item) => ('service' in item ? item.service : item.step));

const inPlan = (word: (item: PlanItem | undefined) => string | undefined): Claim =>
  each(itemKeys, ({ plan }) => (key) => {
    const found = word(plan.items.find((item) => item.key === key));
    return found === undefined ? undefined : `${key} ${found}`;
  });

/** Papers of all items, or of the one that the column names. */
const papersOf = (outcome: Outcome, of: string, by: 'bring' | 'cityGets') =>
  (of === '' ? outcome.plan.items : [itemOf(outcome, of)]).flatMap(({ documents }) => documents[by]);

const allPapers = ({ pack }: Outcome) => [
  ...pack.services.flatMap(({ evidence }) => evidence.map(({ id }) => id)),
  ...pack.outputs.map(({ id }) => id),
];

type Paper = ReturnType<typeof papersOf>[number];

const papers = (by: 'bring' | 'cityGets', word: (paper: Paper | undefined) => string | undefined): Claim =>
  each(allPapers, (outcome, of) => {
    const found = papersOf(outcome, of, by);
    return (id) => {
      const said = word(found.find((paper) => paper.id === id));
      return said === undefined ? undefined : `${id} ${said}`;
    };
  });

const askedIn = ({ form }: Outcome) =>
  new Map(form.pages.flatMap(({ questions }) => questions.map((one) => [one.element.id, one.required] as const)));

const elements = (word: (asked: boolean | undefined) => string | undefined): Claim =>
  each(
    ({ pack }) => indexPack(pack).elements.keys(),
    (outcome) => {
      const asked = askedIn(outcome);
      return (id) => {
        const said = word(asked.get(id));
        return said === undefined ? undefined : `${id} ${said}`;
      };
    },
  );

const questions = (isAsked: boolean): Claim =>
  each(
    ({ situation }) => situation.triage.map(({ id }) => id),
    (outcome) => (id) =>
      outcome.questions.includes(id) === isAsked ? undefined : `${id} is ${isAsked ? 'not asked' : 'asked'}`,
  );

/** The service a column speaks of: the one it names, or the table's own. */
function serviceOf({ pack, situation }: Outcome, of: string): Service {
  const [only] = situation.items.flatMap((item) => ('service' in item ? [item.service] : []));
  const id = of === '' && situation.items.length === 1 ? only : of;
  const service = indexPack(pack).services.get(id ?? '');
  if (service === undefined) throw new UnreadableCase(of, 'name the service: <column> of <service>');
  return service;
}

/** The end of a term of a service's own; `askedOf` is the department that answers a request of it. */
function dueAfter({ pack, given }: Outcome, term: Service['term'], of: Service, askedOf?: string): string {
  const district = given.place?.district;
  const placeId = typeof district === 'string' ? district : undefined;
  const ofService = calendarFor(pack, { serviceId: of.id, departmentId: of.department, placeId });
  const calendar = calendarNamed(pack, pack.city.calendars?.departments?.[askedOf ?? ''] ?? ofService.id);
  return addTerm(calendar, term, given.on).on.toString();
}

function requestDue(outcome: Outcome, of: string): string {
  const service = serviceOf(outcome, '');
  const { requests } = service;
  const request = requests.find(({ id }) => id === of);
  if (request === undefined)
    throw new UnreadableCase(of, `the requests are ${requests.map(({ id }) => id).join(', ')}`);
  return dueAfter(outcome, request.term, service, request.to === 'district' ? undefined : request.to[0]);
}

function fieldsOf(outcome: Outcome, of: string): readonly string[] {
  const grounds = [...serviceOf(outcome, '').grounds, ...outcome.pack.intakeGrounds];
  const ground = grounds.find(({ id }) => id === of);
  if (ground === undefined) throw new UnreadableCase(of, `the grounds are ${grounds.map(({ id }) => id).join(', ')}`);
  return ground.elements;
}

const because: Claim = (outcome, cell, of) => {
  const { reason } = itemOf(outcome, of);
  return languages.some((language) => reason[language].includes(cell)) ? undefined : `found “${reason.ru}”`;
};

/** Columns that may stand on the right of the double bar; those that take a name are written `starts of building-permit`. */
export const claims: Readonly<Record<string, Claim>> = {
  needed: inPlan((item) => (item?.status === 'needed' ? undefined : item ? 'is to be checked' : 'is not in the plan')),
  check: inPlan((item) =>
    item?.status === 'check' ? undefined : item ? 'is needed for certain' : 'is not in the plan',
  ),
  not: inPlan((item) => item && `is in the plan (${item.status})`),
  all: exactly(({ plan }) => plan.items.map(({ key }) => key)),
  starts: same((outcome, of) => itemOf(outcome, of).starts),
  ends: same((outcome, of) => (of === '' ? outcome.plan.endsOn : itemOf(outcome, of).ends)),
  waits: exactly((outcome, of) => itemOf(outcome, of).needs),
  because,
  'must bring': papers('bring', (paper) =>
    paper?.required && paper.certain ? undefined : paper ? 'may be left out' : 'is not among the papers',
  ),
  'may bring': papers('bring', (paper) =>
    paper === undefined ? 'is not among the papers' : paper.required && paper.certain ? 'is compulsory' : undefined,
  ),
  'not bring': papers('bring', (paper) => paper && 'is among the papers'),
  'city gets': papers('cityGets', (paper) => (paper?.certain ? undefined : 'is not got by the city')),
  'city does not get': papers('cityGets', (paper) => paper && 'is got by the city'),
  asked: elements((asked) => (asked === undefined ? 'is not asked' : undefined)),
  'must answer': elements((asked) => (asked === undefined ? 'is not asked' : asked ? undefined : 'may be left empty')),
  'may answer': elements((asked) => (asked === undefined ? 'is not asked' : asked ? 'is compulsory' : undefined)),
  'not asked': elements((asked) => (asked === undefined ? undefined : 'is asked')),
  questions: questions(true),
  'no questions': questions(false),
  fee: same(({ plan }) => plan.fees / 100),
  'may change': exactly((outcome, of) => {
    const items = of === '' ? outcome.plan.items : [itemOf(outcome, of)];
    return items.flatMap(({ open = [] }) => open);
  }),
  grounds: exactly((outcome, of) => serviceOf(outcome, of).grounds.map(({ id }) => id)),
  fields: exactly(fieldsOf),
  applicants: exactly((outcome, of) => serviceOf(outcome, of).applicants),
  department: same((outcome, of) => serviceOf(outcome, of).department),
  register: same((outcome, of) => serviceOf(outcome, of).result.register ?? 'none'),
  requests: exactly((outcome, of) => serviceOf(outcome, of).requests.map(({ id }) => id)),
  'answer due': same(requestDue),
  target: same((outcome, of) => {
    const service = serviceOf(outcome, of);
    return service.target === undefined ? 'none' : dueAfter(outcome, service.target, service);
  }),
};
