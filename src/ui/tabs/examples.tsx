import { Breadcrumb } from '#ui/breadcrumb/Breadcrumb.tsx';
import { Details } from '#ui/details/Details.tsx';
import { type ComponentExamples, sample } from '#ui/gallery/example.ts';
import { Pagination } from '#ui/pagination/Pagination.tsx';
import { Panel } from '#ui/panel/Panel.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import { Tabs } from './Tabs.tsx';

export const navigationExamples: ComponentExamples = {
  component: 'Tabs, Breadcrumb, Pagination, Details, Panel',
  examples: [
    {
      name: 'ways through pages',
      Show() {
        const t = useText();
        const local = useLocal();
        return (
          <div className="stack">
            <Breadcrumb
              trail={[
                { to: '/', name: t('shell.home') },
                { to: '/ui', name: local(sample.permit) },
              ]}
            />
            <Tabs
              label={t('my.title')}
              tabs={[
                { to: '/ui', name: t('my.drafts'), count: 2, isCurrent: true },
                { to: '/my', name: t('my.applications'), count: 14, isCurrent: false },
              ]}
            />
            <Pagination previous="/ui?before" next="/ui?after" />
            <Details summary={t('follow.why-date')}>
              <p>{local(sample.sentence)}</p>
            </Details>
          </div>
        );
      },
    },
    {
      name: 'your turn',
      Show() {
        const t = useText();
        const local = useLocal();
        return (
          <Panel title={t('follow.your-turn')} tone="turn">
            <p>{local(sample.design)}</p>
          </Panel>
        );
      },
    },
  ],
};
