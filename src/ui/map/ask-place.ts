import type { Position } from '#kernel/geometry.ts';
import type { PlaceFacts } from '#modules/territory/index.ts';

/** What the server says about a place somebody pointed at or drew; a refusal comes with what to do. */
export type Answer = Readonly<{ place: PlaceFacts } | { title: string; whatToDo: string }>;

async function ask(path: string): Promise<Answer> {
  const response = await fetch(path, { headers: { accept: 'application/json' } });
  const body = await response.json();
  if (response.ok) return { place: body.facts ?? body };
  return { title: String(body.title ?? response.status), whatToDo: String(body.detail ?? '') };
}

/** The plot under a point. */
export const askPoint = ([lon, lat]: Position): Promise<Answer> =>
  ask(`/map/place?${new URLSearchParams({ lon: String(lon), lat: String(lat) })}`);

/** The ground of an outline typed as `asText` writes it. */
export const askOutline = (outline: string): Promise<Answer> =>
  ask(`/map/outline-check?${new URLSearchParams({ outline })}`);
