import { useLoaderData } from 'react-router';
import { page } from '#ui/page.ts';
import { PageHead } from '#ui/page-head/PageHead.tsx';
import { Table } from '#ui/table/Table.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import { isOpenTo, registersOf } from './registers-of.ts';

/** The city's registers and who keeps each. */
export const loader = page(({ app, actor }) => ({
  registers: registersOf(app.catalogue.current).map((kept) => ({
    id: kept.register.id,
    name: kept.register.name,
    department: kept.department?.name,
    isOpen: isOpenTo(actor, kept),
  })),
}));

export default function RegistersPage() {
  const { registers } = useLoaderData<typeof loader>();
  const t = useText();
  const local = useLocal();
  return (
    <>
      <PageHead title={t('registers.title')} lead={t('registers.lead')} />
      <Table
        caption={t('registers.title')}
        hideCaption
        rows={registers}
        rowKey={({ id }) => id}
        columns={[
          {
            name: t('design.register'),
            cell: ({ id, name, isOpen }) =>
              isOpen ? <a href={`/work/registers/${id}`}>{local(name)}</a> : local(name),
          },
          { name: t('registers.department'), cell: ({ department }) => department && local(department) },
        ]}
      />
    </>
  );
}
