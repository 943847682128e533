export type { KnownOfActor } from './acting.ts';
export { demoId } from './demo/demo-people.ts';
export { type DemoSeed, seedDemoPeople } from './demo/demo-seed-store.ts';
export { createDemoProvider } from './demo/demo-sign-in.ts';
export { demoIssuer } from './demo/demo-terms.ts';
export { createPeople, type People } from './people.ts';
export { authorise, authoriseOrHide, may, type Permission, type Subject } from './permissions.ts';
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
export type { ProviderConfig } from './sign-in/openid-client.ts';
export { createSignIn, type SignInDeps } from './sign-in/routes.ts';
