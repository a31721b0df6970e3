// The pages of cases over HTTP with millions of them, 50 connections, as a handler of one department (the least that somebody can be): inbox, one case,
// one project, an index, the figures of a system, beside bare Hono routes that ask the same of the same database.
//
//   node bench/cases.mjs FOLDER     a data folder that bench/scale.mjs has filled and kept (FOLDER/3000000)
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { inbox, openOffice, sessionOf } from '../packages/app/dist/index.js'
import { instantOf, plainDate } from '../packages/kernel/dist/index.js'
import { DISTRICT } from './hotline-life.mjs'
import { drive } from './http-load.mjs'
import { percentile } from './office.mjs'
import { pathsOfSystems } from './systems-fill.mjs'

const FOLDER = process.argv[2]
if (FOLDER === undefined) throw new Error('name the folder that bench/scale.mjs keeps its data in')
const HANDLER = 'lantai-housing-a'
const UNIT = 'lantai-housing'
const POOL = 10
const NOW = instantOf(plainDate(2025, 12, 31), 600, 480)
const SLICES = 3

const ok = (result) => {
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.value
}

function start(role) {
  const path = fileURLToPath(new URL('http-child.mjs', import.meta.url))
  const child = fork(path, [role, FOLDER, String(POOL), UNIT, String(NOW)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
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

async function signIn({ url, accounts }, person) {
  const { password } = accounts.find(({ name }) => name === person)
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: person, password }),
  })
  if (!answer.ok) throw new Error(await answer.text())
  return answer.headers.get('set-cookie').split(';')[0]
}

const cell = (number, digits, width) => (number === undefined ? '' : number.toFixed(digits)).padStart(width)

const joined = (slices) => ({
  times: slices.flatMap(({ times }) => times),
  perSecond: slices.reduce((sum, { perSecond }) => sum + perSecond, 0) / slices.length,
  bytes: slices[0].bytes,
})

async function measure([title, path, barePath, who = 'handler'], { office, bare }, cookies) {
  const cookie = cookies[who]
  const [mine, floor] = [[], []]
  await drive({ url: office.url, cookie, pathOf: path, runUp: 0, seconds: 1 })
  for (let slice = 0; slice < SLICES; slice++) {
    if (barePath !== undefined) floor.push(await drive({ url: bare.url, pathOf: barePath, runUp: 0.3, seconds: 2 }))
    mine.push(await drive({ url: office.url, cookie, pathOf: path, runUp: 0.3, seconds: 2 }))
  }
  const { times, perSecond, bytes } = joined(mine)
  const shares = [0.5, 0.95, 0.99].map((share) => cell(percentile(times, share), 1, 8)).join('')
  const bareShares = floor.length === 0 ? [] : [0.5, 0.95].map((share) => percentile(joined(floor).times, share))
  const ratio = floor.length === 0 ? undefined : perSecond / joined(floor).perSecond
  console.log(
    `${title.padEnd(26)}${shares}${cell(perSecond, 0, 9)}${cell(bytes / 1024, 0, 5)}${cell(bareShares[0], 1, 10)}${cell(bareShares[1], 1, 8)}${cell(ratio, 2, 8)}`,
  )
}

const now = () => NOW
const office = ok(await openOffice({ folder: FOLDER, now, poolSize: 4 }))
const session = ok(await sessionOf(office, DISTRICT, HANDLER))
const pages = ok(await inbox(office, session, { machine: 'hotline', open: false, order: 'newest', limit: 200 }))
const ids = pages.rows.map(({ id }) => id)
const id = (call) => ids[call % ids.length]
const systems = await pathsOfSystems(office)
const started = []
try {
  const servers = {}
  for (const role of ['bare', 'office']) {
    servers[role] = await start(role)
    started.push(servers[role])
  }
  const cookies = { handler: await signIn(servers.office, HANDLER) }
  for (const who of new Set(systems.map(({ as }) => as))) cookies[who] = await signIn(servers.office, who)
  console.log('50 connections; milliseconds and calls a second, then of the bare routes')
  console.log(`${''.padEnd(26)}     p50     p95     p99  calls/s  KiB  bare p50     p95   ratio`)
  const tasks = [
    ['inbox', () => '/api/systems/hotline/cases?limit=50', () => '/inbox'],
    ['inbox, what waits', () => '/api/systems/hotline/cases?mine=true&limit=50', () => '/inbox'],
    ['case', (call) => `/api/records/${id(call)}`, (call) => `/case/${id(call)}`],
    ['systems', () => '/api/systems'],
    ['figures of the hotline', () => '/api/boards/hotline?from=2025-01&to=2025-12'],
    ...systems.map(({ title, paths, as }) => [title, (call) => paths[call % paths.length], undefined, as]),
  ]
  for (const task of tasks) await measure(task, servers, cookies)
} finally {
  for (const one of started) await one.end()
  await office.close()
}
