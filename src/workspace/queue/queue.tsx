import { data, redirect, useActionData, useLoaderData } from 'react-router';
import { Button } from '#ui/button/Button.tsx';
import { CalendarFeed } from '#ui/calendar-feed/CalendarFeed.tsx';
import { actOnFeed, feedSince } from '#ui/calendar-feed/feed-act.ts';
import { LivePage } from '#ui/live/LivePage.tsx';
import { formAction, type PageRequest, page } from '#ui/page.ts';
import { Pagination } from '#ui/pagination/Pagination.tsx';
import { Tabs } from '#ui/tabs/Tabs.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import { sectionsFor } from '../sections.ts';
import styles from '../work.module.css';
import { caseLists, listPath, readCursor, readList, requestLists, type WorkList } from './lists.ts';
import { CaseTable, RequestTable } from './QueueTables.tsx';
import { queueView } from './queue-view.ts';

/** The queue of a department, the earliest legal date first. Who sees across departments may look at another's. */
export const loader = page(async (request) => {
  const { app, actor, url } = request;
  if (actor.kind !== 'employee') throw data(null, { status: 403 });
  const sections = sectionsFor(actor.roles);
  if (!sections.includes('queue')) throw redirect(`/work/${sections[0] ?? 'catalogue'}`);
  const departments = app.catalogue.current.departments.filter(({ kind }) => kind === 'city');
  const asked = departments.find(({ id }) => id === url.searchParams.get('department'));
  const department = asked ?? departments.find(({ id }) => id === actor.departmentId);
  const departmentId = department?.id ?? actor.departmentId;
  const list = readList(url.searchParams.get('list'));
  const after = readCursor(url.searchParams.get('after'));
  const [view, counts, feed] = await Promise.all([
    queueView(request, { departmentId, list, after }),
    countsOf(request, departmentId),
    feedSince(request),
  ]);
  const seesAll = actor.roles.some((role) => role === 'lean' || role === 'auditor');
  return {
    view,
    counts,
    feed,
    list,
    isFirstPage: after === undefined,
    departmentId,
    isOwn: departmentId === actor.departmentId,
    department: department?.name,
    departments: seesAll ? departments.map(({ id, name }) => ({ id, name })) : [],
  };
});

/** Makes or ends the officer's calendar feed. */
export const action = formAction(async (request) => {
  const fed = await actOnFeed(request);
  return fed?.address === undefined ? redirect('/work') : data(fed);
});

async function countsOf(
  { app, actor }: PageRequest,
  departmentId: string,
): Promise<Record<WorkList, number | undefined>> {
  const isOwn = actor.kind === 'employee' && actor.departmentId === departmentId;
  const [statuses, requests, mine] = await Promise.all([
    app.cases.countQueue(actor, departmentId),
    app.requests.countQueue(actor, departmentId),
    isOwn ? app.cases.countMine(actor) : undefined,
  ]);
  const of = (...names: readonly string[]) => names.reduce((sum, name) => sum + (statuses.get(name) ?? 0), 0);
  return {
    open: of('started', 'assigned', 'accepted'),
    mine,
    waiting: of('waiting'),
    toSign: of('completed', 'refused'),
    done: undefined,
    asked: requests.received,
    asking: requests.sent,
  };
}

export default function QueuePage() {
  const shown = useLoaderData<typeof loader>();
  const { view, list, counts, isFirstPage } = shown;
  const made = useActionData<typeof action>();
  const t = useText();
  const local = useLocal();
  const department = shown.isOwn ? undefined : shown.departmentId;
  const title = shown.department ? t('work.queue-of', { department: local(shown.department) }) : t('work.queue');
  const lists = [...caseLists, ...requestLists].filter((one) => one !== 'mine' || shown.isOwn);
  return (
    <LivePage topic={`department:${shown.departmentId}`}>
      <title>{`${title} · ${t('shell.brand')}`}</title>
      <h1>{title}</h1>
      {shown.departments.length > 0 && <DepartmentChoice shown={shown} />}
      <Tabs
        label={t('work.lists')}
        tabs={lists.map((one) => {
          const count = counts[one];
          return {
            to: listPath({ list: one, department }),
            name: t(`work.list-${one}`),
            isCurrent: one === list,
            ...(count === undefined ? {} : { count }),
          };
        })}
      />
      {view.rows.length === 0 && <p className="soft">{t(`work.empty-${list}`)}</p>}
      {view.of === 'cases' && view.rows.length > 0 && <CaseTable rows={view.rows} caption={t(`work.list-${list}`)} />}
      {view.of === 'requests' && view.rows.length > 0 && (
        <RequestTable rows={view.rows} caption={t(`work.list-${list}`)} isAsking={list === 'asking'} />
      )}
      {!isFirstPage && <a href={listPath({ list, department })}>{t('work.first-page')}</a>}
      <Pagination {...(view.next ? { next: listPath({ list, department, after: view.next }) } : {})} />
      <CalendarFeed since={shown.feed} address={made?.address} />
    </LivePage>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

function DepartmentChoice({ shown }: Readonly<{ shown: Shown }>) {
  const t = useText();
  const local = useLocal();
  return (
    <form method="get" action="/work" className={styles.filter}>
      <div>
        <label htmlFor="department">{t('work.department')}</label>
        <select id="department" name="department" defaultValue={shown.departmentId}>
          {shown.departments.map(({ id, name }) => (
            <option key={id} value={id}>
              {local(name)}
            </option>
          ))}
        </select>
      </div>
      <Button kind="second">{t('work.show')}</Button>
    </form>
  );
}
