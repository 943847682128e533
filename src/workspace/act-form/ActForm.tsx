import { createContext, type ReactNode, use } from 'react';
import { Button, type ButtonKind } from '#ui/button/Button.tsx';
import { Csrf } from '#ui/csrf.tsx';
import { FieldError } from '#ui/field/ChoiceField.tsx';
import { useText } from '#ui/text.tsx';
import type { TextId } from '#ui/texts/ru/index.ts';
import { actControl, type Mistake, type Refused } from '../posted.ts';
import styles from '../work.module.css';

/** The act of the form one stands in, and why it was refused when it just was. */
const ActContext = createContext<Readonly<{ act: string; refused: Refused | undefined }>>({
  act: '',
  refused: undefined,
});

type ActFormProps = Readonly<{
  act: string;
  /** Words on the fold; without them the form stands open. */
  summary?: string;
  button: string;
  kind?: ButtonKind;
  refused: Refused | undefined;
  takesFiles?: boolean;
  isOpen?: boolean;
  /** The next thing to do: its fold looks like the page's button. */
  isMain?: boolean;
  children?: ReactNode;
}>;

/** One thing to do, with what it needs to know. Folded until it is wanted; open again when it was refused. */
export function ActForm(props: ActFormProps) {
  const { act, summary, button, kind = 'first', refused, takesFiles, isOpen = false, isMain = false, children } = props;
  const own = refused?.act === act ? refused : undefined;
  const form = (
    <form
      method="post"
      encType={takesFiles ? 'multipart/form-data' : undefined}
      noValidate
      className={summary === undefined ? styles.actBody : undefined}
    >
      <Csrf />
      <ActContext value={{ act, refused: own }}>{children}</ActContext>
      <Button kind={kind} name={actControl} value={act}>
        {button}
      </Button>
    </form>
  );
  if (summary === undefined) return form;
  return (
    <details className={isMain ? `${styles.act} ${styles.main}` : styles.act} open={isOpen || own !== undefined}>
      <summary>{summary}</summary>
      {form}
    </details>
  );
}

/** What stood in a field when the form was refused, and its mistake; for controls inside an `ActForm`. */
export function useTyped(
  name: string,
): Readonly<{ id: string; typed: string | undefined; mistake: Mistake | undefined }> {
  const { act, refused } = use(ActContext);
  const typed = refused?.fields.findLast(([of]) => of === name)?.[1];
  return { id: idOf(act, name), typed, mistake: refused?.mistakes.find((one) => one.name === name) };
}

/** Everything typed into the form when it was refused. */
export const useRefused = (): Refused | undefined => use(ActContext).refused;

/** Id of a control: several forms of a page have fields of the same name. */
export const idOf = (act: string, name: string): string => `${act.replace(':', '-')}-${name}`;

/** Text of a mistake that names its field. */
export function useMistakeText(): (mistake: Mistake | undefined, label: string) => string | undefined {
  const t = useText();
  return (mistake, label) => (mistake ? t(`work.error-${mistake.code}`, { label }) : undefined);
}

/** What a control takes over from its label: its name, what stands in it, and what says that it is wrong. */
type ControlProps = Readonly<{
  id: string;
  name: string;
  defaultValue: string;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
}>;

type FieldProps = Readonly<{ name: string; label: string; defaultValue?: string }>;

/** A control with its label and its mistake; in it stands what was typed when the form was refused. */
export function Labelled({
  name,
  label,
  defaultValue = '',
  children,
}: FieldProps & Readonly<{ children: (control: ControlProps) => ReactNode }>) {
  const { id, typed, mistake } = useTyped(name);
  const text = useMistakeText()(mistake, label);
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <FieldError id={`${id}-error`} text={text} />
      {children({
        id,
        name,
        defaultValue: typed ?? defaultValue,
        'aria-invalid': text ? true : undefined,
        'aria-describedby': text ? `${id}-error` : undefined,
      })}
    </div>
  );
}

/** Several lines of text. */
export function TextArea({ rows = 4, ...field }: FieldProps & Readonly<{ rows?: number }>) {
  return <Labelled {...field}>{(control) => <textarea {...control} rows={rows} />}</Labelled>;
}

type LineProps = FieldProps & Readonly<{ type: 'text' | 'date' | 'number'; min?: number; max?: number }>;

/** One line: a text, a day or a number. */
export function Line({ type, min, max, ...field }: LineProps) {
  return <Labelled {...field}>{(control) => <input {...control} type={type} min={min} max={max} />}</Labelled>;
}

/** Files to send along. */
export function FilesInput() {
  const t = useText();
  const { id } = useTyped('file');
  return (
    <div>
      <label htmlFor={id}>{t('work.files')}</label>
      <input id={id} name="file" type="file" multiple />
    </div>
  );
}

/** Labels of the fields a mistake may be about, by name. */
export const fieldLabels: Readonly<Record<string, TextId>> = {
  comment: 'work.comment',
  text: 'work.grant-text',
  question: 'work.ask-question',
  to: 'work.ask-to',
  reason: 'work.cancel-why',
  grounds: 'work.grounds',
};
