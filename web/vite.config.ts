import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const server = process.env.WARDSTEAD_SERVER ?? 'http://localhost:8080'
const proxied = ['/api', '/identity', '/events', '/alive', '/admin', '/notifications', '/icons']

// Everything is named by its content, so the server may let browsers keep it for good.
export default defineConfig({
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: false,
    manifest: true,
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
