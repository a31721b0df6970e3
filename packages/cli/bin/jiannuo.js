#!/usr/bin/env node
import { existsSync } from 'node:fs'
import module from 'node:module'

// Node 22.8 and later keep compiled code between runs; it must be asked for before the first of our modules is loaded.
try {
  module.enableCompileCache?.()
} catch {
  // A temporary folder that cannot be written costs some milliseconds, no more.
}
// The bundle starts faster; while developing, dist/ is there without it.
const bundle = new URL('../bundle/main.js', import.meta.url)
const { main } = await import(existsSync(bundle) ? bundle.href : '../dist/main.js')
process.exitCode = await main(process.argv.slice(2))
