// A ledger of 20,000 commitments over five years with a million readings, for the benches of the ledger and of the server.
import { readFileSync } from 'node:fs'
import { foundDemoLedger } from '../packages/app/dist/index.js'
import { instantOf, plainDate } from '../packages/kernel/dist/index.js'
import { DISTRICT } from './hotline-life.mjs'

/** The least that somebody can be: a clerk of one department. */
export const CLERK = 'lantai-education-a'
export const LEADER = `${DISTRICT}-leader-1`
/** An October morning: most of a year has been reported. */
export const LEDGER_NOW = instantOf(plainDate(2026, 10, 10), 600, 480)

const YEARS = 5
const WEEKS = 50
const PLAN = 'lantai-2026-plan.txt'
const examples = new URL('../examples/', import.meta.url)

/** The value of a result. @throws Error with its problems */
export const ok = (result) => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

/** Copies of the example's commitments, with readings of their own for every week, over five years. @param wanted about so many commitments */
export async function fillLedger(office, wanted = 20_000) {
  const db = office.store.database
  const own = (work) => db.transaction('owner', { 'jiannuo.district': DISTRICT, 'jiannuo.units': '{*}' }, work)
  const followed = ok(
    await foundDemoLedger(office, { files: [{ name: PLAN, text: readFileSync(new URL(PLAN, examples), 'utf8') }] }),
  )
  const copies = Math.ceil(wanted / followed)
  await own(async (session) => {
    await session.run(
      `create table template as select * from record where machine = 'commitments' and state->'fields'->>'light' is not null`,
    )
    const { rows } = await session.query(
      `select attname from pg_attribute where attrelid = 'record'::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    )
    const id = `'c' || k || '-' || t.id`
    const year = `(2026 - k % ${YEARS})`
    const changed = {
      id,
      opened_at: 't.opened_at + k',
      facets: `array_replace(t.facets, 'year=2026', 'year=' || ${year})`,
      state: `regexp_replace(regexp_replace(t.state::text, '"id":"[^"]*"', '"id":"' || ${id} || '"'), '"year":2026', '"year":' || ${year})::json`,
    }
    const names = rows.map(({ attname }) => attname)
    const values = names.map((name) => changed[name] ?? `t.${name}`).join(', ')
    await session.run(
      `insert into record (${names.join(', ')}) select ${values} from template t, generate_series(1, ${copies}) k`,
    )
    await session.run(`insert into log select (l).* from (select l.district, 'record:c' || k || '-' || substr(l.stream, 8) as stream, l.seq, l.at,
      nextval('log_position') as position, 'c' || k || '-' || l.key as key, l.body, l.hash from log l join template t on l.district = t.district and
      l.stream = 'record:' || t.id, generate_series(1, ${copies}) k) l`)
    await session.run(`insert into reading (district, record, seq, ordinal, series, period, version, source, covers, value, unit, at, sees)
      select r.district, r.id, w, 1, 'c:' || r.id, to_char(date '2026-01-05' + 7 * (w - 1), 'YYYY-MM-DD'), 'preliminary', 'return', 'toDate', w, '个',
        r.opened_at + w, r.sees from record r, generate_series(1, ${WEEKS}) w where r.machine = 'commitments' and r.id like 'c%'`)
  })
  await db.transaction('owner', {}, (session) => session.run('analyze record, reading, log'))
  const { rows } = await own((session) =>
    session.query(
      `select (select count(*) from record where machine = 'commitments')::int as commitments, (select count(*) from reading)::int as readings`,
    ),
  )
  console.log(
    `${rows[0].commitments.toLocaleString('en')} commitments, ${rows[0].readings.toLocaleString('en')} readings`,
  )
}
