import { redirect, useLoaderData } from 'react-router';
import type { Localized } from '#kernel/language.ts';
import type { Term } from '#kernel/term.ts';
import { situationAsSchemaOrg } from '#modules/catalogue/ui.ts';
import { Button } from '#ui/button/Button.tsx';
import { Csrf } from '#ui/csrf.tsx';
import { formAction, page } from '#ui/page.ts';
import { PageHead } from '#ui/page-head/PageHead.tsx';
import { Panel } from '#ui/panel/Panel.tsx';
import { SchemaOrg } from '#ui/schema-org/SchemaOrg.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';
import { orNotFound } from '../not-found.tsx';
import styles from './find.module.css';

/** A service or step; without an owner it is the applicant's own work. */
type SituationPart = Readonly<{ id: string; name: Localized; isService: boolean; owner?: Localized; term?: Term }>;

/** The situation, and the services and steps it may consist of. */
export const loader = page(({ app, language, param }) => {
  const pack = app.catalogue.current;
  const { situations, services, steps, departments } = pack;
  const situation = orNotFound(situations.find(({ id }) => id === param('situation')));
  const nameOf = (id: string) => departments.find((department) => department.id === id)?.short;
  const parts = situation.items.flatMap((item): SituationPart[] => {
    if ('service' in item) {
      const service = services.find(({ id }) => id === item.service);
      if (!service) return [];
      const owner = nameOf(service.department);
      return [{ id: service.id, name: service.name, isService: true, term: service.term, ...(owner ? { owner } : {}) }];
    }
    const step = steps.find(({ id }) => id === item.step);
    if (!step) return [];
    const owner = step.kind === 'outside' ? nameOf(step.agency) : undefined;
    return [{ id: step.id, name: step.name, isService: false, ...(owner ? { owner } : {}) }];
  });
  const seen = new Set<string>();
  return {
    id: situation.id,
    name: situation.name,
    summary: situation.summary,
    about: situationAsSchemaOrg({ pack, base: app.config.publicUrl, language }, situation),
    parts: parts.filter(({ id }) => !seen.has(id) && seen.add(id)),
  };
});

/** Begins a draft; the person goes on at its first question. */
export const action = formAction(async ({ app, actor, param }) => {
  const { id } = await app.applications.createDraft(actor, { situationId: param('situation') });
  return redirect(`/drafts/${id}`);
});

export default function SituationPage() {
  const { name, summary, about, parts } = useLoaderData<typeof loader>();
  const t = useText();
  const local = useLocal();
  const words = useWords();
  return (
    <>
      <PageHead title={local(name)} caption={t('search.situation')} lead={local(summary)} />
      <SchemaOrg about={about} />
      <form method="post" className="stack">
        <Csrf />
        <Button>{t('situation.begin')}</Button>
        <p className="soft">{t('situation.begin-hint')}</p>
      </form>
      <Panel title={t('situation.get')}>
        <ul>
          <li>{t('situation.get-plan')}</li>
          <li>{t('situation.get-one')}</li>
          <li>{t('situation.get-all')}</li>
        </ul>
      </Panel>
      <Panel title={t('situation.parts')}>
        <p>{t('situation.parts-lead')}</p>
        <ul className={styles.services}>
          {parts.map((part) => (
            <li key={part.id}>
              {part.isService ? <a href={`/services/${part.id}`}>{local(part.name)}</a> : local(part.name)}
              <span className={styles.meta}>
                {part.owner ? local(part.owner) : t('owner.you')}
                {part.term && <> · {words.term(part.term)}</>}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
