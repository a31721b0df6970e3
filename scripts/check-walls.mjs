#!/usr/bin/env node
// The walls between packages (ARCHITECTURE.md): who may import whom, that nothing reaches inside another package,
// and that the pure packages touch neither clock, nor files, nor chance.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, posix, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const MAY_IMPORT = {
  kernel: [],
  reader: ['@jiannuo/kernel'],
  files: ['@jiannuo/kernel'],
  engine: ['@jiannuo/kernel'],
  systems: ['@jiannuo/kernel', '@jiannuo/engine', '@jiannuo/engine/testing'],
  plan: ['@jiannuo/kernel', '@jiannuo/reader'],
  store: ['@jiannuo/kernel', '@jiannuo/engine'],
  app: [
    '@jiannuo/kernel',
    '@jiannuo/reader',
    '@jiannuo/plan',
    '@jiannuo/files',
    '@jiannuo/engine',
    '@jiannuo/systems',
    '@jiannuo/store',
    '@jiannuo/store/kysely',
  ],
  contract: [],
  server: [
    '@jiannuo/kernel',
    '@jiannuo/app',
    '@jiannuo/app/accounts',
    '@jiannuo/contract',
    '@jiannuo/contract/schemas',
  ],
  web: ['@jiannuo/kernel', '@jiannuo/contract'],
  cli: [
    '@jiannuo/kernel',
    '@jiannuo/reader',
    '@jiannuo/plan',
    '@jiannuo/files',
    '@jiannuo/engine',
    '@jiannuo/systems',
    '@jiannuo/store',
    '@jiannuo/app',
    '@jiannuo/server',
    '@jiannuo/server/wording',
  ],
}
const PURE = new Set(['kernel', 'reader', 'engine', 'systems', 'plan'])
// Shared code knows no system: what it must know is a property of the definition.
const NAMELESS = new Set(['kernel', 'engine', 'store'])
const SYSTEM = /['"`](?:S0[1-9]|S[1-7]\d|hotline|above-scale-firms)['"`.]/
const IMPURE = /\b(?:Date\.now|new Date\(|Math\.random|process\.|performance\.|setTimeout|fetch\()/

const sources = (folder) =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return sources(path)
    return /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) ? [path] : []
  })

const faults = []
for (const [name, allowed] of Object.entries(MAY_IMPORT)) {
  const manifest = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'))
  // What a page is made of is bundled as it is built.
  const declared = Object.keys({ ...manifest.dependencies, ...(name === 'web' ? manifest.devDependencies : {}) })
  if (manifest.exports === undefined && name !== 'cli') faults.push(`packages/${name}/package.json: no exports map`)
  for (const path of sources(join(root, 'packages', name, 'src'))) {
    const code = readFileSync(path, 'utf8')
    const at = relative(root, path)
    for (const [, specifier] of code.matchAll(/(?:\bfrom|\bimport\(|^import)\s*['"]([.@\w][^'"\s]*)['"]\)?/gm))
      check(name, allowed, declared, specifier, at)
    const bare = code.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '')
    if (NAMELESS.has(name) && SYSTEM.test(bare))
      faults.push(`${at}: shared code names a system: ${SYSTEM.exec(bare)[0]}`)
    if (PURE.has(name) && IMPURE.test(bare)) faults.push(`${at}: a pure package uses ${IMPURE.exec(bare)[0]}`)
  }
}

function check(name, allowed, declared, specifier, at) {
  if (specifier.startsWith('.')) {
    // From a file in packages/NAME the way up ends at that folder.
    const target = posix.join(posix.dirname(at.split(':')[0]), specifier)
    if (!target.startsWith(`packages/${name}/`)) faults.push(`${at}: reaches out of its package: ${specifier}`)
    return
  }
  if (specifier.startsWith('@jiannuo/')) {
    if (!allowed.includes(specifier)) faults.push(`${at}: ${name} may not import ${specifier}`)
    return
  }
  if (PURE.has(name)) faults.push(`${at}: a pure package imports ${specifier}`)
  else if (!specifier.startsWith('node:') && !declared.some((d) => specifier === d || specifier.startsWith(`${d}/`)))
    faults.push(`${at}: ${specifier} is not declared in packages/${name}/package.json`)
}

for (const fault of faults) console.error(fault)
console.log(`walls: ${faults.length} faults`)
process.exit(faults.length > 0 ? 1 : 0)
