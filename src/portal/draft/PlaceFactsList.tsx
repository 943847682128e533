import type { PlaceFacts } from '#modules/territory/index.ts';
import { DefinitionList, type Fact } from '#ui/definition-list/DefinitionList.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';

/** Facts that the territory knows of a place; unknown ones are left out. */
export function PlaceFactsList({ place, dense = false }: Readonly<{ place: PlaceFacts; dense?: boolean }>) {
  const t = useText();
  const local = useLocal();
  const words = useWords();
  const restrictions = place.restrictions.map(({ name }) => local(name)).join('; ');
  const facts: (Fact | undefined)[] = [
    place.cadastralNumber ? { name: t('place.cadastral-number'), value: place.cadastralNumber } : undefined,
    place.address ? { name: t('place.address'), value: local(place.address) } : undefined,
    place.district ? { name: t('place.district'), value: local(place.district.name) } : undefined,
    place.zone ? { name: t('place.zone'), value: `${place.zone.code}, ${local(place.zone.name)}` } : undefined,
    { name: t('place.area'), value: t('place.square-metres', { n: words.number(place.area) }) },
    { name: t('place.restrictions'), value: restrictions || t('place.no-restrictions') },
    place.stormSewerDistance === undefined
      ? undefined
      : { name: t('place.storm-sewer'), value: t('place.metres', { n: words.number(place.stormSewerDistance) }) },
  ];
  return <DefinitionList facts={facts.filter((fact) => fact !== undefined)} dense={dense} />;
}
