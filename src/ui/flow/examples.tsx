import { type ComponentExamples, sample } from '#ui/gallery/example.ts';
import { useLocal, useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';
import { Flow } from './Flow.tsx';

export const flowExamples: ComponentExamples = {
  component: 'Flow',
  examples: [
    {
      name: 'lanes, a condition, an end',
      Show() {
        const t = useText();
        const local = useLocal();
        const words = useWords();
        const [you, city, outside] = [t('plan.you'), local(sample.architecture), local(sample.register)];
        return (
          <Flow
            title={local(sample.permit)}
            description={[sample.rights, sample.plan, sample.design, sample.permit].map(local).join('. ')}
            lanes={[
              { key: 'you', name: you, kind: 'applicant' },
              { key: 'city', name: city, kind: 'city' },
              { key: 'outside', name: outside, kind: 'outside' },
            ]}
            steps={[
              { key: 'rights', lane: 'outside', title: local(sample.rights), isConditional: true, after: [] },
              {
                key: 'plan',
                lane: 'city',
                title: local(sample.plan),
                note: words.term({ amount: 14, unit: 'workingDays' }),
                after: ['rights'],
              },
              { key: 'design', lane: 'you', title: local(sample.design), after: ['plan'] },
              { key: 'permit', lane: 'city', title: local(sample.permit), isEnd: true, after: ['plan', 'design'] },
            ]}
          />
        );
      },
    },
  ],
};
