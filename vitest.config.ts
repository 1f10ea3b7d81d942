import { defineConfig } from 'vitest/config'

const patient = { testTimeout: 60_000, hookTimeout: 120_000 }

/** Tests that need a PostgreSQL share one cluster per run; the others need nothing. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...patient,
          name: 'pure',
          include: ['{engine,formats,ui,web,checks}/**/*.test.{ts,tsx}', 'packs/**/*.test.ts'],
        },
      },
      {
        test: {
          ...patient,
          name: 'server',
          include: ['server/**/*.test.ts'],
          exclude: ['server/embedded/**', 'server/crash.test.ts'],
          globalSetup: ['server/testing/cluster.ts'],
        },
      },
      {
        test: {
          ...patient,
          name: 'alone',
          // Whole processes, killed and started: one at a time, so that they do not starve one another.
          include: [
            'server/embedded/**/*.test.ts',
            'server/crash.test.ts',
            'cli/**/*.test.ts',
            'walks/**/*.test.ts',
          ],
          fileParallelism: false,
        },
      },
    ],
  },
})
