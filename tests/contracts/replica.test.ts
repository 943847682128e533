import { afterAll, beforeAll, expect, test } from 'vitest';
import { importLayers } from '#modules/territory/index.ts';
import type { Database } from '#platform/db/index.ts';
import { type City, testCity } from '#tests/support/city.ts';
import { testDatabase } from '#tests/support/database.ts';

let replica: Database;
let city: City;
beforeAll(async () => {
  replica = await testDatabase();
  city = await testCity({ pack: 'cities/zarechny', replica });
});
afterAll(async () => {
  await city.close();
  await replica.close();
});

test('places are looked up in the copy of the database that is named for reading', async () => {
  const named = { cadastralNumber: '99:07:0101002:4' } as const;
  expect((await city.app.territory.findPlace(named)).ok, 'the copy lags behind').toBe(false);
  await importLayers(replica.db, 'cities/zarechny', ['ru', 'en']);
  expect((await city.app.territory.findPlace(named)).ok, 'the copy has caught up').toBe(true);
});
