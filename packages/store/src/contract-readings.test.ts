import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { byteOrder } from './byte-order.ts'
import type { Commit, RecordFilter, RecordListed, Scope, StreamCommit } from './api.ts'
import { sqlState } from './database/errors.ts'
import { commitPayload } from './log/payload.ts'
import { migrate } from './migrations/migrate.ts'
import { migrations } from './migrations/table.ts'
import { settingsOf } from './scope.ts'
import type { Store } from './store-interface.ts'
import { all, asOwner, bareDatabases, eyes, type Kit, onEveryEngine, shared, storeOn } from '../testing/contract.ts'
import {
  acting,
  assigning,
  at,
  closing,
  commitOf,
  LINES,
  opening,
  reading,
  setting,
  stateOf,
  step,
  toyRules,
} from '../testing/toy.ts'

const SEED = 20261125

onEveryEngine('readings and facets', (kit) => {
  describe('readings', () => readings(kit))
  describe('facets', () => facets(kit))
})

describe('a database of the step before', () => {
  for (const engine of bareDatabases())
    describe.skipIf(engine.skip !== undefined)(`on ${engine.engine}`, () => {
      it('S32 S74 gets the readings that its log has', async () => {
        const before = migrations.slice(0, migrations.findIndex(({ id }) => id === '0900-accounts') + 1)
        const database = await engine.create()
        expect((await migrate(database, { migrations: before, year: 2026 })).ok).toBe(true)
        const store = storeOn(database)
        const first = await grow(store, 'old', opening({ lead: 'water' }))
        const said = step(stateOf(first), 'old', reading([{ value: 0.1 }, { value: -2, period: '2026-02' }]))
        const typed = '标题"type":"read"'
        await done(store, commitOf([said]))
        await done(store, acting(undefined, 'plain', opening({ fields: { title: typed, note: { type: 'read' } } })))
        expect(await migrate(database)).toMatchObject({
          ok: true,
          value: { applied: expect.arrayContaining(['0901-readings']) },
        })
        expect(await store.readings(eyes('water'), ['gdp'])).toMatchObject([
          { id: 'old#2#1', value: 0.1, at: at(1), record: 'old', seq: 2 },
          { id: 'old#2#2', value: -2, period: '2026-02' },
        ])
        expect(await store.readings(eyes('roads'), ['gdp'])).toEqual([])
        await done(store, acting(stateOf(said), 'old', reading([{ value: 3, period: '2026-03' }])))
        expect((await store.readings(all, ['gdp'])).map(({ value }) => value)).toEqual([0.1, -2, 3])
        expect((await store.verify({ rules: toyRules })).findings).toEqual([])
        await database.close()
      }, 60_000)
      afterAll(() => engine.close(), 60_000)
    })
})

async function done(store: Store, commit: Commit, scope: Scope = all): Promise<void> {
  expect(await store.commit(scope, commit)).toEqual({ ok: true, repeated: false, answer: commit.answer })
}

/** Opens a record and carries out acts on it. @returns its last part */
async function grow(store: Store, id: string, ...acts: Parameters<typeof step>[2][]): Promise<StreamCommit> {
  const [first, ...others] = acts
  if (first === undefined) throw new Error('no acts')
  let part = step(undefined, id, first)
  await done(store, commitOf([part]))
  for (const act of others) {
    part = step(stateOf(part), id, act)
    await done(store, commitOf([part]))
  }
  return part
}

const kept = (store: Store) =>
  asOwner(store, 'select reading::text as whole, record from reading order by district, record, seq, ordinal')
const logged = async (store: Store) =>
  (await asOwner<{ n: number }>(store, 'select count(*)::int as n from log where body like \'%"type":"read"%\''))[0]?.n

function readings(kit: Kit): void {
  const store = shared(kit)
  const values = async (series: string, scope: Scope = all) =>
    (await store().readings(scope, [series])).map(({ value }) => value)

  it('S74 S75 keeps every reading of an entry as it was given, in order', async () => {
    const ratio = { series: 'rate', value: 66.7, unit: '%', numerator: 2, denominator: 3, covers: 'moment' }
    const part = await grow(
      store(),
      'a',
      opening(),
      reading([{ period: '2026-02', value: 2 }, ratio, { period: '2026-01', version: 'forecast', value: 1 }], at(40)),
      reading([{ period: '2026-01', value: 1.5 }], at(45)),
    )
    const parts = { covers: 'toDate', unit: '亿元', source: 'return', record: 'a', series: 'gdp' }
    const gdp = [
      { id: 'a#2#3', ...parts, period: '2026-01', version: 'forecast', value: 1, at: at(40), seq: 2 },
      { id: 'a#3#1', ...parts, period: '2026-01', version: 'final', value: 1.5, at: at(45), seq: 3 },
      { id: 'a#2#1', ...parts, period: '2026-02', version: 'final', value: 2, at: at(40), seq: 2 },
    ]
    expect(await store().readings(all, ['gdp'])).toEqual(gdp)
    expect(await store().readings(all, ['rate', 'none', 'gdp'])).toEqual([
      ...gdp,
      { ...parts, ...ratio, id: 'a#2#2', period: '2026-01', version: 'final', at: at(40), seq: 2 },
    ])
    expect(await store().readings(all, ['rate', 'gdp'], { limit: 2 })).toEqual(gdp.slice(0, 2))
    expect(await store().readings(all, ['gdp'], { limit: 0 })).toEqual([])
    expect(await store().readings(all, [])).toEqual([])
    expect(await store().record(all, 'a')).toEqual(stateOf(part))
  })

  it('S75 gives numbers back to the last digit, and keeps them as decimals', async () => {
    const numbers = [0.1, 1e-7, 1 / 3, 12345678.9, -0.3, 0, 9007199254740992, 1e21, 5e-324, 1.7976931348623157e308]
    const acts = numbers.map((value, n) => reading([{ series: 'n', period: `p${String(n).padStart(2, '0')}`, value }]))
    await grow(store(), 'numbers', opening(), ...acts)
    expect(await values('n')).toEqual(numbers)
    expect(
      await asOwner(store(), "select (value * 10)::text as tenfold from reading where series = 'n' and period = 'p00'"),
    ).toEqual([{ tenfold: '1.0' }])
    const many = acts.map((act, n) => ({ ...act, events: reading([{ series: 'm', value: numbers[n] ?? 0 }]).events }))
    const first = step(undefined, 'numbers-2', opening())
    const commits = [commitOf([first])]
    for (let part = first; commits.length <= many.length; ) {
      part = step(stateOf(part), 'numbers-2', many[commits.length - 1] ?? closing())
      commits.push(commitOf([part]))
    }
    expect((await store().commitMany(all, commits)).every((outcome) => outcome.ok)).toBe(true)
    expect(await values('m')).toEqual(numbers)
    const odd = { series: 'x\u0000y\ud800', unit: 'u\u0000' }
    await grow(store(), 'odd', opening(), reading([odd]))
    expect(await store().readings(all, [odd.series])).toMatchObject([{ series: 'xy\ufffd', unit: 'u' }])
    const long = acting(undefined, 'long', {
      ...opening(),
      events: [...opening().events, ...reading([{ series: 'x'.repeat(501) }]).events],
    })
    await expect(store().commit(all, long)).rejects.toThrow(RangeError)
    await expect(store().commitMany(all, [long])).rejects.toThrow(RangeError)
    expect((await store().verify({ rules: toyRules })).findings).toEqual([])
  })

  it('S76 shows a reading to who saw its record then, and to nobody else', async () => {
    const first = await grow(
      store(),
      'moved',
      opening({ lead: 'water', unit: 'water' }),
      reading([{ series: 's', value: 1 }]),
    )
    const away = step({ ...stateOf(first), openedUnit: 'roads' }, 'moved', {
      ...assigning('roads'),
      events: [...assigning('roads').events, ...reading([{ series: 's', value: 2, period: '2026-02' }]).events],
    })
    await done(store(), commitOf([away]), eyes('water'))
    const later = step(stateOf(away), 'moved', reading([{ series: 's', value: 3, period: '2026-03' }]))
    const back = step(stateOf(later), 'moved', {
      ...assigning('water'),
      events: [...assigning('water').events, ...reading([{ series: 's', value: 4, period: '2026-04' }]).events],
    })
    expect((await store().commitMany(eyes('roads'), [commitOf([later]), commitOf([back])])).every(({ ok }) => ok)).toBe(
      true,
    )
    expect(await values('s', eyes('water'))).toEqual([1, 4])
    expect(await values('s', eyes('roads'))).toEqual([2, 3, 4])
    expect(await values('s', eyes('lantai'))).toEqual([1, 2, 3, 4])
    for (const scope of [eyes('east'), eyes(), eyes('*'), { ...all, district: 'harbour' }])
      expect(await values('s', scope)).toEqual([])
    expect(
      (await store().database.once('app', settingsOf(eyes('water')), "select * from reading where series = 's'")).count,
    ).toBe(2)
  })

  it('S42 S76 refuses the application to change or delete a reading', async () => {
    const refused = async (text: string): Promise<string | undefined> =>
      store()
        .database.once('app', settingsOf(all), text)
        .then(
          () => undefined,
          (error: unknown) => sqlState(error),
        )
    for (const text of ['update reading set value = 0', 'delete from reading', 'truncate reading'])
      expect([text, await refused(text)]).toEqual([text, '42501'])
    const row = "'r', 1, 1, 's', 'p', 'v', 's', 'c', 1, null, null, 'u', 1, '{*}'"
    expect(await refused(`insert into reading values ('harbour', ${row})`)).toBe('42501')
    expect(await refused("select jn_narrowed('{}', true)")).toBe('42501')
  })

  it('S74 leaves no reading without its entry', async () => {
    const first = await grow(store(), 'undone', opening(), setting({ n: 1 }))
    const before = await kept(store())
    const entries = await logged(store())
    const stale = step(stateOf(step(undefined, 'undone', opening())), 'undone', reading([{ series: 'lost' }]))
    expect((await store().commit(all, commitOf([stale]))).ok).toBe(false)
    expect((await store().commitMany(all, [commitOf([stale])])).map(({ ok }) => ok)).toEqual([false])
    // What goes wrong behind the readings takes them along: here a data key that is there already.
    const key = store().secrets.newKey('lantai', 'undone')
    await done(store(), commitOf([step(undefined, 'keyed', opening())], { secrets: [key] }))
    const doubled = commitOf([step(stateOf(first), 'undone', reading([{ series: 'lost' }]))], { secrets: [key] })
    expect((await store().commit(all, doubled)).ok).toBe(false)
    await expect(store().commitMany(all, [doubled])).rejects.toThrow()
    const sound = commitOf([step(stateOf(first), 'undone', reading([{ series: 'lost' }]))])
    const { text, params } = commitPayload(sound)
    const half = (end: (session: { readonly pid: number }) => Promise<unknown>) =>
      store().database.transaction('app', settingsOf(all), async (session) => {
        expect((await session.query(text, params)).count).toBe(1)
        expect((await session.query("select * from reading where series = 'lost'")).count).toBe(1)
        const { rows } = await session.query<{ pid: number }>('select pg_backend_pid() as pid')
        await end({ pid: rows[0]?.pid ?? 0 })
        await session.query('select 1')
      })
    await expect(half(() => Promise.reject(new Error('enough')))).rejects.toThrow('enough')
    if (kit.engine !== 'pglite')
      await expect(half(({ pid }) => asOwner(store(), 'select pg_terminate_backend($1)', [pid]))).rejects.toThrow()
    expect(await kept(store())).toEqual(before)
    expect(await logged(store())).toBe(entries)
    await done(store(), sound)
    expect(await values('lost')).toEqual([1])
    expect(await store().commit(all, sound)).toMatchObject({ repeated: true })
    expect(await values('lost')).toEqual([1])
  })

  it('S69 S76 works readings out again, each for who saw it then', async () => {
    const before = await kept(store())
    expect(before.length).toBeGreaterThan(20)
    // The one record above whose opener is changed behind the log's back is no replay of its entries.
    const strange = (row: Record<string, unknown>): boolean => row.record !== 'moved'
    await store().rebuild(toyRules)
    expect((await kept(store())).filter(strange)).toEqual(before.filter(strange))
    expect((await store().verify({ rules: toyRules })).findings).toEqual([])
    await grow(
      store(),
      'again',
      opening({ lead: 'water', unit: 'east' }),
      reading([{ series: 'again', value: 1 }]),
      assigning('roads'),
      reading([{ series: 'again', value: 2, period: '2026-02' }]),
      setting({ n: 2 }),
      reading([{ series: 'again', value: 3, period: '2026-03' }]),
    )
    const once = await kept(store())
    await store().rebuild(toyRules)
    expect(await kept(store())).toEqual(once)
    expect(await values('again', eyes('water'))).toEqual([1])
    expect(await values('again', eyes('roads'))).toEqual([2, 3])
  })
}

const KINDS = ['road', 'water', 'school']
const LEVELS = ['city', 'district']

function facets(kit: Kit): void {
  const facetsOf = (n: number): string[] => [
    `kind=${KINDS[n % 3] ?? ''}`,
    ...(n % 4 === 0 ? [] : [`level=${LEVELS[n % 2] ?? ''}`]),
    `year=${2024 + (n % 5)}`,
  ]
  const idOf = (n: number): string => `f${String(n).padStart(2, '0')}`
  const store = shared(kit, async (made) => {
    const commits = Array.from({ length: 60 }, (_, n) => {
      const open = step(
        undefined,
        idOf(n),
        opening({
          at: at(n % 17),
          lead: ['water', 'roads'][n % 2] ?? '',
          area: ['east', 'east-1', 'west'][n % 3] ?? '',
          unit: ['east', 'roads'][n % 2] ?? '',
          fields: {
            category: `c${n % 4}`,
            ...(n % 7 === 6 ? {} : { facets: facetsOf(n) }),
            ...(n % 5 === 0 ? {} : { due: at(20 + (n % 7)) }),
          },
        }),
      )
      return n % 6 === 0 ? [open, step(stateOf(open), idOf(n), closing(at(18)))] : [open]
    })
    await made.commitMany(
      all,
      commits.flat().map((part) => commitOf([part])),
    )
    await asOwner(made, 'analyze record')
  })
  const walk = async (scope: Scope, filter: Omit<RecordFilter, 'limit' | 'after'>, limit: number) => {
    const rows: RecordListed[] = []
    for (let after: string | undefined; ; ) {
      const page = await store().list(scope, { ...filter, limit, ...(after === undefined ? {} : { after }) })
      rows.push(...page)
      if (page.length < limit) return rows
      after = page.at(-1)?.key
    }
  }
  const numberOf = (row: RecordListed): number => Number(row.id.slice(1))
  const facetsKept = (row: RecordListed): readonly string[] => (numberOf(row) % 7 === 6 ? [] : facetsOf(numberOf(row)))
  const seenBy = (row: RecordListed, units: readonly string[] | undefined): boolean =>
    units === undefined ||
    [row.lead ?? '', row.area ?? '', ['east', 'roads'][numberOf(row) % 2] ?? '']
      .flatMap((unit) => LINES[unit] ?? [])
      .some((unit) => units.includes(unit))

  const units = fc.subarray(Object.keys(LINES), { minLength: 1 })
  const facet = fc.constantFrom(
    'kind=road',
    'kind=water',
    'level=city',
    'level=district',
    'year=2025',
    'year=2026',
    'no=x',
  )
  const asked = fc.record(
    {
      facets: fc.array(fc.array(facet, { minLength: 1, maxLength: 4 }), { maxLength: 3 }),
      leads: fc.subarray(['water', 'roads'], { minLength: 1 }),
      area: units,
      states: fc.subarray(['new', 'closed'], { minLength: 1 }),
      category: fc.constantFrom('c0', 'c3', 'c9'),
      open: fc.boolean(),
      dueBefore: fc.integer({ min: 19, max: 28 }).map((day) => at(day)),
      openedFrom: fc.integer({ min: 0, max: 17 }).map((day) => at(day)),
      openedTo: fc.integer({ min: 0, max: 17 }).map((day) => at(day)),
    },
    { requiredKeys: [] },
  )
  type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never
  const due = (row: RecordListed): number => row.dueAt ?? Number.POSITIVE_INFINITY
  const byDue = (a: RecordListed, b: RecordListed): number =>
    due(a) === due(b) ? byteOrder(a.id, b.id) : due(a) - due(b)
  const fits = (row: RecordListed, filter: Asked): boolean =>
    (filter.facets ?? []).every((group) => group.some((one) => facetsKept(row).includes(one))) &&
    (filter.leads?.includes(row.lead ?? '') ?? true) &&
    (filter.area?.includes(row.area ?? '') ?? true) &&
    (filter.states?.includes(row.state) ?? true) &&
    (filter.category ?? row.category) === row.category &&
    (filter.open ?? row.closedAt === undefined) === (row.closedAt === undefined) &&
    (filter.dueBefore === undefined || due(row) < filter.dueBefore) &&
    row.openedAt >= (filter.openedFrom ?? 0) &&
    row.openedAt < (filter.openedTo ?? Number.POSITIVE_INFINITY)
  const numRuns = kit.engine === 'embedded' ? 120 : 40

  it('S77 narrows lists by facets together with all else, for every scope and order, page by page', async () => {
    const everything = await walk(all, { machine: 'toy', order: 'newest' }, 100)
    expect(everything).toHaveLength(60)
    await fc.assert(
      fc.asyncProperty(
        asked,
        fc.constantFrom('due' as const, 'newest' as const),
        fc.option(units, { nil: undefined }),
        fc.integer({ min: 1, max: 25 }),
        async (filter, order, seers, limit) => {
          const scope = seers === undefined ? all : eyes(...seers)
          const rows = await walk(scope, { machine: 'toy', order, ...filter }, limit)
          const expected = everything.filter(
            (row) => seenBy(row, seers) && fits(row, filter) && (order === 'newest' || row.closedAt === undefined),
          )
          const sorted = order === 'newest' ? expected : expected.toSorted(byDue)
          expect(rows.map(({ id }) => id)).toEqual(sorted.map(({ id }) => id))
        },
      ),
      { numRuns, seed: SEED },
    )
  })

  it('S78 counts what may be seen and fits, by facet, state and lead', async () => {
    const everything = await walk(all, { machine: 'toy', order: 'newest' }, 100)
    await fc.assert(
      fc.asyncProperty(
        asked,
        fc.constantFrom('kind', 'level', 'year', 'no', 'kin', 'state', 'lead'),
        fc.option(units, { nil: undefined }),
        async (filter, by, seers) => {
          const scope = seers === undefined ? all : eyes(...seers)
          const valueOf = (row: RecordListed): string | undefined => {
            if (by === 'state') return row.state
            if (by === 'lead') return row.lead
            return facetsKept(row)
              .find((one) => one.startsWith(`${by}=`))
              ?.slice(by.length + 1)
          }
          const expected = new Map<string, number>()
          for (const row of everything.filter((one) => seenBy(one, seers) && fits(one, filter))) {
            const value = valueOf(row)
            if (value !== undefined) expected.set(value, (expected.get(value) ?? 0) + 1)
          }
          const counted = await store().counts(scope, { machine: 'toy', ...filter }, by)
          expect(counted).toEqual(
            [...expected]
              .map(([value, count]) => ({ value, count }))
              .sort((a, b) => b.count - a.count || byteOrder(a.value, b.value)),
          )
        },
      ),
      { numRuns, seed: SEED },
    )
  })

  it('S77 S78 gives nothing out of sight, of another machine or district, or for an empty group', async () => {
    const filter = { machine: 'toy', facets: [['kind=road', 'kind=water', 'kind=school']] }
    const list = (scope: Scope, more: object = {}) =>
      store().list(scope, { ...filter, order: 'newest', limit: 100, ...more })
    expect(await list(all)).toHaveLength(60 - 8)
    for (const scope of [eyes(), eyes('*'), eyes('nobody'), { ...all, district: 'harbour' }]) {
      expect(await list(scope)).toEqual([])
      for (const by of ['kind', 'state', 'lead']) {
        expect(await store().counts(scope, filter, by)).toEqual([])
        expect(await store().counts(scope, { machine: 'toy' }, by)).toEqual([])
      }
    }
    expect(await list(all, { machine: 'other' })).toEqual([])
    expect(await list(all, { facets: [...filter.facets, []] })).toEqual([])
    expect(await list(all, { facets: [["x' or true --", 'a{}",\\']] })).toEqual([])
    expect(await store().counts(all, { machine: "toy' or true --" }, "kind' or '")).toEqual([])
    expect(await store().counts(all, { machine: 'toy', facets: [[]] }, 'state')).toEqual([])
    const mine = await store().counts(eyes('roads'), { machine: 'toy' }, 'lead')
    expect(mine).toEqual([{ value: 'roads', count: 30 }])
  })

  it('S77 S78 goes by the facets of the last command, whatever signs they have', async () => {
    const odd = ['kind=a=b', 'kind2=\u0000{"x",y}\\ \'', `long=${'长'.repeat(300)}`, 'a_%\\b=c', 'aXYb=d']
    const first = await grow(store(), 'g', opening({ at: at(30), fields: { facets: odd } }))
    const found = async (one: string) =>
      (await store().list(all, { machine: 'toy', order: 'due', limit: 9, facets: [[one]] })).map(({ id }) => id)
    for (const one of odd) expect([one, await found(one)]).toEqual([one, ['g']])
    const last = { machine: 'toy', openedFrom: at(30) }
    expect(await store().counts(all, last, 'kind')).toEqual([{ value: 'a=b', count: 1 }])
    expect(await store().counts(all, last, 'a_%\\b')).toEqual([{ value: 'c', count: 1 }])
    expect(await store().counts(all, last, 'long')).toEqual([{ value: '长'.repeat(195), count: 1 }])
    const second = step(stateOf(first), 'g', setting({ facets: ['kind=c'] }))
    const third = step(stateOf(second), 'g', setting({ facets: [] }))
    await done(store(), commitOf([second]))
    expect([await found('kind=a=b'), await found('kind=c')]).toEqual([[], ['g']])
    expect((await store().commitMany(all, [commitOf([third])]))[0]?.ok).toBe(true)
    expect(await found('kind=c')).toEqual([])
    const none = "select count(*)::int as n from record where facets is not null and id in ('g', 'f06')"
    expect(await asOwner(store(), none)).toEqual([{ n: 0 }])
    const facetsThen = await asOwner(store(), 'select id, facets from record order by id')
    await store().rebuild(toyRules)
    expect(await asOwner(store(), 'select id, facets from record order by id')).toEqual(facetsThen)
  })
}
