import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['stories/**/*.story.ts'],
    // A story waits for pages, never for a clock; this only ends one that hangs.
    testTimeout: 300_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    reporters: ['verbose'],
  },
})
