import { useLoaderData } from 'react-router';
import { describeService } from '#modules/catalogue/index.ts';
import { DefinitionList } from '#ui/definition-list/DefinitionList.tsx';
import { page } from '#ui/page.ts';
import { useLocal, useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';
import styles from '../work.module.css';
import { Cases } from './Cases.tsx';
import { NamesOfConditions } from './Condition.tsx';
import { EvidenceTable, GroundTable, InputTable, RequestTable } from './ServiceTables.tsx';
import { SubjectHead } from './SubjectHead.tsx';
import { headingOf, subjectOf } from './subject.ts';
import { Fact, UnverifiedCount } from './Unverified.tsx';

/** The passport of a service: every fact, and whether somebody has checked it. */
export const loader = page((request) => {
  const subject = subjectOf(request);
  return { subject: headingOf(subject), names: subject.names, passport: describeService(subject.pack, subject.id) };
});

export type Passport = ReturnType<typeof useLoaderData<typeof loader>>['passport'];

export default function ServicePassportPage() {
  const { subject, names, passport } = useLoaderData<typeof loader>();
  const local = useLocal();
  return (
    <NamesOfConditions value={names}>
      <SubjectHead
        subject={subject}
        view="passport"
        lead={<Fact unverified={passport.summary.unverified}>{local(passport.summary.value)}</Fact>}
      />
      <p>
        <UnverifiedCount n={passport.unverifiedCount} />
      </p>
      <Contents passport={passport} />
      <Facts passport={passport} />
      {tables.map(([list, PassportTable]) => (
        <section key={list} id={list}>
          <PassportTable passport={passport} />
        </section>
      ))}
    </NamesOfConditions>
  );
}

/** The tables of the passport, each with a place of its own that a link leads to. */
const tables = [
  ['inputs', InputTable],
  ['evidence', EvidenceTable],
  ['requests', RequestTable],
  ['grounds', GroundTable],
] as const;

function Contents({ passport }: Readonly<{ passport: Passport }>) {
  const t = useText();
  return (
    <nav aria-label={t('design.contents')}>
      <ul className={styles.contents}>
        {tables.map(
          ([list]) =>
            passport[list].length > 0 && (
              <li key={list}>
                <a href={`#${list}`}>
                  {t(`design.${list}`)} ({passport[list].length})
                </a>
              </li>
            ),
        )}
      </ul>
    </nav>
  );
}

function Facts({ passport }: Readonly<{ passport: Passport }>) {
  const t = useText();
  const local = useLocal();
  const words = useWords();
  const { row, version, effective, department, digital, term, target, fee, applicants, document, register } = passport;
  return (
    <DefinitionList
      dense
      facts={[
        ...(row === undefined ? [] : [{ name: t('design.row'), value: row }]),
        { name: t('design.version'), value: `${version}, ${words.date(effective)}` },
        {
          name: t('work.department'),
          value: <Fact unverified={department.unverified}>{local(department.value.name)}</Fact>,
        },
        ...(digital.value
          ? [
              {
                name: t('design.digital'),
                value: <Fact unverified={digital.unverified}>{t('design.digital-yes')}</Fact>,
              },
            ]
          : []),
        {
          name: t('service.term'),
          value: (
            <Fact unverified={term.unverified}>
              {words.term({ amount: term.value.amount, unit: term.value.unit })} {t(`term.from-${term.value.from}`)}
              <Cases cases={term.value.cases} show={words.term} />
            </Fact>
          ),
        },
        ...(target
          ? [
              {
                name: t('service.target'),
                value: <Fact unverified={target.unverified}>{words.term(target.value)}</Fact>,
              },
            ]
          : []),
        {
          name: t('service.fee'),
          value: (
            <Fact unverified={fee.unverified}>
              {words.fee({ amount: fee.value.amount, currency: fee.value.currency })}
              {fee.value.reason && <>. {local(fee.value.reason)}</>}
              <Cases cases={fee.value.cases} show={words.fee} />
            </Fact>
          ),
        },
        {
          name: t('service.applicants'),
          value: (
            <Fact unverified={applicants.unverified}>
              {applicants.value.map((kind) => t(`service.applicant-${kind}`)).join(', ')}
            </Fact>
          ),
        },
        {
          name: t('service.legal-basis'),
          value: (
            <ul>
              {passport.legalBasis.map(({ value, unverified }) => (
                <li key={`${value.act.en} ${value.number ?? ''} ${value.article ?? ''}`}>
                  <Fact unverified={unverified}>
                    {local(value.act)}
                    {value.number && value.date && (
                      <>
                        , № {value.number}, {words.date(value.date)}
                      </>
                    )}
                    {value.article && <>, {t('service.article', { article: value.article })}</>}
                  </Fact>
                </li>
              ))}
            </ul>
          ),
        },
        { name: t('service.result'), value: <Fact unverified={document.unverified}>{local(document.value)}</Fact> },
        ...(register ? [{ name: t('design.register'), value: local(register.name) }] : []),
        { name: t('design.outputs'), value: passport.produces.map(({ name }) => local(name)).join('; ') },
        {
          name: t('service.part-of'),
          value: (
            <ul className={styles.lines}>
              {passport.situations.map(({ id, name }) => (
                <li key={id}>
                  <a href={`/work/catalogue/situations/${id}`}>{local(name)}</a>
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}
