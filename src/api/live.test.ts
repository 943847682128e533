import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { type City, testCity } from '#tests/support/city.ts';
import { createBrowser } from '#tests/support/small-city.ts';
import { caseOf } from '#tests/support/whole-life.ts';

let city: City;
beforeAll(async () => {
  city = await testCity();
});
afterAll(() => city.close());

/** An open stream of news of a signed-in person. */
async function listen(subject: string, ...topics: string[]) {
  const browser = createBrowser(city.http);
  await browser.signIn(subject);
  const query = new URLSearchParams(topics.map((topic) => ['topic', topic]));
  const response = await browser.send(`/live?${query}`, { headers: { accept: 'text/event-stream' } });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  let all = '';
  return {
    response,
    /** Reads on until an event of the name has come, at most a few seconds. */
    async heard(event: string): Promise<void> {
      while (!text.includes(`event: ${event}`)) {
        const late = new Promise<never>((_, reject) =>
          setTimeout(() => reject(new Error(`${event} did not come`)), 5000),
        );
        const { value, done } = (await Promise.race([reader?.read(), late])) ?? { done: true, value: undefined };
        if (done) throw new Error(`the stream ended before ${event}`);
        text += value ?? '';
        all += value ?? '';
      }
      text = text.slice(text.indexOf(`event: ${event}`) + event.length);
    },
    /** What the stream said beside names of events. */
    told: () => [...all.matchAll(/^data: ?(.*)$/gm)].map(([, content]) => content).join(''),
    close: () => reader?.cancel(),
  };
}

describe('live news', () => {
  test('tell an open queue of the department of a filing at that moment, and the applicant of the work on it', async () => {
    const queue = await listen('officer-uaig', 'department:uaig');
    expect(queue.response.headers.get('content-type')).toContain('text/event-stream');
    await queue.heard('ready');
    const applicant = city.resident('resident-1');
    const { id } = await city.fileOffice(applicant);
    await queue.heard('news');
    const follower = await listen('resident-1', `application:${id}`);
    await follower.heard('ready');
    const { id: caseId } = await caseOf(city, id, 'urban-plan');
    await city.app.cases.take(await city.employee('officer-uaig'), { caseId });
    await Promise.all([follower.heard('news'), queue.heard('news')]);
    await Promise.all([queue.close(), follower.close()]);
  });

  test('say nothing of what happened: only that one should look again', async () => {
    const queue = await listen('officer-kvb', 'department:kvb');
    await queue.heard('ready');
    await city.fileOffice(city.resident('resident-2'));
    await queue.heard('news');
    expect(queue.told()).toBe('');
    await queue.close();
  });

  test.each([
    ['resident-1', 'department:uaig', 403],
    ['officer-kvb', 'department:uaig', 403],
    ['administrator-1', 'department:uaig', 403],
    ['officer-uaig', 'department:', 403],
    ['resident-2', `application:${newId()}`, 404],
    ['officer-uaig', `case:${newId()}`, 404],
    ['officer-uaig', 'case:not-an-id', 404],
    ['officer-uaig', 'weather:today', 404],
  ])('are refused: %s may not hear of %s (%i)', async (subject, topic, status) => {
    const { response } = await listen(subject, topic);
    expect(response.status).toBe(status);
  });

  test('of a case of another department, or of an application of somebody else, are refused even beside an own topic', async () => {
    const { id } = await city.fileOffice(city.resident('resident-1'));
    const { id: caseId } = await caseOf(city, id, 'urban-plan');
    expect((await listen('resident-2', `application:${id}`)).response.status).toBe(404);
    expect((await listen('officer-kzio', 'department:kzio', `case:${caseId}`)).response.status).toBe(404);
    const nobody = await city.http.request(`/live?topic=application:${id}`, {
      headers: { accept: 'application/json' },
    });
    expect(nobody.status).toBe(401);
    expect((await city.http.request('/live', { headers: { accept: 'application/json' } })).status).toBe(422);
  });
});
