import type { Language } from '#kernel/language.ts';
import { Problem } from '#kernel/problem.ts';
import type { Applications, Filing } from '#modules/applications/index.ts';
import type { CaseState } from '#modules/cases/index.ts';
import {
  askedFields,
  type Catalogue,
  indexPack,
  officerElement,
  type Pack,
  type RecordChange,
  type Register,
  type RegisterField,
} from '#modules/catalogue/index.ts';
import type { DecisionRules } from '#modules/decisions/index.ts';
import { fieldTypes } from '#modules/forms/index.ts';
import { fullName, type People } from '#modules/people/index.ts';
import type { RecordField } from '#modules/registers/index.ts';
import { type Clock, dateIn } from '#platform/clock.ts';

/** A case is kept and its record shown in Russian, the state language of the city's registers. */
const registerLanguage: Language = 'ru';

/** Position under a signature where the employee's own is not known. */
const officerOfDepartment = { ru: 'Должностное лицо', tt: 'Вазыйфаи зат', en: 'Officer' };

type Deps = Readonly<{ clock: Clock; catalogue: Catalogue; people: People; applications: () => Applications }>;

/** How a service ends, from the city pack and the filed application. */
export const decisionRules = ({ clock, catalogue, people, applications }: Deps): DecisionRules => ({
  async describe(state) {
    const pack = await catalogue.getPack(state.packVersion);
    const { service, department, register } = partsOf(pack, state);
    const { record } = service.result;
    return {
      service: service.name,
      department: department.name,
      authority: pack.city.authority,
      documentName: service.result.document,
      grounds: service.grounds,
      ...(register ? { register } : {}),
      ...(record ? { change: changeOf(pack, record, await applications().getFilingOfCase(state)) } : {}),
    };
  },
  async recordFields(state, entered) {
    const pack = await catalogue.getPack(state.packVersion);
    const { register } = partsOf(pack, state);
    const asked = askedFields(pack, state.serviceId).map(({ field }) => field);
    const copied = register?.fields.flatMap((field) => ('element' in field ? [field] : [])) ?? [];
    if (asked.length + copied.length === 0) return [];
    const filing = await applications().getFilingOfCase(state);
    const today = dateIn(pack.city.timeZone, clock.now());
    return [...copied, ...asked].flatMap((field) => recordField(pack, field, { filing, entered, today }));
  },
  async application(applicationId) {
    const { application, filing } = await applications().getFiled(applicationId);
    const { place, applicant } = filing;
    const { language, onBehalfOf } = application;
    const organisationId = onBehalfOf?.kind === 'organisation' ? onBehalfOf.organisationId : undefined;
    return {
      number: application.number,
      applicantName: applicant.name,
      language,
      owner: { personId: application.filedBy, ...(organisationId ? { organisationId } : {}) },
      ...(place ? { place: placeOf(place, language) } : {}),
    };
  },
  async signer(employeeId) {
    const employee = await people.getEmployee(employeeId);
    return {
      name: fullName(employee),
      position: employee.title ? { ru: employee.title, tt: employee.title, en: employee.title } : officerOfDepartment,
    };
  },
  today: (at) => dateIn(catalogue.current.city.timeZone, at),
});

function placeOf({ address, cadastralNumber, outline }: NonNullable<Filing['place']>, language: Language) {
  return {
    ...(address ? { address: address[language] } : {}),
    ...(cadastralNumber ? { cadastralNumber } : {}),
    ...(outline ? { outline } : {}),
  };
}

function partsOf(pack: Pack, { serviceId, departmentId }: Pick<CaseState, 'serviceId' | 'departmentId'>) {
  const index = indexPack(pack);
  const service = index.services.get(serviceId);
  const department = index.departments.get(departmentId);
  if (service === undefined || department === undefined)
    throw new Error(`the pack lacks ${serviceId} or ${departmentId}`);
  const register: Register | undefined = service.result.register
    ? index.registers.get(service.result.register)
    : undefined;
  return { service, department, register };
}

/** What is done to which record: by the number that was filed, if it was asked for. */
function changeOf(pack: Pack, { act, registers, number: element }: RecordChange, { answers }: Filing) {
  const index = indexPack(pack);
  const number = answers[element];
  return {
    act,
    registers: registers.flatMap((id) => {
      const register = index.registers.get(id);
      return register === undefined ? [] : [{ id, name: register.name }];
    }),
    ...(typeof number === 'string' ? { number: number.trim() } : {}),
  };
}

type Sources = Readonly<{
  filing: Filing;
  entered: Readonly<Record<string, readonly string[]>>;
  today: Temporal.PlainDate;
}>;

/** A field of the record with its value; an answer that was not asked gives no field. */
function recordField(pack: Pack, field: RegisterField, { filing, entered, today }: Sources): RecordField[] {
  if ('element' in field) {
    const element = indexPack(pack).elements.get(field.element);
    const value = filing.answers[field.element];
    return element === undefined || value === undefined || value === null
      ? []
      : [shownField(element, field.element, value)];
  }
  const element = officerElement(field);
  const type = fieldTypes[element.type];
  const read = type.read(entered[field.id] ?? [], element);
  const isWrong = !read.ok || (read.value !== undefined && type.validate(read.value, element, { today }).length > 0);
  if (isWrong || (read.value === undefined && field.required)) {
    throw new Problem('decisions/field-missing', { field: field.label[registerLanguage] });
  }
  return read.value === undefined ? [] : [shownField(element, field.id, read.value)];
}

function shownField(
  element: Parameters<(typeof fieldTypes)['text']['show']>[1],
  id: string,
  value: unknown,
): RecordField {
  const type = fieldTypes[element.type];
  const parsed = type.value.safeParse(value);
  return {
    id,
    label: element.label,
    value,
    shown: parsed.success ? type.show(parsed.data, element, registerLanguage) : String(value),
  };
}
