#!/usr/bin/env node
// Everything that has to hold before a change is done: formatting, lint with types, walls, sizes, specifications, types, tests.
import { spawnSync } from 'node:child_process'

const STEPS = [
  ['types', 'npx tsc -b && npx tsc -p packages/web && npx tsc -p tsconfig.tests.json'],
  ['format', 'npx biome format .'],
  ['lint', 'npx oxlint --type-aware --tsconfig tsconfig.tests.json packages test'],
  ['walls', 'node scripts/check-walls.mjs'],
  ['sizes', 'node scripts/check-sizes.mjs'],
  ['spec', 'node scripts/check-spec.mjs'],
  ['pages', 'node scripts/systems-pages.mjs --check'],
  ['tests', 'npx vitest run'],
]
const only = process.argv.slice(2)
const failed = []
for (const [name, command] of STEPS) {
  if (only.length > 0 && !only.includes(name)) continue
  const began = Date.now()
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit' })
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`)
  if (status !== 0) failed.push(name)
}
if (failed.length > 0) console.error(`failed: ${failed.join(', ')}`)
process.exit(failed.length > 0 ? 1 : 0)
