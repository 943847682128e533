import type { Localized } from '#kernel/language.ts';
import { type ApplicationFile, additionsOf, answersOfCase, changedAnswers } from '#modules/applications/index.ts';
import { derivationRows } from '#modules/calendar/index.ts';
import { type CaseState, isEnded } from '#modules/cases/index.ts';
import { elementsOf, indexPack, type Pack, registersOfService, type Service } from '#modules/catalogue/index.ts';
import type { DecisionState } from '#modules/decisions/index.ts';
import { formOfElements } from '#modules/forms/index.ts';
import { itemName } from '#modules/planning/index.ts';
import type { PageRequest } from '#ui/page.ts';
import { calendarOf, dueStanding } from '../due.ts';
import { namesIn } from '../names.ts';
import type { CaseList } from '../queue/lists.ts';
import { caseRow, knownOf, queueView, todayOf } from '../queue/queue-view.ts';
import { documentsOf } from './case-documents.ts';
import { filedForm } from './filed-form.ts';
import { type CaseEntry, historyOf } from './history.ts';
import { recordQuestions } from './record-form.ts';

/** Everything a case page shows. Roles without personal data (lean) get the case without its application. */
export async function caseView(request: PageRequest, caseId: string) {
  const { app, actor } = request;
  const state = app.cases.asOfToday(await app.cases.getCase(actor, caseId));
  const file = await readableFile(request, state.applicationId);
  const pack = file?.pack ?? (await app.catalogue.getPack(state.packVersion));
  const [decision, requests, journal, clock] = await Promise.all([
    app.decisions.findByCase(caseId),
    app.requests.listByCase(caseId),
    app.cases.history(actor, caseId),
    app.applications.caseClock(actor, caseId),
  ]);
  const names = namesIn(pack);
  const entries = journal.map(({ seq, at, by, event }) => ({ seq, at: at.toString(), by, event }) as CaseEntry);
  const history = historyOf(entries, requests, {
    output: (id) => names.output(id).what,
    department: names.departmentShort,
  });
  const people = await app.people.names([...peopleIn(state, decision), ...history.flatMap(({ by }) => employeeIn(by))]);
  return {
    row: caseRow(request, state, { ...(await knownOf(request, [state])), names: people }),
    phase: state.phase,
    department: names.department(state.departmentId),
    departmentId: state.departmentId,
    timeZone: pack.city.timeZone,
    due: dueOf(request, state),
    stands: state.suspensions?.find(({ resumed }) => resumed === null),
    clock,
    today: todayOf(request).toString(),
    termDay: later(todayOf(request).toString(), state.due?.derivation.event.on),
    people: Object.fromEntries(people),
    history,
    requests: requests.map((one) => ({
      id: one.id,
      subject: one.subject,
      to: names.departmentShort(one.toDepartmentId),
      status: one.phase.status,
      due: dueStanding(calendarOf(app.catalogue.current, one.due), todayOf(request), one.due.on),
    })),
    decision: decision ? decisionView(decision, pack, state) : undefined,
    intake: intakeGroundsOf(state, pack),
    filed: file ? await filedView(request, file, state) : undefined,
    queue: await paneOf(request, state),
    work: workView(request, {
      state,
      pack,
      decision,
      place: file?.filing.place,
      answers: file ? answersOfCase(file, state).answers : {},
    }),
  };
}
export type CaseView = Awaited<ReturnType<typeof caseView>>;

/** The application around the case, or nothing for those who may see cases but not what people wrote. */
async function readableFile(request: PageRequest, applicationId: string): Promise<ApplicationFile | undefined> {
  try {
    return await request.app.applications.readApplication(request.actor, applicationId);
  } catch (error) {
    if (request.explain(error)?.code === 'applications/unknown-application') return undefined;
    throw error;
  }
}

const employeeIn = (by: string): string[] => (by.startsWith('employee:') ? [by.slice('employee:'.length)] : []);

function peopleIn({ phase }: CaseState, decision: DecisionState | undefined): string[] {
  const officer = 'officerId' in phase ? [phase.officerId] : [];
  const signed = decision?.phase.status === 'signed' ? [decision.phase.signedBy] : [];
  return [...officer, ...signed, ...(decision ? [decision.draftedBy] : [])];
}

/** The legal date with its reason; of an ended case only the date. */
function dueOf(request: PageRequest, { due, phase }: CaseState) {
  if (due === undefined) return undefined;
  const { app, language } = request;
  const hasEnded = isEnded({ phase });
  return {
    on: due.on,
    provisional: due.derivation.provisional,
    ...(hasEnded ? {} : { standing: dueStanding(calendarOf(app.catalogue.current, due), todayOf(request), due.on) }),
    why: request.explainDue(due, language),
    rows: derivationRows(due.derivation, language),
  };
}

type Ground = Readonly<{ id: string; text: Localized; clause?: string | undefined; cure?: Localized | undefined }>;
const groundView = ({ id, text, clause, cure }: Ground): Ground => ({ id, text, clause, cure });

function decisionView(decision: DecisionState, pack: Pack, { serviceId }: CaseState) {
  const service = indexPack(pack).services.get(serviceId);
  const { content, phase, draftedBy, id } = decision;
  return {
    id,
    draftedBy,
    phase,
    outcome: content.outcome,
    text: content.text,
    fields: content.fields,
    groundIds: content.grounds,
    grounds: (service?.grounds ?? []).filter((ground) => content.grounds.includes(ground.id)).map(groundView),
    document: service?.result.document,
  };
}

function intakeGroundsOf({ phase }: CaseState, pack: Pack): readonly Ground[] {
  if (phase.status !== 'rejected') return [];
  return pack.intakeGrounds.filter(({ id }) => phase.grounds.includes(id)).map(groundView);
}

async function filedView(request: PageRequest, file: ApplicationFile, state: CaseState) {
  const { app } = request;
  const { application, filing, pack, cases } = file;
  const { answers, provenance } = answersOfCase(file, state);
  const { own, other } = filedForm(pack, { answers, serviceId: state.serviceId });
  const siblings = cases.filter(({ id }) => id !== state.id);
  const known = await knownOf(request, siblings);
  const situation = pack.situations.find(({ id }) => id === application.subject)?.name;
  return {
    number: application.number,
    subject: situation ?? namesIn(pack).service(state.serviceId),
    receivedOn: application.receivedOn,
    applicant: filing.applicant.name,
    own,
    other,
    answers,
    provenance,
    leftOut: (application.leftOut ?? []).map((key) => itemName(pack, key)),
    again: againOf(file, state),
    asks: asksOf(file, state),
    additions: additionsOf(file, state),
    documents: await documentsOf(app, file, { forms: [own, other], answers }),
    place: filing.place,
    ground: filing.place ? await app.territory.surroundings(filing.place.outline) : undefined,
    siblings: siblings.map((one) => ({
      ...caseRow(request, one, known),
      department: namesIn(pack).departmentShort(one.departmentId),
    })),
  };
}

/** What the applicant was asked to supply, with the answers once they are there. */
function asksOf(file: ApplicationFile, state: CaseState) {
  const pack = file.packs.get(state.packVersion) ?? file.pack;
  const { answers, provenance } = answersOfCase(file, state);
  return (state.asks ?? []).map(({ id, text, elements, due, suppliedAt }) => ({
    id,
    text,
    dueOn: due.on,
    fields: elements.flatMap((one) => indexPack(pack).elements.get(one)?.label ?? []),
    ...(suppliedAt
      ? {
          suppliedAt,
          answers,
          provenance,
          form: formOfElements(pack, { isAsked: (one) => elements.includes(one), isRequired: false })({}),
        }
      : {}),
  }));
}

/** The case in whose place this one is, with what the applicant changed since. */
function againOf(file: ApplicationFile, state: CaseState) {
  const failed = file.cases.find(({ id }) => id === state.again?.caseId);
  if (failed === undefined) return undefined;
  const pack = file.packs.get(state.packVersion) ?? file.pack;
  const answers = { before: answersOfCase(file, failed).answers, after: answersOfCase(file, state).answers };
  return { caseId: failed.id, number: failed.number, changed: changedAnswers(pack, state.serviceId, answers) };
}

/** The list in which the case stands, for the pane beside it. */
function listOf({ phase }: CaseState, isMine: boolean): CaseList {
  if (phase.status === 'waiting') return 'waiting';
  if (phase.status === 'completed' || phase.status === 'refused') return 'toSign';
  if (phase.status === 'started') return 'open';
  if (phase.status === 'assigned' || phase.status === 'accepted') return isMine ? 'mine' : 'open';
  return 'done';
}

async function paneOf(request: PageRequest, state: CaseState) {
  const { actor } = request;
  if (actor.kind !== 'employee' || actor.departmentId !== state.departmentId) return undefined;
  const isMine = 'officerId' in state.phase && state.phase.officerId === actor.employeeId;
  const list = listOf(state, isMine);
  const view = await queueView(request, { departmentId: state.departmentId, list, size: 25 });
  return view.of === 'cases' ? { list, rows: view.rows } : undefined;
}

type Around = Readonly<{
  state: CaseState;
  pack: Pack;
  decision: DecisionState | undefined;
  place: ApplicationFile['filing']['place'];
  answers: ApplicationFile['filing']['answers'];
}>;

/** The questions of a service that its applicant may be asked, in the order of the form. */
function askableIn(pack: Pack, service: Service | undefined) {
  const own = service ? elementsOf(service) : new Set<string>();
  const { pages } = formOfElements(pack, { isAsked: (id) => own.has(id), isRequired: false })({});
  return pages.flatMap(({ questions }) => questions.map(({ element: { id, label } }) => ({ id, label })));
}

/** What may be done now, and what each form offers to choose from. */
function workView({ app, actor }: PageRequest, { state, pack, decision, place, answers }: Around) {
  const { departments, departmentOfDistrict, services } = indexPack(pack);
  const service = services.get(state.serviceId);
  const addressee = (id: string) => {
    const found = departments.get(id);
    return found === undefined || id === state.departmentId ? [] : [{ id, name: found.name }];
  };
  const ofDistrict = place ? departmentOfDistrict.get(place.district.id)?.id : undefined;
  const anybody = pack.departments.flatMap(({ id }) => addressee(id));
  return {
    steps: app.cases.possibleSteps(actor, state),
    isOwnDraft: actor.kind === 'employee' && decision?.draftedBy === actor.employeeId,
    extensions: service?.extensions ?? [],
    agencies: pack.departments.filter(({ kind }) => kind === 'outside').map(({ id, name }) => ({ id, name })),
    intakeGrounds: pack.intakeGrounds.map(groundView),
    grounds: (service?.grounds ?? []).map(groundView),
    register: registersOfService(pack, state.serviceId)[0]?.name,
    askable: askableIn(pack, service),
    recordAct: service?.result.record?.act ?? ('enter' as const),
    record: recordQuestions(pack, state.serviceId, answers),
    usual: (service?.requests ?? []).map(({ id, name, question, term, to }) => {
      const asked = to === 'district' ? (ofDistrict ? [ofDistrict] : []) : to;
      const found = asked.flatMap(addressee);
      return { id, name, question, term, to: found.length > 0 ? found : anybody };
    }),
    anybody,
  };
}

/** The day that forms of the term begin with: today, or the first of its days where what came in the evening counts from tomorrow. */
const later = (today: string, start = today): string => (start > today ? start : today);
