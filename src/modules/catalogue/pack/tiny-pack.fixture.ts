import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A town with two services, small enough to read and whole enough to load without a warning. */
export const tinyPack: Readonly<Record<string, string>> = {
  'city.yaml': `id: town
name: { ru: Городок, tt: Шәһәрчек, en: Town }
authority: { ru: Управа, tt: Идарә, en: Council }
version: "2026.1"
effective: 2026-01-01
timeZone: Europe/Moscow
hosts: [localhost]
calendar: plain
officeHours: { from: "08:00", to: "17:00" }
numbers: { application: "{year}-{seq:6}", case: "{application}-{n:2}" }
map: { center: [49.1, 55.8], bounds: [49, 55, 50, 56], projected: "+proj=tmerc +lon_0=49" }
cadastralNumber: { pattern: "^16:50:\\\\d+:\\\\d+$", example: "16:50:1:15" }
`,
  'departments.yaml': `- id: works
  kind: city
  name: { ru: Благоустройство, tt: Төзекләндерү, en: Works }
  short: { ru: БУ, tt: ТБ, en: Works }
  districts: [old-town]
- id: registry
  kind: outside
  name: { ru: Реестр, tt: Реестр, en: Registry }
  short: { ru: Реестр, tt: Реестр, en: Registry }
`,
  'calendar/plain.yaml': `id: plain
name: { ru: Календарь, tt: Календарь, en: Calendar }
years:
  "2026":
    off: [2026-01-01]
    working: [2026-01-03]
`,
  'elements/pages.yaml': `- id: site
  title: { ru: Место, tt: Урын, en: Place }
`,
  'elements/dig.yaml': `- id: dig.kind
  type: choice
  page: site
  label: { ru: Сеть, tt: Челтәр, en: Network }
  choices:
    - { value: water, label: { ru: Вода, tt: Су, en: Water } }
    - { value: gas, label: { ru: Газ, tt: Газ, en: Gas } }
- id: dig.on-roadway
  type: yes-no
  page: site
  label: { ru: На проезжей части, tt: Юл өстендә, en: On the roadway }
- id: dig.depth
  type: decimal
  page: site
  unit: m
  label: { ru: Глубина, tt: Тирәнлек, en: Depth }
- id: dig.scheme
  type: files
  page: site
  label: { ru: Схема, tt: Схема, en: Scheme }
`,
  'grounds/intake.yaml': `- id: c1
  text: { ru: Не тот заявитель, tt: Гариза бирүче хокуксыз, en: Applicant not entitled }
`,
  'outputs.yaml': `- id: plan
  name: { ru: План, tt: План, en: Plan }
- id: order
  name: { ru: Ордер, tt: Ордер, en: Order }
- id: right
  name: { ru: Право, tt: Хокук, en: Right }
`,
  'steps.yaml': `- id: registration
  kind: outside
  agency: registry
  name: { ru: Регистрация, tt: Теркәү, en: Registration }
  summary: { ru: Запись права, tt: Хокукны язу, en: Record of the right }
  term: { amount: 7, unit: workingDays }
  produces: [right]
`,
  'services/plan/service.yaml': `id: plan
version: 1
effective: 2026-01-01
name: { ru: План участка, tt: Участок планы, en: Plot plan }
summary: { ru: План участка, tt: Участок планы, en: Plan of a plot }
department: works
legalBasis: [{ act: { ru: Закон, tt: Закон, en: Law }, number: "1" }]
term: { amount: 10, unit: workingDays }
fee: { amount: 0, currency: RUB, reason: { ru: Бесплатно, tt: Бушлай, en: Free } }
evidence:
  - { id: right, provider: output }
produces: [plan]
grounds:
  - id: p1
    text: { ru: Нет данных, tt: Мәгълүмат юк, en: No facts }
result: { document: { ru: План, tt: План, en: Plan } }
`,
  'services/dig/service.yaml': `id: dig
version: 1
effective: 2026-01-01
name: { ru: Ордер на раскопку, tt: Казу ордеры, en: Excavation order }
summary: { ru: Разрешает раскопку, tt: Казуга рөхсәт, en: Allows to dig }
keywords: { ru: [копать], tt: [казу], en: [dig] }
department: works
legalBasis:
  - act: { ru: Закон, tt: Закон, en: Law }
term: { amount: 7, unit: workingDays }
fee: { amount: 0, currency: RUB, reason: { ru: Бесплатно, tt: Бушлай, en: Free } }
inputs:
  - element: dig.kind
  - element: dig.on-roadway
  - { element: dig.depth, when: answers.dig.kind = "gas" }
evidence:
  - id: scheme
    name: { ru: Схема, tt: Схема, en: Scheme }
    provider: applicant
    element: dig.scheme
    when: answers.dig.onRoadway = true
  - { id: plan, provider: output }
produces: [order]
requests:
  - id: survey
    to: district
    name: { ru: Осмотр, tt: Карау, en: Survey }
    question: { ru: Восстановлено?, tt: Торгызылганмы?, en: Restored? }
    term: { amount: 2, unit: workingDays, from: request }
grounds:
  - id: e1
    text: { ru: Нет схемы, tt: Схема юк, en: No scheme }
    elements: [dig.scheme]
result: { document: { ru: Ордер, tt: Ордер, en: Order }, register: orders }
`,
  'registers/orders.yaml': `id: orders
name: { ru: Реестр ордеров, tt: Ордерлар реестры, en: Register of orders }
number: "{year}-{seq:5}"
fields:
  - { element: dig.kind }
  - { id: validUntil, type: date, label: { ru: До, tt: Кадәр, en: Until } }
`,
  'situations/dig-up.yaml': `id: dig-up
name: { ru: Провести сети, tt: Челтәр сузу, en: Lay pipes }
summary: { ru: Всё для прокладки, tt: Сузу өчен барысы да, en: All to lay pipes }
triage:
  - id: land
    label: { ru: Есть участок?, tt: Участок бармы?, en: Have a plot? }
    options:
      - { value: own, label: { ru: Да, tt: Әйе, en: "Yes" } }
      - { value: none, label: { ru: Нет, tt: Юк, en: "No" } }
items:
  - step: registration
    when: triage.land = "none"
    reason: { ru: Нужно право, tt: Хокук кирәк, en: A right is needed }
  - service: plan
    reason: { ru: Нужен план, tt: План кирәк, en: A plan is needed }
  - service: dig
    reason: { ru: Вы копаете, tt: Сез казыйсыз, en: You dig }
`,
};

/** The tiny pack with some files changed (undefined: absent), in a new folder; with the way to remove it. */
export async function writePack(
  changes: Readonly<Record<string, string | undefined>> = {},
): Promise<{ folder: string; [Symbol.asyncDispose](): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'berdem-pack-'));
  for (const [file, content] of Object.entries({ ...tinyPack, ...changes })) {
    if (content === undefined) continue;
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}
