// kill -9 at random moments while plans are imported and confirmed and returns are reported: every acknowledged import, confirmation and command must
// be there afterwards, whole, and verify clean.
//
//   node trials/kill-ledger.mjs [ROUNDS] [SEED]
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { foundDemoDistrict, openDocument, openOffice, sessionOf, verifyOffice } from '../packages/app/dist/index.js'
import { NEW_YEAR } from '../bench/office.mjs'
import { instantOf, plainDate } from '../packages/kernel/dist/index.js'

const ROUNDS = Number(process.argv[2] ?? 50)
const SEED = Number(process.argv[3] ?? 7)
const SYSTEM = { district: 'lantai', person: 'system', units: 'all' }
const JANUARY = instantOf(plainDate(2026, 1, 2), 540, 480)
const writer = fileURLToPath(new URL('./kill-ledger-writer.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'jiannuo-kill-'))

// xorshift, so that a run can be repeated
let state = SEED * 2654435761
const chance = () => {
  state ^= state << 13
  state ^= state >>> 17
  state ^= state << 5
  return (state >>> 0) / 4294967296
}

async function open() {
  const opened = await openOffice({ folder, now: () => JANUARY, poolSize: 4 })
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
  return opened.value
}

/** Lets the writer work until it is killed at a random moment; gives what it had acknowledged. */
function killed(round) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [writer, JSON.stringify({ folder }), String(round)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const said = []
    let rest = ''
    let failed
    child.stdout.on('data', (chunk) => {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        if (line === 'ready') setTimeout(() => child.kill('SIGKILL'), 100 + chance() * 2400)
        else if (/^(failed|refused) /.test(line)) failed = line
        else said.push(line.split(' '))
      }
    })
    child.on('exit', (code) => {
      if (failed !== undefined || code !== null) reject(new Error(failed ?? `the writer ended by itself with ${code}`))
      else resolve(said)
    })
  })
}

const counts = { done: 0, imported: 0, confirmed: 0 }
const lost = []

async function check(office, said) {
  const session = await sessionOf(office, 'lantai', 'lantai-supervisor-1')
  if (!session.ok) throw new Error(JSON.stringify(session.problems))
  const histories = new Map()
  for (const [what, ...words] of said) {
    if (what === 'imported') {
      counts.imported++
      const document = await openDocument(office, session.value, words[0])
      if (!document.ok || document.value.reading.statements.length === 0) lost.push(`import ${words[0]}`)
    } else if (what === 'confirmed') {
      counts.confirmed++
      const ids = words[1].split(',')
      const found = await office.store.records(SYSTEM, ids)
      if (found.length !== ids.length) lost.push(`confirmation ${words[0]}`)
    } else if (what === 'done') {
      counts.done++
      const [key, record, seq] = words
      if (!histories.has(record)) histories.set(record, await office.store.history(SYSTEM, record))
      const entry = histories.get(record).find((each) => each.seq === Number(seq))
      if (entry?.key !== key) lost.push(key)
    }
  }
}

const began = performance.now()
let office = await open()
const founded = await foundDemoDistrict(office, NEW_YEAR)
if (!founded.ok) throw new Error(JSON.stringify(founded.problems))
await office.close()
for (let round = 0; round < ROUNDS; round++) {
  const said = await killed(round)
  office = await open()
  await check(office, said)
  if (round % 10 === 9) {
    const { findings } = await verifyOffice(office)
    if (findings.length > 0) throw new Error(`round ${round + 1}: ${JSON.stringify(findings.slice(0, 3))}`)
  }
  await office.close()
}
office = await open()
const { findings, entries } = await verifyOffice(office)
await office.close()
rmSync(folder, { recursive: true, force: true })
const good = lost.length === 0 && findings.length === 0
console.log(
  `${good ? 'ok  ' : 'FAIL'} ${ROUNDS} kills (seed ${SEED}): ${counts.done} acknowledged commands, ${counts.imported} imports, ${counts.confirmed} confirmations, ` +
    `${lost.length} lost; verify: ${entries} entries, ${findings.length} findings; ${((performance.now() - began) / 1000).toFixed(0)} s`,
)
for (const key of lost.slice(0, 5)) console.error(`lost: ${key}`)
process.exit(good ? 0 : 1)
