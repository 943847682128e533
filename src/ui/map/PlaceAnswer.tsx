import { useLocal, useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';
import type { Answer } from './ask-place.ts';
import styles from './PlaceMap.module.css';

/** The chosen place in one line, or why it cannot be chosen and what to do. */
export function PlaceAnswer({ answer }: Readonly<{ answer: Answer }>) {
  const t = useText();
  const local = useLocal();
  const words = useWords();
  if (!('place' in answer)) {
    return (
      <p className={styles.refused}>
        <strong>{answer.title}.</strong> {answer.whatToDo}
      </p>
    );
  }
  const { cadastralNumber, address, district, zone, area, restrictions } = answer.place;
  const size =
    area < 10_000
      ? t('map.square-metres', { n: words.number(area) })
      : t('map.hectares', { n: words.number(area / 10_000, 1) });
  const facts = [
    cadastralNumber,
    address && local(address),
    local(district.name),
    zone && `${zone.code}, ${local(zone.name)}`,
    size,
  ];
  return (
    <p className={styles.chosen}>
      <strong>{t('map.chosen')}:</strong> {facts.filter(Boolean).join(' · ')}
      {restrictions.length > 0 && <span>{restrictions.map(({ name }) => local(name)).join(' · ')}</span>}
    </p>
  );
}
