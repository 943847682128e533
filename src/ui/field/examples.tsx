import { ErrorSummary } from '#ui/error-summary/ErrorSummary.tsx';
import { type ComponentExamples, sample } from '#ui/gallery/example.ts';
import { useLocal, useText } from '#ui/text.tsx';
import { ChoiceField, TextField } from './ChoiceField.tsx';

function Choices({ name, hasError }: Readonly<{ name: string; hasError: boolean }>) {
  const t = useText();
  const local = useLocal();
  return (
    <ChoiceField
      name={name}
      legend={t('applicant.title')}
      hint={t('applicant.hint')}
      options={[
        { value: 'a', label: local(sample.plan), hint: local(sample.sentence) },
        { value: 'b', label: local(sample.permit) },
      ]}
      {...(hasError ? { error: t('draft.choose-one') } : { chosen: 'b' })}
    />
  );
}

export const fieldExamples: ComponentExamples = {
  component: 'Field',
  examples: [
    { name: 'choice', Show: () => <Choices name="choice" hasError={false} /> },
    { name: 'choice with a mistake', Show: () => <Choices name="choice-wrong" hasError /> },
    {
      name: 'text',
      Show() {
        const t = useText();
        return (
          <TextField
            name="text"
            label={t('place.field')}
            hint={t('place.field-hint', { example: '16:50:011121:15' })}
          />
        );
      },
    },
    {
      name: 'text with a mistake, and the summary',
      Show() {
        const t = useText();
        return (
          <div className="stack">
            <ErrorSummary errors={[{ target: 'text-wrong', text: t('place.empty') }]} />
            <TextField name="text-wrong" label={t('place.field')} error={t('place.empty')} />
          </div>
        );
      },
    },
  ],
};
