import type { Localized } from '#kernel/language.ts';
import type { FormItem } from '../compose.ts';
import { Element } from '../element.ts';
import type { FormSource } from '../prepare.ts';

const said = (ru: string, tt: string, en: string): Localized => ({ ru, tt, en });

/** Elements of a small made-up town, one of every kind of condition and source a form can have. */
const elements: readonly Element[] = [
  {
    id: 'applicant.name',
    type: 'person-name',
    page: 'applicant',
    label: said('Заявитель', 'Мөрәҗәгать итүче', 'Applicant'),
    from: 'person.name',
  },
  {
    id: 'applicant.phone',
    type: 'phone',
    page: 'applicant',
    label: said('Телефон', 'Телефон', 'Telephone'),
    why: said(
      'Отдел позвонит, если нужно уточнить дату осмотра.',
      'Карау көнен ачыклау кирәк булса, бүлек шалтырата.',
      'The department calls if the date of the visit must be agreed.',
    ),
    from: 'person.phone',
  },
  {
    id: 'site.cadastral-number',
    type: 'cadastral-number',
    page: 'site',
    label: said('Кадастровый номер', 'Кадастр номеры', 'Cadastral number'),
    from: 'place.cadastralNumber',
  },
  {
    id: 'site.area',
    type: 'decimal',
    page: 'site',
    label: said('Площадь участка', 'Участок мәйданы', 'Area of the plot'),
    unit: 'm2',
    min: 1,
    from: 'place.area',
  },
  {
    id: 'works.kind',
    type: 'choice',
    page: 'works',
    label: said('Какие работы нужны', 'Нинди эшләр кирәк', 'Which works are needed'),
    choices: [
      { value: 'building', label: said('Строительство', 'Төзелеш', 'Building') },
      { value: 'digging', label: said('Земляные работы', 'Җир эшләре', 'Excavation') },
    ],
  },
  {
    id: 'works.on-roadway',
    type: 'yes-no',
    page: 'works',
    label: said('Вскрывается проезжая часть?', 'Юлның машиналар йөри торган өлеше ачыламы?', 'Is the roadway opened?'),
  },
  {
    id: 'works.starts-on',
    type: 'date',
    page: 'dates',
    label: said('Начало работ', 'Эшләр башлана', 'Works start'),
    min: 'today',
  },
  {
    id: 'works.traffic-scheme',
    type: 'files',
    page: 'documents',
    label: said('Схема движения', 'Хәрәкәт схемасы', 'Traffic scheme'),
    accept: ['pdf', 'jpeg'],
    maxFiles: 2,
  },
  {
    id: 'building.storeys',
    type: 'integer',
    page: 'building',
    label: said('Сколько этажей', 'Ничә кат', 'How many storeys'),
    min: 1,
    max: 40,
  },
];

/** The town's pack, as far as forms read it: two services and one that an officer has to decide on. */
export const town: FormSource = {
  city: { version: '2026.1', cadastralNumber: { pattern: '^16:50:\\d{6}:\\d{1,6}$', example: '16:50:011121:15' } },
  pages: [
    { id: 'applicant', title: said('Заявитель', 'Мөрәҗәгать итүче', 'Applicant') },
    { id: 'site', title: said('Участок', 'Җир участогы', 'Plot') },
    { id: 'works', title: said('Работы', 'Эшләр', 'Works') },
    { id: 'dates', title: said('Сроки', 'Вакыты', 'Dates') },
    { id: 'documents', title: said('Документы', 'Документлар', 'Documents') },
    { id: 'building', title: said('Здание', 'Бина', 'Building') },
  ],
  elements: elements.map((element) => Element.parse(element)),
  services: [
    {
      id: 'excavation-order',
      name: said('Ордер на земляные работы', 'Җир эшләренә ордер', 'Excavation order'),
      inputs: [
        { element: 'applicant.name', required: true },
        { element: 'applicant.phone', required: true },
        { element: 'site.cadastral-number', required: false },
        { element: 'works.kind', required: true },
        { element: 'works.on-roadway', required: true, when: 'answers.works.kind = "digging"' },
        { element: 'works.starts-on', required: true, when: 'answers.works.kind = "digging"' },
      ],
      evidence: [
        {
          provider: 'applicant',
          element: 'works.traffic-scheme',
          required: true,
          when: 'answers.works.onRoadway = true',
        },
        { provider: 'agency' },
      ],
    },
    {
      id: 'building-permit',
      name: said('Разрешение на строительство', 'Төзелешкә рөхсәт', 'Building permit'),
      inputs: [
        { element: 'applicant.name', required: true },
        { element: 'applicant.phone', required: true },
        { element: 'site.cadastral-number', required: true },
        { element: 'site.area', required: true },
        { element: 'works.kind', required: true },
        { element: 'building.storeys', required: true, when: 'answers.works.kind = "building"' },
      ],
      evidence: [],
    },
    {
      id: 'storm-water',
      name: said('Условия отвода воды', 'Су агызу шартлары', 'Storm-water conditions'),
      inputs: [
        { element: 'applicant.phone', required: true },
        { element: 'site.area', required: true },
      ],
      evidence: [],
    },
  ],
};

/** The plan the examples show: two services are needed, an officer will decide on the third. */
export const townPlan: readonly FormItem[] = [
  { serviceId: 'building-permit', status: 'needed' },
  { serviceId: 'excavation-order', status: 'needed' },
  { serviceId: 'storm-water', status: 'check' },
  { status: 'needed' },
];
