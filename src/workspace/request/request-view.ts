import { derivationRows } from '#modules/calendar/index.ts';
import type { RequestState } from '#modules/requests/index.ts';
import type { PageRequest } from '#ui/page.ts';
import { calendarOf, dueStanding } from '../due.ts';
import { namesIn } from '../names.ts';
import { todayOf } from '../queue/queue-view.ts';

/** Everything the page of a request shows. */
export async function requestView(request: PageRequest, requestId: string) {
  const { app, actor, language, explainDue } = request;
  const state = await app.requests.getRequest(actor, requestId);
  const pack = app.catalogue.current;
  const names = namesIn(pack);
  const { phase, due } = state;
  const answerIds = phase.status === 'completed' ? phase.documentIds : [];
  const [people, documents, answerDocuments, place] = await Promise.all([
    app.people.names([...employeeIn(state.askedBy), ...('officerId' in phase ? [phase.officerId] : [])]),
    app.documents.list(state.documentIds),
    app.documents.list(answerIds),
    placeOf(request, state),
  ]);
  const file = ({ id, name, size }: (typeof documents)[number]) => ({ id, name, size, href: `/documents/${id}` });
  return {
    id: state.id,
    caseId: state.caseId,
    caseNumber: state.caseNumber,
    service: names.service(state.serviceId),
    subject: state.subject,
    question: state.question,
    from: names.department(state.fromDepartmentId),
    to: names.department(state.toDepartmentId),
    isOutside: state.isOutside,
    askedAt: state.askedAt,
    askedBy: people.get(employeeIn(state.askedBy)[0] ?? ''),
    timeZone: pack.city.timeZone,
    phase,
    since: state.since,
    officer: 'officerId' in phase ? people.get(phase.officerId) : undefined,
    documents: documents.map(file),
    answerDocuments: answerDocuments.map(file),
    due: {
      on: due.on,
      standing: dueStanding(calendarOf(pack, due), todayOf(request), due.on),
      why: explainDue(due, language),
      rows: derivationRows(due.derivation, language),
    },
    place,
    steps: app.requests.possibleSteps(actor, state),
  };
}
export type RequestView = Awaited<ReturnType<typeof requestView>>;

const employeeIn = (by: string): string[] => (by.startsWith('employee:') ? [by.slice('employee:'.length)] : []);

/** The place the application is about, for those who may read the application. */
async function placeOf({ app, actor, explain }: PageRequest, { applicationId }: RequestState) {
  try {
    const { application, filing } = await app.applications.readApplication(actor, applicationId);
    const ground = filing.place ? await app.territory.surroundings(filing.place.outline) : undefined;
    return { number: application.number, applicant: filing.applicant.name, place: filing.place, ground };
  } catch (error) {
    if (explain(error)?.code === 'applications/unknown-application') return undefined;
    throw error;
  }
}
