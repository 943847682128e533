import { redirect, useLoaderData } from 'react-router';
import { registersOfService } from '#modules/catalogue/index.ts';
import { serviceAsSchemaOrg } from '#modules/catalogue/ui.ts';
import { Button } from '#ui/button/Button.tsx';
import { Csrf } from '#ui/csrf.tsx';
import { Details } from '#ui/details/Details.tsx';
import { Notice } from '#ui/notice/Notice.tsx';
import { formAction, page } from '#ui/page.ts';
import { PageHead } from '#ui/page-head/PageHead.tsx';
import { Panel } from '#ui/panel/Panel.tsx';
import { SchemaOrg } from '#ui/schema-org/SchemaOrg.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';
import { orNotFound } from '../not-found.tsx';
import styles from './find.module.css';
import { DocumentsOfService, LegalBasis } from './ServiceParts.tsx';

/** Passport of a service. What was not checked against a source is named only to designers. */
export const loader = page(({ app, actor, language, param }) => {
  const pack = app.catalogue.current;
  const service = orNotFound(pack.services.find(({ id }) => id === param('service')));
  const department = pack.departments.find(({ id }) => id === service.department);
  const [register] = registersOfService(pack, service.id);
  const isDesigner = actor.kind === 'employee' && actor.roles.includes('designer');
  const nameOf = (id: string) => pack.departments.find((one) => one.id === id)?.short;
  return {
    service,
    department,
    registerName: register?.name,
    evidence: service.evidence.map((one) => {
      const name = one.name ?? pack.outputs.find(({ id }) => id === one.id)?.name;
      return {
        id: one.id,
        provider: one.provider,
        name,
        from: one.provider === 'agency' ? nameOf(one.from) : undefined,
        isConditional: one.when !== undefined || !one.required,
      };
    }),
    situations: pack.situations
      .filter(({ items }) => items.some((item) => 'service' in item && item.service === service.id))
      .map(({ id, name }) => ({ id, name })),
    unverified: isDesigner ? service.unverified : [],
    about: serviceAsSchemaOrg({ pack, base: app.config.publicUrl, language }, service),
  };
});

export type ServicePage = ReturnType<typeof useLoaderData<typeof loader>>;

/** Begins a draft for this service alone. */
export const action = formAction(async ({ app, actor, param }) => {
  const { id } = await app.applications.createDraft(actor, { serviceId: param('service') });
  return redirect(`/drafts/${id}`);
});

export default function ServicePageView() {
  const shown = useLoaderData<typeof loader>();
  const t = useText();
  const local = useLocal();
  const { service, situations, unverified } = shown;
  return (
    <>
      <PageHead title={local(service.name)} caption={t('search.service')} lead={local(service.summary)} />
      <SchemaOrg about={shown.about} />
      {unverified.length > 0 && (
        <Notice kind="turn">{t('service.unverified', { paths: unverified.join(', ') })}</Notice>
      )}
      <Facts shown={shown} />
      <form method="post">
        <Csrf />
        <Button>{t('service.apply')}</Button>
      </form>
      {situations.length > 0 && (
        <p>
          {t('service.part-of')}:{' '}
          {situations.map(({ id, name }, at) => (
            <span key={id}>
              {at > 0 && ', '}
              <a href={`/situations/${id}`}>{local(name)}</a>
            </span>
          ))}
        </p>
      )}
      <DocumentsOfService evidence={shown.evidence} />
      <Panel title={t('service.grounds')}>
        <ul className={styles.plain}>
          {service.grounds.map((ground) => (
            <li key={ground.id}>
              <p>{local(ground.text)}</p>
              {ground.cure && <p className="soft">{t('service.cure', { text: local(ground.cure) })}</p>}
            </li>
          ))}
        </ul>
      </Panel>
      <Details summary={t('service.legal-basis')}>
        <LegalBasis acts={service.legalBasis} />
      </Details>
    </>
  );
}

const recordTexts = {
  enter: 'service.record',
  change: 'service.record-change',
  close: 'service.record-close',
} as const;

function Facts({ shown: { service, department, registerName } }: Readonly<{ shown: ServicePage }>) {
  const recordText = recordTexts[service.result.record?.act ?? 'enter'];
  const t = useText();
  const local = useLocal();
  const words = useWords();
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t('service.term')}</dt>
        <dd>
          {words.term({ amount: service.term.amount, unit: service.term.unit })}
          <small>{t(`term.from-${service.term.from}`)}</small>
          {service.term.cases?.map((one) => (
            <small key={one.when}>
              {local(one.label)}: <b>{words.term(one)}</b>
            </small>
          ))}
        </dd>
      </div>
      <div>
        <dt>{t('service.fee')}</dt>
        <dd>
          {words.fee({ amount: service.fee.amount, currency: service.fee.currency })}
          {service.fee.reason && <small>{local(service.fee.reason)}</small>}
          {service.fee.cases?.map((one) => (
            <small key={one.when}>
              {local(one.label)}: <b>{words.fee(one)}</b>
              {one.reason && <>. {local(one.reason)}</>}
            </small>
          ))}
        </dd>
      </div>
      <div>
        <dt>{t('service.department')}</dt>
        <dd>{department && local(department.name)}</dd>
      </div>
      <div>
        <dt>{t('service.result')}</dt>
        <dd>
          {local(service.result.document)}
          {registerName && <small>{t(recordText, { register: local(registerName) })}</small>}
        </dd>
      </div>
      <div>
        <dt>{t('service.applicants')}</dt>
        <dd>
          <small>{service.applicants.map((kind) => t(`service.applicant-${kind}`)).join(', ')}</small>
        </dd>
      </div>
    </dl>
  );
}
