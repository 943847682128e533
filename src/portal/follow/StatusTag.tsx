import type { Part } from '#modules/applications/index.ts';
import { Tag, type TagKind } from '#ui/tag/Tag.tsx';
import { useText } from '#ui/text.tsx';

const kinds: Readonly<Record<Part['status'], TagKind>> = {
  waiting: 'wait',
  started: 'work',
  assigned: 'work',
  accepted: 'work',
  completed: 'work',
  refused: 'work',
  signed: 'done',
  rejected: 'alarm',
  notNeeded: 'wait',
  withdrawn: 'wait',
  open: 'turn',
  done: 'done',
};

/** Where a part stands, in the applicant's words. A drafted decision looks the same whether it grants or refuses: it is not signed yet. */
export function StatusTag({ status, isRefused = false }: Readonly<{ status: Part['status']; isRefused?: boolean }>) {
  const t = useText();
  if (status === 'signed' && isRefused) return <Tag kind="alarm">{t('status.signed-refused')}</Tag>;
  return <Tag kind={kinds[status]}>{t(`status.${status}`)}</Tag>;
}
