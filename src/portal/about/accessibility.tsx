import { useText } from '#ui/text.tsx';
import { PlainText } from './PlainText.tsx';

export default function AccessibilityPage() {
  const t = useText();
  return (
    <PlainText
      title={t('accessibility.title')}
      lead={t('accessibility.lead')}
      parts={[
        [t('accessibility.map'), t('accessibility.map-text')],
        [t('accessibility.standard'), t('accessibility.standard-text')],
      ]}
    />
  );
}
