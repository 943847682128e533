export { createPeople, type KnownOfActor, type People } from './people.ts';
export { authorise, may, type Permission, permissions, type Subject } from './permissions.ts';
export { peopleProblems } from './problems.ts';
export {
  type ApplicantKind,
  applicantKind,
  type Employee,
  fullName,
  type Mandate,
  type OrganisationProfile,
  type PersonProfile,
  type Profile,
} from './profile.ts';
