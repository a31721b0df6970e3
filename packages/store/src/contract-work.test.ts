import { createHash, randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byteOrder } from './byte-order.ts'
import { type Commit, type CommitOutcome, recordStream, type Scope, type StreamCommit } from './api.ts'
import { sqlState } from './database/errors.ts'
import { beginningOf, bodyOf, hashOf, hex } from './log/chain.ts'
import { settingsOf } from './scope.ts'
import type { Store } from './store-interface.ts'
import { all, asOwner, eyes, type Kit, onEveryEngine, shared, storeOn } from '../testing/contract.ts'
import {
  acting,
  assigning,
  at,
  closing,
  commitOf,
  DISTRICT,
  LINES,
  opening,
  reading,
  setting,
  stateOf,
  step,
  toyRules,
} from '../testing/toy.ts'

onEveryEngine('the store', (kit) => {
  describe('commands', () => commands(kit))
  describe('batches', () => batches(kit))
  describe('guards', () => guards(kit))
  describe('lists', () => lists(kit))
  describe('the organisation', () => organisation(kit))
  describe('figures', () => figures(kit))
  describe('timers', () => timers(kit))
  describe('search', () => search(kit))
  describe('secrets and files', () => secretsAndFiles(kit))
})

/** A commit that must go through. @returns the part of it that is asked for most */
async function done(store: Store, commit: Commit, scope: Scope = all): Promise<void> {
  expect(await store.commit(scope, commit)).toEqual({ ok: true, repeated: false, answer: commit.answer })
}

/** Opens a record and carries out acts on it. @returns its last part */
async function grow(store: Store, id: string, ...acts: Parameters<typeof step>[2][]): Promise<StreamCommit> {
  let part: StreamCommit | undefined
  for (const act of acts) {
    part = step(part === undefined ? undefined : stateOf(part), id, act)
    await done(store, commitOf([part]))
  }
  if (part === undefined) throw new Error('no acts')
  return part
}

const conflictOf = (outcome: CommitOutcome) => (outcome.ok ? [] : outcome.conflict)

function commands(kit: Kit): void {
  const store = shared(kit)

  it('S34 writes all streams of a command or none', async () => {
    const a = step(undefined, 'whole-a', opening())
    const b = step(undefined, 'whole-b', opening())
    await done(store(), commitOf([a, b]))
    const next = [step(stateOf(a), 'whole-a', closing()), { ...step(stateOf(b), 'whole-b', closing()) }] as const
    const stale = step(undefined, 'whole-b', opening())
    expect((await store().commit(all, commitOf([next[0], stale]))).ok).toBe(false)
    expect(await store().record(all, 'whole-a')).toEqual(stateOf(a))
    expect(await store().history(all, 'whole-a')).toHaveLength(1)
    await done(store(), commitOf(next))
    expect(await store().records(all, ['whole-b', 'nothing', 'whole-a'])).toEqual([stateOf(next[1]), stateOf(next[0])])
  })

  it('S35 gives a repeated command its first answer and changes nothing', async () => {
    const part = step(undefined, 'again', opening())
    const first = commitOf([part], { answer: { id: 'again', n: [1, null, 'x'] } })
    await done(store(), first)
    const second = { ...first, streams: [step(stateOf(part), 'again', closing())], answer: 'other' }
    expect(await store().commit(all, second)).toEqual({ ok: true, repeated: true, answer: first.answer })
    expect(await store().record(all, 'again')).toEqual(stateOf(part))
    expect(await store().answer(all, first.key)).toEqual({ ok: true, repeated: true, answer: first.answer })
    expect(await store().answer(all, 'no such key')).toBeUndefined()
    await done(
      store(),
      commitOf([step(stateOf(part), 'again', setting({ title: '另' }))], { key: 'null', answer: null }),
    )
    expect(await store().commit(all, { ...second, key: 'null' })).toEqual({ ok: true, repeated: true, answer: null })
  })

  it('S35 carries out one of several equal commands that come at once', async () => {
    const commit = acting(undefined, 'at-once', opening())
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => store().commit(all, commit)))
    expect(outcomes.filter((outcome) => outcome.ok && !outcome.repeated)).toHaveLength(1)
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true)
    expect(await store().history(all, 'at-once')).toHaveLength(1)
  })

  it('S36 refuses who did not see the newest entry, and names the winner', async () => {
    const first = await grow(store(), 'race', opening({ lead: 'water' }))
    const winner = step(stateOf(first), 'race', { ...assigning('roads'), by: 'wang' })
    await done(store(), commitOf([winner]))
    const loser = step(stateOf(first), 'race', closing())
    const outcome = await store().commit(all, commitOf([loser]))
    expect(outcome).toEqual({
      ok: false,
      conflict: [{ stream: 'record:race', seq: 2, by: 'wang', at: at(1), action: 'assign', state: stateOf(winner) }],
    })
    expect(await store().record(all, 'race')).toEqual(stateOf(winner))
  })

  it('S36 lets one of many conflicting commands through, and none is lost or doubled', async () => {
    const first = await grow(store(), 'crowd', opening())
    const commits = Array.from({ length: 20 }, (_, n) => acting(stateOf(first), 'crowd', setting({ n })))
    const outcomes = await Promise.all(commits.map((commit) => store().commit(all, commit)))
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    for (const outcome of outcomes)
      if (!outcome.ok)
        expect(conflictOf(outcome)[0]).toMatchObject({ stream: 'record:crowd', seq: 2, action: 'change' })
    expect(await store().history(all, 'crowd')).toHaveLength(2)
  })

  it('S36 refuses the second of two that open the same record at once', async () => {
    const commits = ['x', 'y'].map((title) => acting(undefined, 'twin', opening({ fields: { title } })))
    const outcomes = await Promise.all(commits.map((commit) => store().commit(all, commit)))
    expect(outcomes.map((outcome) => String(outcome.ok)).sort()).toEqual(['false', 'true'])
    expect(outcomes.flatMap(conflictOf)).toMatchObject([{ stream: 'record:twin', seq: 1, action: 'open' }])
  })

  it('S37 chains the entries of a stream, in the database as in the program', async () => {
    const part = await grow(store(), 'chain', opening(), assigning('water'), closing())
    const entries = await store().history(all, 'chain')
    expect(entries.map(({ entry }) => entry.seq)).toEqual([1, 2, 3])
    expect(entries.at(-1)?.entry).toEqual(part.entry)
    let previous = createHash('sha256').update('lantai\nrecord:chain').digest()
    for (const logged of entries) {
      const body = JSON.stringify(logged.entry)
      expect(logged.previous).toBe(previous.toString('hex'))
      expect(logged.hash).toBe(createHash('sha256').update(previous).update(`${logged.key}\n${body}`).digest('hex'))
      expect(logged.hash).toBe(hex(hashOf(previous, logged.key, bodyOf(logged.entry, undefined))))
      previous = Buffer.from(logged.hash, 'hex')
    }
    expect(entries[0]?.previous).toBe(hex(beginningOf(DISTRICT, 'record:chain')))
  })

  it('S40 throws on mistakes of the caller', async () => {
    const part = step(undefined, 'bug', opening())
    const tries: Commit[] = [
      commitOf([part], { key: '' }),
      commitOf([part], { key: 'a\nb' }),
      commitOf([part, part]),
      commitOf([{ ...part, expected: 3 }]),
      commitOf([{ ...part, stream: recordStream('other') }]),
      commitOf([{ stream: part.stream, expected: 0, entry: part.entry }]),
      commitOf([{ ...part, contributions: undefined } as unknown as StreamCommit]),
    ]
    for (const commit of tries) await expect(store().commit(all, commit)).rejects.toThrow(RangeError)
    for (const commit of tries) await expect(store().commitMany(all, [commit])).rejects.toThrow(RangeError)
    expect(await store().record(all, 'bug')).toBeUndefined()
  })

  it('S41 keeps signs in the record that columns cannot hold', async () => {
    const title = 'a\u0000b\ud83d 𠮷\udc00\\u0000'
    const part = await grow(store(), 'signs', opening({ fields: { title } }))
    expect(await store().record(all, 'signs')).toEqual(stateOf(part))
    expect((await store().history(all, 'signs'))[0]?.entry).toEqual(part.entry)
    const [listed] = await store().search(all, { query: '𠮷', limit: 5 })
    expect(listed?.title).toBe('ab\ufffd 𠮷\ufffd\\u0000')
    const many = step(undefined, 'signs-2', opening({ fields: { title } }))
    expect((await store().commitMany(all, [commitOf([many])]))[0]?.ok).toBe(true)
    expect(await store().record(all, 'signs-2')).toEqual(stateOf(many))
  })
}

/** Everything derived, in an order, without what depends on when it was written. */
async function derived(store: Store) {
  await store.fold()
  const of = (text: string) => asOwner(store, text)
  return {
    records: await of(
      "select district, id, machine, stands, lead, area, category, title, opened_at, closed_at, due_at, due_clock, urging, rounds, first_at, last_at, seq, encode(hash, 'hex') as hash, found, sees, facets, state from record order by district, id",
    ),
    log: await of(
      "select district, stream, seq, at, key, body, encode(hash, 'hex') as hash from log order by district, stream, seq",
    ),
    streams: await of(
      "select district, stream, seq, encode(hash, 'hex') as hash from stream order by district, stream",
    ),
    commands: await of('select district, key, at, answer from command order by district, key'),
    lookups: await of('select * from lookup order by district, lookup, record'),
    search: await of(
      'select district, record, machine, opened_at, sees, words::text as words, text from search join passage using (district, record) order by district, record',
    ),
    contributions: await of(
      'select * from contribution order by district, counter, period, unit, category, record, excluded',
    ),
    totals: await of(
      'select * from measure_total where raw <> 0 or adjusted <> 0 order by district, counter, unit, category, period',
    ),
    readings: await of('select *, value::text as decimal from reading order by district, record, seq, ordinal'),
    timers: await of('select district, record, at, marks from timer order by district, record'),
    messages: await of('select district, unit, role, record, message, at from message order by record, message, at'),
    units: await of('select * from unit order by district, id'),
  }
}

const kinds = ['assign', 'set', 'money', 'exclude', 'close', 'read', 'stale'] as const

/** A sequence of commands on a few records, some of them on what is no longer the newest. */
const sequences = fc.array(
  fc.record({
    record: fc.constantFrom('p', 'q', 'r'),
    kind: fc.constantFrom(...kinds),
    unit: fc.constantFrom('water', 'roads', 'east'),
    amount: fc.constantFrom(0, 1, 0.1, 2.75, -3, 1e-7, 12345678.9),
    day: fc.integer({ min: 0, max: 400 }),
  }),
  { minLength: 1, maxLength: 14 },
)

type Move = (typeof sequences extends fc.Arbitrary<infer T> ? T : never)[number]

function actOf({ kind, unit, amount, day }: Move) {
  switch (kind) {
    case 'assign':
      return assigning(unit, at(day))
    case 'money':
      return setting({ money: amount }, at(day))
    case 'exclude':
      return setting({ excluded: day % 2 === 0, phone: `13${day}` }, at(day))
    case 'close':
      return closing(at(day))
    case 'read':
      return {
        action: 'read',
        at: at(day),
        events: [
          ...setting({ facets: [`kind=${unit}`, `day=${day}`] }).events,
          ...reading([{ value: amount }, { series: unit, value: day, numerator: amount, denominator: 3 }]).events,
          ...(day % 3 === 0 ? assigning(unit).events : []),
        ],
      }
    case 'set':
    case 'stale':
      return setting({ title: `积水${day}`, due: at(day + 9), category: unit }, at(day))
  }
}

/** The commits of a sequence; a stale one is decided on the record before the last. */
function planned(moves: readonly Move[], prefix: string): Commit[] {
  const seen = new Map<string, StreamCommit[]>()
  return moves.map((move, n) => {
    const id = `${prefix}-${move.record}`
    const past = seen.get(id) ?? []
    const stale = move.kind === 'stale' && past.length > 1
    const base = stale ? past.at(-2) : past.at(-1)
    const state = base === undefined ? undefined : stateOf(base)
    const part =
      state === undefined
        ? step(undefined, id, opening({ at: at(move.day), lead: move.unit, fields: { money: move.amount } }))
        : step(state, id, actOf(move))
    if (!stale) seen.set(id, [...past, part])
    return {
      key: `${prefix}-${n}`,
      at: part.entry.at,
      streams: [part],
      answer: { n },
      messages: [{ record: id, role: 'clerk', unit: move.unit, message: `m${n}`, at: part.entry.at }],
    }
  })
}

function batches(kit: Kit): void {
  const one = shared(kit)
  const many = shared(kit)
  let runs = 0

  it('S38 S39 leaves after a batch what the commands leave one by one, and records that are the replay of their entries', async () => {
    await fc.assert(
      fc.asyncProperty(sequences, fc.integer({ min: 1, max: 6 }), async (moves, size) => {
        const commits = planned(moves, `run${runs++}`)
        for (let n = 0; n < commits.length; n += size) {
          const batch = commits.slice(n, n + size)
          const together = await many().commitMany(all, batch)
          const lost = new Set<string>()
          for (const [index, commit] of batch.entries()) {
            const stream = commit.streams[0]?.stream ?? ''
            const singly = lost.has(stream) ? undefined : await one().commit(all, commit)
            if (singly?.ok !== true) lost.add(stream)
            if (singly === undefined) expect(together[index]?.ok).toBe(false)
            else expect(together[index]).toEqual(singly)
          }
        }
        expect(await derived(many())).toEqual(await derived(one()))
        for (const id of new Set(commits.flatMap(({ streams }) => streams.map((part) => part.stream.slice(7))))) {
          const entries = (await one().history(all, id)).map(({ entry }) => entry)
          expect(await one().record(all, id)).toEqual(
            JSON.parse(JSON.stringify(toyRules.replay(DISTRICT, id, entries))),
          )
        }
      }),
      { numRuns: kit.engine === 'embedded' ? 25 : 8 },
    )
  })

  it('S66 finds nothing wrong after all of that', async () => {
    for (const store of [one(), many()]) expect((await store.verify({ rules: toyRules })).findings).toEqual([])
  })

  it('S39 refuses one of a batch, and those after it on the same stream', async () => {
    const store = many()
    const first = step(undefined, 'batch', opening())
    const second = step(stateOf(first), 'batch', assigning('water'))
    const stale = step(stateOf(first), 'batch', closing())
    const after = step(stateOf(stale), 'batch', setting({ title: '后' }))
    const commits = [first, second, stale, after].map((part) => commitOf([part]))
    const outcomes = await store.commitMany(all, [...commits, commits[0] as Commit])
    expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, true, false, false, true])
    expect(outcomes[4]).toEqual({ ok: true, repeated: true, answer: commits[0]?.answer })
    const newest = { stream: 'record:batch', seq: 2, action: 'assign', state: stateOf(second) }
    expect(outcomes.slice(2, 4).flatMap(conflictOf)).toMatchObject([newest, newest])
    expect(await store.record(all, 'batch')).toEqual(stateOf(second))
    expect(await store.commitMany(all, [])).toEqual([])
  })

  it('S39 names the winner outside the batch, and takes over when two batches open the same record', async () => {
    const store = many()
    const first = await grow(store, 'outside', opening(), { ...assigning('water'), by: 'wang' })
    const outcomes = await store.commitMany(all, [acting(undefined, 'outside', opening())])
    expect(outcomes.flatMap(conflictOf)).toEqual([
      { stream: 'record:outside', seq: 2, by: 'wang', at: at(1), action: 'assign', state: stateOf(first) },
    ])
    const rivals = await Promise.all(
      Array.from({ length: 4 }, (_, n) =>
        store.commitMany(all, [acting(undefined, 'rival', opening()), acting(undefined, `own-${n}`, opening())]),
      ),
    )
    expect(rivals.flat().filter((outcome) => outcome.ok)).toHaveLength(5)
    expect(await store.history(all, 'rival')).toHaveLength(1)
  })
}

function guards(kit: Kit): void {
  const store = shared(kit, async (made) => {
    await grow(made, 'mine', opening({ lead: 'water', area: 'east' }))
    await grow(made, 'theirs', opening({ lead: 'roads', area: 'west', unit: 'roads' }))
    const other = step(undefined, 'far', opening({ lead: 'sea', unit: 'harbour' }), 'harbour')
    expect((await made.commit({ district: 'harbour', person: 'x', units: 'all' }, commitOf([other]))).ok).toBe(true)
  })
  const asApp = (
    text: string,
    settings: Readonly<Record<string, string>> = { ...settingsOf({ ...all, audit: true }) },
  ) => store().database.once('app', settings, text)
  const refusedAs = async (text: string): Promise<string | undefined> =>
    asApp(text).then(
      () => undefined,
      (error: unknown) => sqlState(error),
    )

  it('S42 refuses the application to change, delete or empty the log', async () => {
    for (const table of ['log', 'log_2026', 'log_rest'])
      for (const text of [
        `update ${table} set body = '{}'`,
        `delete from ${table}`,
        `truncate ${table}`,
        `drop table ${table}`,
      ])
        expect([text, await refusedAs(text)]).toEqual([text, '42501'])
    expect(await refusedAs('alter table log disable row level security')).toBe('42501')
    expect(await refusedAs('select jn_add_log_year(2031)')).toBe('42501')
    expect(await refusedAs("update seal set root = ''")).toBe('42501')
    expect(await refusedAs('delete from command')).toBe('42501')
    // In PGlite everything runs as one user, who may take on any role; on a server the application's login may not.
    if (kit.engine === 'embedded') expect(await refusedAs('set role jiannuo_owner')).toBe('42501')
  })

  it('S42 shows the log to an auditor only', async () => {
    expect((await asApp('select * from log')).count).toBe(2)
    expect((await asApp('select * from log', settingsOf(all))).count).toBe(0)
    expect(await store().log(all, { limit: 10 })).toEqual([])
    const pages = [...(await store().log({ ...all, audit: true }, { limit: 1 }))]
    pages.push(...(await store().log({ ...all, audit: true }, { limit: 9, before: pages[0]?.position ?? 0 })))
    expect(pages.map(({ stream }) => stream)).toEqual(['record:theirs', 'record:mine'])
    expect(await store().log({ ...all, audit: true }, { limit: 9, stream: 'record:mine' })).toHaveLength(1)
  })

  it('S43 shows and takes no rows of another district', async () => {
    for (const table of ['log', 'record', 'search', 'contribution', 'measure_delta', 'command', 'timer'])
      expect((await asApp(`select * from ${table} where district <> 'lantai'`)).count).toBe(0)
    expect((await asApp('select * from record', {})).count).toBe(0)
    expect((await asApp('select * from record', { 'jiannuo.district': '', 'jiannuo.units': '{*}' })).count).toBe(0)
    expect(await refusedAs("insert into command values ('harbour', 'k', 1, '{}')")).toBe('42501')
    expect(await refusedAs("insert into log values ('harbour', 'record:z', 1, 1, 1, 'k', '{}', '')")).toBe('42501')
    expect(await refusedAs("update record set district = 'harbour'")).toBe('42501')
    expect((await asApp("update record set title = 'x' where district = 'harbour'")).count).toBe(0)
    expect(await store().record(all, 'far')).toBeUndefined()
    expect(await store().record({ district: 'harbour', person: 'x', units: 'all' }, 'mine')).toBeUndefined()
  })

  it('S44 S45 shows a record and its history to the units in its list', async () => {
    expect(
      (await store().list(eyes('water'), { machine: 'toy', order: 'newest', limit: 9 })).map(({ id }) => id),
    ).toEqual(['mine'])
    expect(await store().record(eyes('east'), 'theirs')).toBeUndefined()
    expect(await store().record(eyes('east', 'west'), 'theirs')).toBeDefined()
    expect(await store().record(eyes(), 'mine')).toBeUndefined()
    expect(await store().record(eyes('*'), 'mine')).toBeUndefined()
    expect(await store().records(eyes('lantai'), ['mine', 'theirs'])).toHaveLength(2)
    expect(await store().history(eyes('water'), 'mine')).toHaveLength(1)
    expect(await store().history(eyes('water'), 'theirs')).toEqual([])
    expect(await store().history({ ...eyes('water'), district: 'harbour' }, 'mine')).toEqual([])
  })

  it('S44 lets a command move a record out of sight, and tells nothing of one that is', async () => {
    const first = await grow(store(), 'leaving', opening({ lead: 'water', unit: 'water' }))
    const away = step({ ...stateOf(first), openedUnit: 'roads' }, 'leaving', assigning('roads'))
    await done(store(), commitOf([away]), eyes('water'))
    expect(await store().record(eyes('water'), 'leaving')).toBeUndefined()
    const blind = { stream: 'record:leaving', seq: 0, by: '', at: 0, action: '' }
    for (const part of [step(stateOf(away), 'leaving', closing()), step(undefined, 'leaving', opening())]) {
      expect(conflictOf(await store().commit(eyes('water'), commitOf([part])))).toEqual([blind])
      if (part.expected > 0)
        expect((await store().commitMany(eyes('water'), [commitOf([part])])).flatMap(conflictOf)).toEqual([blind])
    }
    const back = step(stateOf(away), 'leaving', assigning('water'))
    expect((await store().commitMany(eyes('roads'), [commitOf([back])]))[0]?.ok).toBe(true)
    expect(await store().record(eyes('water'), 'leaving')).toEqual(stateOf(back))
  })

  it('S46 guards every table with a district, and leads every primary key by it', async () => {
    const tables = await asOwner<{ name: string; forced: boolean; policies: number; key: string | null }>(
      store(),
      `select c.relname::text as name, c.relrowsecurity and c.relforcerowsecurity as forced,
          (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
          (select a.attname::text from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
            where i.indrelid = c.oid and i.indisprimary) as key
        from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname !~ '^account_'
          and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'district') order by 1`,
    )
    expect(tables.length).toBeGreaterThan(20)
    for (const table of tables) {
      expect([table.name, table.forced, table.policies > 0]).toEqual([table.name, true, true])
      // Deltas have no key: they are only ever appended and folded.
      expect([table.name, table.key]).toEqual([table.name, table.name === 'measure_delta' ? null : 'district'])
    }
    const powers = await asOwner(
      store(),
      "select rolsuper or rolbypassrls as strong from pg_roles where rolname = 'jiannuo_app'",
    )
    expect(powers).toEqual([{ strong: false }])
  })
}

function lists(kit: Kit): void {
  const store = shared(kit, async (made) => {
    const commits = Array.from({ length: 60 }, (_, n) => {
      const open = step(
        undefined,
        `l${String(n).padStart(2, '0')}`,
        opening({
          at: at(n % 17),
          lead: ['water', 'roads'][n % 2] ?? '',
          area: ['east', 'east-1', 'west'][n % 3] ?? '',
          fields: { category: `c${n % 4}`, ...(n % 5 === 0 ? {} : { due: at(20 + (n % 7)) }) },
        }),
      )
      return n % 6 === 0 ? [open, step(stateOf(open), `l${String(n).padStart(2, '0')}`, closing(at(18)))] : [open]
    })
    await made.commitMany(
      all,
      commits.flat().map((part) => commitOf([part])),
    )
  })
  const walk = async (scope: Scope, filter: Omit<Parameters<Store['list']>[1], 'limit' | 'after'>, limit: number) => {
    const rows = []
    for (let after: string | undefined; ; ) {
      const page = await store().list(scope, { ...filter, limit, ...(after === undefined ? {} : { after }) })
      rows.push(...page)
      if (page.length < limit) return rows
      after = page.at(-1)?.key
    }
  }

  it('S47 narrows and orders', async () => {
    const everything = await walk(all, { machine: 'toy', order: 'newest' }, 100)
    expect(everything).toHaveLength(60)
    const expected = (keep: (row: (typeof everything)[number]) => boolean) => everything.filter(keep)
    const newest = (more: object) => walk(all, { machine: 'toy', order: 'newest', ...more }, 100)
    expect(await newest({ leads: ['water'] })).toEqual(expected((row) => row.lead === 'water'))
    expect(await newest({ leads: ['water', 'roads', 'water'] })).toEqual(everything)
    expect(await newest({ area: ['west', 'east-1'] })).toEqual(expected((row) => row.area !== 'east'))
    expect(await newest({ leads: ['roads'], area: ['west'], category: 'c1' })).toEqual(
      expected((row) => row.lead === 'roads' && row.area === 'west' && row.category === 'c1'),
    )
    expect(await newest({ states: ['closed'] })).toEqual(expected((row) => row.state === 'closed'))
    expect(await newest({ states: ['new'], open: false })).toEqual([])
    expect(await newest({ open: false })).toEqual(expected((row) => row.closedAt !== undefined))
    expect(await newest({ open: true })).toEqual(expected((row) => row.closedAt === undefined))
    expect(await newest({ openedFrom: at(3), openedTo: at(5) })).toEqual(
      expected((row) => row.openedAt >= at(3) && row.openedAt < at(5)),
    )
    expect(await newest({ machine: 'other' })).toEqual([])
    expect(everything.map((row) => row.openedAt)).toEqual(everything.map((row) => row.openedAt).sort((a, b) => b - a))
    const due = await walk(all, { machine: 'toy', order: 'due' }, 100)
    expect(new Set(due.map((row) => row.id))).toEqual(
      new Set(expected((row) => row.closedAt === undefined).map((row) => row.id)),
    )
    const moments = due.map((row) => row.dueAt ?? Number.POSITIVE_INFINITY)
    expect(moments).toEqual([...moments].sort((a, b) => a - b))
    expect(moments.at(-1)).toBe(Number.POSITIVE_INFINITY)
    expect(await walk(all, { machine: 'toy', order: 'due', dueBefore: at(22) }, 100)).toEqual(
      due.filter((row) => row.dueAt !== undefined && row.dueAt < at(22)),
    )
  })

  it('S48 puts pages together to the whole list', async () => {
    const filters = [
      { order: 'newest' },
      { order: 'due' },
      { order: 'newest', leads: ['water', 'roads'] },
      { order: 'due', area: ['east', 'east-1'] },
      { order: 'newest', states: ['closed', 'new'] },
    ] as const
    for (const filter of filters)
      for (const scope of [all, eyes('east')]) {
        const whole = await walk(scope, { machine: 'toy', ...filter }, 100)
        for (const size of [1, 7]) expect(await walk(scope, { machine: 'toy', ...filter }, size)).toEqual(whole)
      }
  })

  it('S44 S47 S48 gives what was asked for and may be seen, whichever way leads to it', async () => {
    const everything = await walk(all, { machine: 'toy', order: 'newest' }, 100)
    const units = fc.subarray(Object.keys(LINES), { minLength: 1 })
    const asked = fc.record(
      {
        leads: units,
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
    await fc.assert(
      fc.asyncProperty(
        asked,
        fc.constantFrom('due' as const, 'newest' as const),
        fc.option(units, { nil: undefined }),
        fc.integer({ min: 1, max: 25 }),
        async (filter, order, seers, limit) => {
          const rows = await walk(
            seers === undefined ? all : eyes(...seers),
            { machine: 'toy', order, ...filter },
            limit,
          )
          const due = (row: (typeof everything)[number]): number => row.dueAt ?? Number.POSITIVE_INFINITY
          const seen = (row: (typeof everything)[number]): boolean =>
            seers === undefined ||
            [row.lead ?? '', row.area ?? '', 'lantai']
              .flatMap((unit) => LINES[unit] ?? [])
              .some((unit) => seers.includes(unit))
          const expected = everything.filter(
            (row) =>
              seen(row) &&
              (filter.leads?.includes(row.lead ?? '') ?? true) &&
              (filter.area?.includes(row.area ?? '') ?? true) &&
              (filter.states?.includes(row.state) ?? true) &&
              (filter.category ?? row.category) === row.category &&
              (order === 'due' ? row.closedAt === undefined : true) &&
              (filter.open ?? row.closedAt === undefined) === (row.closedAt === undefined) &&
              (filter.dueBefore === undefined || due(row) < filter.dueBefore) &&
              row.openedAt >= (filter.openedFrom ?? 0) &&
              row.openedAt < (filter.openedTo ?? Number.POSITIVE_INFINITY),
          )
          const sorted =
            order === 'newest'
              ? expected
              : expected.toSorted((a, b) => (due(a) === due(b) ? byteOrder(a.id, b.id) : due(a) - due(b)))
          expect(rows.map(({ id }) => id)).toEqual(sorted.map(({ id }) => id))
        },
      ),
      { numRuns: kit.engine === 'embedded' ? 120 : 40 },
    )
  })

  it('S49 finds records by keyed look-ups, as they are now', async () => {
    const a = await grow(store(), 'call-1', opening({ at: at(1), fields: { phone: 'h1' } }))
    await grow(store(), 'call-2', opening({ at: at(2), fields: { phone: 'h1' } }), closing(at(3)))
    const found = async (options?: Parameters<Store['sameLookup']>[2]) =>
      (await store().sameLookup(all, ['phone:h1', 'phone:h9'], options)).map(({ id }) => id)
    expect(await found()).toEqual(['call-2', 'call-1'])
    expect(await found({ open: true })).toEqual(['call-1'])
    expect(await found({ machine: 'other' })).toEqual([])
    expect(await found({ limit: 1 })).toEqual(['call-2'])
    await done(store(), commitOf([step(stateOf(a), 'call-1', setting({ phone: 'h2' }))]))
    expect(await found()).toEqual(['call-2'])
    expect((await store().sameLookup(all, ['phone:h2'])).map(({ id }) => id)).toEqual(['call-1'])
    expect(await store().sameLookup(all, [])).toEqual([])
    expect(await store().sameLookup(eyes('nobody'), ['phone:h2'])).toEqual([])
  })
}

function organisation(kit: Kit): void {
  const store = shared(kit)
  const entry = (seq: number) => ({
    seq,
    at: at(0),
    by: 'zhang',
    unit: 'lantai',
    role: 'admin',
    action: 'change',
    input: {},
    events: [],
  })
  const part = (stream: string, change: NonNullable<StreamCommit['change']>, expected = 0): StreamCommit => ({
    stream,
    expected,
    entry: entry(expected + 1),
    change,
  })

  it('S50 keeps rows as the last entry of their stream left them', async () => {
    const unit = {
      id: 'east',
      name: '城东街道',
      kind: 'street',
      parent: 'lantai',
      line: ['east', 'lantai'],
      order: 2,
    } as const
    const district = { id: 'lantai', name: '兰台区', kind: 'district', line: ['lantai'], order: 1 } as const
    const post = { id: 'p1', person: 'zhang', role: 'clerk', unit: 'east', from: at(0) }
    const rule = { machine: 'toy', setting: 'limit', from: at(0), value: { value: 5, unit: 'workingDay' } }
    const mapping = { id: 'm', machine: 'toy', columns: { 标题: 'title' } }
    await done(
      store(),
      commitOf([
        part('unit:east', { table: 'unit', row: unit }),
        part('unit:lantai', { table: 'unit', row: district }),
        part('person:zhang', { table: 'person', row: { id: 'zhang', name: '张三', account: 'zhang3' } }),
        part('post:p1', { table: 'post', row: post }),
        part('setting:toy.limit', { table: 'setting', row: rule }),
        part('mapping:m', { table: 'mapping', row: mapping }),
      ]),
    )
    expect(await store().units(all)).toEqual([district, unit])
    expect(await store().persons(all)).toEqual([{ id: 'zhang', name: '张三', account: 'zhang3' }])
    expect(await store().posts(all)).toEqual([post])
    expect(await store().settings(all)).toEqual([rule])
    expect(await store().mappings(all)).toEqual([mapping])
    expect(await store().heads(all, ['unit:east', 'unit:none'])).toEqual({ 'unit:east': 1, 'unit:none': 0 })
    const outcomes = await store().commitMany(all, [
      commitOf([part('unit:east', { table: 'unit', row: { ...unit, closed: true } }, 1)]),
      commitOf([part('post:p1', { table: 'post', row: { ...post, to: at(9) } }, 1)]),
      commitOf([part('post:p1', { table: 'post', row: post }, 1)]),
    ])
    expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, true, false])
    expect(conflictOf(outcomes[2] as CommitOutcome)).toEqual([
      { stream: 'post:p1', seq: 2, by: 'zhang', at: at(0), action: 'change' },
    ])
    expect(await store().units(all)).toEqual([district, { ...unit, closed: true }])
    expect(await store().posts(all)).toEqual([{ ...post, to: at(9) }])
    expect(
      conflictOf(await store().commit(all, commitOf([part('unit:east', { table: 'unit', row: unit }, 1)]))),
    ).toEqual([{ stream: 'unit:east', seq: 2, by: 'zhang', at: at(0), action: 'change' }])
    const [logged] = await store().log({ ...all, audit: true }, { limit: 1, stream: 'unit:east' })
    expect(logged?.entry).toEqual({ ...entry(2), change: { table: 'unit', row: { ...unit, closed: true } } })
    expect(await store().units({ ...all, district: 'harbour' })).toEqual([])
  })

  it('S50 gives messages to posts, newest first', async () => {
    const message = (n: number, unit: string, role = 'clerk') => ({
      record: 'r',
      role,
      unit,
      message: `m${n}`,
      at: at(n),
    })
    const opened = step(undefined, 'msg', opening())
    await done(
      store(),
      commitOf([opened], { messages: [message(1, 'east'), message(2, 'water'), message(3, 'east', 'chief')] }),
    )
    await done(store(), commitOf([step(stateOf(opened), 'msg', closing())], { messages: [message(4, 'east')] }))
    const posts = [
      { role: 'clerk', unit: 'east' },
      { role: 'clerk', unit: 'east' },
      { role: 'chief', unit: 'east' },
    ]
    const page = await store().messages(all, posts, { limit: 2 })
    expect(page.map(({ message: text }) => text)).toEqual(['m4', 'm3'])
    const rest = await store().messages(all, posts, { limit: 2, before: page[1]?.id ?? 0 })
    expect(rest).toMatchObject([message(1, 'east')])
    expect(await store().messages(eyes('east'), posts, { limit: 9 })).toHaveLength(3)
    expect(await store().messages(eyes('water'), posts, { limit: 9 })).toEqual([])
  })
}

function figures(kit: Kit): void {
  const store = shared(kit, async (made) => {
    const commits = Array.from({ length: 40 }, (_, n) => {
      const id = `f${n}`
      const open = step(
        undefined,
        id,
        opening({
          at: at((n % 4) * 31 + 2),
          lead: ['water', 'roads', 'east'][n % 3] ?? '',
          area: 'west',
          fields: { category: `c${n % 2}`, money: [0.1, 0.2, 7][n % 3] ?? 0, excluded: n % 8 === 0 },
        }),
      )
      return n % 5 === 0 ? [open, step(stateOf(open), id, closing(at(100)))] : [open]
    })
    for (const part of commits.flat()) await done(made, commitOf([part]))
  })
  const counters = ['toy.opened', 'toy.money', 'toy.open', 'toy.closed', 'toy.none']
  const naive = (
    counter: string,
    keep: (c: ReturnType<typeof toyRules.contributions>[number]) => boolean,
    states: Awaited<ReturnType<Store['records']>>,
  ) => {
    const parts = states
      .flatMap((state) => toyRules.contributions(state))
      .filter((c) => c.counter === counter && keep(c))
    const sum = (of: typeof parts) => Math.round(of.reduce((total, c) => total + c.amount, 0) * 1e6) / 1e6
    return { counter, raw: sum(parts), adjusted: sum(parts.filter((c) => !c.excluded)) }
  }
  const states = () =>
    store().records(
      all,
      Array.from({ length: 40 }, (_, n) => `f${n}`),
    )

  it('S51 S53 sums before and after folding, in decimals, raw and adjusted', async () => {
    const before = await store().sums(all, { counters })
    const records = await states()
    expect(before).toEqual(counters.map((counter) => naive(counter, () => true, records)))
    expect(before[0]).toEqual({ counter: 'toy.opened', raw: 40, adjusted: 35 })
    const [folded, again] = await Promise.all([store().fold(), store().fold()])
    expect(folded + again).toBeGreaterThan(0)
    expect(await store().sums(all, { counters })).toEqual(before)
    expect(await store().fold()).toBe(0)
    const part = await grow(store(), 'f-new', opening({ lead: 'water', fields: { money: 0.1 } }))
    await done(store(), commitOf([step(stateOf(part), 'f-new', setting({ money: 0.3 }))]))
    const [money] = await store().sums(all, { counters: ['toy.money'] })
    expect(money?.raw).toBe(Math.round(((before[1]?.raw ?? 0) + 0.3) * 1e6) / 1e6)
    await done(
      store(),
      commitOf([
        step(stateOf(step(stateOf(part), 'f-new', setting({ money: 0.3 }))), 'f-new', setting({ money: null })),
      ]),
    )
    expect(await store().sums(all, { counters: ['toy.money'] })).toEqual([before[1]])
  })

  it('S51 sums rightly while deltas are appended and folded', async () => {
    const total = async () => (await store().sums(all, { counters: ['toy.opened'] }))[0]?.raw ?? 0
    const begin = await total()
    const work = Array.from({ length: 4 }, async (_, w) => {
      for (let n = 0; n < 6; n += 1)
        await done(store(), acting(undefined, `w${w}-${n}`, opening({ lead: 'east', fields: { category: 'busy' } })))
    })
    let last = begin
    const watching = (async () => {
      for (let n = 0; n < 12; n += 1) {
        await store().fold()
        const now = await total()
        expect(now).toBeGreaterThanOrEqual(last)
        last = now
      }
    })()
    await Promise.all([...work, watching])
    expect(await total()).toBe(begin + 24)
  })

  it('S52 narrows by months, units and category, and breaks down into parts that add up', async () => {
    const records = await states()
    const ids = new Set(['c0', 'c1'])
    for (const folded of [false, true]) {
      if (folded) await store().fold()
      for (const filter of [
        { from: '2026-02', to: '2026-03' },
        { units: ['water', 'east'] },
        { category: 'c1' },
        { from: '2026-01', units: ['roads'], category: 'c0' },
      ]) {
        const expected = counters.map((counter) =>
          naive(
            counter,
            (c) =>
              (c.period === '' || ((filter.from ?? '') <= c.period && c.period <= (filter.to ?? '9'))) &&
              (filter.units ?? [c.unit]).includes(c.unit) &&
              (filter.category ?? c.category) === c.category &&
              ids.has(c.category),
            records,
          ),
        )
        const narrowed = { counters, ...filter }
        const busy = filter.category === undefined ? await store().sums(all, { ...narrowed, category: 'busy' }) : []
        const left = await store().sums(all, { ...narrowed, category: 'water' })
        const sums = (await store().sums(all, narrowed)).map((sum, n) => ({
          ...sum,
          raw: minus(sum.raw, (busy[n]?.raw ?? 0) + (filter.category === undefined ? (left[n]?.raw ?? 0) : 0)),
          adjusted: minus(
            sum.adjusted,
            (busy[n]?.adjusted ?? 0) + (filter.category === undefined ? (left[n]?.adjusted ?? 0) : 0),
          ),
        }))
        expect(sums).toEqual(expected)
        for (const by of ['unit', 'period', 'category'] as const) {
          const parts = await store().breakdown(all, narrowed, by)
          for (const sum of await store().sums(all, narrowed)) {
            const own = parts.filter(({ counter }) => counter === sum.counter)
            expect(round(own.reduce((total, part) => total + part.raw, 0))).toBe(sum.raw)
            expect(round(own.reduce((total, part) => total + part.adjusted, 0))).toBe(sum.adjusted)
            expect(own.every(({ key }) => key !== '*')).toBe(true)
          }
        }
      }
    }
  })

  it('S54 drills down to records whose amounts add up to the sum', async () => {
    for (const folded of [false, true]) {
      if (folded) await store().fold()
      for (const filter of [
        {},
        { from: '2026-02', to: '2026-04' },
        { units: ['water', 'roads'] },
        { category: 'c1' },
        { units: ['east'], category: 'c0', from: '2026-01' },
      ])
        for (const counter of ['toy.money', 'toy.open', 'toy.closed']) {
          const rows = await drilled(all, { counter, ...filter }, 7)
          const [sum] = await store().sums(all, { counters: [counter], ...filter })
          expect(round(rows.reduce((total, row) => total + row.amount, 0))).toBe(sum?.raw)
          expect(round(rows.reduce((total, row) => total + (row.excluded ? 0 : row.amount), 0))).toBe(sum?.adjusted)
          expect(
            new Set(rows.map((row) => JSON.stringify([row.period, row.unit, row.category, row.record]))).size,
          ).toBe(rows.length)
          expect(rows.map((row) => row.period)).toEqual(
            rows
              .map((row) => row.period)
              .sort()
              .toReversed(),
          )
        }
    }
    const [first] = (await store().drill(all, { counter: 'toy.closed', limit: 1 })).rows
    expect(first).toMatchObject({ title: '道路积水', state: 'closed', period: '2026-04', amount: 1 })
  })

  it('S55 passes over records out of sight', async () => {
    const mine = await drilled(eyes('water'), { counter: 'toy.opened' }, 3)
    expect(mine.length).toBeGreaterThan(0)
    expect(mine.every((row) => row.unit === 'water')).toBe(true)
    const everything = await drilled(all, { counter: 'toy.opened' }, 100)
    expect(mine).toEqual(everything.filter((row) => row.unit === 'water'))
    expect(await drilled(eyes('nobody'), { counter: 'toy.opened' }, 10)).toEqual([])
    expect((await store().drill(all, { counter: 'toy.opened', limit: 2, after: 'nonsense' })).rows).toHaveLength(2)
  })

  async function drilled(scope: Scope, filter: Omit<Parameters<Store['drill']>[1], 'limit' | 'after'>, limit: number) {
    const rows = []
    for (let after: string | undefined; ; ) {
      const page = await store().drill(scope, { ...filter, limit, ...(after === undefined ? {} : { after }) })
      rows.push(...page.rows)
      if (page.next === undefined) return rows
      after = page.next
    }
  }
}

const round = (value: number): number => Math.round(value * 1e6) / 1e6
const minus = (a: number, b: number): number => round(a - b)

function timers(kit: Kit): void {
  const store = shared(kit)

  it('S56 gives a timer that is due to one worker, and to another when the lease is over', async () => {
    let now = 1_000_000
    const worker = storeOn(store().database, { clock: () => now, leaseMs: 100 })
    const ids = Array.from({ length: 30 }, (_, n) => `t${n}`)
    await worker.commitMany(
      all,
      ids.map((id, n) => acting(undefined, id, opening({ fields: { due: at(10 + (n % 3)) } }))),
    )
    expect(await worker.nextTimer(DISTRICT)).toBe(at(9))
    expect(await worker.dueTimers(DISTRICT, at(8), 100)).toEqual([])
    const claims = (await Promise.all([1, 2, 3, 4].map(() => worker.dueTimers(DISTRICT, at(40), 8)))).flat()
    const given = claims.map(({ record, mark }) => `${record} ${mark}`)
    expect(new Set(given).size).toBe(given.length)
    const rest = await worker.dueTimers(DISTRICT, at(40), 100)
    expect(claims.length + rest.length).toBe(60)
    expect(await worker.dueTimers(DISTRICT, at(40), 100)).toEqual([])
    now += 100
    expect(await worker.dueTimers(DISTRICT, at(40), 100)).toHaveLength(60)
    expect(await worker.dueTimers('harbour', at(40), 100)).toEqual([])
  })

  it('S56 S57 fires each timer once, however many workers there are', async () => {
    const fired: string[] = []
    let now = 2_000_000
    const worker = storeOn(store().database, { clock: () => now, leaseMs: 50 })
    const work = async (): Promise<void> => {
      for (const { record, mark } of await worker.dueTimers(DISTRICT, at(40), 7)) {
        const state = await worker.record(all, record)
        if (state === undefined || !toyRules.timers(state).some((timer) => timer.mark === mark)) continue
        const act = mark === 'soon' ? setting({ reminded: true }, at(11)) : setting({ due: null }, at(13))
        const outcome = await worker.commit(all, acting(state, record, act))
        if (outcome.ok) fired.push(`${record} ${mark}`)
      }
    }
    for (let turn = 0; turn < 12; turn += 1) {
      now += 50
      await Promise.all([work(), work(), work()])
    }
    expect(fired).toHaveLength(60)
    expect(new Set(fired).size).toBe(60)
    now += 50
    expect(await worker.dueTimers(DISTRICT, at(400), 100)).toEqual([])
    expect(await worker.nextTimer(DISTRICT)).toBeUndefined()
  })

  it('S57 keeps the timers of the last command', async () => {
    const part = await grow(store(), 'moves', opening({ fields: { due: at(50) } }), setting({ due: at(60) }))
    expect(await store().nextTimer(DISTRICT)).toBe(at(59))
    const unchanged = step(stateOf(part), 'moves', setting({ title: '新' }))
    const { timers: _none, ...without } = unchanged
    await done(store(), commitOf([without]))
    expect(await store().nextTimer(DISTRICT)).toBe(at(59))
    await done(store(), commitOf([step(stateOf(unchanged), 'moves', closing())]))
    expect(await store().nextTimer(DISTRICT)).toBeUndefined()
  })
}

function search(kit: Kit): void {
  const texts: Readonly<Record<string, string>> = {
    s1: '兰台区东风街道幸福里小区夜间施工噪音扰民',
    s2: '东风街道下水道堵塞，积水严重',
    s3: '幸福里小区电梯故障，老人上下楼困难',
    s4: '共享单车乱停放 Wi-Fi 信号差 ＡＢＣ１２３',
    s5: '夜间烧烤油烟扰民，噪音很大',
  }
  const store = shared(kit, async (made) => {
    const commits = Object.entries(texts).map(([id, title], n) =>
      acting(
        undefined,
        id,
        opening({ at: at(n * 40), lead: n % 2 === 0 ? 'water' : 'roads', unit: 'east', fields: { title } }),
      ),
    )
    await made.commitMany(all, commits)
  })
  const found = async (query: string, more: object = {}, scope = all) =>
    (await store().search(scope, { query, limit: 10, ...more })).map(({ id }) => id)

  it('S58 finds words and pairs of characters', async () => {
    expect(await found('噪音')).toEqual(['s5', 's1'])
    expect(await found('兰台')).toEqual(['s1'])
    expect(await found('兰台区')).toEqual(['s1'])
    expect(await found('积水')).toEqual(['s2'])
    expect(await found('单车')).toEqual(['s4'])
    expect(await found('wi-fi')).toEqual(['s4'])
    expect(await found('abc123')).toEqual(['s4'])
    expect(await found('没有的词')).toEqual([])
    expect(await found('，。！')).toEqual([])
    expect(await found('，')).toEqual([])
    expect(await found('')).toEqual([])
  })

  it('S59 takes all words, else the passage, else any of the words', async () => {
    expect(await found('夜间 噪音')).toEqual(['s5', 's1'])
    expect(await found('夜间施工噪音')).toEqual(['s1'])
    expect(await found('扰')).toEqual([])
    expect(await found('严重的积水电梯')).toEqual(['s2', 's3'])
    expect(await found('民，噪')).toEqual(['s5'])
    expect(await found('音扰')).toEqual(['s1'])
    expect(await found('ｗi-ＦI 信')).toEqual(['s4'])
    expect(await found('噪音', { limit: 1 })).toEqual(['s5'])
    expect(await found('噪音', { machine: 'other' })).toEqual([])
    expect(await found("'; drop table log; --")).toEqual([])
    expect(await found('100%_\\')).toEqual([])
  })

  it('S60 finds nothing out of sight, and what was changed by its new words', async () => {
    expect(await found('扰民', {}, eyes('roads'))).toEqual([])
    expect(await found('街道', {}, eyes('roads'))).toEqual(['s2'])
    expect(await found('街道', {}, eyes('east'))).toEqual(['s2', 's1'])
    expect(await found('街道', {}, { ...all, district: 'harbour' })).toEqual([])
    const [s3] = await store().records(all, ['s3'])
    await done(store(), acting(s3, 's3', setting({ title: '停车位紧张' })))
    expect(await found('电梯')).toEqual([])
    expect(await found('停车位')).toEqual(['s3'])
    const [s2] = await store().records(all, ['s2'])
    await done(store(), acting(s2, 's2', assigning('water')))
    expect(await found('街道', {}, eyes('roads'))).toEqual([])
  })
}

function secretsAndFiles(kit: Kit): void {
  const store = shared(kit)

  it('S61 seals and opens values, in their own district only', async () => {
    const key = store().secrets.newKey(DISTRICT, 'secret-1')
    const sealed = store().secrets.seal(DISTRICT, key, '13800000000')
    expect(sealed).toMatch(/^enc:v1:[A-Za-z0-9-]+:[A-Za-z0-9+/]+=*$/)
    expect(sealed).not.toBe(store().secrets.seal(DISTRICT, key, '13800000000'))
    await done(store(), acting(undefined, 'secret-1', opening({ fields: { phone: sealed } }), { secrets: [key] }))
    expect(await store().secrets.open(all, [sealed, 'plain', `${sealed.slice(0, -8)}AAAAAAA=`])).toEqual([
      '13800000000',
      'plain',
      undefined,
    ])
    expect(await store().secrets.keysOf(all, 'secret-1')).toEqual([key])
    expect(await store().secrets.open({ ...all, district: 'harbour' }, [sealed])).toEqual([undefined])
    expect(() => store().secrets.seal('harbour', key, 'x')).toThrow(RangeError)
    const other = storeOn(store().database, { masterKey: randomBytes(32) })
    expect(await other.secrets.open(all, [sealed])).toEqual([undefined])
    const kept = await asOwner<{ text: string }>(
      store(),
      'select state::text as text from record union all select body from log',
    )
    expect(kept.some(({ text }) => text.includes('13800000000'))).toBe(false)
  })

  it('S62 destroys a key, and the chain still holds', async () => {
    const key = store().secrets.newKey(DISTRICT, 'secret-2')
    const sealed = store().secrets.seal(DISTRICT, key, '李四')
    const part = step(undefined, 'secret-2', opening({ fields: { name: sealed } }))
    expect((await store().commitMany(all, [commitOf([part], { secrets: [key] })]))[0]?.ok).toBe(true)
    expect(await store().secrets.open(all, [sealed])).toEqual(['李四'])
    await done(
      store(),
      acting(
        stateOf(part),
        'secret-2',
        { action: 'erase', at: at(3), events: [{ type: 'erased', fields: ['name'], reason: '当事人申请' }] },
        { erased: [key.id] },
      ),
    )
    expect(await store().secrets.open(all, [sealed])).toEqual([undefined])
    expect(await store().secrets.keysOf(all, 'secret-2')).toEqual([])
    expect(await asOwner(store(), 'select wrapped is null as gone from secret where id = $1', [key.id])).toEqual([
      { gone: true },
    ])
    expect((await store().verify({ rules: toyRules })).findings).toEqual([])
  })

  it('S63 hashes look-ups under the master key', () => {
    const { lookup } = store().secrets
    expect(lookup(DISTRICT, 'phone', '13800000000')).toMatch(/^phone:[\w-]{43}$/)
    expect(lookup(DISTRICT, 'phone', '13800000000')).toBe(lookup(DISTRICT, 'phone', '13800000000'))
    const others = [
      lookup('harbour', 'phone', '13800000000'),
      lookup(DISTRICT, 'mobile', '13800000000'),
      lookup(DISTRICT, 'phone', '13800000001'),
      storeOn(store().database, { masterKey: randomBytes(32) }).secrets.lookup(DISTRICT, 'phone', '13800000000'),
      lookup(DISTRICT, 'phone', '13800000000'),
    ]
    expect(new Set(others).size).toBe(5)
  })

  it('S65 keeps a file once, in pieces, and checks it', async () => {
    const bytes = randomBytes(2_500_000)
    const hash = createHash('sha256').update(bytes).digest('hex')
    const [one, two] = await Promise.all([
      store().files.put(all, bytes, 'image/png'),
      store().files.put(all, bytes, 'image/png'),
    ])
    expect([one, two]).toEqual([1, 2].map(() => ({ hash, size: bytes.length, mediaType: 'image/png' })))
    expect(await asOwner(store(), 'select count(*)::int as pieces from blob_piece')).toEqual([{ pieces: 3 }])
    const read = await store().files.get(all, hash)
    expect(read.ok && Buffer.compare(read.value.bytes, bytes)).toBe(0)
    const empty = await store().files.put(all, new Uint8Array(), 'text/plain')
    expect(await store().files.get(all, empty.hash)).toMatchObject({ ok: true, value: { size: 0 } })
    expect(await store().files.get(all, 'none')).toMatchObject({
      ok: false,
      problems: [{ code: 'store/file-missing' }],
    })
    expect(await store().files.find({ ...all, district: 'harbour' }, hash)).toBeUndefined()
    await asOwner(store(), "update blob_piece set bytes = overlay(bytes placing '\\x00'::bytea from 7) where piece = 1")
    expect(await store().files.get(all, hash)).toMatchObject({ ok: false, problems: [{ code: 'store/file-damaged' }] })
    expect((await store().verify()).findings).toEqual([
      { code: 'store/file-damaged', params: { district: DISTRICT, hash } },
    ])
  })
}
