import type { Term } from '#kernel/term.ts';
import { alternativesOf } from '../alternatives.ts';
import type { Calendar } from '../calendar.ts';
import type { City } from '../city.ts';
import type { PackDraft } from '../pack-draft.ts';
import type { Findings, Origin, Placed } from '../pack-error.ts';
import type { Service } from '../services.ts';
import type { SourcePath } from '../source.ts';

/** The calendar and all it extends; a circle ends the chain and is reported by `checkCalendars`. */
function chainOf(id: string, calendars: ReadonlyMap<string, Calendar>): Calendar[] {
  const chain: Calendar[] = [];
  for (let next = calendars.get(id); next && !chain.includes(next); next = calendars.get(next.extends ?? ''))
    chain.push(next);
  return chain;
}

/** A calendar does not extend itself, directly or through others. */
function checkCalendars(draft: PackDraft, calendars: ReadonlyMap<string, Calendar>, findings: Findings): void {
  for (const { value, origin } of draft.calendars) {
    const chain = chainOf(value.id, calendars);
    if (chain.at(-1)?.extends !== value.id) continue;
    const circle = [...chain.map(({ id }) => id), value.id].join(' → ');
    findings.error(origin, ['extends'], {
      code: 'cycle',
      message: `the calendars extend each other in a circle: ${circle}`,
    });
  }
}

/** Between the first and the last year of a calendar none is missing, and one that extends another shares a year with it. */
function checkYears(draft: PackDraft, calendars: ReadonlyMap<string, Calendar>, findings: Findings): void {
  for (const { value, origin } of draft.calendars) {
    const { id } = value;
    const years = Object.keys(value.years).toSorted();
    const next = years.find((year, index) => Number(year) !== Number(years[0]) + index);
    const gap = (path: SourcePath, year: number) =>
      findings.error(origin, path, {
        code: 'calendar-gap',
        message: `the calendar ${id} lacks the year ${year}: no year may be missing between the first and the last`,
        hint: `write "${year}": with its days; {} means a year of plain weeks`,
      });
    if (next !== undefined) gap(['years', next], Number(next) - 1);
    const chain = chainOf(id, calendars).map((one) => Object.keys(one.years).toSorted());
    const first = chain
      .flatMap((of) => of[0] ?? [])
      .toSorted()
      .at(-1);
    const last = chain.map((of) => of.at(-1) ?? '').toSorted()[0];
    if (first === undefined || last === undefined || first > last) gap(['years'], Number(last ?? 0) + 1);
  }
}

type PlacedTerm = Readonly<{
  term: Term;
  path: SourcePath;
  origin: Origin;
  from: string;
  serviceId?: string;
  /** Who works on it, or who is asked. */
  departmentIds: readonly string[];
}>;

function termsOf(draft: PackDraft): PlacedTerm[] {
  const services = [...draft.services, ...draft.nextServices].flatMap(({ value, origin }) => {
    const of = { origin, from: value.effective, serviceId: value.id, departmentIds: [value.department] };
    return [
      ...alternativesOf<Term>(value.term).map(({ rule, path }) => ({ ...of, term: rule, path: ['term', ...path] })),
      ...(value.target ? [{ ...of, term: value.target, path: ['target'] }] : []),
      ...value.requests.map(({ term, to }, index) => ({
        ...of,
        term,
        path: ['requests', index, 'term'],
        departmentIds: [value.department, ...(to === 'district' ? [] : to)],
      })),
    ];
  });
  const steps = draft.steps.flatMap(({ value, origin }) =>
    value.kind === 'outside' && value.term
      ? alternativesOf<Term>(value.term).map(({ rule, path }) => ({
          term: rule,
          path: ['term', ...path],
          origin,
          from: draft.city.value.effective,
          departmentIds: [value.agency],
        }))
      : [],
  );
  return [...services, ...steps];
}

/** Calendars on which a term may be counted, wherever its place lies. */
function calendarsOf({ calendar, calendars = {} }: City, { serviceId = '', departmentIds }: PlacedTerm): Set<string> {
  const { services = {}, departments = {}, districts = {} } = calendars;
  const own = departmentIds.flatMap((id) => departments[id] ?? []);
  const ofService = services[serviceId];
  if (ofService !== undefined) return new Set([ofService, ...own]);
  return new Set(own.length === departmentIds.length ? own : [...own, calendar, ...Object.values(districts)]);
}

/** A term in working days means nothing where no calendar says which days are working days. */
function checkTerms(draft: PackDraft, calendars: ReadonlyMap<string, Calendar>, findings: Findings): void {
  const city = draft.city.value;
  for (const placed of termsOf(draft)) {
    const { term, path, origin, from } = placed;
    if (term.unit !== 'workingDays' && term.unit !== 'workingHours') continue;
    const year = [from, city.effective].toSorted().at(-1)?.slice(0, 4) ?? '';
    for (const calendar of calendarsOf(city, placed)) {
      // Every calendar of a chain must know the year, so the chain begins with the latest first year.
      const first = chainOf(calendar, calendars).flatMap(({ years }) => Object.keys(years).toSorted()[0] ?? []);
      if ((first.toSorted().at(-1) ?? year) <= year) continue;
      const message = `the term is in working days, but the calendar ${calendar} does not know the year ${year}`;
      findings.error(origin, path, {
        code: 'term-without-calendar',
        message,
        hint: `add ${year} to calendar/${calendar}.yaml`,
      });
    }
  }
}

/** A target promises less than the law allows, never more. */
function checkTargets(services: readonly Placed<Service>[], findings: Findings): void {
  for (const { value, origin } of services) {
    const { target, term } = value;
    if (!target || target.unit !== term.unit || target.amount <= term.amount) continue;
    const message = `the target of ${target.amount} is longer than the legal term of ${term.amount}`;
    findings.error(origin, ['target'], {
      code: 'target-beyond-term',
      message,
      hint: 'a target is shorter than the term',
    });
  }
}

/** Versions of one service follow each other without a day that belongs to two. */
function checkVersions(draft: PackDraft, findings: Findings): void {
  const byId = Map.groupBy([...draft.services, ...draft.nextServices], ({ value }) => value.id);
  for (const [id, versions] of byId) {
    const ordered = versions.toSorted((left, right) => left.value.version - right.value.version);
    for (const [index, { value, origin }] of ordered.entries()) {
      if (value.until !== undefined && value.until < value.effective) {
        findings.error(origin, ['until'], {
          code: 'overlapping-versions',
          message: `the version ends before it begins`,
        });
      }
      const earlier = ordered[index - 1]?.value;
      if (!earlier) continue;
      const meets =
        value.version === earlier.version ||
        value.effective <= earlier.effective ||
        (earlier.until ?? '') >= value.effective;
      if (!meets) continue;
      const message = `versions ${earlier.version} and ${value.version} of ${id} are in force on the same day`;
      const hint = 'a later version has a higher number and a later first day than the last day of the one before';
      findings.error(origin, ['effective'], { code: 'overlapping-versions', message, hint });
    }
  }
}

/** Everything about days: calendars, terms, targets, and the days on which versions are in force. */
export function checkDates(draft: PackDraft, findings: Findings): void {
  const calendars = new Map(draft.calendars.map(({ value }) => [value.id, value]));
  checkCalendars(draft, calendars, findings);
  checkYears(draft, calendars, findings);
  checkTerms(draft, calendars, findings);
  checkTargets([...draft.services, ...draft.nextServices], findings);
  checkVersions(draft, findings);
}
