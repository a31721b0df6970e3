#!/usr/bin/env node
// Every rule of packages/*/SPEC.md has a test that quotes its number, and every number that a test or a rule id in the
// code quotes is in the SPEC of its package. Prints what is missing; exit code 1 when anything is.
//
//   node scripts/check-spec.mjs [ROOT]
//
// A rule is a line that begins "- **R12**" or a heading "### R12". A test quotes a number in its title ("R12 R13 counts …")
// or in the heading of a golden case ("# R12 三座"). Code quotes one as the rule id of a statement ('R12.chinese').
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

const root = resolve(process.argv[2] ?? new URL('..', import.meta.url).pathname)
const RULE = /^(?:- \*\*|#{2,6} +)([A-Z]{1,2}\d+)(?:\*\*|\b)/gm
const TITLE = /\b(?:it|test|describe)\b[^'"`\n]*\(\s*(['"`])((?:[A-Z]{1,2}\d+(?:[–-][A-Z]?\d+)?[ ,]+)+)/g
const EACH = /\]\s*\)\s*\(\s*(['"`])((?:[A-Z]{1,2}\d+(?:[–-][A-Z]?\d+)?[ ,]+)+)/g
const GOLDEN = /^# +((?:[A-Z]{1,2}\d+[ ,、]+)+)/gm
const CODE = /'([A-Z]{1,2}\d+)\.[a-zA-Z]+'/g

function files(folder, keep, out = []) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === 'dist') continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) files(path, keep, out)
    else if (keep(path)) out.push(path)
  }
  return out
}

const read = (path) => readFileSync(path, 'utf8')
const numbers = (words) => words.match(/[A-Z]{1,2}\d+/g) ?? []

// "R10–R13" stands for all four
function expand(words) {
  const all = numbers(words)
  for (const [, letter, from, to] of words.matchAll(/([A-Z]{1,2})(\d+)[–-][A-Z]{0,2}(\d+)/g))
    for (let n = Number(from); n <= Number(to); n++) all.push(`${letter}${n}`)
  return all
}

/** Where each number is quoted: number → first place. */
function quotes(paths, patterns, group) {
  const found = new Map()
  for (const path of paths) {
    const text = read(path)
    for (const pattern of patterns)
      for (const match of text.matchAll(pattern))
        for (const number of expand(match[group(pattern)]))
          if (!found.has(number))
            found.set(number, `${relative(root, path)}:${text.slice(0, match.index).split('\n').length}`)
  }
  return found
}

// the last map that has a number wins
const merge = (...maps) => new Map(maps.flatMap((map) => [...map]))

const packages = readdirSync(join(root, 'packages'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => join(root, 'packages', entry.name))
const crossTests = files(join(root, 'test'), (path) => path.endsWith('.test.ts'))
const isTest = (path) => /\.test\.tsx?$/.test(path)

const faults = []
const known = new Set()
const letters = new Set()
const quoted = []
for (const folder of packages) {
  const name = relative(root, folder)
  const all = files(folder, (path) => /\.(?:ts|tsx|txt|md)$/.test(path))
  const spec = all.find((path) => path === join(folder, 'SPEC.md'))
  const titles = quotes([...all.filter(isTest), ...crossTests], [TITLE, EACH], () => 2)
  const golden = quotes(
    all.filter((path) => path.includes('/fixtures/') && path.endsWith('.txt')),
    [GOLDEN],
    () => 1,
  )
  const code = quotes(
    all.filter((path) => /\.tsx?$/.test(path) && !isTest(path)),
    [CODE],
    () => 1,
  )
  const tested = merge(titles, golden)
  quoted.push(tested, code)
  if (spec === undefined) continue
  const rules = [...read(spec).matchAll(RULE)].map((match) => match[1])
  const seen = new Set()
  for (const rule of rules) {
    if (seen.has(rule)) faults.push(`${name}/SPEC.md: ${rule} stands twice`)
    if (known.has(rule) && !seen.has(rule)) faults.push(`${name}/SPEC.md: ${rule} is a rule of another package too`)
    if (!tested.has(rule)) faults.push(`${name}/SPEC.md: no test quotes ${rule}`)
    seen.add(rule)
    known.add(rule)
    letters.add(rule.replace(/\d+/, ''))
  }
  console.log(`${name}: ${seen.size} rules`)
}
for (const [number, place] of merge(...quoted))
  if (letters.has(number.replace(/\d+/, '')) && !known.has(number)) faults.push(`${place}: no SPEC has ${number}`)

for (const fault of new Set(faults)) console.error(fault)
process.exitCode = faults.length > 0 ? 1 : 0
