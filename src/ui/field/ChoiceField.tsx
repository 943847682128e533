import type { ReactNode } from 'react';
import { useText } from '#ui/text.tsx';
import styles from './Field.module.css';

export type ChoiceOption = Readonly<{ value: string; label: string; hint?: string }>;

type ChoiceFieldProps = Readonly<{
  name: string;
  legend: string;
  hint?: string;
  options: readonly ChoiceOption[];
  chosen?: string;
  error?: string;
  /** The question is the page's heading. */
  isHeading?: boolean;
}>;

/** One answer out of few, each a large target. */
export function ChoiceField({ name, legend, hint, options, chosen, error, isHeading = false }: ChoiceFieldProps) {
  const described = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].join(' ').trim();
  return (
    <fieldset className={`${styles.field} ${error ? styles.wrong : ''}`} aria-describedby={described || undefined}>
      <legend>{isHeading ? <h1>{legend}</h1> : legend}</legend>
      {hint && (
        <p className={styles.hint} id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={`${name}-error`} text={error} />
      <div className={styles.choices}>
        {options.map((option, at) => (
          <label key={option.value} className={styles.choice}>
            <input
              type="radio"
              name={name}
              id={at === 0 ? name : `${name}-${option.value}`}
              value={option.value}
              defaultChecked={option.value === chosen}
              required
            />
            <span>
              {option.label}
              {option.hint && <small>{option.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** The mistake of one field, beside it; begins with "Error:" for those who cannot see its colour. */
export function FieldError({ id, text }: Readonly<{ id: string; text: string | undefined }>) {
  const t = useText();
  if (text === undefined) return null;
  return (
    <p className={styles.error} id={id}>
      <span className="hidden">{t('error.prefix')} </span>
      {text}
    </p>
  );
}

type TextFieldProps = Readonly<{
  name: string;
  label: string;
  hint?: ReactNode;
  error?: string;
  defaultValue?: string;
  type?: 'text' | 'search' | 'date';
  inputMode?: 'numeric' | 'text';
  autoComplete?: string;
  spellCheck?: boolean;
}>;

/** One line of text with its label, hint and mistake tied to it. */
export function TextField({ name, label, hint, error, ...input }: TextFieldProps) {
  const described = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].join(' ').trim();
  return (
    <div className={`${styles.field} ${error ? styles.wrong : ''}`}>
      <label className={styles.label} htmlFor={name}>
        {label}
      </label>
      {hint && (
        <p className={styles.hint} id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={`${name}-error`} text={error} />
      <input
        id={name}
        name={name}
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
        {...input}
      />
    </div>
  );
}
