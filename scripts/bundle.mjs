#!/usr/bin/env node
// Bundles the command: loading some seventy small modules costs more of a cold start than reading a report does.
// Only the project's own packages go in; libraries stay where they are and are loaded when a format needs them.
// The bundle stands beside dist/, so that what is resolved against a module's own address (package.json, the worker) is found alike.
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'rolldown'

const cli = fileURLToPath(new URL('../packages/cli/', import.meta.url))
const pdfWorker = fileURLToPath(new URL('../packages/files/dist/pdf/pdf-worker.js', import.meta.url))
rmSync(`${cli}bundle`, { recursive: true, force: true })
await build({
  input: { main: `${cli}dist/main.js`, worker: `${cli}dist/batch/worker.js`, 'pdf-worker': pdfWorker },
  external: (id) => !id.startsWith('.') && !id.startsWith('/') && !/^[A-Za-z]:/.test(id) && !id.startsWith('@jiannuo/'),
  platform: 'node',
  logLevel: 'warn',
  output: {
    dir: `${cli}bundle`,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    minify: { mangle: false, compress: false, codegen: true },
  },
})
