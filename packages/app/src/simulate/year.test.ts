import { describe, expect, it } from 'vitest'
import { codeOf, moment, offices, testClock, valueOf } from '../../testing/kit.ts'
import { foundDemoDistrict, type Office, simulateYear, verifyOffice, type YearOptions } from '../index.ts'
import { DEPARTMENTS, gridsOf, streetsOf } from './lantai.ts'
import { LIVES } from './lives/index.ts'

const open = offices()
const FROM = moment('2025-03-03 00:00')
const DAYS = 25

async function played(options: Partial<YearOptions> = {}) {
  const clock = testClock('2025-03-03 00:00')
  const office = await open(clock)
  valueOf(await foundDemoDistrict(office, FROM))
  const run = { scale: 0.004, seed: 7, from: FROM, days: DAYS, callers: false, ...options }
  const done = valueOf(await simulateYear(office, run))
  clock.to('2025-03-28 00:00')
  return { office, done }
}

// A personal value is sealed anew each time: that it is one must do.
const SEALED = /enc:v1:[\w-]+:[A-Za-z0-9+/=]+/g

/** Everything that a run leaves, without what is drawn at random or told by the order of writing. */
async function leftBehind(office: Office) {
  const tables = {
    log: 'select stream, seq, at, key, body from log order by stream, seq',
    command: 'select key, at, answer::text as answer from command order by key',
    record: `select id, machine, stands, lead, area, category, title, opened_at, closed_at, due_at, due_clock, urging, rounds, first_at, last_at,
      seq, found, sees, facets, state::text as state from record order by id`,
    search: 'select record, machine, opened_at, sees, words::text as words from search order by record',
    passage: 'select record, text from passage order by record',
    contribution: 'select * from contribution order by counter, period, unit, category, record, excluded',
    timer: 'select record, at, marks from timer order by record',
    reading:
      'select record, seq, ordinal, series, period, value::text as value from reading order by record, seq, ordinal',
    message: 'select unit, role, record, message, at from message order by unit, role, record, message, at',
    total: `select counter, period, unit, category, raw::text as raw, adjusted::text as adjusted from measure_total
      where raw <> 0 or adjusted <> 0 order by counter, period, unit, category`,
  }
  await office.store.fold()
  const found: Record<string, readonly string[]> = {}
  for (const [name, text] of Object.entries(tables)) {
    const { rows } = await office.store.database.transaction(
      'owner',
      { 'jiannuo.district': 'lantai', 'jiannuo.units': '{*}' },
      (session) => session.query(text),
    )
    found[name] = rows.map((row) => JSON.stringify(row).replaceAll(SEALED, 'sealed'))
  }
  return found
}

describe('a year of a district', () => {
  it('A160 A161 written fast it leaves what it leaves command by command: entries, records, figures, timers, messages', async () => {
    const machines = ['hotline', 'street-whistle', 'hazards', 'parallel-permits', 'projects', 'levy-disputes']
    const fast = await played({ machines, fast: true, workers: 2 })
    const slow = await played({ machines, fast: false })
    expect(slow.done).toEqual(fast.done)
    expect(fast.done.commands).toBeGreaterThan(200)
    const [left, right] = [await leftBehind(fast.office), await leftBehind(slow.office)]
    for (const name of Object.keys(left)) expect(right[name], name).toEqual(left[name])
    expect((await verifyOffice(fast.office)).findings).toEqual([])
    expect((await verifyOffice(slow.office)).findings).toEqual([])
  }, 120_000)

  it('A162 every machine has a life in it, in which hardly anything is refused; the same seed gives the same year', async () => {
    const one = await played({ days: 120, scale: 0.01, machines: LIVES.map(({ machine }) => machine) })
    expect((await verifyOffice(one.office)).findings).toEqual([])
    const refused = Object.values(one.done.refused).reduce((a, b) => a + b, 0)
    expect(refused).toBeLessThan(one.done.commands / 50)
    const known = LIVES.filter(({ machine }) => one.office.machines.kit(machine) !== undefined)
    const opened = known.filter(({ machine }) => (one.done.machines[machine]?.opened ?? 0) > 0)
    // The months in which some are opened lie outside these.
    expect(opened.length).toBeGreaterThan(known.length - 5)
    const two = await played({ days: 120, scale: 0.01, machines: ['hazards', 'disputes'] })
    for (const machine of ['hazards', 'disputes'])
      expect(two.done.machines[machine]).toEqual(one.done.machines[machine])
  }, 120_000)

  it('A163 the full district has fourteen streets and 191 communities, with names of their own', () => {
    const streets = streetsOf('full')
    const communities = streets.flatMap((street) => street.communities)
    const units = [...DEPARTMENTS, ...streets, ...communities, ...communities.flatMap((one) => gridsOf(one, 'full'))]
    expect([streets.length, communities.length]).toEqual([14, 191])
    expect(new Set(units.map(({ id }) => id)).size).toBe(units.length)
    expect(new Set(units.map(({ name }) => name)).size).toBe(units.length)
  })

  it('A164 sizes out of range are refused', async () => {
    const office = await open(testClock('2025-03-03 00:00'))
    const run = { scale: 0.01, seed: 1, from: FROM, days: 5 }
    expect(codeOf(await simulateYear(office, { ...run, scale: 0 }))).toBe('app/simulation-range')
    expect(codeOf(await simulateYear(office, { ...run, days: 2.5 }))).toBe('app/simulation-range')
    expect(codeOf(await simulateYear(office, { ...run, machines: ['hazards'] }))).toBe('app/no-district')
  })
})
