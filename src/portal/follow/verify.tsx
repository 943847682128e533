import { redirect, useLoaderData } from 'react-router';
import type { Confirmation } from '#modules/documents/index.ts';
import { Button } from '#ui/button/Button.tsx';
import { DefinitionList } from '#ui/definition-list/DefinitionList.tsx';
import { ErrorSummary } from '#ui/error-summary/ErrorSummary.tsx';
import { TextField } from '#ui/field/ChoiceField.tsx';
import { Notice } from '#ui/notice/Notice.tsx';
import { page } from '#ui/page.ts';
import { PageHead } from '#ui/page-head/PageHead.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';
import styles from '../draft/draft.module.css';
import followStyles from './follow.module.css';
import { RecordLater } from './RecordLater.tsx';

/** What the city confirms of a document by the code printed on it. */
export const loader = page(async ({ app, param, url }) => {
  const typed = url.searchParams.get('code')?.trim().slice(0, 60);
  if (typed) throw redirect(`/verify/${encodeURIComponent(typed)}`);
  const code = param('code');
  const found = code === '' ? undefined : await app.documents.verify(code);
  return { code, ...(found ? { found } : {}) };
});

export default function VerifyPage() {
  const { code, found } = useLoaderData<typeof loader>();
  const t = useText();
  const error = code !== '' && !found ? t('verify.unknown') : undefined;
  return (
    <>
      <ErrorSummary errors={error ? [{ target: 'code', text: error }] : []} />
      <PageHead title={t('verify.title')} lead={t('verify.lead')} hasErrors={error !== undefined} />
      {found ? <Confirmed found={found} /> : <AskCode code={code} error={error} />}
    </>
  );
}

function AskCode({ code, error }: Readonly<{ code: string; error: string | undefined }>) {
  const t = useText();
  return (
    <form action="/verify" className={styles.question}>
      <TextField
        name="code"
        label={t('verify.code')}
        defaultValue={code}
        spellCheck={false}
        autoComplete="off"
        {...(error ? { error } : {})}
      />
      <Button>{t('verify.check')}</Button>
    </form>
  );
}

function Confirmed({ found }: Readonly<{ found: Confirmation }>) {
  const t = useText();
  const local = useLocal();
  const words = useWords();
  const isAsIssued = found.status === 'valid' && found.later.length === 0;
  const kind = isAsIssued ? 'city' : found.status === 'revoked' ? 'alarm' : 'turn';
  return (
    <>
      <Notice
        kind={kind}
        title={t(found.status === 'valid' && !isAsIssued ? 'verify.outdated' : `verify.${found.status}`)}
      >
        <RecordLater later={found.later} />
      </Notice>
      <DefinitionList
        facts={[
          { name: t('verify.document'), value: local(found.title) },
          { name: t('verify.number'), value: <span className="number">{found.number}</span> },
          { name: t('verify.issued'), value: words.date(found.issuedOn) },
          { name: t('receipt.service'), value: local(found.service) },
          { name: t('receipt.department'), value: local(found.department) },
          { name: t('verify.outcome'), value: t(`verify.${found.outcome}`) },
          ...(found.recordNumber ? [{ name: t('verify.record'), value: found.recordNumber }] : []),
          { name: 'SHA-256', value: <code className={followStyles.digest}>{found.digest}</code> },
        ]}
      />
      <p className="soft">{t('verify.digest-hint')}</p>
    </>
  );
}
