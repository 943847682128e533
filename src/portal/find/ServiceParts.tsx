import type { Localized } from '#kernel/language.ts';
import { Panel } from '#ui/panel/Panel.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';
import styles from './find.module.css';

type EvidenceLine = Readonly<{
  id: string;
  provider: 'applicant' | 'agency' | 'output';
  name: Localized | undefined;
  from: Localized | undefined;
  isConditional: boolean;
}>;

/** Documents of a service by who brings them: the applicant, the city itself, another service. */
export function DocumentsOfService({ evidence }: Readonly<{ evidence: readonly EvidenceLine[] }>) {
  const t = useText();
  const ofKind = (provider: EvidenceLine['provider']) => evidence.filter((one) => one.provider === provider);
  const bring = ofKind('applicant');
  return (
    <>
      <Panel title={t('service.bring')}>
        {bring.length === 0 ? <p>{t('service.no-documents')}</p> : <EvidenceList evidence={bring} />}
      </Panel>
      {ofKind('agency').length > 0 && (
        <Panel title={t('service.city-gets')}>
          <EvidenceList evidence={ofKind('agency')} />
        </Panel>
      )}
      {ofKind('output').length > 0 && (
        <Panel title={t('service.other-outputs')}>
          <EvidenceList evidence={ofKind('output')} />
        </Panel>
      )}
    </>
  );
}

function EvidenceList({ evidence }: Readonly<{ evidence: readonly EvidenceLine[] }>) {
  const t = useText();
  const local = useLocal();
  return (
    <ul className={styles.plain}>
      {evidence.map(({ id, name, from, isConditional }) => {
        const text = name ? local(name) : id;
        return (
          <li key={id}>
            {from ? t('service.city-gets-from', { name: text, from: local(from) }) : text}
            {isConditional && <span className="soft"> ({t('service.if-needed')})</span>}
          </li>
        );
      })}
    </ul>
  );
}

type Act = Readonly<{
  act: Localized;
  number?: string | undefined;
  date?: string | undefined;
  article?: string | undefined;
  url?: string | undefined;
}>;

/** Acts on which a service rests. */
export function LegalBasis({ acts }: Readonly<{ acts: readonly Act[] }>) {
  const t = useText();
  const local = useLocal();
  const words = useWords();
  return (
    <ul>
      {acts.map(({ act, number, date, article, url }) => {
        const named =
          number && date ? t('service.act', { act: local(act), date: words.date(date), number }) : local(act);
        const text = article ? `${named}, ${t('service.article', { article })}` : named;
        return <li key={text}>{url ? <a href={url}>{text}</a> : text}</li>;
      })}
    </ul>
  );
}
