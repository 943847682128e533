import type { ReactNode } from 'react';
import { PageHead } from '#ui/page-head/PageHead.tsx';
import { Tabs } from '#ui/tabs/Tabs.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import type { SubjectHeading } from './subject.ts';

const views = {
  service: ['passport', 'procedure', 'form', 'tests', 'versions'],
  situation: ['passport', 'procedure', 'what-if', 'form', 'tests', 'versions'],
} as const;
type SubjectView = (typeof views)[keyof typeof views][number];

type SubjectHeadProps = Readonly<{ subject: SubjectHeading; view: SubjectView; lead?: ReactNode }>;

/** Top of a designer's page: what it is about, and the other pages about the same. */
export function SubjectHead({ subject: { kind, id, name }, view, lead }: SubjectHeadProps) {
  const t = useText();
  const local = useLocal();
  const base = `/work/catalogue/${kind === 'service' ? 'services' : 'situations'}/${id}`;
  const tabs = views[kind].map((one) => ({
    to: one === 'passport' ? base : `${base}/${one}`,
    name: t(`design.view-${one}`),
    isCurrent: one === view,
  }));
  return (
    <>
      <PageHead
        title={local(name)}
        caption={t(`design.caption-${kind}`, { view: t(`design.view-${view}`) })}
        lead={lead}
        back="/work/catalogue"
      />
      <Tabs label={t('design.views')} tabs={tabs} />
    </>
  );
}
