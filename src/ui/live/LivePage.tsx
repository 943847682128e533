import { type ReactNode, use } from 'react';
import { FrameContext } from '#ui/frame.ts';
import { useText } from '#ui/text.tsx';
import script from './live-page.js?url';

/** A page that renews itself at news of its topic. Without scripts it says how to see what changed. */
export function LivePage({ topic, children }: Readonly<{ topic: string; children: ReactNode }>) {
  const t = useText();
  const { nonce } = use(FrameContext);
  return (
    <>
      {children}
      <p className="soft screen-only" data-live={topic} data-text={t('follow.live')}>
        {t('follow.reload')}
      </p>
      <script type="module" src={script} nonce={nonce} />
    </>
  );
}
