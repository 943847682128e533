import type { HTMLAttributes, InputHTMLAttributes, ReactNode } from 'react';
import { FieldError } from '#ui/field/ChoiceField.tsx';
import look from '#ui/field/Field.module.css';
import { useLanguage, useLocal, useText } from '#ui/text.tsx';
import { unitOf } from '../units.ts';
import styles from './field.module.css';
import { controlName } from './field-type.ts';
import type { FieldProps } from './field-ui.ts';

/** What ties a control to its label, hint and error; spread onto the control. */
export type ControlTies = Readonly<{
  id: string;
  name: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}>;

/** Names of the texts around a field that stand there, as `aria-describedby` wants them. */
function descriptionsOf({ element, errors, note }: FieldProps, more: readonly string[] = []): string | undefined {
  const ids = [
    ...(element.hint === undefined ? [] : [`${element.id}-hint`]),
    ...more,
    ...(note === undefined ? [] : [`${element.id}-note`]),
    ...errors.map((_, index) => `${element.id}-error-${String(index)}`),
  ];
  return ids.length === 0 ? undefined : ids.join(' ');
}

/** Label of a question; says when it need not be answered. */
function QuestionLabel({ element, required }: Pick<FieldProps, 'element' | 'required'>) {
  const t = useText();
  const local = useLocal();
  return (
    <>
      {local(element.label)}
      {!required && <span className={styles.optional}> ({t('forms.optional')})</span>}
    </>
  );
}

/** Hint, remark and errors of a field, each with the id by which its controls name it. */
function Descriptions({ field, extra }: Readonly<{ field: FieldProps; extra?: ReactNode }>) {
  const local = useLocal();
  const { element, errors, note } = field;
  return (
    <>
      {element.hint && (
        <p className={look.hint} id={`${element.id}-hint`}>
          {local(element.hint)}
        </p>
      )}
      {extra && (
        <p className={look.hint} id={`${element.id}-limits`}>
          {extra}
        </p>
      )}
      {note && (
        <p className={styles.note} id={`${element.id}-note`}>
          {note}
        </p>
      )}
      {errors.map(({ control, text }, index) => (
        <FieldError key={`${control} ${text}`} id={`${element.id}-error-${String(index)}`} text={text} />
      ))}
    </>
  );
}

const frame = (errors: FieldProps['errors']) => `${look.field} ${errors.length > 0 ? look.wrong : ''}`.trim();

type FieldFrameProps = Readonly<{
  field: FieldProps;
  /** A second hint that the type itself gives: limits, format. */
  extra?: ReactNode;
  children: (ties: ControlTies) => ReactNode;
}>;

/** A question with one control. What is said about it is tied to the control by construction. */
export function Field({ field, extra, children }: FieldFrameProps) {
  const { id } = field.element;
  const describedBy = descriptionsOf(field, extra ? [`${id}-limits`] : []);
  const invalid = field.errors.length > 0 ? true : undefined;
  return (
    <div className={frame(field.errors)}>
      <label className={look.label} htmlFor={id}>
        <QuestionLabel {...field} />
      </label>
      <Descriptions field={field} extra={extra} />
      {children({ id, name: id, 'aria-describedby': describedBy, 'aria-invalid': invalid })}
    </div>
  );
}

/** A question with several controls: a group with one legend. `ties(part)` ties one of its controls. */
export function FieldGroup({
  field,
  extra,
  children,
}: Readonly<{ field: FieldProps; extra?: ReactNode; children: (ties: (part: string) => ControlTies) => ReactNode }>) {
  const { id } = field.element;
  const ties = (part: string): ControlTies => {
    const name = controlName(id, part);
    const wrong = field.errors.findIndex(({ control }) => control === name || control === id);
    return {
      id: name,
      name,
      'aria-describedby': wrong < 0 ? undefined : `${id}-error-${String(wrong)}`,
      'aria-invalid': wrong < 0 ? undefined : true,
    };
  };
  return (
    <fieldset
      className={`${frame(field.errors)} ${styles.group}`}
      aria-describedby={descriptionsOf(field, extra ? [`${id}-limits`] : [])}
    >
      <legend>
        <QuestionLabel {...field} />
      </legend>
      <Descriptions field={field} extra={extra} />
      {children(ties)}
    </fieldset>
  );
}

/**
 * `autocomplete` of a field that asks about the signed-in person; `off` where the same kind of value is somebody else's,
 * so that a browser does not put the person's own telephone into the contractor's field (WCAG 2.2, 1.3.5).
 */
export function ownAutocomplete({ element }: FieldProps, token: string): string {
  return /^(person|representative)\./.test(element.from ?? '') ? token : 'off';
}

type LineProps = Pick<InputHTMLAttributes<HTMLInputElement>, 'type' | 'inputMode' | 'autoComplete' | 'spellCheck'> &
  Pick<HTMLAttributes<HTMLInputElement>, 'className' | 'autoCapitalize'> &
  Readonly<{ field: FieldProps; unit?: string | undefined }>;

/** A question answered in one line of text, with its unit behind it if it has one. */
export function LineField({ field, unit, type = 'text', ...input }: LineProps) {
  const language = useLanguage();
  const { id } = field.element;
  const shownUnit = unit ?? unitOf(field.element, language);
  return (
    <Field field={field}>
      {(ties) => {
        const describedBy = [ties['aria-describedby'], shownUnit && `${id}-unit`].filter(Boolean).join(' ');
        const control = (
          <input
            {...ties}
            aria-describedby={describedBy || undefined}
            type={type}
            defaultValue={field.raw[0] ?? ''}
            {...input}
          />
        );
        if (!shownUnit) return control;
        return (
          <div className={styles.withUnit}>
            {control}
            <span id={`${id}-unit`}>{shownUnit}</span>
          </div>
        );
      }}
    </Field>
  );
}

/** Answers to choose from, each a large target. The first has the element's id, where the error summary leads. */
export function Options({
  field,
  kind,
  options,
}: Readonly<{
  field: FieldProps;
  kind: 'radio' | 'checkbox';
  options: readonly Readonly<{ value: string; label: string; hint?: string | undefined }>[];
}>) {
  const { id } = field.element;
  return (
    <div className={look.choices}>
      {options.map((option, index) => (
        <label key={option.value} className={look.choice}>
          <input
            type={kind}
            name={id}
            id={index === 0 ? id : `${id}-${option.value}`}
            value={option.value}
            defaultChecked={field.raw.includes(option.value)}
          />
          <span>
            {option.label}
            {option.hint && <small>{option.hint}</small>}
          </span>
        </label>
      ))}
    </div>
  );
}
