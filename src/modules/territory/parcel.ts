import type { Polygon } from '#kernel/geometry.ts';
import type { Localized } from '#kernel/language.ts';
import { writeAddress } from './address.ts';
import type { ParcelRow } from './territory-store.ts';

/** A plot of the city's map. */
export type Parcel = Readonly<{
  parcelId: string;
  cadastralNumber: string;
  /** Street and house; a plot without an address is called by its number. */
  address: Localized;
  /** Permitted use, a code of the parcel layer. */
  use?: string;
  /** The city owns the plot and nobody uses it. */
  free: boolean;
  outline: Polygon;
}>;

/** Address of a plot, if it has one. */
export const addressOf = ({ street, properties: { house } }: ParcelRow): Localized | undefined =>
  street && house ? writeAddress(street, house) : undefined;

export function parcelOf(row: ParcelRow): Parcel {
  const { use, free = false } = row.properties;
  const { id, cadastralNumber, outline } = row;
  const address = addressOf(row) ?? { ru: cadastralNumber, tt: cadastralNumber, en: cadastralNumber };
  return { parcelId: id, cadastralNumber, address, ...(use ? { use } : {}), free, outline };
}
