import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** What the first view may share; what only pages with forms, figures or verdicts need stays out of it. */
const light =
  /[\\/]src[\\/](lib[\\/](?!packed|points|use-rested|moments|use-arrival|narrow|path-words|ranking|draw|bytes|holders|browser-store|code-trees|purchases|low-price|use-live-stream|use-moves|use-moved-on|upload|yuan-input|methods|official|beijing-time|punctuation|file-name)|features[\\/](account[\\/](?!sign-in)|search[\\/])|features[\\/]matching[\\/](notice-strip|eligibility-strip|queries|gather)|ui[\\/](?!aria|term|keyboard-help|tabs|error-summary|form-problems|digest|code-picker|code-slip|finder|line-chart|bars|parts|pool|remarks|diff|correction-diff|confirm-dialog|ribbon|federation-card|data-table|reason-dialog|form-section|chosen-codes|holders-lacking|official-fields|inner-list-end|file-field))/

/** Tests that put something of their own in a module's place: they need modules that no other file has loaded before. */
const replacing = ['src/app/{consortium,give-bid}.test.tsx']

const backend = process.env.BACKEND_URL ?? 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'target/classes/static',
    emptyOutDir: true,
    manifest: true,
    modulePreload: { polyfill: false },
    // What several pages share travels as one file, not as twenty.
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'shared', test: light, minShareCount: 2 }] },
      },
    },
  },
  server: { port: 5173, proxy: { '/api': backend, '/v3': backend } },
  test: {
    environment: 'jsdom',
    environmentOptions: { jsdom: { url: 'http://localhost:3000/' } },
    setupFiles: ['./src/test/setup.ts'],
    css: false,
    testTimeout: 30_000,
    // By itself it would leave one core idle, which on a machine of two is half of it.
    maxWorkers: '100%',
    projects: [
      // One jsdom for all files: every test brings its own client, router and server answers.
      {
        extends: true,
        test: { name: 'together', include: ['src/**/*.test.{ts,tsx}'], exclude: replacing, isolate: false },
      },
      { extends: true, test: { name: 'apart', include: replacing } },
    ],
  },
})
