import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { onlyFrequentWords } from './dictionaries'
import { firstPageAtOnce } from './firstPage'
import { onlyOurLanguages } from './languages'
import { withoutMarkup } from './trustedTypes'

const server = process.env.WARDSTEAD_SERVER ?? 'http://localhost:8080'
const proxied = ['/api', '/identity', '/events', '/alive', '/admin', '/notifications', '/icons']

// Everything is named by its content, so the server may let browsers keep it for good.
export default defineConfig({
  plugins: [react(), onlyOurLanguages(), withoutMarkup(), firstPageAtOnce()],
  worker: {
    format: 'es',
    plugins: () => [onlyFrequentWords()],
    // known by these names, what keys are made with and what rates passwords have budgets of their own
    rolldownOptions: {
      output: {
        entryFileNames: 'assets/crypto-[name]-[hash].js',
        chunkFileNames: ({ moduleIds }) =>
          moduleIds.some((id) => id.includes('@zxcvbn-ts'))
            ? 'assets/strength-[name]-[hash].js'
            : 'assets/crypto-[name]-[hash].js',
      },
    },
  },
  build: {
    target: 'es2022',
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: false,
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'base', tags: ['$initial'], test: /node_modules/, priority: 3 },
            { name: 'shell', tags: ['$initial'], priority: 2 },
            {
              // what one meets before one is signed in, of which most is met again later
              name: 'front',
              test: /\/ui\/(field\/(Form|TextField|PasswordField|Checkbox)|display\/Callout|action\/Link)\.tsx$|\/identity\/LogInForm\.tsx$/,
              priority: 1,
            },
          ],
        },
      },
    },
  },
  server: {
    port: Number(process.env.PORT ?? 5173),
    strictPort: true,
    proxy: Object.fromEntries(
      proxied.map((path) => [path, { target: server, changeOrigin: false }]),
    ),
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['test/setup.ts'],
  },
})
