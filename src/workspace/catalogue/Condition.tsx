import { createContext, useContext } from 'react';
import { type Condition as ConditionTree, readCondition } from '#modules/rules/index.ts';
import { type Translate, useLocal, useText } from '#ui/text.tsx';
import type { TextId } from '#ui/texts/ru/index.ts';
import styles from '../work.module.css';
import type { ConditionNames } from './condition-names.ts';
import { factTexts } from './fact-texts.ts';

const NamesContext = createContext<ConditionNames>({});

/** Gives the conditions inside it the names of questions and answers. */
export const NamesOfConditions = NamesContext;

const applicants: Readonly<Record<string, TextId>> = {
  person: 'service.applicant-person',
  entrepreneur: 'service.applicant-entrepreneur',
  organisation: 'service.applicant-organisation',
};

const signs = {
  '=': 'when.is',
  '!=': 'when.is-not',
  '<': 'when.less',
  '<=': 'when.at-most',
  '>': 'when.more',
  '>=': 'when.at-least',
  in: 'when.is',
  contains: 'when.contains',
} as const satisfies Record<string, TextId>;

type Compare = Extract<ConditionTree, { kind: 'compare' }>;
type Speech = Readonly<{
  t: Translate;
  nameOf: (name: string) => string;
  wordOf: (name: string, value: unknown) => string;
}>;

/** Says conditions in the reader's words: `(“Is there a plot?” — “Yes, my own”) and …`. */
export function useConditionWords(): (feel: string) => string {
  const t = useText();
  const local = useLocal();
  const names = useContext(NamesContext);
  const nameOf = (name: string) => {
    const [label, fact] = [names[name]?.label, factTexts[name]];
    if (label !== undefined) return t('when.quoted', { text: local(label) });
    return fact === undefined ? name : t(fact);
  };
  const wordOf = (name: string, value: unknown) => {
    if (typeof value === 'boolean') return t(value ? 'design.yes' : 'design.no');
    const applicant = name === 'applicant.kind' ? applicants[String(value)] : undefined;
    if (applicant !== undefined) return t(applicant);
    const label = names[name]?.values[String(value)];
    return label === undefined ? String(value) : t('when.quoted', { text: local(label) });
  };
  return (feel) => say(readCondition(feel), { t, nameOf, wordOf });
}

function say(condition: ConditionTree, speech: Speech, isInside = false): string {
  const { t } = speech;
  if (condition.kind === 'formula') return condition.source;
  if (condition.kind === 'not') return t('when.not', { condition: say(condition.of, speech) });
  if (condition.kind === 'compare') {
    const said = sayComparison(condition, speech);
    return isInside && condition.values.length > 1 ? `(${said})` : said;
  }
  const joint = condition.kind === 'all' ? 'when.and' : 'when.or';
  const all = condition.of.map((part) => say(part, speech, true));
  const text = all.reduce((before, next) => t(joint, { before, next }));
  return isInside ? `(${text})` : text;
}

function sayComparison({ name, by, values }: Compare, { t, nameOf, wordOf }: Speech): string {
  if (values[0] === null) {
    const isAbsent = by === '=';
    if (name.startsWith('triage.')) return t(isAbsent ? 'when.alone' : 'when.in-situation');
    return t(isAbsent ? 'when.unanswered' : 'when.answered', { name: nameOf(name) });
  }
  // A fact that holds or does not is said by its name alone.
  if (factTexts[name] !== undefined && typeof values[0] === 'boolean') {
    return (values[0] === true) === (by === '=') ? nameOf(name) : t('when.not', { condition: nameOf(name) });
  }
  const value = values.map((each) => wordOf(name, each)).reduce((before, next) => t('when.or', { before, next }));
  return t(signs[by], { name: nameOf(name), value });
}

/** A condition in words, and as it stands in the pack, in FEEL. */
export function Condition({ when }: Readonly<{ when: string | undefined }>) {
  const t = useText();
  const words = useConditionWords();
  if (when === undefined) return <span className="soft">{t('design.always')}</span>;
  return (
    <div>
      {words(when)}
      <div className={`${styles.code} soft`}>{when}</div>
    </div>
  );
}
