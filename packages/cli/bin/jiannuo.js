#!/usr/bin/env node
import module from 'node:module'

// Node 22.8 and later keep compiled code between runs; it must be asked for before the first of our modules is loaded.
try {
  module.enableCompileCache?.()
} catch {
  // A temporary folder that cannot be written costs some milliseconds, no more.
}
const { main } = await import('../dist/main.js')
process.exitCode = await main(process.argv.slice(2))
