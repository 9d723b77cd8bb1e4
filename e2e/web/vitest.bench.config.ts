import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['bench/**/*.bench.ts'],
    // ten thousand items are written first, one after the other
    testTimeout: 3_600_000,
    fileParallelism: false,
    reporters: ['default'],
  },
})
