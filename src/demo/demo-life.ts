import type { Actor } from '#kernel/actor.ts';
import { indexPack } from '#modules/catalogue/index.ts';
import { demoId } from '#modules/people/index.ts';
import { systemClock } from '#platform/clock.ts';
import type { App } from '../app.ts';
import type { DemoClock } from './demo-clock.ts';
import { type Story, stories } from './stories.ts';
import { nextAct } from './work.ts';
import { writeDraft } from './write-draft.ts';

/** How many stories there are to tell. */
export const storyCount = stories.length;

/**
 * Fills a demonstration with the life of the last weeks: `count` applications of the demo people at different stages,
 * through the use cases, as if everybody had acted then. `app` must run on `clock`. What was filled before stays, so that
 * calling it again adds only what is missing. Returns how many applications it filed.
 */
export async function liveDemoLife(app: App, clock: DemoClock, count = storyCount): Promise<number> {
  const missing = await missingStories(app, stories.slice(0, count));
  if (missing.length === 0) return 0;
  const places = await plots(app, count);
  try {
    for (const story of missing) await tell(app, clock, story, places[stories.indexOf(story) % places.length] ?? '');
  } finally {
    clock.release();
  }
  return missing.length;
}

const personOf = ({ who }: Story): Extract<Actor, { kind: 'person' }> => ({ kind: 'person', personId: demoId(who) });

/** Every demo person files the stories in order: those with as many applications are told already. */
async function missingStories(app: App, wanted: readonly Story[]): Promise<Story[]> {
  const { situations, services } = indexPack(app.catalogue.current);
  const possible = wanted.filter(({ subject }) =>
    'situationId' in subject ? situations.has(subject.situationId) : services.has(subject.serviceId),
  );
  const ofPeople = Map.groupBy(possible, ({ who }) => who);
  const missing: Story[] = [];
  for (const ofPerson of ofPeople.values()) {
    const [first] = ofPerson;
    if (first === undefined) continue;
    const { applications } = await app.applications.listMine(personOf(first));
    missing.push(...ofPerson.slice(applications.length));
  }
  // Numbers of applications grow with time, in a demonstration too.
  return missing.sort((a, b) => b.ago - a.ago);
}

async function tell(app: App, clock: DemoClock, story: Story, cadastralNumber: string): Promise<void> {
  const now = systemClock.now();
  const person = personOf(story);
  const company = { kind: 'organisation', organisationId: demoId('company-1') } as const;
  const applicant: Actor = story.company ? { ...person, onBehalfOf: company } : person;
  let at = now.subtract({ hours: 24 * story.ago + 1 });
  clock.put(at);
  const { subject, triage } = story;
  const choice = story.company ? { applicant: company.organisationId } : {};
  const { draftId } = await writeDraft(app, person, {
    subject,
    place: { cadastralNumber },
    ...choice,
    ...(triage ? { triage } : {}),
  });
  const { id } = await app.applications.file(person, { draftId, language: 'ru' });
  const pause = (story.ago * 24) / (story.acts + 1);
  for (let turn = 0; turn < story.acts; turn += 1) {
    at = at.add({ minutes: Math.max(1, Math.floor(pause * 60)) });
    clock.put(Temporal.Instant.compare(at, now) < 0 ? at : now);
    if (!(await nextAct(app, applicant, { of: id, turn, story }))) return;
  }
}

/** Steps between the points where plots are looked for: about a quarter of a kilometre. */
const step = 0.004;

/** Numbers of plots with an address, from the middle of the city outwards. */
async function plots({ territory, catalogue }: App, count: number): Promise<string[]> {
  const [lon = 0, lat = 0] = catalogue.current.city.map.center;
  const found = new Set<string>();
  for (let ring = 0; found.size < count && ring < 40; ring += 1) {
    for (let side = -ring; side <= ring; side += 1) {
      const corners = [
        [lon + side * step, lat + ring * step],
        [lon + ring * step, lat + side * step],
      ] as const;
      for (const [east, north] of corners) {
        const parcel = await territory.parcelAt(east, north);
        if (parcel !== undefined && !parcel.free) found.add(parcel.cadastralNumber);
      }
    }
  }
  return [...found].slice(0, count);
}
