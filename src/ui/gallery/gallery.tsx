import { buttonExamples } from '#ui/button/examples.tsx';
import { fieldExamples } from '#ui/field/examples.tsx';
import { flowExamples } from '#ui/flow/examples.tsx';
import { noticeExamples } from '#ui/notice/examples.tsx';
import { PageHead } from '#ui/page-head/PageHead.tsx';
import { planExamples } from '#ui/plan-lanes/examples.tsx';
import { tableExamples } from '#ui/table/examples.tsx';
import { navigationExamples } from '#ui/tabs/examples.tsx';
import { tagExamples } from '#ui/tag/examples.tsx';
import type { ComponentExamples } from './example.ts';
import styles from './gallery.module.css';

const all: readonly ComponentExamples[] = [
  buttonExamples,
  fieldExamples,
  tagExamples,
  noticeExamples,
  planExamples,
  flowExamples,
  tableExamples,
  navigationExamples,
];

/** Every letter of Tatar that Russian lacks, and what a date and a number look like. */
const letters = 'Әә Өө Үү Җҗ Ңң Һһ · Аа Бб Вв Ёё Йй Щщ Ъъ Ыы · Aa Gg Rr · 0123456789 № « » —';

/** All components in all their states, in the language of the page: for people and for the accessibility check. */
export default function Gallery() {
  return (
    <>
      <PageHead title="UI" />
      <p className={styles.letters}>{letters}</p>
      {all.map(({ component, examples }) => (
        <section key={component} className={styles.component}>
          <h2>{component}</h2>
          {examples.map(({ name, Show }) => (
            <div key={name}>
              <p className="soft">{name}</p>
              <Show />
            </div>
          ))}
        </section>
      ))}
    </>
  );
}
