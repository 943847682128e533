import { Notice } from '#ui/notice/Notice.tsx';
import { useText } from '#ui/text.tsx';
import { PlainText } from './PlainText.tsx';

export default function AboutPage() {
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
      <Notice kind="plain">{t('about.demo')}</Notice>
    </>
  );
}
