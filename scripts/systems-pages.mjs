#!/usr/bin/env node
// Writes the page of every declared system to docs/systems, from the built packages (npm run build).
//
//   node scripts/systems-pages.mjs           writes them
//   node scripts/systems-pages.mjs --check   says which are stale, missing or left over; exit code 1 when any is
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'docs', 'systems')
const built = (path) => new URL(`../packages/${path}`, import.meta.url).href

const { indexPage, systemPage, watchesPage } = await import(built('engine/dist/index.js'))
const { runExamples, simulatedDistrict } = await import(built('engine/dist/testing/index.js'))
const { catalogueOfSystems, systemsTable } = await import(built('systems/dist/index.js'))

const units = simulatedDistrict().names
const pages = new Map()
for (const machine of catalogueOfSystems.machines)
  pages.set(
    `${machine.id}.md`,
    systemPage(machine, catalogueOfSystems.measures(machine.id), { units, examples: runExamples(machine) }),
  )
for (const one of catalogueOfSystems.indexes)
  pages.set(`index-${one.id}.md`, indexPage(one, catalogueOfSystems.machine(one.settings), titleOf))
if (catalogueOfSystems.watches.length > 0)
  pages.set('watches.md', watchesPage(catalogueOfSystems.watches, catalogueOfSystems.machine, titleOf))
pages.set('README.md', index())

/** Tests that follow from a definition: its reviewed snapshot says how many, and a test that it is so. */
function testsOf(id) {
  const snapshot = readFileSync(join(root, 'packages', 'systems', 'snapshots', `${id}.txt`), 'utf8')
  return Number(/^(\d+) tests/m.exec(snapshot)?.[1] ?? 0)
}

/** Title of a measure (`machine.measure`), or of an index. */
function titleOf(id) {
  const index = catalogueOfSystems.indexes.find((one) => one.id === id)
  const dot = id.lastIndexOf('.')
  const machine = catalogueOfSystems.machine(id.slice(0, dot))
  const measure = catalogueOfSystems.measures(id.slice(0, dot))?.measures.find((one) => one.id === id.slice(dot + 1))
  return index?.title ?? (machine === undefined || measure === undefined ? id : `${machine.title}“${measure.title}”`)
}

/** The list of systems with their pages. */
function index() {
  let tests = 0
  const rows = catalogueOfSystems.machines.map(({ id, system, title, purpose }) => {
    const row = systemsTable.find((each) => each.id === system)
    const derived = testsOf(id)
    tests += derived
    return `| ${system} | [${title}](${id}.md) | ${row?.title ?? ''} | ${purpose} | ${derived} |`
  })
  const indexes = catalogueOfSystems.indexes.map(
    ({ id, system, title, purpose }) => `| ${system} | [${title}](index-${id}.md) | ${purpose} |`,
  )
  return [
    '# 已定义的系统',
    '',
    '本目录的各页由定义自动生成（`node scripts/systems-pages.mjs`），请勿手改；定义改动后重新生成。',
    '',
    '| 系统 | 页面（含流转图） | 所属系统名称 | 用途 | 由定义得出的测试 |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
    `共${rows.length}种办件和名册，由定义得出的测试${tests}项。`,
    '',
    ...(indexes.length === 0 ? [] : ['| 系统 | 指数 | 用途 |', '| --- | --- | --- |', ...indexes, '']),
    ...(catalogueOfSystems.watches.length === 0 ? [] : ['监测预警的规则见[监测预警](watches.md)。', '']),
  ].join('\n')
}

const read = (name) => {
  try {
    return readFileSync(join(folder, name), 'utf8')
  } catch {
    return undefined
  }
}

const present = () => {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

const stale = [...pages].filter(([name, text]) => read(name) !== text).map(([name]) => name)
const leftOver = present().filter((name) => !pages.has(name))

if (process.argv.includes('--check')) {
  for (const name of stale)
    console.error(`${relative(root, join(folder, name))} is stale: run node scripts/systems-pages.mjs`)
  for (const name of leftOver) console.error(`${relative(root, join(folder, name))} belongs to no declared system`)
  console.log(`pages: ${pages.size}, ${stale.length + leftOver.length} faults`)
  process.exitCode = stale.length + leftOver.length > 0 ? 1 : 0
} else {
  mkdirSync(folder, { recursive: true })
  for (const name of stale) writeFileSync(join(folder, name), pages.get(name))
  for (const name of leftOver) rmSync(join(folder, name))
  console.log(`pages: ${stale.length} written, ${leftOver.length} removed, ${pages.size} in all`)
}
