// The office over HTTP with 20,000 commitments of five years and a million readings: list, filter, overview and single commitments over 50 connections,
// as a clerk of one department (the least that somebody can be), beside bare Hono routes that ask the same of the same database.
//
//   node bench/http.mjs [COMMITMENTS] [FOLDER]     20000 unless said; a folder that is named is filled once and kept
//
// quiet     nobody changes anything meanwhile
// at work   twice a second somebody changes something, which every page could have to show
// anew      the same server with the keeping of answers taken out: every call is worked out, none is shared
import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { recordAccountEvent } from '../packages/app/dist/accounts/index.js'
import { openOffice, selectRecords } from '../packages/app/dist/index.js'
import { DISTRICT } from './hotline-life.mjs'
import { drive } from './http-load.mjs'
import { CLERK, fillLedger, LEDGER_NOW, ok } from './ledger-fill.mjs'
import { freshOffice, percentile, sessionsOf } from './office.mjs'

const COMMITMENTS = Number(process.argv[2] ?? 20_000)
const KEEP = process.argv[3]
const POOL = 10
const UNIT = 'lantai-education'
const MODES = [
  { name: 'quiet', writes: 0, server: 'office' },
  { name: 'at work', writes: 2, server: 'office' },
  { name: 'anew', writes: 0, server: 'anew' },
]

const now = () => LEDGER_NOW
const settings = { max_wal_size: '4GB' }

async function filledOffice() {
  if (KEEP !== undefined && existsSync(join(KEEP, 'filled'))) {
    const office = ok(await openOffice({ folder: KEEP, now, poolSize: 4, settings }))
    return { office, folder: KEEP, end: () => office.close() }
  }
  const fresh = await freshOffice({ now, settings, ...(KEEP === undefined ? {} : { keep: KEEP }) })
  await fillLedger(fresh.office, COMMITMENTS)
  if (KEEP !== undefined) await import('node:fs/promises').then((fs) => fs.writeFile(join(KEEP, 'filled'), ''))
  return fresh
}

/** A process of its own. @returns what it says when it is ready, and how to end it */
function start(role, folder) {
  const path = fileURLToPath(new URL('http-child.mjs', import.meta.url))
  const child = fork(path, [role, folder, String(POOL), UNIT], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  return new Promise((resolve, reject) => {
    child.once('message', (said) => {
      const end = () =>
        new Promise((ended) => {
          child.once('exit', ended)
          child.disconnect()
        })
      resolve({ ...said, end })
    })
    child.once('exit', (code) => reject(new Error(`${role} ended with ${code}`)))
  })
}

async function signIn({ url, accounts }) {
  const { password } = accounts.find(({ name }) => name === CLERK)
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: CLERK, password }),
  })
  if (!answer.ok) throw new Error(await answer.text())
  return answer.headers.get('set-cookie').split(';')[0]
}

/** So many entries a second in the district's log, by this process, so that the server has to find out. */
function writing(office, perSecond) {
  if (perSecond === 0) return async () => {}
  const event = { stream: 'account:bench', at: LEDGER_NOW, action: 'unlock', by: 'machine', from: 'bench', ok: true }
  let last = Promise.resolve()
  const timer = setInterval(() => {
    last = last.then(() => recordAccountEvent(office, DISTRICT, event))
  }, 1000 / perSecond)
  return async () => {
    clearInterval(timer)
    await last
  }
}

/** Each task: the office's path, by the number of the call, and the bare one. */
function tasksFor(mine) {
  const id = (call) => mine[call % mine.length]
  return [
    ['list', () => '/api/commitments?year=2026&limit=50', () => '/list'],
    ['filter', () => '/api/commitments?light=red,yellow&year=2026&limit=50', () => '/filter'],
    ['overview', () => '/api/overview?year=2026', () => '/overview'],
    ['one', (call) => `/api/commitments/${id(call)}`, (call) => `/one/${id(call)}`],
  ]
}

const cell = (number, digits, width) => number.toFixed(digits).padStart(width)

function print(task, mode, { times, perSecond, bytes }, floor) {
  const shares = [0.5, 0.95, 0.99].map((share) => cell(percentile(times, share), 1, 7)).join('')
  const bare = `${cell(percentile(floor.times, 0.5), 1, 10)}${cell(percentile(floor.times, 0.95), 1, 7)}${cell(floor.perSecond, 0, 9)}`
  const ratio = cell(perSecond / floor.perSecond, 2, 8)
  console.log(
    `${task.padEnd(10)}${mode.padEnd(10)}${shares}${cell(perSecond, 0, 9)}${cell(bytes / 1024, 0, 5)}${bare}${ratio}`,
  )
}

const SLICES = 3

/** The office judges its whole ledger once after its start, beside its people; that is over when a trivial call is quick for three seconds. */
async function settled({ url }) {
  for (let quick = 0; quick < 3; ) {
    const { times } = await drive({ url, pathOf: () => '/api/health', connections: 1, runUp: 0, seconds: 1 })
    quick = percentile(times, 1) < 12 ? quick + 1 : 0
  }
}

/** The office and the bare routes by turns, so that what else the machine does falls upon both. */
async function measure(task, { name, writes, server }, servers) {
  const [title, path, barePath] = task
  const [mine, floor] = [[], []]
  const { url, cookie } = servers[server]
  await drive({ url, cookie, pathOf: path, runUp: 0, seconds: 1 })
  for (let slice = 0; slice < SLICES; slice++) {
    floor.push(await drive({ url: servers.bare.url, pathOf: barePath, runUp: 0.3, seconds: 2 }))
    const stop = writing(office, writes)
    mine.push(await drive({ url, cookie, pathOf: path, runUp: 0.3, seconds: 2 }))
    await stop()
  }
  print(title, name, joined(mine), joined(floor))
}

const joined = (slices) => ({
  times: slices.flatMap(({ times }) => times),
  perSecond: slices.reduce((sum, { perSecond }) => sum + perSecond, 0) / slices.length,
  bytes: slices[0].bytes,
})

const { office, folder, end } = await filledOffice()
const started = []
try {
  const session = (await sessionsOf(office))(CLERK)
  const mine = (await selectRecords(office, session, 'commitments', { facets: [['year=2026']] }, 500)).map(
    ({ id }) => id,
  )
  const servers = {}
  for (const role of ['bare', 'office', 'anew']) {
    const one = await start(role, folder)
    started.push(one)
    if (role !== 'bare') await settled(one)
    servers[role] = role === 'bare' ? one : { ...one, cookie: await signIn(one) }
  }
  console.log('clerk of one department, 50 connections; milliseconds and calls a second, then of the bare routes')
  console.log(`${''.padEnd(20)}    p50    p95    p99  calls/s  KiB  bare p50    p95  calls/s   ratio`)
  for (const task of tasksFor(mine)) for (const mode of MODES) await measure(task, mode, servers)
} finally {
  for (const one of started) await one.end()
  await end()
}
