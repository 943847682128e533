import { createHash } from 'node:crypto';
import type { Role } from '#kernel/actor.ts';

/**
 * The invented people of the demonstration. Numbers have right check digits, so that forms take them, and ranges that
 * are given to nobody; mail is of example.org (RFC 2606); the street does not exist.
 */
export type DemoPerson = Readonly<{
  subject: string;
  name: readonly [last: string, first: string, patronymic: string];
  phone: string;
  snils: string;
  inn: string;
  ogrnip?: string;
  flat: number;
}>;

export const demoResidents: readonly DemoPerson[] = [
  {
    subject: 'resident-1',
    name: ['Сафина', 'Айгуль', 'Рашитовна'],
    phone: '+79000000001',
    snils: '90000000182',
    inn: '990000000115',
    flat: 1,
  },
  {
    subject: 'resident-2',
    name: ['Волков', 'Иван', 'Петрович'],
    phone: '+79000000002',
    snils: '90000000283',
    inn: '990000000299',
    flat: 2,
  },
  {
    subject: 'entrepreneur-1',
    name: ['Хасанов', 'Марат', 'Ильдарович'],
    phone: '+79000000003',
    snils: '90000000384',
    inn: '990000000362',
    ogrnip: '326000000000015',
    flat: 3,
  },
  {
    subject: 'representative-1',
    name: ['Миронова', 'Елена', 'Сергеевна'],
    phone: '+79000000004',
    snils: '90000000485',
    inn: '990000000436',
    flat: 4,
  },
];

/** The company of the entrepreneur. */
export const demoCompany = {
  key: 'company-1',
  name: 'ООО «Идел Проект»',
  inn: '9900000017',
  kpp: '990001001',
  ogrn: '1260000000017',
  director: 'entrepreneur-1',
  position: 'директор',
} as const;

/** Who gave the representative which right: one resident for everything. */
export const demoMandate = {
  key: 'mandate-1',
  grantor: 'resident-1',
  representative: 'representative-1',
  number: '16 АА 0000001',
} as const;

/** Enough for the departments of a large city; beyond that names repeat. */
const employeeNames: readonly (readonly [string, string, string])[] = [
  ['Галиева', 'Алсу', 'Наилевна'],
  ['Соколов', 'Андрей', 'Викторович'],
  ['Шакирова', 'Гульнара', 'Фаритовна'],
  ['Ефимов', 'Дмитрий', 'Олегович'],
  ['Зарипов', 'Ильнур', 'Азатович'],
  ['Крылова', 'Ольга', 'Николаевна'],
  ['Гарипова', 'Ләйсән', 'Маратовна'],
  ['Титов', 'Сергей', 'Алексеевич'],
  ['Мухаметшин', 'Рустам', 'Камилевич'],
  ['Белова', 'Наталья', 'Юрьевна'],
  ['Фәттахов', 'Тимур', 'Ренатович'],
  ['Орлова', 'Мария', 'Игоревна'],
  ['Ахметзянов', 'Булат', 'Ильгизович'],
  ['Лебедева', 'Анна', 'Владимировна'],
  ['Хайруллина', 'Диләрә', 'Рамилевна'],
  ['Никитин', 'Павел', 'Андреевич'],
  ['Сабирова', 'Резеда', 'Ильшатовна'],
  ['Громов', 'Алексей', 'Павлович'],
  ['Вәлиев', 'Айдар', 'Мансурович'],
  ['Кузьмина', 'Татьяна', 'Евгеньевна'],
  ['Насыров', 'Ринат', 'Габдуллович'],
  ['Яковлева', 'Ирина', 'Борисовна'],
  ['Гыймранов', 'Фәрит', 'Рөстәмович'],
  ['Павлова', 'Светлана', 'Григорьевна'],
  ['Юсупова', 'Эльвира', 'Тагировна'],
  ['Козлов', 'Михаил', 'Степанович'],
  ['Ибраһимова', 'Зөлфия', 'Харисовна'],
  ['Морозов', 'Николай', 'Ильич'],
  ['Садыков', 'Азат', 'Равилевич'],
  ['Фролова', 'Вера', 'Константиновна'],
  ['Нуриева', 'Лилия', 'Илгизовна'],
  ['Гусев', 'Виктор', 'Романович'],
  ['Шәйхетдинов', 'Илнар', 'Мөдәррисович'],
  ['Соболева', 'Юлия', 'Вадимовна'],
];

export type DemoEmployee = Readonly<{
  subject: string;
  departmentId: string;
  roles: readonly Role[];
  name: readonly [last: string, first: string, patronymic: string];
}>;

/** The demo administrator also describes services: the demonstration has no person of its own for it. */
const citywide: readonly Readonly<{ subject: string; roles: readonly Role[] }>[] = [
  { subject: 'lean-1', roles: ['lean'] },
  { subject: 'gis-1', roles: ['gis'] },
  { subject: 'auditor-1', roles: ['auditor'] },
  { subject: 'administrator-1', roles: ['administrator', 'designer'] },
];

/** An officer and a head in each department, and those who see the whole city, seated in the first department. */
export function demoEmployees(departmentIds: readonly string[]): DemoEmployee[] {
  const [first] = departmentIds;
  if (first === undefined) return [];
  const ofDepartments = departmentIds.flatMap((departmentId) =>
    (['officer', 'head'] as const).map((role) => ({ subject: `${role}-${departmentId}`, departmentId, roles: [role] })),
  );
  const all = [...ofDepartments, ...citywide.map((one) => ({ ...one, departmentId: first }))];
  return all.map((one, index) => ({ ...one, name: employeeNames[index % employeeNames.length] ?? ['', '', ''] }));
}

/** The id that a demo person, company or mandate has in every demonstration: a UUID of its key (RFC 9562, version 8). */
export function demoId(key: string): string {
  const bytes = new Uint8Array(createHash('sha256').update(`berdem demo ${key}`).digest().subarray(0, 16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toHex();
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
