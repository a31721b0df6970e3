// The ledger at 20,000 commitments of five years with a million readings: lists, filters, light counts, one commitment whole, each as a clerk of one
// department (the least that somebody can be) and as the district's leader, beside the same rows asked for bare, without policies or application.
// Then the import and confirmation of a report.
//
//   node bench/ledger.mjs [COMMITMENTS]     20000 unless said; ../shared/seeds is read where it is there, else the example
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import {
  commitmentView,
  decideProposals,
  importDocument,
  ledgerOverview,
  lightCounts,
  selectRecords,
} from '../packages/app/dist/index.js'
import { DISTRICT } from './hotline-life.mjs'
import { CLERK, fillLedger, LEADER, LEDGER_NOW, ok } from './ledger-fill.mjs'
import { freshOffice, median, percentile, sessionsOf } from './office.mjs'

const COMMITMENTS = Number(process.argv[2] ?? 20_000)
const RUNS = 150

const { office, end } = await freshOffice({ now: () => LEDGER_NOW, settings: { max_wal_size: '4GB' } })
const db = office.store.database
const examples = new URL('../examples/', import.meta.url)

const YEAR = { facets: [['year=2026']] }
const RED = { facets: [['year=2026'], ['light=red', 'light=yellow']] }

/** Each task, and the same rows asked for bare. */
async function tasks(person, unit) {
  const session = (await sessionsOf(office))(person)
  const mine = (await selectRecords(office, session, 'commitments', YEAR, 100)).map(({ id }) => id)
  const seen = unit === undefined ? '' : `and r.sees && array['${unit}', '~']`
  const bare =
    (text, params = []) =>
    () =>
      db.once('owner', { 'jiannuo.district': DISTRICT, 'jiannuo.units': '{*}' }, text, params)
  const listed = (facets) =>
    bare(
      `select r.* from record r where r.district = $1 and r.machine = 'commitments' and ${facets} ${seen} order by r.opened_at desc, r.id desc limit 50`,
      [DISTRICT],
    )
  const counted = `select (select substr(f, 7) from unnest(r.facets) f where starts_with(f, 'light=')) as light, count(*) from record r
    where r.district = $1 and r.machine = 'commitments' and r.stands in ('issued', 'running', 'applied', 'review') and 'year=2026' = any (r.facets) ${seen} group by 1`
  return {
    'list of a year, 50 rows': [
      () => selectRecords(office, session, 'commitments', YEAR, 50),
      listed(`'year=2026' = any (r.facets)`),
    ],
    'red and yellow of a year': [
      () => selectRecords(office, session, 'commitments', RED, 50),
      listed(`'year=2026' = any (r.facets) and r.facets && array['light=red', 'light=yellow']`),
    ],
    'light counts of a year': [() => lightCounts(office, session, YEAR), bare(counted, [DISTRICT])],
    'overview of a year': [() => ledgerOverview(office, session, YEAR, 10), bare(counted, [DISTRICT])],
    'one commitment with its history': [
      async (run) => ok(await commitmentView(office, session, mine[run % mine.length])),
      (run) =>
        bare(
          `select (select json_agg(l.body) from log l where l.district = $1 and l.stream = 'record:' || $2), (select json_agg(d) from reading d where d.district = $1 and d.series = 'c:' || $2),
            (select r.state from record r where r.district = $1 and r.id = $2),
            (select json_agg(r.state) from record r where r.district = $1 and r.machine = 'returns' and r.facets @> array['commitment=' || $2]),
            (select json_agg(r.state) from record r where r.district = $1 and r.machine = 'commitments' and r.facets @> array['parent=' || $2])`,
          [DISTRICT, mine[run % mine.length]],
        )(),
    ],
  }
}

async function timesOf(task) {
  for (let run = 0; run < 8; run++) await task(run)
  const times = []
  for (let run = 0; run < RUNS; run++) {
    office.records.clear()
    const began = performance.now()
    await task(run)
    times.push(performance.now() - began)
  }
  return times
}

async function importing() {
  const folder = new URL('../../shared/seeds/', import.meta.url)
  const seed = existsSync(folder) ? readdirSync(folder).find((name) => name.startsWith('000')) : undefined
  const [name, bytes] =
    seed === undefined
      ? ['lantai-2025-report.txt', readFileSync(new URL('lantai-2025-report.txt', examples))]
      : [seed, readFileSync(new URL(seed, folder))]
  const session = (await sessionsOf(office))(`${DISTRICT}-supervisor-1`)
  const began = performance.now()
  const { record, statements } = ok(await importDocument(office, session, { bytes, name, own: true }))
  const imported = performance.now()
  const { decided } = ok(await decideProposals(office, session, record, { decide: 'confirm' }))
  const done = performance.now()
  console.log(
    `${name}: ${statements} statements imported in ${(imported - began).toFixed(0)} ms, ${decided} proposals confirmed in ${(done - imported).toFixed(0)} ms (both at most 1,000 ms)`,
  )
}

try {
  await fillLedger(office, COMMITMENTS)
  for (const [who, person, unit] of [
    ['clerk of one department', CLERK, 'lantai-education'],
    ['leader of the district', LEADER, undefined],
  ]) {
    console.log(`${who}: median / p95 in ms, bare median, ratio`)
    for (const [name, [task, bare]] of Object.entries(await tasks(person, unit))) {
      const [mine, floor] = [await timesOf(task), await timesOf(bare)]
      console.log(
        `  ${name.padEnd(34)} ${median(mine).toFixed(1).padStart(7)} / ${percentile(mine, 0.95).toFixed(1).padStart(6)}   ${median(floor).toFixed(1).padStart(6)}   ${(median(mine) / median(floor)).toFixed(2)}`,
      )
    }
  }
  await importing()
} finally {
  await end()
}
