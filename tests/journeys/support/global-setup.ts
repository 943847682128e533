import { startCity } from './city.ts';

/** One city for all journeys, stopped when they are over. Its address travels to the workers in the environment. */
export default async function setUp(): Promise<() => Promise<void>> {
  const city = await startCity();
  process.env.CITY_URL = city.url;
  return city.stop;
}
