import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The office's application: built into build/web, which the server serves. */
export default defineConfig({
  root: here('.'),
  plugins: [react()],
  build: {
    outDir: here('../build/web'),
    emptyOutDir: true,
    target: 'es2022',
    // A data: address would need an exception in the policy of the page for nothing.
    assetsInlineLimit: 0,
  },
  server: {
    port: 7789,
    proxy: { '/api': { target: 'http://127.0.0.1:7788' } },
  },
})
