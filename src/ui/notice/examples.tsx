import { type ComponentExamples, sample } from '#ui/gallery/example.ts';
import { useLocal, useText } from '#ui/text.tsx';
import { Notice, type NoticeKind } from './Notice.tsx';

const kinds = {
  city: 'verify.valid',
  turn: 'follow.your-turn',
  alarm: 'verify.revoked',
  plain: 'follow.your-turn-none',
} as const satisfies Record<NoticeKind, string>;

const noticeKinds: readonly NoticeKind[] = ['city', 'turn', 'alarm', 'plain'];

export const noticeExamples: ComponentExamples = {
  component: 'Notice',
  examples: noticeKinds.map((kind) => ({
    name: kind,
    Show() {
      const t = useText();
      const local = useLocal();
      return (
        <Notice kind={kind} title={t(kinds[kind])}>
          <p>{local(sample.sentence)}</p>
        </Notice>
      );
    },
  })),
};
