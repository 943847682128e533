import { useLoaderData } from 'react-router';
import { Notice } from '#ui/notice/Notice.tsx';
import { page } from '#ui/page.ts';
import { useText } from '#ui/text.tsx';
import { PlainText } from './PlainText.tsx';

/** Only a demonstration says that it is one. */
export const loader = page(({ app }) => ({ isDemo: app.config.demo }));

export default function AboutPage() {
  const { isDemo } = useLoaderData<typeof loader>();
  const t = useText();
  return (
    <>
      <PlainText
        title={t('about.title')}
        lead={t('about.lead')}
        parts={[
          [t('about.one'), t('about.one-text')],
          [t('about.all'), t('about.all-text')],
          [t('about.terms'), t('about.terms-text')],
          [t('about.record'), t('about.record-text')],
        ]}
      />
      {isDemo && <Notice kind="plain">{t('about.demo')}</Notice>}
    </>
  );
}
