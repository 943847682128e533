import type { CaseStatus, Outcome } from '#modules/cases/index.ts';
import type { RequestStatus } from '#modules/requests/index.ts';
import { Tag, type TagKind } from '#ui/tag/Tag.tsx';
import { useText } from '#ui/text.tsx';

const caseKinds: Readonly<Record<CaseStatus, TagKind>> = {
  waiting: 'wait',
  started: 'turn',
  assigned: 'work',
  accepted: 'work',
  completed: 'turn',
  refused: 'turn',
  signed: 'done',
  rejected: 'alarm',
  notNeeded: 'wait',
  withdrawn: 'wait',
};

/** Where a case stands, in the words of those who work on it. */
export function CaseTag({ status, outcome }: Readonly<{ status: CaseStatus; outcome?: Outcome | undefined }>) {
  const t = useText();
  if (status === 'signed' && outcome === 'refused') return <Tag kind="alarm">{t('work.status-signed-refused')}</Tag>;
  return <Tag kind={caseKinds[status]}>{t(`work.status-${status}`)}</Tag>;
}

const requestKinds: Readonly<Record<RequestStatus, TagKind>> = {
  started: 'turn',
  assigned: 'work',
  completed: 'done',
  rejected: 'alarm',
  cancelled: 'wait',
};

/** Where a request stands. */
export function RequestTag({ status }: Readonly<{ status: RequestStatus }>) {
  const t = useText();
  return <Tag kind={requestKinds[status]}>{t(`work.request-${status}`)}</Tag>;
}
