import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{engine,formats,server,ui,web,cli,walks,checks}/**/*.test.{ts,tsx}', 'packs/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
