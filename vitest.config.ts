import { defineConfig } from 'vitest/config'

const everywhere = '{lib,cli,components,test,app,scripts,bench}/**'

export default defineConfig({
  test: {
    reporters: ['default', './test/summary-reporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: [`${everywhere}/*.test.{ts,tsx}`],
          exclude: ['**/*.db.test.ts', '**/*.properties.test.ts', '**/node_modules/**'],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'database',
          include: [`${everywhere}/*.db.test.ts`],
          globalSetup: ['./test/database-setup.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      { test: { name: 'properties', include: [`${everywhere}/*.properties.test.ts`], testTimeout: 300_000 } },
    ],
  },
})
