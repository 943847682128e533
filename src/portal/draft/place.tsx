import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { FieldError } from '#kernel/result.ts';
import { Button, ButtonLink, ButtonRow } from '#ui/button/Button.tsx';
import { Csrf } from '#ui/csrf.tsx';
import { ErrorSummary } from '#ui/error-summary/ErrorSummary.tsx';
import { ChoiceField, TextField } from '#ui/field/ChoiceField.tsx';
import { formAction, page } from '#ui/page.ts';
import { PageHead } from '#ui/page-head/PageHead.tsx';
import { useText } from '#ui/text.tsx';
import styles from './draft.module.css';
import { draftOf } from './draft-view.ts';
import { PlaceFactsList } from './PlaceFactsList.tsx';
import { Way } from './Way.tsx';

/** The place chosen so far, or the question for it (also with `?other`). */
export const loader = page(async (request) => {
  const { draft, questions, pack } = await draftOf(request);
  const last = questions.at(-1);
  const asksAgain = request.url.searchParams.has('other');
  return {
    draftId: draft.id,
    ...(draft.content.place && !asksAgain ? { place: draft.content.place } : {}),
    example: pack.city.cadastralNumber.example,
    back: last ? `/drafts/${draft.id}/triage/${last.id}` : `/drafts/${draft.id}/place`,
  };
});

/** What the page asks again, with what was typed. */
type Asked = Readonly<{ typed: string; error?: string; found?: readonly Readonly<{ value: string; label: string }>[] }>;

export const action = formAction(async (request) => {
  const { app, actor, param, text, explainField, language } = request;
  const draftId = param('draft');
  const typed = text('place').trim();
  const { pattern } = app.catalogue.current.city.cadastralNumber;
  // A person types the number with spaces and Cyrillic colons' neighbours; the pattern is the city's.
  const number = typed.replace(/\s/g, '');
  const isNumber = /^[\d:]+$/.test(number) || new RegExp(pattern, 'u').test(number);
  if (typed !== '' && !isNumber && text('chosen') === '') {
    const found = await app.territory.searchAddress(typed, 8);
    const options = found.map(({ cadastralNumber, address }) => ({ value: cadastralNumber, label: address[language] }));
    if (options.length > 1) return data<Asked>({ typed, found: options }, { status: 200 });
  }
  const named = text('chosen') || (isNumber ? number : '');
  const chosen = await app.applications.choosePlace(actor, {
    draftId,
    ...(named ? { cadastralNumber: named } : { address: typed }),
  });
  if (chosen.ok) return redirect(`/drafts/${draftId}/place`);
  return data<Asked>({ typed, ...firstError(chosen.error, explainField) }, { status: 422 });
});

const firstError = (errors: readonly FieldError[], explain: (error: FieldError) => string) =>
  errors[0] ? { error: explain(errors[0]) } : {};

export default function PlacePage() {
  const { place, draftId } = useLoaderData<typeof loader>();
  const asked = useActionData<typeof action>();
  const t = useText();
  if (place === undefined || asked) return <AskPlace asked={asked} />;
  return (
    <>
      <Way at="place" />
      <PageHead title={t('place.found')} back={`/drafts/${draftId}/place?other`} />
      <PlaceFactsList place={place} />
      <ButtonRow>
        <ButtonLink to={`/drafts/${draftId}/plan`}>{t('place.right')}</ButtonLink>
        <a href={`/drafts/${draftId}/place?other`}>{t('place.other')}</a>
      </ButtonRow>
      {place.synthetic && <p className="soft">{t('place.synthetic')}</p>}
    </>
  );
}

function AskPlace({ asked }: Readonly<{ asked: Asked | undefined }>) {
  const { draftId, back, example } = useLoaderData<typeof loader>();
  const t = useText();
  const error = asked?.error;
  return (
    <>
      <Way at="place" />
      <PageHead title={t('place.title')} lead={t('place.lead')} back={back} hasErrors={error !== undefined} />
      <ErrorSummary errors={error ? [{ target: 'place', text: error }] : []} />
      <form method="post" action={`/drafts/${draftId}/place`} className={styles.question}>
        <Csrf />
        {asked?.found && <ChoiceField name="chosen" legend={t('place.several')} options={asked.found} />}
        <TextField
          name="place"
          label={t('place.field')}
          hint={t('place.field-hint', { example })}
          defaultValue={asked?.typed ?? ''}
          spellCheck={false}
          {...(error ? { error } : {})}
        />
        <ButtonRow>
          <Button>{asked?.found ? t('draft.continue') : t('place.find')}</Button>
          <a href={`/drafts/${draftId}/map`}>{t('place.map')}</a>
        </ButtonRow>
      </form>
    </>
  );
}
