import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Libraries that every page needs, kept apart from the pages' own code so that a new version of a page loads little. */
const BASE = /node_modules\/(?:react|react-dom|react-router|scheduler|@tanstack)\//

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'base', test: BASE }] } },
    },
  },
  server: { proxy: { '/api': process.env['JIANNUO_API'] ?? 'http://127.0.0.1:8080' } },
})
