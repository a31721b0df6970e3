// kill -9 at random moments of writes: of the process, and of the database server, on each engine. After every kill each acknowledged
// write must be there; at the end every deadline that has passed was fired exactly once and verify is clean.
//
//   node trials/kill.mjs [ROUNDS] [SEED] [embedded-process embedded-server server-process server-server pglite-process …]
//
// The server engine needs JIANNUO_TEST_DATABASE_URL; its server is killed and started again by scripts/test-server.sh in its folder.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fireDueTimers, foundDemoDistrict, openOffice, verifyOffice } from '../packages/app/dist/index.js'
import { timersOf } from '../packages/engine/dist/index.js'
import { instant } from '../packages/kernel/dist/index.js'
import { statusEmbedded } from '../packages/store/dist/index.js'
import { DISTRICT, MONDAY } from '../bench/hotline-life.mjs'

const ROUNDS = Number(process.argv[2] ?? 50)
const SEED = Number(process.argv[3] ?? 7)
const CASES =
  process.argv.length > 4 ? process.argv.slice(4) : ['embedded-process', 'embedded-server', 'pglite-process']
const writer = fileURLToPath(new URL('./kill-writer.mjs', import.meta.url))
const SYSTEM = { district: DISTRICT, person: 'system', units: 'all' }
const FAR = instant(MONDAY + 3000 * 86_400_000)

// xorshift, so that a run can be repeated
let state = SEED * 2654435761
const chance = () => {
  state ^= state << 13
  state ^= state >>> 17
  state ^= state << 5
  return (state >>> 0) / 4294967296
}

async function open(options, now = MONDAY) {
  const opened = await openOffice({ ...options, now: () => now, poolSize: 6 })
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
  return opened.value
}

/** Runs the writer until it is killed, or its database is. @returns what it had acknowledged */
function writeUntilKilled(options, first, kill) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [writer, JSON.stringify(options), String(first)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const acknowledged = []
    let text = ''
    let failed
    child.stdout.on('data', (bytes) => {
      text += bytes
      const lines = text.split('\n')
      text = lines.pop() ?? ''
      for (const line of lines) {
        const [what, key, record, seq] = line.split(' ')
        if (what === 'done') {
          // writes are under way: any moment of the next half second
          if (acknowledged.length === 0) setTimeout(() => kill(child), chance() * 500)
          acknowledged.push({ key, record, seq: Number(seq) })
        }
        if (what === 'failed' || what === 'refused') failed = line
      }
    })
    child.on('exit', () => (failed === undefined ? resolve(acknowledged) : reject(new Error(failed))))
  })
}

/** Every acknowledged write stands in its record's stream under its key. */
async function missing(office, acknowledged) {
  const lost = []
  const histories = new Map()
  for (const { key, record, seq } of acknowledged) {
    if (!histories.has(record)) histories.set(record, await office.store.history(SYSTEM, record))
    const entry = histories.get(record).find((each) => each.seq === seq)
    if (entry?.key !== key) lost.push(key)
  }
  return lost
}

/** Deadlines: nothing that has passed is left, and nothing was fired twice. */
async function deadlines(office, records) {
  let fired = 0
  let twice = 0
  let left = 0
  for (const id of records) {
    const seen = new Map()
    for (const { entry } of await office.store.history(SYSTEM, id)) {
      for (const event of entry.events) {
        if (event.type === 'clockStarted')
          for (const key of seen.keys()) if (key.startsWith(`${event.clock}/`)) seen.delete(key)
        if (event.type !== 'markReached') continue
        fired++
        const key = `${event.clock}/${event.mark}`
        if (seen.has(key)) twice++
        seen.set(key, true)
      }
    }
    const record = await office.store.record(SYSTEM, id)
    const machine = office.catalogue.machine(record.machine, record.version)
    left += timersOf(machine, record, office.calendar).filter(({ at }) => at <= FAR).length
  }
  return { fired, twice, left }
}

const killProcess = (child) => child.kill('SIGKILL')

function killPostmaster(dataFolder) {
  const pid = Number(readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(pid, 'SIGKILL')
}

async function trial(name) {
  const [engine, victim] = name.split('-')
  const folder = mkdtempSync(join(tmpdir(), 'jiannuo-kill-'))
  const url = process.env.JIANNUO_TEST_DATABASE_URL
  const options = engine === 'server' ? { engine, folder, url: freshDatabase(url) } : { engine, folder }
  const serverFolder = url === undefined ? '' : decodeURIComponent(new URL(url).searchParams.get('host') ?? '')
  const kill = {
    process: killProcess,
    server: () => {
      if (engine === 'server') {
        killPostmaster(join(serverFolder, 'data'))
        execFileSync(fileURLToPath(new URL('../scripts/test-server.sh', import.meta.url)), ['again', serverFolder])
      } else process.kill(statusEmbedded(folder).pid, 'SIGKILL')
    },
  }[victim]
  const began = performance.now()
  let office = await open(options)
  const founded = await foundDemoDistrict(office, MONDAY)
  if (!founded.ok) throw new Error(JSON.stringify(founded.problems))
  await office.close()
  let acknowledged = 0
  const lost = []
  for (let round = 0; round < ROUNDS; round++) {
    const done = await writeUntilKilled(options, round * 1000, async (child) => {
      kill(child)
      // a killed database server leaves the writer alive: it may get over it, or end; it is not waited for
      if (victim === 'server') setTimeout(() => child.kill('SIGKILL'), 150)
    })
    acknowledged += done.length
    office = await open(options)
    lost.push(...(await missing(office, done)))
    if (round % 10 === 9) {
      const { findings } = await verifyOffice(office)
      if (findings.length > 0) throw new Error(`${name}, round ${round + 1}: ${JSON.stringify(findings.slice(0, 3))}`)
    }
    await office.close()
  }
  office = await open(options, FAR)
  // what the last killed process had claimed is free again when its lease has run out
  const patience = performance.now() + 60_000
  for (let next = true; next && performance.now() < patience; ) {
    if ((await fireDueTimers(office, { until: FAR })) === 0) await new Promise((resolve) => setTimeout(resolve, 1000))
    const at = await office.store.nextTimer(DISTRICT)
    next = at !== undefined && at <= FAR
  }
  const records = await allRecords(office)
  const { fired, twice, left } = await deadlines(office, records)
  const { findings, entries } = await verifyOffice(office)
  await office.close()
  rmSync(folder, { recursive: true, force: true })
  const ok = lost.length === 0 && twice === 0 && left === 0 && findings.length === 0
  console.log(
    `${ok ? 'ok  ' : 'FAIL'} ${name}: ${ROUNDS} kills (seed ${SEED}), ${acknowledged} acknowledged writes, ${lost.length} lost; ` +
      `${records.length} cases, ${fired} deadlines fired, ${twice} twice, ${left} left; verify: ${entries} entries, ${findings.length} findings; ` +
      `${((performance.now() - began) / 1000).toFixed(0)} s`,
  )
  for (const key of lost.slice(0, 5)) console.error(`lost: ${key}`)
  return ok
}

async function allRecords(office) {
  const ids = []
  for (let after; ; ) {
    const page = await office.store.list(SYSTEM, {
      machine: 'hotline',
      order: 'newest',
      limit: 500,
      ...(after === undefined ? {} : { after }),
    })
    ids.push(...page.map(({ id }) => id))
    after = page.at(-1)?.key
    if (page.length < 500) return ids
  }
}

let database = 0
/** A new database on the server. */
function freshDatabase(url) {
  if (url === undefined) throw new Error('JIANNUO_TEST_DATABASE_URL is not set')
  const name = `jiannuo_kill_${process.pid}_${++database}`
  execFileSync('psql', [url, '-qc', `create database ${name}`])
  const own = new URL(url)
  own.pathname = `/${name}`
  return own.href
}

let good = true
for (const name of CASES) good = (await trial(name)) && good
process.exit(good ? 0 : 1)
