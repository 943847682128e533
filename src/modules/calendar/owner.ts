/** Whose time runs. At every moment a case's time belongs to exactly one of these. */
export type Owner =
  | Readonly<{ kind: 'city'; departmentId: string }>
  | Readonly<{ kind: 'applicant' }>
  | Readonly<{ kind: 'thirdParty'; agencyId: string }>;

/** One word for an owner, fit for a key: `city:uaig`, `applicant`, `thirdParty:rosreestr`. */
export function ownerKey(owner: Owner): string {
  if (owner.kind === 'applicant') return 'applicant';
  return owner.kind === 'city' ? `city:${owner.departmentId}` : `thirdParty:${owner.agencyId}`;
}
