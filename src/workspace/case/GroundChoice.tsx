import type { Localized } from '#kernel/language.ts';
import { FieldError } from '#ui/field/ChoiceField.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import { useMistakeText, useRefused, useTyped } from '../act-form/ActForm.tsx';
import styles from '../work.module.css';

export type Ground = Readonly<{
  id: string;
  text: Localized;
  clause?: string | undefined;
  cure?: Localized | undefined;
}>;

/** Grounds of the law to tick, each with its clause. */
export function GroundChoice({ grounds, chosen }: Readonly<{ grounds: readonly Ground[]; chosen: readonly string[] }>) {
  const t = useText();
  const local = useLocal();
  const { id, mistake } = useTyped('grounds');
  const error = useMistakeText()(mistake, t('work.grounds'));
  const refused = useRefused();
  const ticked = refused ? refused.fields.filter(([name]) => name === 'grounds').map(([, value]) => value) : chosen;
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{t('work.grounds')}</legend>
      <FieldError id={`${id}-error`} text={error} />
      {grounds.map((ground, at) => (
        <label key={ground.id} className={styles.ground}>
          <input
            type="checkbox"
            name="grounds"
            id={at === 0 ? id : `${id}-${ground.id}`}
            value={ground.id}
            defaultChecked={ticked.includes(ground.id)}
          />
          <span>
            {local(ground.text)}
            {ground.clause && <small>{t('work.clause', { clause: ground.clause })}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Grounds to be read, with what would put each right. */
export function GroundList({ grounds }: Readonly<{ grounds: readonly Ground[] }>) {
  const t = useText();
  const local = useLocal();
  return (
    <ul>
      {grounds.map(({ id, text, clause, cure }) => (
        <li key={id}>
          {local(text)}
          {clause && <small className="soft"> {t('work.clause', { clause })}</small>}
          {cure && <p className="soft">{t('service.cure', { text: local(cure) })}</p>}
        </li>
      ))}
    </ul>
  );
}
