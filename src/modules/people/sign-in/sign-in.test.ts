import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#platform/db/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { type City, createBrowser, movableClock, publicUrl, smallCity } from '#tests/support/small-city.ts';
import { demoId } from '../index.ts';

let database: Database;
let city: City;
const clock = movableClock();
beforeAll(async () => {
  database = await testDatabase();
  city = await smallCity({ db: database.db, clock });
});
afterAll(() => database.close());

describe('signing in at the demo provider', () => {
  test('a resident chooses herself on the page and comes back signed in to where she was', async () => {
    const browser = createBrowser(city.app);
    const arrived = await browser.signIn('resident-1', '/drafts/7?page=2');
    expect(arrived.path).toBe('/drafts/7?page=2');
    expect(arrived.response.status).toBe(200);
    const me = await browser.me();
    expect(me.actor).toMatchObject({ kind: 'person', personId: demoId('resident-1') });
    expect(me.name).toBe('Сафина Айгуль Рашитовна');
  });

  test('an employee signs in with the department and the roles that the department gave', async () => {
    const browser = createBrowser(city.app);
    await browser.signIn('head-kvb');
    expect((await browser.me()).actor).toEqual({
      kind: 'employee',
      employeeId: demoId('head-kvb'),
      departmentId: 'kvb',
      roles: ['head'],
    });
  });

  test('the page names everybody, works without scripts, and reads in Tatar when asked', async () => {
    const browser = createBrowser(city.app);
    const { response, path } = await browser.open('/sign-in');
    const page = await response.text();
    for (const subject of [
      'resident-1',
      'resident-2',
      'entrepreneur-1',
      'representative-1',
      'officer-uaig',
      'head-uaig',
      'officer-kvb',
      'head-kvb',
      'lean-1',
      'gis-1',
      'auditor-1',
      'administrator-1',
    ]) {
      expect(page).toContain(`value="${subject}"`);
    }
    expect(page).not.toContain('<script');
    const tatar = await (await browser.send(`${path}?lang=tt`)).text();
    expect(tatar).toContain('<html lang="tt">');
    expect(tatar).toContain('Кем булып керергә?');
    expect(tatar).toContain('Төзекләндерү');
  });

  test('who came and who went stands in the audit, with the session', async () => {
    const browser = createBrowser(city.app);
    await browser.signIn('officer-kvb');
    const { csrf } = await browser.me();
    await browser.send('/sign-out', { form: { csrf } });
    const { rows } = await database.pool.query<{ action: string; sessions: number }>(
      `select action, count(distinct subject_id)::int as sessions from audit.entry
       where by = $1 and subject = 'session' group by action order by action`,
      [`employee:${demoId('officer-kvb')}`],
    );
    expect(rows).toEqual([
      { action: 'people.SignedIn', sessions: 1 },
      { action: 'people.SignedOut', sessions: 1 },
    ]);
  });

  test('two sign-ins begun in two tabs do not disturb each other', async () => {
    const browser = createBrowser(city.app);
    await browser.open('/sign-in?return=/drafts/1');
    const arrived = await browser.signIn('resident-2', '/drafts/2');
    expect(arrived.path).toBe('/drafts/2');
  });

  test('whoever is signed in already goes straight back', async () => {
    const browser = createBrowser(city.app);
    await browser.signIn('resident-1');
    expect((await browser.open('/sign-in?return=/me')).path).toBe('/me');
  });

  test('who came by another name of the city signs in under its own', async () => {
    const response = await city.app.request('http://kazan.localhost:4321/sign-in?return=/me');
    expect(response.headers.get('location')).toBe(`${publicUrl}/sign-in?return=%2Fme`);
  });
});

describe('signing in is refused', () => {
  const begin = async () => {
    const browser = createBrowser(city.app);
    const left = await browser.send('/sign-in');
    return { browser, authorize: new URL(left.headers.get('location') ?? '') };
  };

  test('the way to the provider carries state, nonce and a PKCE challenge', async () => {
    const { authorize } = await begin();
    expect(Object.fromEntries(authorize.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      state: expect.stringMatching(/.{20}/),
      nonce: expect.stringMatching(/.{20}/),
      redirect_uri: `${publicUrl}/sign-in/callback`,
    });
  });

  test('when the answer belongs to another browser', async () => {
    const { authorize } = await begin();
    const victim = createBrowser(city.app);
    const answer = await victim.send(`/sign-in/callback?code=stolen&state=${authorize.searchParams.get('state')}`, {
      headers: { accept: 'application/json' },
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'people/sign-in-lost' });
    expect((await victim.me()).actor).toEqual({ kind: 'anonymous' });
  });

  test('when the code is not one of the provider', async () => {
    const { browser, authorize } = await begin();
    const query = new URLSearchParams({
      code: 'made-up',
      state: authorize.searchParams.get('state') ?? '',
      iss: `${publicUrl}/demo-idp`,
    });
    const answer = await browser.send(`/sign-in/callback?${query}`, { headers: { accept: 'application/json' } });
    expect(await answer.json()).toMatchObject({ code: 'people/sign-in-lost' });
  });

  test('when the person cancels at the provider, with words that say what to do', async () => {
    const { browser, authorize } = await begin();
    const query = new URLSearchParams({
      error: 'access_denied',
      state: authorize.searchParams.get('state') ?? '',
      iss: `${publicUrl}/demo-idp`,
    });
    const answer = await browser.send(`/sign-in/callback?${query}`);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('Служба входа отказала');
  });

  test('a second use of the same answer opens nothing', async () => {
    const browser = createBrowser(city.app);
    const choice = await browser.open('/sign-in');
    const chosen = await browser.send(choice.path, { form: { account: 'resident-1' } });
    const resumed = await browser.send(new URL(chosen.headers.get('location') ?? '', publicUrl).pathname);
    const callback = (resumed.headers.get('location') ?? '').slice(publicUrl.length);
    expect((await browser.send(callback)).status).toBe(303);
    const thief = createBrowser(city.app);
    expect((await thief.send(callback)).status).toBe(400);
    // The person who goes back in the browser is not scolded.
    expect((await browser.send(callback)).headers.get('location')).toBe('/');
  });

  test('a choice of nobody shows the page again', async () => {
    const browser = createBrowser(city.app);
    const choice = await browser.open('/sign-in');
    const chosen = await browser.send(choice.path, { form: { account: 'mayor' } });
    expect((await browser.open((chosen.headers.get('location') ?? '').replace(publicUrl, ''))).response.status).toBe(
      200,
    );
    expect((await browser.me()).actor).toMatchObject({ kind: 'anonymous' });
  });
});

describe('a session cannot be planted', () => {
  test('a session that was in the browser before signing in is worth nothing afterwards', async () => {
    const attacker = createBrowser(city.app);
    await attacker.open('/sign-in');
    const planted = attacker.cookie('session') ?? '';
    const victim = createBrowser(city.app);
    victim.plant('session', planted);
    await victim.signIn('resident-1');
    expect((await victim.me()).name).not.toBeNull();
    expect(victim.cookie('session')).not.toBe(planted);
    expect((await attacker.me()).actor).toEqual({ kind: 'anonymous' });
  });

  test.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/%09/evil.example/..//x',
    '/.//evil.example',
    '\t//evil.example',
    'javascript:alert(1)',
    '/sign-out',
  ])('a way back to %j leads to the start page or stays in the city', async (wished) => {
    const browser = createBrowser(city.app);
    const arrived = await browser.signIn('resident-1', wished);
    expect((await browser.me()).name).not.toBeNull();
    expect(new URL(arrived.path, publicUrl).origin).toBe(publicUrl);
    expect(arrived.path).not.toMatch(/^\/[/\\]/);
  });
});

describe('signing out', () => {
  test('ends the session on the server too, and forgets the guest key', async () => {
    const browser = createBrowser(city.app);
    await browser.signIn('resident-1');
    const cookie = browser.cookie('session') ?? '';
    const question = await (await browser.send('/sign-out')).text();
    expect(question).toContain('Выйти?');
    await browser.send('/sign-out', { form: { csrf: (await browser.me()).csrf } });
    expect((await browser.me()).actor).toEqual({ kind: 'anonymous' });
    browser.plant('session', cookie);
    expect((await browser.me()).actor).toEqual({ kind: 'anonymous' });
  });

  test('at the provider too, where the city wants it', async () => {
    const other = await smallCity({ db: database.db, clock, logsOutAtProvider: true });
    const browser = createBrowser(other.app);
    await browser.signIn('resident-1');
    const left = await browser.send('/sign-out', { form: { csrf: (await browser.me()).csrf } });
    const asked = await browser.send((left.headers.get('location') ?? '').slice(publicUrl.length));
    const page = await asked.text();
    const secret = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const confirmed = await browser.send('/demo-idp/session/end/confirm', { form: { xsrf: secret, logout: 'yes' } });
    expect(confirmed.headers.get('location')).toBe(`${publicUrl}/`);
    // The provider has forgotten her: it asks again who it is.
    expect((await browser.open('/sign-in')).path).toContain('/interaction/');
  });
});

describe('a session ends', () => {
  test('after two hours without a sign of life, and the page leads back to itself', async () => {
    const browser = createBrowser(city.app);
    await browser.signIn('resident-1');
    clock.pass({ minutes: 119 });
    expect((await browser.me()).name).not.toBeNull();
    clock.pass({ minutes: 121 });
    const page = await browser.send('/drafts/7?page=3');
    expect(page.headers.get('location')).toBe('/sign-in?return=%2Fdrafts%2F7%3Fpage%3D3');
    expect((await browser.signIn('resident-1', '/drafts/7?page=3')).path).toBe('/drafts/7?page=3');
  });

  test('in the middle of a form: the answer says so, and the form can be sent again after signing in elsewhere', async () => {
    const browser = createBrowser(city.app);
    await browser.signIn('resident-1');
    const { csrf } = await browser.me();
    clock.pass({ hours: 3 });
    const refused = await browser.send('/drafts/7', {
      form: { csrf, note: 'typed' },
      headers: { accept: 'application/json' },
    });
    expect(refused.status).toBe(401);
    expect(await refused.json()).toMatchObject({ code: 'sessions/expired' });
    const kept = await browser.me();
    await browser.signIn('resident-1');
    const sent = await browser.send('/drafts/7', { form: { csrf: kept.csrf, note: 'typed' } });
    expect(await sent.json()).toEqual({ note: 'typed' });
  });

  test('after twelve hours, however busy', async () => {
    const browser = createBrowser(city.app);
    await browser.signIn('officer-uaig');
    for (let hour = 0; hour < 12; hour += 1) {
      expect((await browser.me()).name).not.toBeNull();
      clock.pass({ hours: 1 });
    }
    expect((await browser.me()).actor).toMatchObject({ kind: 'anonymous' });
  });
});
