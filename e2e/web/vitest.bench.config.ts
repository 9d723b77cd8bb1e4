import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['bench/**/*.bench.ts'],
    globalSetup: 'bench/load.ts',
    // ten thousand members and items are written first
    testTimeout: 3_600_000,
    fileParallelism: false,
    reporters: ['default'],
  },
})
