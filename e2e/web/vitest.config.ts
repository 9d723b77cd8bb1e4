import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** A story keeps a browser and a server busy. */
const BUSY = 2

export default defineConfig({
  test: {
    include: ['stories/**/*.story.ts'],
    // A story waits for pages, never for a clock; this only ends one that hangs.
    testTimeout: 300_000,
    hookTimeout: 120_000,
    maxWorkers: Math.max(1, Math.floor(availableParallelism() / BUSY)),
    reporters: ['verbose'],
  },
})
