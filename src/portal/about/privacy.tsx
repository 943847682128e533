import { useText } from '#ui/text.tsx';
import { PlainText } from './PlainText.tsx';

export default function PrivacyPage() {
  const t = useText();
  return (
    <PlainText
      title={t('privacy.title')}
      lead={t('privacy.lead')}
      parts={[
        [t('privacy.kept'), t('privacy.kept-text')],
        [t('privacy.seen'), t('privacy.seen-text')],
        [t('privacy.cookies'), t('privacy.cookies-text')],
      ]}
    />
  );
}
