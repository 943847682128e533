import type { TextId } from '#ui/texts/ru/index.ts';

/** Facts that every city knows of a place and an applicant, by their names in FEEL. */
export const factTexts: Readonly<Record<string, TextId>> = {
  'place.cadastralNumber': 'when.place-cadastral-number',
  'place.address': 'when.place-address',
  'place.district': 'when.place-district',
  'place.zone': 'when.place-zone',
  'place.area': 'when.place-area',
  'place.restrictions': 'when.place-restrictions',
  'place.stormSewerDistance': 'when.place-storm-sewer-distance',
  'place.inHistoricCentre': 'when.place-in-historic-centre',
  'place.inWaterProtection': 'when.place-in-water-protection',
  'applicant.kind': 'when.applicant-kind',
  'applicant.representative': 'when.applicant-representative',
};
