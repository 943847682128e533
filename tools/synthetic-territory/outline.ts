/** The hand-drawn part: where the city, its districts and its waters lie. Roughly Kazan, nowhere exactly. */
import { area, at, between, fromPlan, offset, type Point, type Ring, smooth } from './plane.ts';
import { random } from './random.ts';

/** Borders between two districts, or between a district and the outside; kilometres from the centre. */
const arcs = {
  kazankaMouth: '-4 0.2, -3 1.1, -2.2 1.6',
  kazankaKremlin: '-2.2 1.6, -1.6 1.75, -0.9 1.75',
  kazankaCentre: '-0.9 1.75, 0.2 1.75, 1.3 1.95, 2.4 2.3',
  kazankaEast: '2.4 2.3, 3.9 2.8, 4.6 3.6, 5.1 4.8',
  kazankaUpper: '5.1 4.8, 5.9 6.2, 7 7.4, 8.2 8.9, 9.6 10.4',
  kirovskyMoskovsky: '-2.2 1.6, -2.5 3.2, -3.4 4.8, -4.2 6.2, -4.6 7.6',
  moskovskySavinovsky: '-0.9 1.75, -0.9 2.9, -0.8 4.2, -0.5 5.4',
  savinovskyAviastroitelny: '-0.5 5.4, 1.2 5.5, 2.9 5.3, 5.1 4.8',
  moskovskyAviastroitelny: '-0.5 5.4, -1.2 6.6, -1.9 7.8, -2.4 8.9',
  vakhitovskySovetsky: '2.4 2.3, 2.7 1.2, 2.9 0, 2.9 -1.6',
  vakhitovskyPrivolzhsky: '2.9 -1.6, 2 -2.3, 0.6 -2.6, -1.2 -2.4, -4.2 -2.6',
  sovetskyPrivolzhsky: '2.9 -1.6, 4.6 -2.3, 6.4 -3.6, 8.2 -4.4',
  outsideKirovsky: '-4.6 7.6, -6.2 8.4, -7.4 8, -8.6 9.3, -10.4 8, -11.6 8.9, -13.2 8.4, -14.2 7.6, -15 6.2, -14.9 4.6',
  volgaKirovsky: '-14.9 4.6, -14.8 3.4, -12 2.7, -9 1.8, -6 0.6, -4 0.2',
  volgaVakhitovsky: '-4 0.2, -4.3 -1.2, -4.2 -2.6',
  volgaPrivolzhsky: '-4.2 -2.6, -4 -5, -3.6 -8, -3.4 -11, -2.6 -14, -0.6 -14.2',
  outsidePrivolzhsky:
    '-0.6 -14.2, 1 -14.2, 2.4 -13.2, 4.2 -13.6, 6 -12.9, 7.2 -12, 7.9 -10.2, 9 -9.4, 8.9 -7.6, 9.4 -6.6, 8.2 -4.4',
  outsideSovetsky:
    '8.2 -4.4, 10.2 -3.4, 11.2 -3.8, 12.6 -2.2, 13 -0.8, 14.2 0.6, 14.4 2.4, 15.4 3.8, 14.6 5.2, 14.6 7.2, 13.2 7.8, 12.2 9.6, 10.8 9.6, 9.6 10.4',
  outsideAviastroitelny:
    '9.6 10.4, 8.6 11.6, 6.9 12.6, 5.8 12, 4.8 12.4, 3.4 13.4, 2.2 13.2, 0.4 13.1, -0.8 12.6, -1.8 11.8, -2.6 10.6, -2.2 9.8, -2.4 8.9',
  outsideMoskovsky: '-2.4 8.9, -3.6 8.6, -4.6 7.6',
} satisfies Record<string, string>;

type Arc = keyof typeof arcs;

/** Gives a border the small corners that surveyed borders have: every piece is broken twice and pushed sideways. */
function roughen(line: readonly Point[], name: string): Point[] {
  const chance = random(`border ${name}`);
  return [0.16, 0.12].reduce<readonly Point[]>(
    (points, push) =>
      points.flatMap((a, i) => {
        const b = points[i + 1];
        if (!b) return [a];
        const [x, y] = between(a, b, chance.within(0.35, 0.65));
        const by = chance.within(-push, push);
        return [a, [x - (b[1] - a[1]) * by, y + (b[0] - a[0]) * by]];
      }),
    line,
  ) as Point[];
}

/** Land borders towards the outside are rough; inner ones follow rivers and streets and are smooth. */
const along = (name: Arc): Point[] =>
  name.startsWith('outside') ? roughen(fromPlan(arcs[name]), name) : smooth(fromPlan(arcs[name]));
const back = (name: Arc): Point[] => along(name).reverse();

/** Joins lines that meet end to end into one ring. */
function join(...lines: Point[][]): Ring {
  const ring = lines.flatMap((line) => line.slice(0, -1));
  return area(ring) > 0 ? ring : ring.reverse();
}

export const districtIds = [
  'aviastroitelny',
  'vakhitovsky',
  'kirovsky',
  'moskovsky',
  'novo-savinovsky',
  'privolzhsky',
  'sovetsky',
] as const;
export type DistrictId = (typeof districtIds)[number];

export const districts: Readonly<Record<DistrictId, { name: { ru: string; tt: string; en: string }; outline: Ring }>> =
  {
    aviastroitelny: {
      name: { ru: 'Авиастроительный район', tt: 'Авиатөзелеш районы', en: 'Aviastroitelny District' },
      outline: join(
        along('moskovskyAviastroitelny'),
        back('outsideAviastroitelny'),
        back('kazankaUpper'),
        back('savinovskyAviastroitelny'),
      ),
    },
    vakhitovsky: {
      name: { ru: 'Вахитовский район', tt: 'Вахитов районы', en: 'Vakhitovsky District' },
      outline: join(
        along('kazankaMouth'),
        along('kazankaKremlin'),
        along('kazankaCentre'),
        along('vakhitovskySovetsky'),
        along('vakhitovskyPrivolzhsky'),
        back('volgaVakhitovsky'),
      ),
    },
    kirovsky: {
      name: { ru: 'Кировский район', tt: 'Киров районы', en: 'Kirovsky District' },
      outline: join(
        along('kirovskyMoskovsky'),
        along('outsideKirovsky'),
        along('volgaKirovsky'),
        along('kazankaMouth'),
      ),
    },
    moskovsky: {
      name: { ru: 'Московский район', tt: 'Мәскәү районы', en: 'Moskovsky District' },
      outline: join(
        along('kazankaKremlin'),
        along('moskovskySavinovsky'),
        along('moskovskyAviastroitelny'),
        along('outsideMoskovsky'),
        back('kirovskyMoskovsky'),
      ),
    },
    'novo-savinovsky': {
      name: { ru: 'Ново-Савиновский район', tt: 'Яңа Савин районы', en: 'Novo-Savinovsky District' },
      outline: join(
        along('kazankaCentre'),
        along('kazankaEast'),
        back('savinovskyAviastroitelny'),
        back('moskovskySavinovsky'),
      ),
    },
    privolzhsky: {
      name: { ru: 'Приволжский район', tt: 'Идел буе районы', en: 'Privolzhsky District' },
      outline: join(
        along('sovetskyPrivolzhsky'),
        back('outsidePrivolzhsky'),
        back('volgaPrivolzhsky'),
        back('vakhitovskyPrivolzhsky'),
      ),
    },
    sovetsky: {
      name: { ru: 'Советский район', tt: 'Совет районы', en: 'Sovetsky District' },
      outline: join(
        along('kazankaEast'),
        along('kazankaUpper'),
        back('outsideSovetsky'),
        back('sovetskyPrivolzhsky'),
        back('vakhitovskySovetsky'),
      ),
    },
  };

export const city = {
  name: { ru: 'Город Казань', tt: 'Казан шәһәре', en: 'City of Kazan' },
  outline: join(
    along('outsideKirovsky'),
    along('volgaKirovsky'),
    along('volgaVakhitovsky'),
    along('volgaPrivolzhsky'),
    along('outsidePrivolzhsky'),
    along('outsideSovetsky'),
    along('outsideAviastroitelny'),
    along('outsideMoskovsky'),
  ),
};

const kazankaMiddle = smooth(
  fromPlan(
    '-4.9 0, -3.9 0.5, -3 1.1, -2.2 1.6, -1.6 1.75, -0.9 1.75, 0.2 1.75, 1.3 1.95, 2.4 2.3, 3.9 2.8, 4.6 3.6, 5.1 4.8, 5.9 6.2, 7 7.4, 8.2 8.9, 9.6 10.4, 11.4 12.2, 12.6 14.8, 15.4 16.8, 17.2 20.4, 21 23',
  ),
);
/** Half the river's width: 190 m in the estuary, 30 m upstream. */
const kazankaHalf = (index: number) => 30 + 160 * Math.max(0, 1 - index / 51);
const bank = (side: 1 | -1) => kazankaMiddle.map((_, i) => at(offset(kazankaMiddle, side * kazankaHalf(i)), i));

/** A smooth shape; it starts in the middle of a side, where smoothing leaves no corner. */
const closed = (plan: string): Ring => {
  const points = fromPlan(plan);
  const start = between(at(points, 0), at(points, 1), 0.5);
  return join(smooth([start, ...points.slice(1), at(points, 0), start]));
};

export const waters: readonly {
  id: string;
  name: { ru: string; tt: string; en: string };
  outline: Ring;
  shoreZone: number;
}[] = [
  {
    id: 'volga',
    name: {
      ru: 'Куйбышевское водохранилище (Волга)',
      tt: 'Куйбышев сусаклагычы (Идел)',
      en: 'Kuybyshev Reservoir (Volga)',
    },
    // 200 m: Water Code of Russia, art. 65 part 4, rivers longer than 50 km.
    shoreZone: 200,
    outline: closed(
      '-48 6.4, -30 3.6, -20 1.6, -15 0.6, -11.5 -1, -8.6 -2.6, -7 -4.8, -6.2 -8, -5.6 -12, -5.5 -17, -5.2 -26, -4 -46, 0.4 -46, -0.8 -26, -1.2 -17, -1.2 -12.6, -1.4 -10.4, -1.9 -8, -2.3 -6.2, -2.7 -4, -2.9 -2.4, -3 -0.9, -3.3 0.4, -4.2 1.2, -5.6 1.5, -7.5 2.3, -9.6 3.4, -11.9 4.3, -15 5.2, -20 5.8, -30 7.8, -48 11.6',
    ),
  },
  {
    id: 'kazanka',
    name: { ru: 'река Казанка', tt: 'Казансу елгасы', en: 'Kazanka River' },
    shoreZone: 200,
    outline: join([...bank(-1), ...bank(1).reverse(), at(bank(-1), 0)]),
  },
  {
    id: 'lower-kaban',
    name: { ru: 'озеро Нижний Кабан', tt: 'Түбән Кабан күле', en: 'Lake Lower Kaban' },
    // 50 m: Water Code of Russia, art. 65 part 6, lakes of at least 0.5 km².
    shoreZone: 50,
    outline: closed('-0.2 -0.75, 0.1 -0.7, 0.8 -1.4, 1.45 -2.1, 1.3 -2.35, 0.6 -1.7, -0.1 -1'),
  },
  {
    id: 'middle-kaban',
    name: { ru: 'озеро Средний Кабан', tt: 'Урта Кабан күле', en: 'Lake Middle Kaban' },
    shoreZone: 50,
    outline: closed('1.5 -2.8, 1.9 -2.9, 2.9 -4.1, 3.9 -5.7, 3.7 -6.2, 3.1 -5.6, 2.1 -4.2, 1.4 -3.2'),
  },
];

/** Heritage: the fortress on its hill, the zone that protects it, and the historic settlement. */
export const kremlin: Ring = fromPlan('-1.12 1.02, -1.02 0.78, -0.78 0.86, -0.66 1.1, -0.82 1.24, -1.02 1.2');
export const kremlinZone: Ring = closed('-1.5 0.9, -1.15 0.45, -0.5 0.5, -0.25 1, -0.4 1.35, -0.9 1.42, -1.4 1.3');
export const historicSettlement: Ring = closed(
  '-2.1 0.6, -1.7 -0.3, -0.6 -0.8, 0.3 -0.55, 1.1 0.1, 1.3 0.9, 0.7 1.3, -0.4 1.45, -1.5 1.4',
);
