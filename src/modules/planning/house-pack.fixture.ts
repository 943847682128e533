import type { Localized } from '#kernel/language.ts';
import type { Evidence, Pack, Service, Situation, SituationItem, Step } from '#modules/catalogue/index.ts';

const inAll = (text: string): Localized => ({ ru: text, tt: text, en: text });
const free = { amount: 0, currency: 'RUB' } as const;

const service = (id: string, days: number, more: Partial<Service>): Service => ({
  id,
  version: 1,
  effective: '2026-01-01',
  name: inAll(id),
  summary: inAll(id),
  keywords: { ru: [], tt: [], en: [] },
  department: 'architecture',
  digital: false,
  applicants: ['person'],
  legalBasis: [],
  term: { amount: days, unit: 'workingDays', from: 'registration', roll: 'next' },
  fee: free,
  inputs: [],
  evidence: [],
  produces: [],
  requests: [],
  grounds: [],
  result: { document: inAll(id) },
  unverified: [],
  ...more,
});

const asks = (...elements: string[]) => elements.map((element) => ({ element, required: true }));
export const output = (id: string, when?: string): Evidence => ({
  provider: 'output',
  id,
  required: true,
  unverified: [],
  ...(when && { when }),
});

const services: Service[] = [
  service('plot-lease', 20, {
    department: 'land',
    produces: ['plot-right'],
    inputs: asks('person.phone', 'site.outline'),
  }),
  service('urban-plan', 14, {
    evidence: [output('plot-right')],
    produces: ['urban-plan'],
    inputs: asks('person.phone', 'site.outline', 'site.purpose'),
  }),
  service('storm-conditions', 10, {
    department: 'improvement',
    evidence: [
      output('urban-plan'),
      { provider: 'agency', id: 'sewer-map', name: inAll('map'), from: 'grid', required: true, unverified: [] },
    ],
    produces: ['storm-conditions'],
    inputs: [...asks('person.phone'), { element: 'site.flow', required: true, when: 'answers.site.paved = true' }],
    fee: { amount: 350_000, currency: 'RUB' },
  }),
  service('permit', 5, {
    evidence: [
      output('urban-plan'),
      output('design'),
      // A title helps but is not needed, and comes only after the permit.
      { provider: 'output', id: 'title', required: false, unverified: [] },
      output('storm-conditions', 'triage.storm = "yes"'),
      {
        provider: 'applicant',
        id: 'papers',
        name: inAll('papers'),
        element: 'design.files',
        required: true,
        unverified: [],
      },
      {
        provider: 'applicant',
        id: 'mandate',
        name: inAll('mandate'),
        element: 'mandate.file',
        required: true,
        when: 'applicant.representative = true',
        unverified: [],
      },
    ],
    produces: ['permit'],
    inputs: [
      ...asks('person.phone', 'design.storeys'),
      { element: 'site.flow', required: true, when: 'answers.site.paved = true' },
    ],
  }),
];

const steps: Step[] = [
  {
    kind: 'outside',
    id: 'registration',
    agency: 'rosreestr',
    name: inAll('registration'),
    summary: inAll('registration'),
    requires: ['permit'],
    produces: ['title'],
    legalBasis: [],
    term: { amount: 7, unit: 'workingDays', from: 'filing', roll: 'next' },
    fee: { amount: 200_000, currency: 'RUB' },
    unverified: [],
  },
  {
    kind: 'own',
    id: 'design',
    name: inAll('design'),
    summary: inAll('design'),
    requires: ['urban-plan'],
    produces: ['design'],
    estimate: { amount: 2, unit: 'months' },
    unverified: [],
  },
];

const because = (text: string) => inAll(`because ${text}`);
const items: SituationItem[] = [
  { step: 'registration', reason: because('a right is registered') },
  {
    service: 'plot-lease',
    when: 'triage.land = "none"',
    uncertain: 'triage.land = "unsure"',
    reason: because('you have no plot'),
    because: [{ when: 'triage.land = "unsure"', text: because('you are not sure of your plot') }],
  },
  { service: 'urban-plan', reason: because('nothing is designed without it') },
  {
    service: 'storm-conditions',
    when: 'triage.storm = "yes" or place.stormSewerDistance < 100',
    reason: because('rain'),
  },
  { step: 'design', when: 'triage.drawn = "no"', reason: because('you have no design') },
  { service: 'permit', reason: because('you build') },
];

export const buildHouse: Situation = {
  id: 'build-house',
  name: inAll('build a house'),
  summary: inAll('build a house'),
  keywords: { ru: [], tt: [], en: [] },
  triage: ['land', 'storm', 'drawn'].map((id) => ({
    id,
    label: inAll(id),
    options: [],
    ...(id === 'drawn' && { when: 'triage.land = "own"' }),
  })),
  items,
  unverified: [],
};

/** A town of four services and two steps on a plain calendar in which 4 November 2026 is a holiday. */
export const housePack: Pack = {
  hash: 'house',
  city: {
    id: 'town',
    languages: ['ru', 'tt', 'en'],
    name: inAll('town'),
    authority: inAll('council'),
    version: '2026.1',
    effective: '2026-01-01',
    timeZone: 'Europe/Moscow',
    hosts: ['localhost'],
    calendar: 'plain',
    officeHours: { from: '08:00', to: '17:00' },
    numbers: { application: '{year}-{seq:6}', case: '{application}-{n:2}' },
    map: { center: [49, 55], bounds: [48, 54, 50, 56], projected: '+proj=tmerc' },
    cadastralNumber: { pattern: '.', example: '1' },
    unverified: [],
  },
  departments: [],
  calendars: [
    {
      id: 'plain',
      name: inAll('plain'),
      years: { 2026: { off: ['2026-11-04'], working: [], short: [], decree: [], onWeekend: [] } },
      unverified: [],
    },
  ],
  pages: [],
  elements: [],
  intakeGrounds: [],
  steps,
  outputs: [{ id: 'design', name: inAll('Design documents') }],
  services,
  nextServices: [],
  registers: [],
  situations: [buildHouse],
};
