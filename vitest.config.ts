import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Suites that look at everything in every language and at every width: `npm run test:long`. */
const long = '**/*.long.test.ts';

const onSites = { globalSetup: ['test/build-sites.ts'], testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    // Most tests wait for a process or a browser of their own.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: [long],
          testTimeout: 20_000,
        },
      },
      { test: { name: 'site', include: ['test/*.test.ts'], exclude: [long], ...onSites } },
      { test: { name: 'long', include: [`{src,test}/${long}`], ...onSites } },
      {
        test: {
          name: 'faults',
          include: ['test/faults/*.test.ts'],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
