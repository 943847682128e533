import { useLoaderData } from 'react-router';
import { languages } from '#kernel/language.ts';
import { wholeForm } from '#modules/forms/index.ts';
import { FormPreview } from '#modules/forms/ui.ts';
import { page } from '#ui/page.ts';
import { Tabs } from '#ui/tabs/Tabs.tsx';
import { TextProvider, useText } from '#ui/text.tsx';
import { texts } from '#ui/texts/all.server.ts';
import { Condition, NamesOfConditions } from './Condition.tsx';
import { SubjectHead } from './SubjectHead.tsx';
import { headingOf, subjectOf } from './subject.ts';

/** The form as people see it, in each language of the city: every question that may be asked, nothing that can be sent. */
export const loader = page(async (request) => {
  const subject = subjectOf(request);
  const { pack, serviceIds } = subject;
  const wish = request.url.searchParams.get('in');
  const shown = languages.find((one) => one === wish && pack.city.languages.includes(one)) ?? request.language;
  return {
    subject: headingOf(subject),
    names: subject.names,
    form: wholeForm(pack, serviceIds),
    languages: pack.city.languages,
    shown,
    texts: texts[shown],
  };
});

export default function FormPreviewPage() {
  const { subject, names, form, languages: ofCity, shown, texts } = useLoaderData<typeof loader>();
  const t = useText();
  const questions = form.pages.reduce((sum, one) => sum + one.questions.length, 0);
  return (
    <>
      <SubjectHead
        subject={subject}
        view="form"
        lead={t('preview.lead', { pages: form.pages.length, questions, saved: form.askedOnceSavings })}
      />
      <Tabs
        label={t('preview.languages')}
        tabs={ofCity.map((language) => ({
          to: `?in=${language}`,
          name: t(`preview.language-${language}`),
          isCurrent: language === shown,
        }))}
      />
      <div lang={shown} className="stack-wide" data-density="citizen">
        <TextProvider language={shown} texts={texts}>
          <NamesOfConditions value={names}>
            <FormPreview form={form} condition={(when) => <Condition when={when} />} />
          </NamesOfConditions>
        </TextProvider>
      </div>
    </>
  );
}
