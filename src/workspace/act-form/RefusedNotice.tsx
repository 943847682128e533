import { ErrorSummary } from '#ui/error-summary/ErrorSummary.tsx';
import { Notice } from '#ui/notice/Notice.tsx';
import { useText } from '#ui/text.tsx';
import type { TextId } from '#ui/texts/ru/index.ts';
import type { Refused } from '../posted.ts';
import { fieldLabels, idOf, useMistakeText } from './ActForm.tsx';

type RefusedNoticeProps = Readonly<{
  refused: Refused | undefined;
  /** Labels that differ from the usual ones, by field. */
  labels?: Readonly<Record<string, TextId>>;
  /** Mistakes in fields of a record, with the controls they are about. */
  more?: readonly Readonly<{ target: string; text: string }>[];
}>;

/** Why the last act did nothing and what to do about it; what was typed stands in its form still. */
export function RefusedNotice({ refused, labels = {}, more = [] }: RefusedNoticeProps) {
  const t = useText();
  const mistakeText = useMistakeText();
  if (refused === undefined) return null;
  const errors = refused.mistakes.map((mistake) => {
    const label = t(labels[mistake.name] ?? fieldLabels[mistake.name] ?? 'work.question');
    return { target: idOf(refused.act, mistake.name), text: mistakeText(mistake, label) ?? '' };
  });
  return (
    <>
      <ErrorSummary errors={[...errors, ...more]} />
      {refused.problem && (
        <div role="alert">
          <Notice kind="alarm" title={refused.problem.title}>
            <p>{refused.problem.whatToDo}</p>
            {refused.hadFiles && <p>{t('work.files-again')}</p>}
          </Notice>
        </div>
      )}
    </>
  );
}

/** Acts whose result the next page tells, by the name in its address. */
const doneNames = [
  'take',
  'giveBack',
  'accept',
  'reject',
  'notNeeded',
  'ask',
  'askApplicant',
  'suspend',
  'resume',
  'extend',
  'draft',
  'sendBack',
  'sign',
  'requestTake',
  'answer',
  'requestRefuse',
  'cancel',
] as const;

/** The act just done, as the address says; nothing for an address that somebody made up. */
export const readDone = (name: string | null) => doneNames.find((one) => one === name);

/** What has just been done. */
export function DoneNotice({ done }: Readonly<{ done: ReturnType<typeof readDone> }>) {
  const t = useText();
  if (done === undefined) return null;
  return (
    <div role="status">
      <Notice>
        <p>{t(`work.done-${done}`)}</p>
      </Notice>
    </div>
  );
}
