import type { Geometry, Polygon } from '#kernel/geometry.ts';
import { type FieldError, failed, ok, type Result } from '#kernel/result.ts';
import type { Db, Executor } from '#platform/db/index.ts';
import { houseKey, misspellings, readAddress } from './address.ts';
import { listLayers } from './layer-store.ts';
import { readOutline } from './outline.ts';
import { type Parcel, parcelOf } from './parcel.ts';
import { factsOf, type Place, type PlaceFacts } from './place-facts.ts';
import {
  findAt,
  findByCadastralNumber,
  findStreets,
  getBounds,
  isInCity,
  listAddressed,
  listStreetWords,
  type ParcelRow,
} from './territory-store.ts';

/** A place in whichever way a person can name it. */
export type NamedPlace = Readonly<{
  cadastralNumber?: string | undefined;
  address?: string | undefined;
  /** Longitude and latitude. */
  point?: readonly [number, number] | undefined;
  /** GeoJSON, or text as `checkOutline` reads it. */
  outline?: Geometry | string | undefined;
}>;

const cadastralNumber = /\d+:\d+:\d+(?::\d+)+/;

/** Finding places and saying what is known of them. `on` names the transaction to read in, where a caller has one. */
export function placesDoor(db: Db) {
  return {
    /** The plot with this number, as it stands now; blanks do not matter. */
    async findParcel(number: string, on: Executor = db): Promise<Parcel | undefined> {
      const row = await findByCadastralNumber(on, number.replace(/\s+/g, ''));
      return row && parcelOf(row);
    },
    /**
     * Plots by what people type: street and house in any order, case, language and with or without words like "ул.", one
     * or two wrong letters, or a cadastral number. The best first; at most `limit`.
     */
    searchAddress: async (text: string, limit = 10, on: Executor = db): Promise<Parcel[]> =>
      (await search(on, text, limit)).map(parcelOf),
    /** The plot under a point. */
    async parcelAt(lon: number, lat: number, on: Executor = db): Promise<Parcel | undefined> {
      const row = await findAt(on, lon, lat);
      return row && parcelOf(row);
    },
    /**
     * An outline as drawn or typed, made fit to be kept: closed, counter-clockwise, six decimals. Errors are of the field
     * `place.outline`: those of `readOutline`, and `territory/outside-city` if any part lies outside.
     */
    checkOutline: (input: unknown, on: Executor = db): Promise<Result<Polygon>> => check(on, input),
    /** What the layers say about a place. Throws `territory/unknown-parcel` and `territory/outside-city`. */
    placeFacts: async (place: Place, on: Executor = db): Promise<PlaceFacts> =>
      factsOf(on, await listLayers(on), place),
    /**
     * The facts of a place as a person named it; the first way given counts. Errors are of the field that named it:
     * `place.cadastralNumber`, `place.address`, `place.point` or `place.outline`.
     */
    async findPlace(named: NamedPlace, on: Executor = db): Promise<Result<PlaceFacts>> {
      const place = await identify(on, named);
      return place.ok ? ok(await factsOf(on, await listLayers(on), place.value)) : place;
    },
  };
}

const wrong = (field: string, code: string, params?: FieldError['params']): Result<never> =>
  failed([{ field: `place.${field}`, code: `territory/${code}`, ...(params ? { params } : {}) }]);

const plot = ({ cadastralNumber: number }: ParcelRow): Place => ({ cadastralNumber: number });

async function identify(db: Executor, named: NamedPlace): Promise<Result<Place>> {
  if (named.cadastralNumber) {
    const row = await findByCadastralNumber(db, named.cadastralNumber.replace(/\s+/g, ''));
    return row ? ok(plot(row)) : wrong('cadastralNumber', 'unknown-parcel');
  }
  if (named.outline !== undefined) {
    const outline = await check(db, named.outline);
    return outline.ok ? ok({ outline: outline.value }) : outline;
  }
  if (named.point) {
    const row = await findAt(db, ...named.point);
    return row ? ok(plot(row)) : wrong('point', 'no-parcel-here');
  }
  return identifyAddress(db, named.address ?? '');
}

/** The one plot an address means: the only one found, or the only one with exactly that house number. */
async function identifyAddress(db: Executor, text: string): Promise<Result<Place>> {
  const [first, second] = await search(db, text, 2);
  if (!first) return wrong('address', 'unknown-address');
  const { house } = readAddress(text);
  const isAsked = ({ properties }: ParcelRow) => house !== undefined && houseKey(properties.house ?? '') === house;
  const isClear = second === undefined || (isAsked(first) && !isAsked(second));
  return isClear ? ok(plot(first)) : wrong('address', 'address-ambiguous');
}

async function check(db: Executor, input: unknown): Promise<Result<Polygon>> {
  const read = readOutline(input, await getBounds(db));
  if (!read.ok || (await isInCity(db, read.value))) return read;
  return wrong('outline', 'outside-city');
}

async function search(db: Executor, text: string, limit: number): Promise<ParcelRow[]> {
  const [number] = cadastralNumber.exec(text) ?? [];
  if (number) return [await findByCadastralNumber(db, number)].filter((row) => row !== undefined);
  const { words, house } = readAddress(text.slice(0, 200));
  const streets = await streetsOf(db, words.slice(0, 8));
  return streets.length === 0 ? [] : listAddressed(db, { streets, limit, ...(house ? { house } : {}) });
}

/** Streets the words name; if none does, those of the nearest spelling. */
async function streetsOf(db: Executor, words: readonly string[]): Promise<string[]> {
  if (words.length === 0) return [];
  const found = await findStreets(db, words);
  if (found.length > 0) return found;
  const known = await listStreetWords(db);
  const meant = words.flatMap((word) => misspellings(word, known));
  return meant.length > 0 ? findStreets(db, meant) : [];
}
