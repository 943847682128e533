import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type City, testCity } from '#tests/support/city.ts';

let city: City;
beforeAll(async () => {
  city = await testCity();
});
afterAll(() => city.close());

const ask = (path: string, headers: Record<string, string> = {}) => city.http.request(`/api/v1${path}`, { headers });

describe('the catalogue for programs', () => {
  test('comes in pages: every service once, in the order of ids', async () => {
    const seen: string[] = [];
    let cursor = '';
    for (let page = 0; page < 50; page++) {
      const body = await (await ask(`/services?limit=20${cursor && `&cursor=${cursor}`}`)).json();
      seen.push(...body.services.map(({ id }: { id: string }) => id));
      if (body.next === undefined) break;
      cursor = body.next;
    }
    expect(seen).toEqual(city.app.catalogue.current.services.map(({ id }) => id).sort());
  });

  test('speaks the language asked for, in the address or by the browser', async () => {
    const titleOf = async (path: string, headers?: Record<string, string>) => {
      const answer = await ask(path, headers);
      return [answer.headers.get('content-language'), (await answer.json()).title];
    };
    expect(await titleOf('/services/urban-plan?lang=en')).toEqual(['en', 'Urban plan of a plot']);
    expect((await titleOf('/services/urban-plan', { 'accept-language': 'tt' }))[0]).toBe('tt');
    expect((await titleOf('/services/urban-plan'))[0]).toBe('ru');
  });

  test('is not sent again to whoever has it', async () => {
    for (const path of ['/services', '/situations', '/services/urban-plan']) {
      const etag = (await ask(path)).headers.get('etag') ?? '';
      const again = await ask(path, { 'if-none-match': etag });
      expect([again.status, await again.text()]).toEqual([304, '']);
      // Another language is another text.
      expect((await ask(`${path}?lang=en`, { 'if-none-match': etag })).status).toBe(200);
    }
  });

  test('tells of a service what people ask first', async () => {
    expect(await (await ask('/services/building-permit?lang=en')).json()).toMatchObject({
      id: 'building-permit',
      department: 'ugr',
      fee: { amount: 0, currency: 'RUB' },
      term: { unit: 'workingDays' },
      situations: expect.arrayContaining(['build-office']),
    });
  });

  test('refuses what is no page and no service in words', async () => {
    expect((await ask('/services/no-such')).status).toBe(404);
    expect((await ask('/services?limit=0')).status).toBe(422);
    expect((await ask('/services?lang=xx')).status).toBe(422);
    expect((await (await ask('/services?cursor=zzzz')).json()).services).toEqual([]);
  });
});
