import type { Actor, Party } from '#kernel/actor.ts';

/** A resident or entrepreneur (who has `ogrnip`). Numbers are kept as digits, the phone in E.164. */
export type PersonProfile = Readonly<{
  id: string;
  lastName: string;
  firstName: string;
  patronymic: string | null;
  phone: string | null;
  email: string | null;
  snils: string | null;
  inn: string | null;
  ogrnip: string | null;
  registeredAddress: string | null;
}>;

/** A company; `position` is what the person asked about is in it, null when they act under a mandate. */
export type OrganisationProfile = Readonly<{
  id: string;
  name: string;
  inn: string;
  ogrn: string;
  legalAddress: string | null;
  position: string | null;
}>;

/** A power of attorney. Dates are ISO dates; the last day still counts. */
export type Mandate = Readonly<{
  id: string;
  grantor: Party;
  /** Name of the grantor, as shown in the choice of whom to act for. */
  grantorName: string;
  number: string;
  issuedOn: string;
  /** Ids of services, or `['*']` for all. */
  scope: readonly string[];
  validFrom: string;
  validTo: string;
}>;

/** Everything the city knows of a person that a form may be filled in with. */
export type Profile = Readonly<{
  person: PersonProfile;
  organisations: readonly OrganisationProfile[];
  mandates: readonly Mandate[];
}>;

export type Employee = Readonly<{
  id: string;
  departmentId: string;
  roles: readonly string[];
  lastName: string;
  firstName: string;
  patronymic: string | null;
  title: string | null;
  phone: string | null;
  email: string | null;
}>;

type Named = Readonly<{ lastName: string; firstName: string; patronymic?: string | null }>;

/** Last name first, as documents write it. */
export const fullName = ({ lastName, firstName, patronymic }: Named): string =>
  [lastName, firstName, patronymic].filter(Boolean).join(' ');

/** Whether the mandate is for every one of these services; for none it is enough that it exists. */
export const mandateCovers = (mandate: Mandate, serviceIds: readonly string[]): boolean =>
  mandate.scope.includes('*') || serviceIds.every((id) => mandate.scope.includes(id));

export const isSameParty = (a: Party, b: Party): boolean =>
  a.kind === 'person'
    ? b.kind === 'person' && a.personId === b.personId
    : b.kind === 'organisation' && a.organisationId === b.organisationId;

/** Whom an application of this actor is from, in the words of the rules (`applicant` in conditions). */
export type ApplicantKind = Readonly<{ kind: 'person' | 'entrepreneur' | 'organisation'; representative: boolean }>;

/** The applicant's kind by who acts and for whom; a director speaks for the company itself and is no representative. */
export function applicantKind(actor: Actor, profile: Profile): ApplicantKind {
  const party = actor.kind === 'person' ? actor.onBehalfOf : undefined;
  if (party?.kind === 'organisation') {
    const isOwn = profile.organisations.some((organisation) => organisation.id === party.organisationId);
    return { kind: 'organisation', representative: !isOwn };
  }
  if (party?.kind === 'person' && party.personId !== profile.person.id) return { kind: 'person', representative: true };
  return { kind: profile.person.ogrnip === null ? 'person' : 'entrepreneur', representative: false };
}
