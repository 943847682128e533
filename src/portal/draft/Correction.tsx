import type { AddingView, AgainView, AskedView } from '#modules/applications/index.ts';
import { ChangeList } from '#modules/forms/ui.ts';
import { Notice } from '#ui/notice/Notice.tsx';
import { Panel } from '#ui/panel/Panel.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';

type CorrectionProps = Readonly<{ again: AgainView }>;

/** Why the service was refused and what would cure it, above the form that corrects it. */
export function CorrectionHead({ again }: CorrectionProps) {
  const t = useText();
  const local = useLocal();
  return (
    <Notice kind="turn" title={t('again.title', { number: again.caseNumber })}>
      <p>{t('again.lead', { number: again.applicationNumber })}</p>
      <p>
        <b>{t('again.why')}</b>
      </p>
      <ul>
        {again.grounds.map(({ text, clause, cure }) => (
          <li key={text.en}>
            {local(text)}
            {clause && <p className="soft">{t('follow.clause', { clause })}</p>}
            {cure && <p>{t('service.cure', { text: local(cure) })}</p>}
          </li>
        ))}
      </ul>
      {again.text && <p>{again.text}</p>}
    </Notice>
  );
}

/** What an officer asks for and by when, above the form that supplies it. */
export function AskedHead({ asked }: Readonly<{ asked: AskedView }>) {
  const t = useText();
  const words = useWords();
  return (
    <Notice kind="turn" title={t('ask.title', { number: asked.caseNumber })}>
      <p>{t('ask.lead', { number: asked.applicationNumber })}</p>
      <p>{asked.text}</p>
      <p>{t('ask.until', { date: words.date(asked.dueOn) })}</p>
    </Notice>
  );
}

/** Which case is added to and what that means, above the form of an addition. */
export function AddingHead({ adding }: Readonly<{ adding: AddingView }>) {
  const t = useText();
  return (
    <Notice kind="plain" title={t('ask.title', { number: adding.caseNumber })}>
      <p>{t('add.lead', { number: adding.applicationNumber })}</p>
    </Notice>
  );
}

type CorrectionSumView = Readonly<{
  changed: AgainView['changed'];
  /** Each with the page of the form on which it is asked. */
  untouched: readonly (AgainView['untouched'][number] & Readonly<{ at: string }>)[];
}>;

/** What the person has changed so far, and what the refusal names and is as before. */
export function CorrectionSum({ again }: Readonly<{ again: CorrectionSumView }>) {
  const t = useText();
  const local = useLocal();
  return (
    <>
      {again.untouched.length > 0 && (
        <Notice kind="turn" title={t('again.untouched')}>
          <p>{t('again.untouched-lead')}</p>
          <ul>
            {again.untouched.map((element) => (
              <li key={element.id}>
                <a href={element.at}>{local(element.label)}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Panel title={t('again.changed')}>
        {again.changed.length === 0 ? (
          <p className="soft">{t('again.none-changed')}</p>
        ) : (
          <ChangeList changed={again.changed} />
        )}
      </Panel>
    </>
  );
}
