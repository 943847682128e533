import { useLoaderData } from 'react-router';
import { ButtonLink, ButtonRow } from '#ui/button/Button.tsx';
import { DefinitionList } from '#ui/definition-list/DefinitionList.tsx';
import { Details } from '#ui/details/Details.tsx';
import { dateIn } from '#ui/format.ts';
import { page } from '#ui/page.ts';
import { PageHead } from '#ui/page-head/PageHead.tsx';
import { Panel } from '#ui/panel/Panel.tsx';
import { Table } from '#ui/table/Table.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';
import styles from './follow.module.css';

/** What was filed, when, and which cases it opened. Rests on nothing outside the city. */
export const loader = page(async ({ app, actor, param }) => {
  const view = await app.applications.follow(actor, param('application'));
  return { ...view, timeZone: app.catalogue.current.city.timeZone };
});

type Receipt = Awaited<ReturnType<typeof loader>>;

export default function ReceiptPage() {
  const view = useLoaderData<typeof loader>();
  const t = useText();
  const local = useLocal();
  const words = useWords();
  const own = view.parts.filter(({ kind }) => kind !== 'service');
  return (
    <>
      <PageHead title={t('receipt.title')} caption={local(view.situation)} />
      <p>
        {t('receipt.number')}
        <span className={styles.number}>{view.number}</span>
      </p>
      <Facts view={view} />
      <Panel title={t('receipt.cases')}>
        <p className="screen-only">{t('receipt.cases-lead')}</p>
        <div className={styles.wide}>
          <Cases view={view} />
        </div>
        <CasesOnPhone view={view} />
      </Panel>
      {own.length > 0 && (
        <Panel title={t('receipt.own-steps')}>
          <p>{own.map(({ name }) => local(name)).join(' · ')}</p>
        </Panel>
      )}
      {view.leftOut.length > 0 && <p>{t('leave.without', { names: view.leftOut.map(local).join('; ') })}</p>}
      <p className={`${styles.digest} soft`}>
        {t('receipt.digest')}: <code>{view.digest}</code>
      </p>
      {view.again.map(({ at, caseNumber, service, digest }) => (
        <p key={caseNumber} className={`${styles.digest} soft`}>
          {t('follow.receipt-again', {
            date: words.date(dateIn(at, view.timeZone)),
            service: local(service),
            number: caseNumber,
          })}{' '}
          <code>{digest}</code>
        </p>
      ))}
      <p className="screen-only soft">{t('receipt.keep')}</p>
      <div className="screen-only">
        <ButtonRow>
          <ButtonLink to={`/applications/${view.applicationId}`}>{t('receipt.follow')}</ButtonLink>
        </ButtonRow>
      </div>
    </>
  );
}

function Facts({ view }: Readonly<{ view: Receipt }>) {
  const t = useText();
  const local = useLocal();
  const words = useWords();
  const isNextDay = view.receivedOn !== dateIn(view.filedAt, view.timeZone);
  const receivedOn = words.date(view.receivedOn);
  const received = isNextDay ? t('receipt.after-hours', { date: receivedOn }) : receivedOn;
  const place = [view.place?.cadastralNumber, view.place?.address && local(view.place.address)];
  return (
    <DefinitionList
      dense
      facts={[
        { name: t('receipt.filed-at'), value: words.instant(view.filedAt, view.timeZone) },
        { name: t('receipt.received-on'), value: received },
        { name: t('receipt.applicant'), value: view.applicantName },
        ...(view.place ? [{ name: t('check.place'), value: place.filter(Boolean).join(', ') }] : []),
        { name: t('receipt.ends-on'), value: words.dated(words.date(view.endsOn), view.plan) },
      ]}
    />
  );
}

/** The same on a small screen: a line or two for a case, what it waits for folded. */
function CasesOnPhone({ view }: Readonly<{ view: Receipt }>) {
  const t = useText();
  const local = useLocal();
  const words = useWords();
  return (
    <ul className={`${styles.rows} ${styles.phone}`}>
      {view.parts
        .filter(({ kind }) => kind === 'service')
        .map(({ key, caseNumber, name, owner, due, awaits }) => (
          <li key={key}>
            <b>{local(name)}</b>
            <small className="soft">
              {caseNumber}
              {owner && `, ${local(owner)}`}
            </small>
            {due ? (
              <span>{words.dated(t('follow.until', { date: words.dateAs('until', due.on) }), due.derivation)}</span>
            ) : (
              <Details summary={t('receipt.after-others')}>
                <ul>
                  {[...new Set(awaits.map(({ from }) => local(from)))].map((from) => (
                    <li key={from}>{from}</li>
                  ))}
                </ul>
              </Details>
            )}
          </li>
        ))}
    </ul>
  );
}

function Cases({ view }: Readonly<{ view: Receipt }>) {
  const t = useText();
  const local = useLocal();
  const words = useWords();
  return (
    <Table
      caption={t('receipt.cases')}
      hideCaption
      rows={view.parts.filter(({ kind }) => kind === 'service')}
      rowKey={({ key }) => key}
      columns={[
        { name: t('receipt.case'), cell: ({ caseNumber }) => <span className={styles.caseNumber}>{caseNumber}</span> },
        { name: t('receipt.service'), cell: ({ name }) => local(name) },
        { name: t('receipt.department'), cell: ({ owner }) => owner && local(owner) },
        {
          name: t('receipt.due'),
          cell: ({ due, awaits }) =>
            due
              ? words.dated(words.date(due.on), due.derivation)
              : t('receipt.due-after', { what: [...new Set(awaits.map(({ from }) => local(from)))].join('; ') }),
        },
      ]}
    />
  );
}
