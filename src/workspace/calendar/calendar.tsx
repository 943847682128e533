import { data, redirect, useActionData, useLoaderData } from 'react-router';
import { DecideDay, PreviewDay, ProposeDay } from '#modules/holidays/commands.ts';
import { Button, ButtonRow } from '#ui/button/Button.tsx';
import { Csrf } from '#ui/csrf.tsx';
import { LivePage } from '#ui/live/LivePage.tsx';
import { Notice } from '#ui/notice/Notice.tsx';
import { formAction, page } from '#ui/page.ts';
import { PageHead } from '#ui/page-head/PageHead.tsx';
import { Table } from '#ui/table/Table.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';
import { namesIn } from '../names.ts';
import styles from '../work.module.css';

/** Days added to calendars, and what another one would do to open cases. */
export const loader = page(async ({ app, actor, url, explain }) => {
  const pack = app.catalogue.current;
  const days = await app.holidays.list(actor);
  const ids = days.flatMap(({ proposedBy, approvedBy }) => [proposedBy, approvedBy ?? '']);
  const people = await app.people.names(ids.flatMap((by) => by.split(':')[1] ?? []));
  const nameOf = (by: string | undefined) => people.get(by?.split(':')[1] ?? '');
  const asked = PreviewDay.safeParse({
    calendarId: url.searchParams.get('calendar'),
    day: url.searchParams.get('day'),
  });
  const names = namesIn(pack);
  const own = actor.kind === 'employee' ? `employee:${actor.employeeId}` : '';
  const common = {
    calendars: pack.calendars.map(({ id, name }) => ({ id, name })),
    chosen: url.searchParams.get('calendar') ?? pack.city.calendar,
    day: url.searchParams.get('day') ?? '',
    days: days.map(({ id, calendarId, day, reason, proposedBy, approvedBy, approvedAt }) => ({
      id,
      calendar: pack.calendars.find((one) => one.id === calendarId)?.name,
      day,
      reason,
      proposed: nameOf(proposedBy),
      approved: approvedAt === undefined ? undefined : nameOf(approvedBy),
      isLaw: approvedAt !== undefined,
      isOwn: proposedBy === own,
    })),
  };
  if (!asked.success) return common;
  try {
    const { looked, moved, dates } = await app.holidays.preview(actor, asked.data);
    const rows = dates.map(({ serviceId, departmentId, ...move }) => ({
      ...move,
      service: names.service(serviceId),
      department: names.departmentShort(departmentId),
    }));
    return { ...common, preview: { looked, moved, rows } };
  } catch (error) {
    const problem = explain(error);
    if (problem?.status !== 422) throw error;
    return { ...common, refused: { title: problem.title, whatToDo: problem.whatToDo } };
  }
});

/** Propose, approve or withdraw a day. */
export const action = formAction(async ({ app, actor, text, explain }) => {
  try {
    if (text('act') === 'propose') {
      const proposal = { calendarId: text('calendar'), day: text('day'), reason: text('reason') };
      await app.holidays.propose(actor, ProposeDay.parse(proposal));
    }
    if (text('act') === 'approve') await app.holidays.approve(actor, DecideDay.parse({ id: text('id') }));
    if (text('act') === 'withdraw') await app.holidays.withdraw(actor, DecideDay.parse({ id: text('id') }));
    return redirect('/work/calendar');
  } catch (error) {
    const problem = explain(error);
    if (problem === undefined || problem.status === 401) throw error;
    return data({ title: problem.title, whatToDo: problem.whatToDo }, { status: problem.status });
  }
});

export default function CalendarPage() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? ('refused' in view ? view.refused : undefined);
  const t = useText();
  const local = useLocal();
  return (
    <LivePage topic="catalogue:calendars">
      <PageHead title={t('holiday.title')} lead={t('holiday.lead')} />
      {refused && (
        <div role="alert">
          <Notice kind="alarm" title={refused.title}>
            <p>{refused.whatToDo}</p>
          </Notice>
        </div>
      )}
      <form method="get" className={styles.filter}>
        <div>
          <label htmlFor="calendar">{t('holiday.calendar')}</label>
          <select id="calendar" name="calendar" defaultValue={view.chosen}>
            {view.calendars.map(({ id, name }) => (
              <option key={id} value={id}>
                {local(name)}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label htmlFor="day">{t('holiday.day')}</label>
          <input id="day" name="day" type="date" defaultValue={view.day} required />
        </div>
        <Button kind="second">{t('holiday.preview')}</Button>
      </form>
      {'preview' in view && view.preview && <Preview preview={view.preview} day={view.day} calendar={view.chosen} />}
      <Days days={view.days} />
    </LivePage>
  );
}

type View = Awaited<ReturnType<typeof loader>>;
type PreviewShown = NonNullable<Extract<View, { preview: unknown }>['preview']>;

/** What the day would do, and the proposal. */
function Preview({ preview, day, calendar }: Readonly<{ preview: PreviewShown; day: string; calendar: string }>) {
  const t = useText();
  const local = useLocal();
  const words = useWords();
  return (
    <section aria-labelledby="preview">
      <h2 id="preview">{t('holiday.would', { day: words.date(day) })}</h2>
      <p>{t('holiday.moved', { moved: words.number(preview.moved), looked: words.number(preview.looked) })}</p>
      {preview.rows.length > 0 && (
        <Table
          caption={t('holiday.moves')}
          rows={preview.rows}
          rowKey={(row) => `${row.service.en} ${row.department.en} ${row.from} ${row.to}`}
          columns={[
            { name: t('work.service'), cell: ({ service }) => local(service) },
            { name: t('work.department'), cell: ({ department }) => local(department) },
            { name: t('holiday.from'), cell: ({ from }) => words.date(from, 'short') },
            { name: t('holiday.to'), cell: ({ to }) => words.date(to, 'short') },
            { name: t('holiday.cases'), cell: ({ cases }) => words.number(cases), isNumber: true },
          ]}
        />
      )}
      <form method="post" className={styles.actBody}>
        <Csrf />
        <input type="hidden" name="calendar" value={calendar} />
        <input type="hidden" name="day" value={day} />
        <div>
          <label htmlFor="reason">{t('holiday.reason')}</label>
          <input id="reason" name="reason" type="text" required maxLength={500} />
        </div>
        <Button name="act" value="propose">
          {t('holiday.propose')}
        </Button>
      </form>
    </section>
  );
}

/** Days proposed and added; a second person approves. */
function Days({ days }: Pick<View, 'days'>) {
  const t = useText();
  const local = useLocal();
  const words = useWords();
  return (
    <section aria-labelledby="days">
      <h2 id="days">{t('holiday.days')}</h2>
      {days.length === 0 && <p className="soft">{t('holiday.none')}</p>}
      <ul className={styles.lines}>
        {days.map((one) => (
          <li key={one.id}>
            <b>{words.date(one.day)}</b>
            <small>{one.calendar && local(one.calendar)}</small>
            <span>{one.reason}</span>
            <small>
              {t('holiday.proposed-by', { name: one.proposed ?? t('work.no-name') })}
              {one.isLaw && `, ${t('holiday.approved-by', { name: one.approved ?? t('work.no-name') })}`}
            </small>
            {!one.isLaw && (
              <form method="post">
                <Csrf />
                <input type="hidden" name="id" value={one.id} />
                <ButtonRow>
                  {!one.isOwn && (
                    <Button name="act" value="approve">
                      {t('holiday.approve')}
                    </Button>
                  )}
                  <Button kind="second" name="act" value="withdraw">
                    {t('holiday.withdraw')}
                  </Button>
                </ButtonRow>
              </form>
            )}
            {!one.isLaw && one.isOwn && <small>{t('holiday.second-person')}</small>}
          </li>
        ))}
      </ul>
    </section>
  );
}
