import type { Config } from '@react-router/dev/config';

/** Pages are built into build/; everything else of the program runs from its sources. */
export default {
  appDirectory: 'src',
  buildDirectory: 'build',
  ssr: true,
  // All routes stand in the manifest, so a page with scripts asks the server for nothing but its neighbours' code.
  routeDiscovery: { mode: 'initial' },
} satisfies Config;
