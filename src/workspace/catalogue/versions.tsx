import { useLoaderData } from 'react-router';
import { diffAbout, indexPack, type PublishedVersion } from '#modules/catalogue/index.ts';
import { type PageRequest, page } from '#ui/page.ts';
import { type Column, Table } from '#ui/table/Table.tsx';
import { Tag } from '#ui/tag/Tag.tsx';
import { useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';
import styles from '../work.module.css';
import { SubjectHead } from './SubjectHead.tsx';
import { headingOf, type Subject, subjectOf } from './subject.ts';

/** Published versions: which is law, what still rests on each, and what one changed against another. */
export const loader = page(async (request) => {
  const subject = subjectOf(request);
  const { pack } = subject;
  const [versions, uses] = await Promise.all([request.app.catalogue.listVersions(), usesOf(request, subject)]);
  const publisher = await publishersOf(request, versions);
  const passports = [...pack.services, ...pack.nextServices].filter(
    ({ id }) => subject.kind === 'service' && id === subject.id,
  );
  return {
    subject: headingOf(subject),
    timeZone: pack.city.timeZone,
    city: pack.city.id,
    versions: versions.map((one) => ({ ...one, ...uses(one.id), publisher: publisher(one) })),
    passports: passports.map(({ version, effective, until }) => ({ version, effective, until })),
    ...(await comparison(request, subject, versions)),
  };
});

/** How many open cases and unfiled drafts about the subject rest on a version. */
async function usesOf({ app }: PageRequest, { pack, kind, id, serviceIds }: Subject) {
  const index = indexPack(pack);
  const departmentIds = [...new Set(serviceIds.flatMap((one) => index.services.get(one)?.department ?? []))];
  const situationIds = kind === 'situation' ? [id] : (index.situationsOfService.get(id) ?? []).map((one) => one.id);
  const [cases, drafts] = await Promise.all([
    app.cases.countByVersion({ departmentIds, serviceIds }),
    app.applications.countDrafts({ situationIds, ...(kind === 'service' ? { serviceId: id } : {}) }),
  ]);
  return (version: string) => ({ cases: cases.get(version) ?? 0, drafts: drafts.get(version) ?? 0 });
}

/** Who published a version: the name given at the start, or the employee who approved its last day. */
async function publishersOf({ app }: PageRequest, versions: readonly PublishedVersion[]) {
  const approver = ({ publishedBy }: PublishedVersion) =>
    publishedBy?.startsWith('employee:') ? publishedBy.slice('employee:'.length) : undefined;
  const names = await app.people.names(versions.flatMap((one) => approver(one) ?? []));
  return (one: PublishedVersion) => {
    const id = approver(one);
    return id === undefined ? { name: one.publishedBy } : { name: names.get(id) ?? null, isApprover: true };
  };
}

/** What the version in force changed against the one asked for, or else against the one loaded before it. */
async function comparison(
  { app, url, language }: PageRequest,
  subject: Subject,
  versions: readonly PublishedVersion[],
) {
  const law = app.catalogue.packVersion;
  const wish = versions.find(({ id }) => id === url.searchParams.get('against') && id !== law);
  const against = wish ?? versions[versions.findIndex(({ id }) => id === law) + 1];
  if (against === undefined) return { against: undefined, changes: [] };
  const other = await app.catalogue.getPack(against.id);
  const packs =
    against.state === 'toCome' ? { before: subject.pack, after: other } : { before: other, after: subject.pack };
  return { against, changes: diffAbout(packs, subject, language) };
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;
type Version = Shown['versions'][number];

export default function VersionsPage() {
  const shown = useLoaderData<typeof loader>();
  const t = useText();
  const words = useWords();
  return (
    <>
      <SubjectHead subject={shown.subject} view="versions" lead={t('versions.lead')} />
      <Table
        caption={t('versions.published')}
        rows={shown.versions}
        rowKey={({ id }) => id}
        columns={useVersionColumns(shown)}
      />
      <Changes shown={shown} />
      {shown.passports.length > 0 && (
        <Table
          caption={t('versions.passports')}
          rows={shown.passports}
          rowKey={({ version }) => `${version}`}
          columns={[
            { name: t('design.version'), cell: ({ version }) => version },
            { name: t('versions.from'), cell: ({ effective }) => words.date(effective) },
            { name: t('versions.until'), cell: ({ until }) => until && words.date(until) },
          ]}
        />
      )}
      <section className={styles.section}>
        <h2>{t('versions.how')}</h2>
        <p>{t('versions.how-prepare', { folder: `cities/${shown.city}` })}</p>
        <p>
          <code className={styles.code}>npm run -s berdem -- check cities/{shown.city}</code>
        </p>
        <p>{t('versions.how-publish')}</p>
      </section>
    </>
  );
}

function useVersionColumns({ timeZone, against }: Shown): Column<Version>[] {
  const t = useText();
  const words = useWords();
  const kinds = { inForce: 'done', toCome: 'wait', past: 'work' } as const;
  return [
    {
      name: t('design.version'),
      isTitle: true,
      cell: ({ id, version }) => (
        <>
          {version} <span className={`${styles.code} soft`}>{id.slice(version.length + 1)}</span>
        </>
      ),
    },
    {
      name: t('versions.state'),
      cell: ({ state }) =>
        state === 'past' ? t('versions.state-past') : <Tag kind={kinds[state]}>{t(`versions.state-${state}`)}</Tag>,
    },
    { name: t('versions.from'), cell: ({ from, effective }) => words.date(from ?? effective) },
    {
      name: t('versions.loaded'),
      cell: ({ loadedAt, publisher: { name, isApprover } }) => (
        <>
          <time dateTime={loadedAt}>{words.instant(loadedAt, timeZone)}</time>
          <br />
          <span className="soft">
            {name === null ? t('versions.by-nobody') : isApprover ? t('versions.by-approver', { name }) : name}
          </span>
        </>
      ),
    },
    { name: t('versions.cases'), cell: ({ cases }) => words.number(cases), isNumber: true },
    { name: t('versions.drafts'), cell: ({ drafts }) => words.number(drafts), isNumber: true },
    {
      name: t('versions.changes'),
      cell: ({ id, state }) =>
        state === 'inForce' || id === against?.id ? null : (
          <a href={`?against=${encodeURIComponent(id)}#changes`}>{t('versions.compare', { version: id })}</a>
        ),
    },
  ];
}

function Changes({ shown: { against, changes } }: Readonly<{ shown: Shown }>) {
  const t = useText();
  if (against === undefined) return <p id="changes">{t('versions.first')}</p>;
  const title = t(against.state === 'toCome' ? 'versions.will-change' : 'versions.changed', { version: against.id });
  return (
    <section id="changes" className={styles.section}>
      <h2>{title}</h2>
      {changes.length === 0 ? (
        <p>{t('versions.no-changes')}</p>
      ) : (
        <Table
          caption={title}
          hideCaption
          rows={changes}
          rowKey={({ subject, kind, aspect }) => `${subject} ${kind} ${aspect}`}
          columns={[
            { name: t('versions.what'), cell: ({ subject }) => subject },
            { name: t('versions.kind'), cell: ({ kind }) => t(`versions.kind-${kind}`) },
            { name: t('versions.aspect'), cell: ({ aspect }) => aspect },
            { name: t('versions.before'), cell: ({ before }) => before },
            { name: t('versions.after'), cell: ({ after }) => after },
          ]}
        />
      )}
    </section>
  );
}
