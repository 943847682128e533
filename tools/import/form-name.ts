/** Who a form is for, as its name says. */
export type NamedKind = 'person' | 'organisation';

/** What the name of a form says: `oblik_color_lease_natural_person_with_agent_2`. */
export type FormName = Readonly<{
  /** The service: the name without applicant, representative and version. */
  base: string;
  kind: NamedKind | undefined;
  representative: boolean | undefined;
  /** 0 for a name without a number: the form before the first numbered one. */
  version: number;
}>;

const kinds: Readonly<Record<string, NamedKind>> = {
  natural_person: 'person',
  legal_entity: 'organisation',
};
const representatives: Readonly<Record<string, boolean>> = { with_agent: true, without_agent: false };

/**
 * Takes out the first marker. One after `by` belongs to the service (`owned_by_legal_entity` says whose the house is,
 * not who applies).
 */
function takeOut<T>(name: string, markers: Readonly<Record<string, T>>): { rest: string; found: T | undefined } {
  const pattern = new RegExp(`(?<!_by)(^|_)(${Object.keys(markers).join('|')})(?=_|$)`);
  const match = pattern.exec(name);
  if (!match) return { rest: name, found: undefined };
  const rest = `${name.slice(0, match.index)}${name.slice(match.index + match[0].length)}`.replace(/^_/, '');
  return { rest, found: markers[match[2] ?? ''] };
}

/** Reads a form's name by the conventions of the system; names of services are never looked at. */
export function readFormName(name: string): FormName {
  const plain = name.trim().replaceAll('-', '_');
  const version = /^(?<rest>.+?)_v?(?<number>\d+)$/.exec(plain)?.groups;
  const { rest: withoutKind, found: kind } = takeOut(version?.rest ?? plain, kinds);
  const { rest, found: representative } = takeOut(withoutKind, representatives);
  return { base: rest || plain, kind, representative, version: Number(version?.number ?? 0) };
}
