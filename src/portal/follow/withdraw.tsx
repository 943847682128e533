import { redirect, useLoaderData } from 'react-router';
import { Withdraw } from '#modules/applications/commands.ts';
import { Button, ButtonRow } from '#ui/button/Button.tsx';
import { Csrf } from '#ui/csrf.tsx';
import { formAction, type PageRequest, page } from '#ui/page.ts';
import { PageHead } from '#ui/page-head/PageHead.tsx';
import { Panel } from '#ui/panel/Panel.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import styles from './follow.module.css';

/** What the address asks to withdraw: one case, or everything. */
function asked({ param, url }: Pick<PageRequest, 'param' | 'url'>): Withdraw {
  const caseId = url.searchParams.get('case');
  return Withdraw.parse({ applicationId: param('application'), ...(caseId === null ? {} : { caseId }) });
}

/** Asks whether it is meant: every case that would end stands here. */
export const loader = page(async (request) => {
  const { app, actor } = request;
  const input = asked(request);
  const [ends, view] = await Promise.all([
    app.applications.previewWithdrawal(actor, input),
    app.applications.follow(actor, input.applicationId),
  ]);
  const isPart = input.caseId !== undefined;
  const ids = new Set(ends.map(({ id }) => id));
  const ending = view.parts.filter(({ caseId }) => caseId !== undefined && ids.has(caseId));
  const cases = ending.map(({ name, owner, caseNumber }) => ({ name, owner, caseNumber }));
  return { applicationId: input.applicationId, number: view.number, isPart, cases };
});

/** Ends the cases as withdrawn; their departments are told. */
export const action = formAction(async (request) => {
  const input = asked(request);
  await request.app.applications.withdraw(request.actor, input);
  return redirect(`/applications/${input.applicationId}`);
});

export default function WithdrawPage() {
  const { applicationId, number, isPart, cases } = useLoaderData<typeof loader>();
  const t = useText();
  const local = useLocal();
  return (
    <>
      <PageHead
        title={t(isPart ? 'follow.withdraw-part-title' : 'follow.withdraw-title', { number })}
        lead={t(cases.length === 0 ? 'follow.withdraw-none' : 'follow.withdraw-lead')}
        back={`/applications/${applicationId}`}
      />
      {cases.length > 0 && (
        <Panel title={t('follow.withdraw-cases')}>
          <ul className={styles.rows}>
            {cases.map(({ name, owner, caseNumber }) => (
              <li key={caseNumber}>
                <b>{local(name)}</b>
                <small className="soft">
                  {caseNumber}
                  {owner && `, ${local(owner)}`}
                </small>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <form method="post">
        <Csrf />
        <ButtonRow>
          <Button kind="danger">{t('follow.withdraw-do')}</Button>
          <a href={`/applications/${applicationId}`}>{t('follow.withdraw-keep')}</a>
        </ButtonRow>
      </form>
    </>
  );
}
