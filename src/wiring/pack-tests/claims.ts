import { languages } from '#kernel/language.ts';
import { addTerm } from '#modules/calendar/index.ts';
import { indexPack, nearest, type Service } from '#modules/catalogue/index.ts';
import { calendarFor, calendarNamed, type PlanItem } from '#modules/planning/index.ts';
import type { Fault, WordFault } from './fault.ts';
import { listOf, type Outcome, UnreadableCase } from './given.ts';

/** What a cell on the right of the double bar claims: no fault if it holds. */
export type Claim = (outcome: Outcome, cell: string, of: string) => readonly Fault[];

/** Each name may stand only once in a cell, and must exist: a slip of the pen never passes as "not in the plan". */
const each =
  (
    known: (outcome: Outcome) => Iterable<string>,
    fault: (outcome: Outcome, of: string) => (word: string) => WordFault | undefined,
  ): Claim =>
  (outcome, cell, of) => {
    const names = new Set(known(outcome));
    const faultOf = fault(outcome, of);
    return listOf(cell).flatMap((word): Fault[] => {
      if (names.has(word)) {
        const found = faultOf(word);
        return found === undefined ? [] : [{ kind: 'word', word, fault: found }];
      }
      const meant = nearest(word, [...names]);
      const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
      return [{ kind: 'unreadable', message: `the pack has no ${word}${hint}` }];
    });
  };

/** The cell lists all there are, in any order. */
const exactly =
  (found: (outcome: Outcome, of: string) => readonly string[]): Claim =>
  (outcome, cell, of) => {
    const [expected, there] = [listOf(cell === 'none' ? '' : cell).sort(), [...found(outcome, of)].sort()];
    return expected.join() === there.join() ? [] : [{ kind: 'found', values: there }];
  };

const same =
  (found: (outcome: Outcome, of: string) => string | number): Claim =>
  (outcome, cell, of) => {
    const there = String(found(outcome, of));
    return there === cell ? [] : [{ kind: 'found', values: [there] }];
  };

const itemOf = ({ plan }: Outcome, key: string): PlanItem => {
  const item = plan.items.find((one) => one.key === key);
  if (item === undefined) throw new UnreadableCase(key, `${key} is not in the plan, which is ${keysOf(plan.items)}`);
  return item;
};

const keysOf = (items: readonly PlanItem[]): string => items.map(({ key }) => key).join(', ') || 'empty';

const itemKeys = ({ situation }: Outcome) =>
  situation.items.map((item) => ('service' in item ? item.service : item.step));

const inPlan = (fault: (item: PlanItem | undefined) => WordFault | undefined): Claim =>
  each(
    itemKeys,
    ({ plan }) =>
      (key) =>
        fault(plan.items.find((item) => item.key === key)),
  );

/** Papers of all items, or of the one that the column names. */
const papersOf = (outcome: Outcome, of: string, by: 'bring' | 'cityGets') =>
  (of === '' ? outcome.plan.items : [itemOf(outcome, of)]).flatMap(({ documents }) => documents[by]);

const allPapers = ({ pack }: Outcome) => [
  ...pack.services.flatMap(({ evidence }) => evidence.map(({ id }) => id)),
  ...pack.outputs.map(({ id }) => id),
];

type Paper = ReturnType<typeof papersOf>[number];

const papers = (by: 'bring' | 'cityGets', fault: (paper: Paper | undefined) => WordFault | undefined): Claim =>
  each(allPapers, (outcome, of) => {
    const found = papersOf(outcome, of, by);
    return (id) => fault(found.find((paper) => paper.id === id));
  });

const askedIn = ({ form }: Outcome) =>
  new Map(form.pages.flatMap(({ questions }) => questions.map((one) => [one.element.id, one.required] as const)));

const elements = (fault: (asked: boolean | undefined) => WordFault | undefined): Claim =>
  each(
    ({ pack }) => indexPack(pack).elements.keys(),
    (outcome) => {
      const asked = askedIn(outcome);
      return (id) => fault(asked.get(id));
    },
  );

const questions = (isAsked: boolean): Claim =>
  each(
    ({ situation }) => situation.triage.map(({ id }) => id),
    (outcome) => (id) => (outcome.questions.includes(id) === isAsked ? undefined : isAsked ? 'not-asked' : 'asked'),
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
  const isSaid = languages.some((language) => reason[language].includes(cell));
  return isSaid ? [] : [{ kind: 'found', values: [`“${reason.ru}”`] }];
};

/** Columns that may stand on the right of the double bar; those that take a name are written `starts of building-permit`. */
export const claims: Readonly<Record<string, Claim>> = {
  needed: inPlan((item) => (item?.status === 'needed' ? undefined : item ? 'check' : 'missing')),
  check: inPlan((item) => (item?.status === 'check' ? undefined : item ? 'certain' : 'missing')),
  not: inPlan((item) => item && `planned-${item.status}`),
  all: exactly(({ plan }) => plan.items.map(({ key }) => key)),
  starts: same((outcome, of) => itemOf(outcome, of).starts),
  ends: same((outcome, of) => (of === '' ? outcome.plan.endsOn : itemOf(outcome, of).ends)),
  waits: exactly((outcome, of) => itemOf(outcome, of).needs),
  because,
  'must bring': papers('bring', (paper) =>
    paper?.required && paper.certain ? undefined : paper ? 'optional' : 'no-paper',
  ),
  'may bring': papers('bring', (paper) =>
    paper === undefined ? 'no-paper' : paper.required && paper.certain ? 'compulsory' : undefined,
  ),
  'not bring': papers('bring', (paper) => paper && 'paper'),
  'city gets': papers('cityGets', (paper) => (paper?.certain ? undefined : 'not-got')),
  'city does not get': papers('cityGets', (paper) => paper && 'got'),
  asked: elements((asked) => (asked === undefined ? 'not-asked' : undefined)),
  'must answer': elements((asked) => (asked === undefined ? 'not-asked' : asked ? undefined : 'may-be-empty')),
  'may answer': elements((asked) => (asked === undefined ? 'not-asked' : asked ? 'compulsory' : undefined)),
  'not asked': elements((asked) => (asked === undefined ? undefined : 'asked')),
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
  extensions: exactly((outcome, of) =>
    (serviceOf(outcome, of).extensions ?? []).map(
      ({ id, amount, unit, times }) => `${id} ${amount} ${unit} × ${times}`,
    ),
  ),
  'answer due': same(requestDue),
  target: same((outcome, of) => {
    const service = serviceOf(outcome, of);
    return service.target === undefined ? 'none' : dueAfter(outcome, service.target, service);
  }),
};
