import type { ComponentExamples } from '#ui/gallery/example.ts';
import { useText } from '#ui/text.tsx';
import { Button, ButtonLink, ButtonRow } from './Button.tsx';

export const buttonExamples: ComponentExamples = {
  component: 'Button',
  examples: [
    {
      name: 'kinds',
      Show() {
        const t = useText();
        return (
          <ButtonRow>
            <Button>{t('draft.continue')}</Button>
            <Button kind="second">{t('plan.change-place')}</Button>
            <Button kind="danger">{t('my.discard')}</Button>
            <Button kind="quiet">{t('shell.sign-out')}</Button>
          </ButtonRow>
        );
      },
    },
    {
      name: 'link',
      Show() {
        const t = useText();
        return <ButtonLink to="/">{t('situation.begin')}</ButtonLink>;
      },
    },
  ],
};
