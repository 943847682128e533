import type { Config } from '@react-router/dev/config';

/** Pages are built into build/; everything else of the program runs from its sources. */
export default {
  appDirectory: 'src',
  // tools/build-pages.ts builds beside and swaps, so that a failed or a second build breaks no running city.
  buildDirectory: process.env.PAGES_BUILD_FOLDER ?? 'build',
  ssr: true,
  // All routes stand in the manifest, so a page with scripts asks the server for nothing but its neighbours' code.
  routeDiscovery: { mode: 'initial' },
} satisfies Config;
