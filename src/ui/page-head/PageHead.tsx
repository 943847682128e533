import type { ReactNode } from 'react';
import { useText } from '#ui/text.tsx';
import { Whole } from '#ui/Whole.tsx';
import { BackLink } from './BackLink.tsx';
import styles from './PageHead.module.css';

type PageHeadProps = Readonly<{
  title: string;
  /** Small line above the title: what the page belongs to. */
  caption?: string;
  lead?: ReactNode;
  /** Where "Back" leads. */
  back?: string;
  /** Puts "Error:" before the document's title, so that a screen reader says it first. */
  hasErrors?: boolean;
}>;

/** Top of a page: its one heading, and the same words as the document's title. */
export function PageHead({ title, caption, lead, back, hasErrors = false }: PageHeadProps) {
  const t = useText();
  const parts = [hasErrors ? t('shell.error-title', { title }) : title, caption, t('shell.brand')];
  return (
    <div className={styles.head}>
      <title>{parts.filter((part) => part !== undefined).join(' · ')}</title>
      {back && <BackLink to={back} />}
      {caption && <p className={styles.caption}>{caption}</p>}
      <h1>
        <Whole text={title} />
      </h1>
      {lead && <p className={styles.lead}>{lead}</p>}
    </div>
  );
}
