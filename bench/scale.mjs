// Dashboards, lists, cases with history, drill-downs and searches at 300,000 and at 3,000,000 cases, each as the least-privileged role (a
// handler of one department) and, where a whole district is asked for, as its leader. Real cases are simulated through the use cases and then copied in
// the database with ids of their own; of every third copy the whole history is copied too. Both sizes stand side by side and are asked
// in turns, so that whatever else the machine does falls on both alike.
//
//   node bench/scale.mjs [SMALL] [LARGE] [FOLDER]      300000 3000000 unless said; takes some 30 GB in the temporary folder, or in FOLDER, where
//   both stay and are found again by the next run
import { join } from 'node:path'
import { caseView, figure, figureTable, inbox, search, simulate, trace } from '../packages/app/dist/index.js'
import { instantOf, plainDate } from '../packages/kernel/dist/index.js'
import { DISTRICT } from './hotline-life.mjs'
import { freshOffice, median, NEW_YEAR, percentile, sessionsOf } from './office.mjs'

const SMALL = Number(process.argv[2] ?? 300_000)
const LARGE = Number(process.argv[3] ?? 3_000_000)
const KEEP = process.argv[4]
const TEMPLATE = 3000
const RUNS = 120
const HANDLER = 'lantai-housing-a'
const LEADER = `${DISTRICT}-leader-1`

const OPTIONS = {
  now: () => instantOf(plainDate(2025, 12, 31), 600, 480),
  settings: { max_wal_size: '4GB', maintenance_work_mem: '512MB' },
}
const ownerOf = (office) => (work) =>
  office.store.database.transaction('owner', { 'jiannuo.district': DISTRICT, 'jiannuo.units': '{*}' }, work)

async function timed(what, work) {
  const began = performance.now()
  const result = await work()
  console.log(`  ${what} ${((performance.now() - began) / 1000).toFixed(0)} s`)
  return result
}

/** Indexes that are not part of a key, to be made anew when many rows have come. */
const indexes = async (session) =>
  (
    await session.query(
      `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
       from pg_index i join pg_class c on c.oid = i.indrelid
       where c.relname in ('record', 'search', 'passage', 'lookup') and not i.indisprimary`,
    )
  ).rows

async function copyCases(office, from, to) {
  const own = ownerOf(office)
  const known = await own(async (session) => {
    const rows = await indexes(session)
    for (const { name } of rows) await session.run(`drop index ${name}`)
    return rows
  })
  const STEP = 40
  for (let low = from; low < to; low += STEP) {
    const high = Math.min(low + STEP, to)
    await own(async (session) => {
      const columns = async (table, changed) => {
        const { rows } = await session.query(
          `select attname from pg_attribute where attrelid = '${table}'::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
        )
        const names = rows.map(({ attname }) => attname)
        return { names: names.join(', '), values: names.map((name) => changed[name] ?? `t.${name}`).join(', ') }
      }
      const copy = async (table, changed, where) => {
        const { names, values } = await columns(table, changed)
        await session.run(
          `insert into ${table} (${names}) select ${values} from template_${table} t, generate_series(${low}, ${high - 1}) k ${where ?? ''}`,
        )
      }
      const id = (name) => `'c' || k || '-' || t.${name}`
      await copy('record', {
        id: id('id'),
        opened_at: 't.opened_at + k',
        state: `regexp_replace(t.state::text, '"id":"[^"]*"', '"id":"c' || k || '-' || t.id || '"')::json`,
      })
      await copy('search', { record: id('record'), opened_at: 't.opened_at + k' })
      await copy('passage', { record: id('record') })
      await copy('contribution', { record: id('record') })
      await copy(
        'log',
        {
          stream: `'record:c' || k || '-' || substr(t.stream, 8)`,
          position: "nextval('log_position')",
          key: `'c' || k || '-' || t.key`,
        },
        'where k % 3 = 0',
      )
    })
  }
  await own(async (session) => {
    for (const { definition } of known) await session.run(definition)
    await session.run(`delete from measure_delta; delete from measure_total;
      insert into measure_total (district, counter, period, unit, category, raw, adjusted)
      select district, counter, period, coalesce(unit, '*'), coalesce(category, '*'), sum(amount), sum(case when excluded then 0 else amount end)
      from contribution group by district, counter, period, cube (unit, category)`)
  })
  await office.store.database.transaction('owner', {}, (session) =>
    session.run('analyze record, search, passage, contribution, log, measure_total'),
  )
}

/** What is asked of an office, by name. */
async function tasksOf(office) {
  const session = await sessionsOf(office)
  const handler = session(HANDLER)
  const leader = session(LEADER)
  const ok = (result) => {
    if (!result.ok) throw new Error(JSON.stringify(result.problems))
    return result.value
  }
  const measures = office.catalogue.measures('hotline').measures.map(({ id }) => `hotline.${id}@2025`)
  const mine = ok(await inbox(office, handler, { machine: 'hotline', order: 'newest', limit: 200 })).rows
  return {
    'dashboard (all rates)': async () => {
      for (const address of measures) ok(await figure(office, leader, address))
    },
    'rate by unit': async () => ok(await figureTable(office, leader, 'hotline.onTimeRate@2025', 'unit')),
    'rate by month': async () => ok(await figureTable(office, leader, 'hotline.satisfactionRate@2025', 'period')),
    'own figure, handler': async () => ok(await figure(office, handler, 'hotline.onTimeRate@2025')),
    'list, what waits for the handler': async () =>
      ok(await inbox(office, handler, { machine: 'hotline', mine: true })),
    'list, newest of the unit': async () =>
      ok(await inbox(office, handler, { machine: 'hotline', order: 'newest', unit: 'lantai-housing' })),
    'list, district by due': async () => ok(await inbox(office, leader, { machine: 'hotline', open: true })),
    'case with history, handler': async (run) => ok(await caseView(office, handler, mine[run % mine.length].id)),
    'drill-down of a year, first page': async () =>
      ok(await trace(office, leader, 'hotline.onTimeRate@2025', { limit: 50 })),
    'drill-down of a year, handler': async () =>
      ok(await trace(office, handler, 'hotline.received@2025', { limit: 50 })),
    'search, handler': async (run) =>
      ok(await search(office, handler, { query: WORDS[run % WORDS.length], machine: 'hotline' })),
    'search, leader': async (run) =>
      ok(await search(office, leader, { query: WORDS[run % WORDS.length], machine: 'hotline' })),
  }
}

const WORDS = ['施工噪声', '占道经营', '渗漏', '路灯', '砚池路 噪声', '物业 电梯', '垃圾', '积水']

async function timeOf(office, task, run) {
  office.records.clear()
  const began = performance.now()
  await task(run)
  return performance.now() - began
}

async function measure(small, large) {
  const [few, many] = [await tasksOf(small), await tasksOf(large)]
  console.log(
    `${''.padEnd(36)} ${SMALL.toLocaleString('en').padStart(18)} ${LARGE.toLocaleString('en').padStart(18)}   ratio of medians`,
  )
  for (const name of Object.keys(few)) {
    for (let run = 0; run < 8; run++) {
      await few[name](run)
      await many[name](run)
    }
    const times = [[], []]
    for (let run = 0; run < RUNS; run++) {
      times[0].push(await timeOf(small, few[name], run))
      times[1].push(await timeOf(large, many[name], run))
    }
    const [a, b] = times.map((list) =>
      `${median(list).toFixed(1)} / ${percentile(list, 0.95).toFixed(1)} ms`.padStart(18),
    )
    console.log(`${name.padEnd(36)} ${a} ${b}   ${(median(times[1]) / median(times[0])).toFixed(2)}`)
    if (!name.startsWith('search')) continue
    const byWord = WORDS.map(
      (word, at) => `${word} ${median(times[1].filter((_, run) => run % WORDS.length === at)).toFixed(0)}`,
    )
    console.log(`  medians by words, large: ${byWord.join(', ')}`)
  }
}

async function filled(cases) {
  const { office, end } = await freshOffice(
    KEEP === undefined ? OPTIONS : { ...OPTIONS, keep: join(KEEP, String(cases)) },
  )
  const own = ownerOf(office)
  const { rows: found } = await own((session) =>
    session.query("select to_regclass('template_log') is not null as there"),
  )
  if (found[0].there) return { office, end }
  const done = await simulate(office, { machine: 'hotline', cases: TEMPLATE, seed: 7, from: NEW_YEAR, days: 365 })
  if (!done.ok) throw new Error(JSON.stringify(done.problems))
  await own(async (session) => {
    await session.run(`
      create table template_record as select * from record where machine = 'hotline';
      create table template_search as select * from search where machine = 'hotline';
      create table template_passage as select p.* from passage p join record r on r.district = p.district and r.id = p.record where r.machine = 'hotline';
      create table template_contribution as select * from contribution where counter like 'hotline.%';
      create table template_log as select l.* from log l join record r on r.district = l.district and l.stream = 'record:' || r.id`)
  })
  await office.store.fold()
  await timed(`copied to ${cases.toLocaleString('en')}`, () => copyCases(office, 1, Math.round(cases / TEMPLATE)))
  const { rows } = await own((session) =>
    session.query('select pg_size_pretty(pg_database_size(current_database())) as size'),
  )
  console.log(`  database ${rows[0].size}`)
  return { office, end }
}

const small = await filled(SMALL)
const large = await filled(LARGE).catch(async (error) => {
  await small.end()
  throw error
})
try {
  await measure(small.office, large.office)
  console.log(`this process ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`)
} finally {
  await small.end()
  await large.end()
}
