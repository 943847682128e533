import { Table } from '#ui/table/Table.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';
import styles from '../work.module.css';
import type { WhatIfView } from './what-if.tsx';

/** What is supposed: sample answers, the first day, days and calendar, and how long each item takes. */
export function WhatIfForm({ view }: Readonly<{ view: WhatIfView }>) {
  const t = useText();
  const local = useLocal();
  const words = useWords();
  const { given, plan } = view;
  return (
    <>
      <fieldset className={styles.filter}>
        <legend>{t('what-if.answers')}</legend>
        {view.questions.map(({ id, label, options, chosen }) => (
          <Choice key={id} name={`answer.${id}`} label={local(label)} chosen={chosen}>
            {options.map((option) => ({ id: option.value, name: local(option.label) }))}
          </Choice>
        ))}
      </fieldset>
      <fieldset className={styles.filter}>
        <legend>{t('what-if.days')}</legend>
        <Day name="from" label={t('what-if.from')} value={view.startsOn} />
        <Day name="off" label={t('what-if.off')} value={given.off ?? ''} />
        <Day name="working" label={t('what-if.working')} value={given.working ?? ''} />
        <Choice name="calendar" label={t('what-if.calendar')} chosen={given.calendar ?? ''}>
          {[{ id: '', name: t('what-if.as-is') }, ...view.calendars.map(({ id, name }) => ({ id, name: local(name) }))]}
        </Choice>
      </fieldset>
      <Table
        caption={t('what-if.terms')}
        rows={plan.items}
        rowKey={({ key }) => key}
        columns={[
          {
            name: t('design.item'),
            cell: ({ key, name }) => <label htmlFor={`amount.${key}`}>{local(name)}</label>,
            isTitle: true,
          },
          { name: t('what-if.now'), cell: ({ term }) => words.term(term) },
          {
            name: t('what-if.instead'),
            cell: ({ key, term }) => (
              <input
                id={`amount.${key}`}
                name={`amount.${key}`}
                type="number"
                min={1}
                max={999}
                defaultValue={given[`amount.${key}`] ?? term.amount}
              />
            ),
          },
        ]}
      />
    </>
  );
}

type Option = Readonly<{ id: string; name: string }>;

function Choice(props: Readonly<{ name: string; label: string; chosen: string; children: readonly Option[] }>) {
  const { name, label, chosen, children } = props;
  return (
    <div>
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={chosen}>
        {children.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  );
}

function Day({ name, label, value }: Readonly<{ name: string; label: string; value: string }>) {
  return (
    <div>
      <label htmlFor={name}>{label}</label>
      <input id={name} name={name} type="date" defaultValue={value} />
    </div>
  );
}
