import { type ComponentExamples, sample } from '#ui/gallery/example.ts';
import { StepList } from '#ui/step-list/StepList.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';
import type { LaneItem } from './lanes.ts';
import { PlanLanes } from './PlanLanes.tsx';

function useItems(): LaneItem[] {
  const t = useText();
  const local = useLocal();
  const common = { isUncertain: false, needs: [] };
  return [
    {
      ...common,
      key: 'plan',
      number: 1,
      name: local(sample.plan),
      owner: local(sample.architecture),
      ownerKind: 'city',
      starts: '2026-11-24',
      ends: '2026-12-14',
      isCritical: true,
    },
    {
      ...common,
      key: 'rights',
      number: 2,
      name: local(sample.rights),
      owner: local(sample.register),
      ownerKind: 'outside',
      starts: '2026-11-24',
      ends: '2026-12-03',
      isCritical: false,
      isUncertain: true,
    },
    {
      ...common,
      key: 'design',
      number: 3,
      name: local(sample.design),
      owner: t('plan.you'),
      ownerKind: 'you',
      starts: '2026-12-14',
      ends: '2027-03-20',
      isCritical: true,
      needs: ['plan', 'rights'],
    },
    {
      ...common,
      key: 'permit',
      number: 4,
      name: local(sample.permit),
      owner: local(sample.architecture),
      ownerKind: 'city',
      starts: '2027-03-20',
      ends: '2027-03-27',
      isCritical: true,
      needs: ['design'],
    },
  ];
}

export const planExamples: ComponentExamples = {
  component: 'PlanLanes, StepList',
  examples: [
    {
      name: 'lanes',
      Show: () => <PlanLanes items={useItems()} startsOn="2026-11-24" endsOn="2027-03-27" today="2026-12-01" />,
    },
    {
      name: 'steps',
      Show() {
        const words = useWords();
        const steps = useItems().map((item) => ({
          key: `step-${item.key}`,
          mark: item.number,
          title: item.name,
          meta: [item.owner, words.term({ amount: 14, unit: 'workingDays' }), words.date(item.ends)],
          isCritical: item.isCritical,
          isUncertain: item.isUncertain,
          isYourTurn: item.ownerKind === 'you',
        }));
        return <StepList steps={steps} />;
      },
    },
  ],
};
