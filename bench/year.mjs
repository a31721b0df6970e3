// A year of the invented district, written fast, beside its floor: the same entries put bare into a log of their own, one statement a batch, with
// nothing derived from them. Prints the time by part, entries a second, memory of this process, and the ratio.
//
//   node bench/year.mjs [SCALE] [DAYS] [WORKERS]       0.05 366 1 unless said; the whole: node --max-semi-space-size=64 bench/year.mjs 1 366
import { performance } from 'node:perf_hooks'
import { foundDemoDistrict, openOffice, simulateYear, verifyOffice } from '../packages/app/dist/index.js'
import { instant, instantOf, plainDate } from '../packages/kernel/dist/index.js'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const SCALE = Number(process.argv[2] ?? 0.05)
const DAYS = Number(process.argv[3] ?? 366)
const WORKERS = Number(process.argv[4] ?? 1)
const FROM = instantOf(plainDate(2025, 1, 1), 0, 480)
const DAY = 86_400_000
const BATCH = 10_000

const folder = mkdtempSync(join(tmpdir(), 'jiannuo-year-'))
const opened = await openOffice({
  folder,
  now: () => instant(FROM + DAYS * DAY),
  settings: { max_wal_size: '4GB', checkpoint_timeout: '30min' },
})
if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
const office = opened.value
const ok = (result) => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

async function timed(what, work) {
  const [began, cpu] = [performance.now(), process.cpuUsage()]
  const result = await work()
  const { user, system } = process.cpuUsage(cpu)
  const seconds = (performance.now() - began) / 1000
  console.log(
    `${what.padEnd(34)} ${seconds.toFixed(1).padStart(8)} s, this process ${((user + system) / 1e6).toFixed(1)} s of processor`,
  )
  return { result, seconds }
}

const own = (work) =>
  office.store.database.transaction('owner', { 'jiannuo.district': 'lantai', 'jiannuo.units': '{*}' }, work)

/** The entries once more, a batch at a time, into a table like the log. */
async function floor() {
  await own((session) =>
    session.run(`create table bare (district text collate "C", stream text collate "C", seq integer, at bigint, position bigint, key text collate "C",
      body text, hash bytea, primary key (district, stream, seq, at)); create index on bare (district, position)`),
  )
  let seconds = 0
  for (let after = 0; ; ) {
    const { rows } = await own((session) =>
      session.query(
        `select stream, seq, at, position, key, body, encode(hash, 'hex') as hash from log where position > ${after} order by position limit ${BATCH}`,
      ),
    )
    if (rows.length === 0) return seconds
    after = rows.at(-1).position
    const column = (name) => rows.map((row) => row[name])
    const began = performance.now()
    await own((session) =>
      session.query(
        `insert into bare select 'lantai', x.stream, x.seq, x.at, x.position, x.key, x.body, decode(x.hash, 'hex') from
         unnest($1::text[], $2::integer[], $3::bigint[], $4::bigint[], $5::text[], $6::text[], $7::text[]) as x(stream, seq, at, position, key, body, hash)`,
        ['stream', 'seq', 'at', 'position', 'key', 'body', 'hash'].map(column),
      ),
    )
    seconds += (performance.now() - began) / 1000
  }
}

try {
  await timed('district founded', async () =>
    ok(await foundDemoDistrict(office, FROM, SCALE >= 0.1 ? 'full' : 'small')),
  )
  const run = { scale: SCALE, seed: 7, from: FROM, days: DAYS, fast: true, workers: WORKERS, callers: false }
  const year = await timed('year played and written', async () => ok(await simulateYear(office, run)))
  const done = year.result
  const entries = done.commands + done.marks
  const memory = process.resourceUsage().maxRSS / 1024
  const verified = await timed('verified', () => verifyOffice(office))
  console.log(`findings ${verified.result.findings.length}, entries in the log ${verified.result.entries}`)
  const bare = await floor()
  console.log(
    `${done.opened} records, ${entries} entries, ${Math.round(entries / year.seconds)}/s; memory ${memory.toFixed(0)} MB while playing`,
  )
  console.log(
    `bare inserts ${Math.round(verified.result.entries / bare)}/s; ratio of fast to bare ${(bare / verified.result.entries / (year.seconds / entries)).toFixed(3)}`,
  )
} finally {
  await office.close()
  rmSync(folder, { recursive: true, force: true })
}
