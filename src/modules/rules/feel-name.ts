/** What conditions of a city pack may read. Values are JSON: dates are ISO texts (`date(answers.works.startsOn)`). */
export type RuleContext = Readonly<{
  triage?: Readonly<Record<string, unknown>>;
  answers?: Readonly<Record<string, unknown>>;
  place?: Readonly<Record<string, unknown>>;
  applicant?: Readonly<Record<string, unknown>>;
}>;

/**
 * Name under which FEEL reads an id: a hyphen is a minus in FEEL, so `site.cadastral-number` becomes
 * `site.cadastralNumber`. Dots stay and nest.
 */
export function feelName(id: string): string {
  return id.replace(/-+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function nest(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [id, value] of Object.entries(values)) {
    const path = feelName(id).split('.');
    const last = path.pop() ?? id;
    let holder = root;
    for (const part of path) {
      holder[part] ??= {};
      holder = holder[part] as Record<string, unknown>;
    }
    holder[last] = value;
  }
  return root;
}

/**
 * The context of a condition from ids as the pack writes them:
 * `{answers: {'excavation.on-roadway': true}}` → `{answers: {excavation: {onRoadway: true}}}`.
 * `place` and `applicant` are camelCase already and pass unchanged.
 */
export function feelContext(context: RuleContext): RuleContext {
  return {
    ...context,
    ...(context.triage && { triage: nest(context.triage) }),
    ...(context.answers && { answers: nest(context.answers) }),
  };
}
