import { type App, createApp, PackRefused } from './app.ts';
import { closeResources, type Resources } from './resources.ts';

/** The city of the configuration, or the end of the process with every mistake of its pack. */
export async function startApp(resources: Resources): Promise<App> {
  const [folder = ''] = resources.config.cities;
  try {
    return await createApp(resources, folder);
  } catch (error) {
    console.error(error instanceof PackRefused ? error.message : error);
    await closeResources(resources);
    process.exit(1);
  }
}
