import { type App, createApp, PackRefused } from './app.ts';
import { demoClock } from './demo/demo-clock.ts';
import { liveDemoLife } from './demo/demo-life.ts';
import { closeResources, type Resources } from './resources.ts';

/** So many applications a demonstration begins with: every queue lives, and nobody waits long for the first start. */
const firstStories = 4;

/** The city of the configuration, or the end of the process with every mistake of its pack. */
export async function startApp(resources: Resources): Promise<App> {
  const [folder = ''] = resources.config.cities;
  try {
    return await cityOf(resources, folder);
  } catch (error) {
    console.error(error instanceof PackRefused ? error.message : error);
    await closeResources(resources);
    process.exit(1);
  }
}

/** A demonstration of one's own begins with some life; on a shared server `berdem demo` brings it. */
async function cityOf(resources: Resources, folder: string): Promise<App> {
  const { config, database, log } = resources;
  if (!config.demo || database.kind !== 'embedded') return createApp(resources, folder);
  const clock = demoClock();
  const app = await createApp(resources, folder, { clock });
  const filed = await liveDemoLife(app, clock, firstStories);
  if (filed > 0) log.info({ applications: filed }, 'the demonstration begins with some life');
  return app;
}
