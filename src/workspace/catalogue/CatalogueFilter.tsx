import type { Localized } from '#kernel/language.ts';
import { Button } from '#ui/button/Button.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import styles from '../work.module.css';
import type { CatalogueFilter as Filter } from './filter.ts';

type FilterProps = Readonly<{ filter: Filter; departments: readonly Readonly<{ id: string; name: Localized }>[] }>;

/** What of the catalogue is shown: a plain form, so that a choice has an address of its own. */
export function CatalogueFilter({ filter, departments }: FilterProps) {
  const t = useText();
  const local = useLocal();
  return (
    <form method="get" className={styles.filter}>
      <div>
        <label htmlFor="q">{t('filter.query')}</label>
        <input id="q" name="q" type="search" defaultValue={filter.query} autoComplete="off" />
      </div>
      <div>
        <label htmlFor="department">{t('work.department')}</label>
        <select id="department" name="department" defaultValue={filter.department}>
          <option value="">{t('filter.all-departments')}</option>
          {departments.map(({ id, name }) => (
            <option key={id} value={id}>
              {local(name)}
            </option>
          ))}
        </select>
      </div>
      {(['digital', 'unverified'] as const).map((only) => (
        <label key={only} className={styles.check}>
          <input type="checkbox" name={only} value="yes" defaultChecked={filter[only]} />
          {t(`filter.${only}`)}
        </label>
      ))}
      <Button kind="second">{t('work.show')}</Button>
    </form>
  );
}
