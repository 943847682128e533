import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.{ts,tsx}',
      'tools/**/*.test.ts',
      'tests/contracts/**/*.test.ts',
      'tests/architecture/**/*.test.ts',
      'tests/reliability/**/*.test.ts',
    ],
    // A database is made for a file that asks for one; the first of a run also makes the template.
    testTimeout: 30_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
