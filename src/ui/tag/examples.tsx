import type { ComponentExamples } from '#ui/gallery/example.ts';
import { useText } from '#ui/text.tsx';
import { Tag } from './Tag.tsx';

export const tagExamples: ComponentExamples = {
  component: 'Tag',
  examples: [
    {
      name: 'states',
      Show() {
        const t = useText();
        return (
          <p>
            <Tag kind="wait">{t('status.waiting')}</Tag> <Tag kind="work">{t('status.accepted')}</Tag>{' '}
            <Tag kind="done">{t('status.signed')}</Tag> <Tag kind="turn">{t('status.open')}</Tag>{' '}
            <Tag kind="alarm">{t('status.rejected')}</Tag>
          </p>
        );
      },
    },
  ],
};
