import { type App, createApp } from './app.ts';
import type { CityConfig } from './city-config.ts';
import { demoClock } from './demo/demo-clock.ts';
import { liveDemoLife } from './demo/demo-life.ts';
import type { Resources } from './resources.ts';

/** So many applications a demonstration begins with: every queue lives, and nobody waits long for the first start. */
const firstStories = 5;

/** A city on its resources. A demonstration of one's own begins with some life; on a shared server `berdem demo` brings it. */
export async function startApp(resources: Resources, { folder, pack }: CityConfig): Promise<App> {
  const { config, database, log } = resources;
  if (!config.demo || database.kind !== 'embedded') return createApp(resources, folder, { pack });
  const clock = demoClock();
  const app = await createApp(resources, folder, { clock, pack });
  const filed = await liveDemoLife(app, clock, firstStories);
  if (filed > 0) log.info({ applications: filed }, 'the demonstration begins with some life');
  return app;
}
