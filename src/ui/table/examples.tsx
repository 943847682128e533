import { DefinitionList } from '#ui/definition-list/DefinitionList.tsx';
import { type ComponentExamples, sample } from '#ui/gallery/example.ts';
import { useLocal, useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';
import { Table } from './Table.tsx';

export const tableExamples: ComponentExamples = {
  component: 'Table, DefinitionList',
  examples: [
    {
      name: 'table',
      Show() {
        const t = useText();
        const local = useLocal();
        const words = useWords();
        return (
          <Table
            caption={t('plan.table')}
            rows={[
              { name: sample.plan, amount: 14, on: '2026-12-14' },
              { name: sample.permit, amount: 5, on: '2027-03-27' },
            ]}
            rowKey={({ on }) => on}
            columns={[
              { name: t('plan.step'), cell: ({ name }) => local(name) },
              {
                name: t('plan.term'),
                cell: ({ amount }) => words.term({ amount, unit: 'workingDays' }),
                isNumber: true,
              },
              { name: t('plan.ends'), cell: ({ on }) => words.date(on, 'short'), isNumber: true },
            ]}
          />
        );
      },
    },
    {
      name: 'facts',
      Show() {
        const t = useText();
        const local = useLocal();
        const words = useWords();
        return (
          <DefinitionList
            facts={[
              {
                name: t('place.cadastral-number'),
                value: '16:50:011121:15',
                act: <a href="/ui">{t('check.change')}</a>,
              },
              { name: t('service.department'), value: local(sample.architecture) },
              { name: t('service.fee'), value: words.fee({ amount: 200050, currency: 'RUB' }) },
            ]}
          />
        );
      },
    },
  ],
};
