import type { Profile } from '#modules/people/index.ts';
import type { ApplicantChoice } from './draft.ts';

const fullName = (person: { lastName: string; firstName: string; patronymic?: string | null | undefined }): string =>
  [person.lastName, person.firstName, person.patronymic].filter(Boolean).join(' ');

/** For whom a person may apply: oneself, the own organisations, and those whose power of attorney the person holds. */
export function choicesOf({ person, organisations, mandates }: Profile): ApplicantChoice[] {
  return [
    { choice: 'self', kind: 'person', representative: false, name: fullName(person) },
    ...organisations.map(
      (organisation): ApplicantChoice => ({
        choice: organisation.id,
        // The city's forms know "legal entity, entrepreneur" as one; a registration number of 15 digits is an entrepreneur's.
        kind: organisation.ogrn?.length === 15 ? 'entrepreneur' : 'organisation',
        representative: false,
        onBehalfOf: { kind: 'organisation', organisationId: organisation.id },
        name: organisation.name,
      }),
    ),
    ...mandates.map(
      (mandate): ApplicantChoice => ({
        choice: mandate.id,
        kind: mandate.grantor.kind,
        representative: true,
        onBehalfOf: mandate.grantor,
        name: mandate.grantorName,
      }),
    ),
  ];
}
