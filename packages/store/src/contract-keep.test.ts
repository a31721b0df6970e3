import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Entry } from '@jiannuo/engine'
import { afterAll, describe, expect, it } from 'vitest'
import type { Finding, Scope } from './api.ts'
import type { Database } from './database/connection.ts'
import { addLogYear, isMigrated, migrate } from './migrations/migrate.ts'
import { migrations } from './migrations/table.ts'
import type { Store } from './store-interface.ts'
import { CARRIED, LEFT_OUT } from './transfer/tables.ts'
import { all, asOwner, bareDatabases, type Kit, onEveryEngine, shared, storeOn } from '../testing/contract.ts'
import {
  acting,
  assigning,
  at,
  closing,
  commitOf,
  DISTRICT,
  opening,
  reading,
  setting,
  stateOf,
  step,
  toyRules,
} from '../testing/toy.ts'

const folder = mkdtempSync(join(tmpdir(), 'jiannuo-backup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

onEveryEngine('keeping', (kit) => {
  describe('parts of the log', () => years(kit))
  describe('verify', () => verifying(kit))
  describe('seals', () => seals(kit))
  describe('transfer', () => transfer(kit))
})

describe('the schema', () => {
  for (const engine of bareDatabases())
    describe.skipIf(engine.skip !== undefined)(`on ${engine.engine}`, () => {
      schema(() => engine.create())
      afterAll(() => engine.close(), 60_000)
    })
})

/** Some records with everything that can be on them. */
async function furnish(store: Store, prefix = 'k', count = 12): Promise<void> {
  const commits = Array.from({ length: count }, (_, n) => {
    const id = `${prefix}${n}`
    const key = store.secrets.newKey(DISTRICT, id)
    const phone = store.secrets.seal(DISTRICT, key, `1380000${n}`)
    const open = step(
      undefined,
      id,
      opening({
        at: at(n * 20),
        lead: n % 2 === 0 ? 'water' : 'roads',
        area: 'east',
        fields: { phone, money: n / 10, due: at(n * 20 + 5), facets: [`kind=${n % 3}`] },
      }),
    )
    const moved = step(stateOf(open), id, assigning('west', at(n * 20 + 1)))
    const closed = step(stateOf(moved), id, {
      ...closing(at(n * 20 + 3)),
      events: [...closing().events, ...reading([{ value: n + 0.1, numerator: n }, { series: 'b' }]).events],
    })
    const message = { record: id, role: 'clerk', unit: 'west', message: 'new', at: at(n * 20 + 1) }
    return [
      commitOf([open], { secrets: [key] }),
      commitOf([moved], { messages: [message] }),
      ...(n % 3 === 0 ? [commitOf([closed])] : []),
    ]
  })
  for (const commit of commits.flat()) expect((await store.commit(all, commit)).ok).toBe(true)
  const entry: Entry = {
    seq: 1,
    at: at(0),
    by: 'zhang',
    unit: 'lantai',
    role: 'admin',
    action: 'add',
    input: {},
    events: [],
  }
  const unit = { id: `${prefix}-unit`, name: '城东街道', kind: 'street', line: ['lantai'], order: 1 } as const
  await store.commit(
    all,
    commitOf([{ stream: `unit:${unit.id}`, expected: 0, entry, change: { table: 'unit', row: unit } }]),
  )
  await store.files.put(all, randomBytes(1_200_000), 'application/pdf')
  await store.fold()
  expect((await store.commit(all, acting(undefined, `${prefix}-last`, opening({ fields: { money: 5 } })))).ok).toBe(
    true,
  )
}

const findings = async (store: Store): Promise<readonly Finding[]> => (await store.verify({ rules: toyRules })).findings
const codes = (found: readonly Finding[]): string[] =>
  [...new Set(found.map(({ code }) => code.replace('store/', '')))].sort()

function schema(create: () => Promise<Database>): void {
  it('S30 carries out each step once, also when two programs start at once', async () => {
    const database = await create()
    expect(await isMigrated(database)).toBe(false)
    const both = await Promise.all([migrate(database, { year: 2026 }), migrate(database, { year: 2026 })])
    const applied = both.flatMap((one) => (one.ok ? one.value.applied : ['refused']))
    expect(applied.sort()).toEqual(migrations.map(({ id }) => id).sort())
    expect(await isMigrated(database)).toBe(true)
    expect(await migrate(database)).toEqual({ ok: true, value: { applied: [], at: migrations.at(-1)?.id } })
    await database.close()
  }, 60_000)

  it('S31 refuses a database with steps that are newer or were changed, and changes nothing', async () => {
    const database = await create()
    await migrate(database, { migrations: migrations.slice(0, 2) })
    const changed = migrations.map((one, n) => (n === 1 ? { ...one, sql: `${one.sql} -- x` } : one))
    expect(await migrate(database, { migrations: changed })).toMatchObject({
      ok: false,
      problems: [{ code: 'store/schema-changed', params: { step: migrations[1]?.id } }],
    })
    expect(await migrate(database, { migrations: migrations.slice(0, 1) })).toMatchObject({
      ok: false,
      problems: [{ code: 'store/schema-newer', params: { step: migrations[1]?.id } }],
    })
    const { rows } = await database.once<{ steps: number }>('owner', {}, 'select count(*)::int as steps from migration')
    expect(rows).toEqual([{ steps: 2 }])
    await database.close()
  }, 60_000)

  it('S32 keeps what was written under the step before', async () => {
    const last = migrations.at(-1)
    const database = await create()
    expect((await migrate(database, { migrations: migrations.slice(0, -1), year: 2026 })).ok).toBe(true)
    const store = storeOn(database)
    await furnish(store)
    const before = [
      await store.records(all, ['k0', 'k1']),
      await store.sums(all, { counters: ['toy.opened', 'toy.money'] }),
    ]
    expect(await migrate(database)).toMatchObject({ ok: true, value: { applied: [last?.id] } })
    expect([
      await store.records(all, ['k0', 'k1']),
      await store.sums(all, { counters: ['toy.opened', 'toy.money'] }),
    ]).toEqual(before)
    expect(await findings(store)).toEqual([])
    expect(
      (await store.commit(all, acting((await store.record(all, 'k1')) ?? undefined, 'k1', closing(at(90))))).ok,
    ).toBe(true)
    await database.close()
  }, 60_000)
}

function years(kit: Kit): void {
  const made = shared(kit)

  it('S33 keeps entries of any year, and moves them when the year gets a part', async () => {
    const store = made()
    const commits = [1950, 2024, 2031, 2300].map((year) =>
      acting(undefined, `y${year}`, opening({ at: at((year - 2026) * 366) })),
    )
    for (const commit of commits) expect((await store.commit(all, commit)).ok).toBe(true)
    const parts = () =>
      asOwner<{ part: string; entries: number }>(
        store,
        'select tableoid::regclass::text as part, count(*)::int as entries from log group by 1 order by 1',
      )
    expect(await parts()).toEqual([{ part: 'log_rest', entries: 4 }])
    expect(await addLogYear(store.database, 2031)).toBe(true)
    expect(await addLogYear(store.database, 2031)).toBe(false)
    expect(await parts()).toEqual([
      { part: 'log_2031', entries: 1 },
      { part: 'log_rest', entries: 3 },
    ])
    // The first moment of a year in China is still the last day of the year before in UTC.
    const first = step(undefined, 'new-year', opening({ at: at(0, 0) }))
    expect((await store.commit(all, commitOf([first]))).ok).toBe(true)
    expect((await parts()).map(({ part }) => part)).toContain('log_2026')
    expect(await store.history(all, 'y2031')).toHaveLength(1)
    expect(await findings(store)).toEqual([])
    expect(await store.districts()).toEqual([DISTRICT])
  })

  it('S35 forgets answers of old commands, and knows definitions by their content', async () => {
    const store = made()
    const old = acting(undefined, 'old', opening({ at: at(1) }))
    const young = acting(undefined, 'young', opening({ at: at(50) }))
    // those of the tests before
    await store.expireCommands(at(20))
    await store.commitMany(all, [old, young])
    expect(await store.expireCommands(at(20))).toBe(1)
    expect(await store.answer(all, old.key)).toBeUndefined()
    expect((await store.commit(all, young)).ok).toBe(true)
    const mark = { machine: 'toy', version: 1, fingerprint: 'aa' }
    expect(await store.registerDefinitions([mark, { ...mark, version: 2 }])).toEqual({ ok: true, value: undefined })
    expect((await store.registerDefinitions([mark])).ok).toBe(true)
    expect(await store.registerDefinitions([{ ...mark, fingerprint: 'bb' }])).toMatchObject({
      problems: [{ code: 'store/definition-changed', params: { machine: 'toy', version: 1 } }],
    })
  })
}

function verifying(kit: Kit): void {
  const store = shared(kit, (made) => furnish(made))

  it('S66 finds nothing wrong on a sound database, and says how much it looked at', async () => {
    const shown: string[] = []
    const count = (records: readonly Parameters<typeof toyRules.contributions>[0][]) => {
      const sums = new Map<string, { raw: number; adjusted: number }>()
      for (const one of records.flatMap((record) => toyRules.contributions(record))) {
        const sum = sums.get(one.counter) ?? { raw: 0, adjusted: 0 }
        sums.set(one.counter, { raw: sum.raw + one.amount, adjusted: sum.adjusted + (one.excluded ? 0 : one.amount) })
      }
      return [...sums].map(([counter, { raw, adjusted }]) => ({
        counter,
        raw: Number(raw.toFixed(6)),
        adjusted: Number(adjusted.toFixed(6)),
      }))
    }
    const verified = await store().verify({
      rules: { ...toyRules, count },
      progress: (done, total, what) => shown.push(`${what} ${done}/${total}`),
    })
    expect(verified).toMatchObject({ streams: 14, records: 13, entries: 30, findings: [] })
    expect(verified.figures).toBeGreaterThan(20)
    expect(shown).toContain('entries 30/30')
    expect(await store().verify({ district: 'harbour', rules: toyRules })).toMatchObject({ streams: 0, findings: [] })
    const off = await store().verify({
      rules: { ...toyRules, count: (records) => count(records).map((sum) => ({ ...sum, raw: sum.raw + 1 })) },
    })
    expect(codes(off.findings)).toEqual(['count-differs'])
  })

  // What is done to the database by its owner, and what must be found.
  const harms: readonly (readonly [harm: string, sql: string, found: readonly string[], named?: Finding['params']])[] =
    [
      [
        'a byte of a body',
        'update log set body = replace(body, \'"by":"zhang"\', \'"by":"zhong"\') where stream = \'record:k4\' and seq = 2',
        ['entry-changed'],
        { stream: 'record:k4', seq: 2 },
      ],
      [
        'a byte of a body that counts',
        "update log set body = replace(body, '0.4', '0.9') where stream = 'record:k4' and seq = 1",
        ['contributions-differ', 'entry-changed', 'record-differs', 'total-differs'],
        { stream: 'record:k4', seq: 1 },
      ],
      [
        'a byte of a hash',
        "update log set hash = set_byte(hash, 3, (get_byte(hash, 3) + 1) % 256) where stream = 'record:k2' and seq = 2",
        ['entry-changed', 'head-differs'],
        { stream: 'record:k2', seq: 2 },
      ],
      [
        'a key',
        "update log set key = key || 'x' where stream = 'record:k1' and seq = 1",
        ['entry-changed'],
        { stream: 'record:k1', seq: 1 },
      ],
      [
        'a moment',
        "update log set at = at + 1 where stream = 'record:k1' and seq = 1",
        ['entry-misplaced'],
        { stream: 'record:k1', seq: 1 },
      ],
      [
        'a body that is no entry',
        "update log set body = '[]' where stream = 'record:k1' and seq = 1",
        ['entry-changed', 'entry-unreadable', 'total-differs'],
        { stream: 'record:k1', seq: 1 },
      ],
      [
        'an entry in the middle',
        "delete from log where stream = 'record:k3' and seq = 1",
        ['entry-changed', 'entry-missing', 'replay-failed', 'total-differs'],
        { stream: 'record:k3', seq: 1 },
      ],
      [
        'the last entry',
        "delete from log where stream = 'record:k3' and seq = 3",
        ['contributions-differ', 'head-differs', 'reading-unsaid', 'record-differs', 'timers-differ', 'total-differs'],
      ],
      [
        'a whole stream',
        "delete from log where stream = 'record:k3'",
        ['reading-unsaid', 'stream-without-log', 'total-differs'],
        { stream: 'record:k3' },
      ],
      [
        'a stream passed off as another',
        "update log set stream = 'record:zz' where stream = 'record:k3'",
        ['entry-changed', 'head-differs', 'reading-missing', 'reading-unsaid', 'stream-without-log', 'total-differs'],
      ],
      [
        'a byte of a reading in the log',
        "update log set body = replace(body, '3.1', '3.2') where stream = 'record:k3' and seq = 3",
        ['entry-changed', 'reading-differs'],
        { record: 'k3', seq: 3, ordinal: 1, part: 'value' },
      ],
      [
        'a reading',
        "update reading set value = value + 0.00000000000000000001 where record = 'k6' and ordinal = 1",
        ['reading-differs'],
        { record: 'k6', seq: 3, ordinal: 1, part: 'value' },
      ],
      [
        'a count behind a reading',
        "update reading set numerator = null where record = 'k6' and ordinal = 1",
        ['reading-differs'],
        { record: 'k6', part: 'numerator' },
      ],
      [
        'the series of a reading',
        "update reading set series = 'c' where record = 'k6' and ordinal = 2",
        ['reading-differs'],
        { record: 'k6', ordinal: 2, part: 'series' },
      ],
      [
        'the moment of a reading',
        "update reading set at = at + 1 where record = 'k6' and ordinal = 2",
        ['reading-differs'],
        { record: 'k6', ordinal: 2, part: 'at' },
      ],
      [
        'a reading’s absence',
        "delete from reading where record = 'k9' and ordinal = 1",
        ['reading-missing'],
        { record: 'k9', seq: 3, ordinal: 1 },
      ],
      [
        'a reading that nobody has given',
        "insert into reading select district, record, seq, 3, 'd', period, version, source, covers, 9, null, null, unit, at, sees from reading where record = 'k9' and ordinal = 1",
        ['reading-unsaid'],
        { record: 'k9', seq: 3, ordinal: 3 },
      ],
      [
        'a reading of a record that does not exist',
        "update reading set record = 'zz' where record = 'k9'",
        ['reading-missing', 'reading-unsaid', 'stream-without-log'],
        { record: 'zz', seq: 3, ordinal: 1 },
      ],
      ['a unit’s stream', 'update stream set seq = 2', ['head-differs'], { stream: 'unit:k-unit' }],
      [
        'a record',
        "update record set state = jsonb_set(state::jsonb, '{fields,money}', '7')::json where id = 'k5'",
        ['record-differs'],
        { record: 'k5', part: 'fields.money' },
      ],
      [
        'a column of a record',
        "update record set lead = 'water' where id = 'k5'",
        ['record-differs'],
        { record: 'k5', part: 'lead' },
      ],
      [
        'a record’s absence',
        "delete from record where id = 'k5'",
        ['head-differs', 'total-differs'],
        { stream: 'record:k5' },
      ],
      [
        'a contribution',
        "update contribution set amount = 2 where record = 'k6' and counter = 'toy.opened'",
        ['contributions-differ'],
        { record: 'k6', counter: 'toy.opened' },
      ],
      [
        'a contribution’s absence',
        "delete from contribution where record = 'k6' and counter = 'toy.opened'",
        ['contributions-differ'],
        { record: 'k6', counter: 'toy.opened' },
      ],
      [
        'a total',
        "update measure_total set raw = raw + 1 where counter = 'toy.opened' and unit = 'west' and category = 'water' and period = '2026-01'",
        ['total-differs'],
        { cell: 'toy.opened 2026-01 west water', found: '3/2', expected: '2/2' },
      ],
      [
        'a total’s absence',
        "delete from measure_total where counter = 'toy.opened' and unit = '*' and category = '*' and period = '2026-01'",
        ['total-differs'],
      ],
      ['a delta', 'delete from measure_delta', ['total-differs']],
      ['a timer', "update timer set marks = '[]' where record = 'k7'", ['timers-differ'], { record: 'k7' }],
      ['a timer’s absence', "delete from timer where record = 'k7'", ['timers-differ'], { record: 'k7' }],
      [
        'a file',
        'update blob_piece set bytes = set_byte(bytes, 9, (get_byte(bytes, 9) + 1) % 256) where piece = 0',
        ['file-damaged'],
      ],
      ['a piece of a file', 'delete from blob_piece where piece = 1', ['file-damaged']],
    ]

  it('S67 finds and names every harm', async () => {
    for (const [harm, sql, found, named] of harms) {
      const seen: (readonly Finding[])[] = []
      // The harm is undone by rolling back, after verifying within the same transaction.
      await store()
        .database.transaction('owner', {}, async (session) => {
          expect([harm, (await session.query(sql)).count > 0]).toEqual([harm, true])
          seen.push((await verifyWithin(session)).findings)
          throw new Undo()
        })
        .catch((error: unknown) => {
          if (!(error instanceof Undo)) throw error
        })
      const got = seen[0] ?? []
      expect([harm, codes(got)]).toEqual([harm, found])
      if (named !== undefined)
        expect([harm, got.map(({ params }) => params)]).toEqual([
          harm,
          expect.arrayContaining([expect.objectContaining(named)]),
        ])
    }
    expect(await findings(store())).toEqual([])
  }, 120_000)

  it('S69 works everything derived out again', async () => {
    const tables = ['record', 'reading', 'search', 'lookup', 'contribution', 'timer', 'stream', 'unit']
    const snapshot = async () => {
      await store().fold()
      const rows = await Promise.all(
        tables.map((table) =>
          asOwner(store(), `select to_jsonb(t) - 'lease_until' - 'due_at' - 'found' as row from ${table} t order by 1`),
        ),
      )
      return [
        ...rows,
        await asOwner(store(), 'select * from measure_total where raw <> 0 or adjusted <> 0 order by 1, 2, 3, 4, 5'),
      ]
    }
    const before = await snapshot()
    await asOwner(store(), "update record set title = 'x', lead = null")
    await asOwner(store(), 'delete from measure_total where random() < 0.5')
    await asOwner(store(), 'delete from search')
    await asOwner(store(), 'delete from reading where random() < 0.5')
    expect(await findings(store())).not.toEqual([])
    const shown: number[] = []
    await store().rebuild(toyRules, (done) => shown.push(done))
    expect(shown.at(-1)).toBe(30)
    expect(await findings(store())).toEqual([])
    expect(await snapshot()).toEqual(before)
  })
}

class Undo extends Error {}

async function verifyWithin(session: Parameters<Parameters<Database['transaction']>[2]>[0]) {
  const { Check } = await import('./verify/verify.ts')
  return new Check(session, { rules: toyRules }).run()
}

function seals(kit: Kit): void {
  it('S68 seals all entries so far, each seal going on from the one before', async () => {
    const store = await kit.fresh()
    const empty = await store.seal(DISTRICT, at(0))
    expect(empty).toMatchObject({ number: 1, entries: 0, position: 0, previous: '0'.repeat(64) })
    await furnish(store, 's', 5)
    const first = await store.seal(DISTRICT, at(1))
    expect(first).toMatchObject({ number: 2, previous: empty.root, entries: 14 })
    expect(await store.seal(DISTRICT, at(2))).toEqual(first)
    const writing = Promise.all(
      Array.from({ length: 20 }, (_, n) => store.commit(all, acting(undefined, `w${n}`, opening()))),
    )
    const during = await store.seal(DISTRICT, at(3))
    await writing
    const last = await store.seal(DISTRICT, at(4))
    expect(last.entries).toBe(34)
    expect(during.entries).toBeGreaterThanOrEqual(14)
    const kept = await store.seals(all)
    expect(kept.map(({ number }) => number)).toEqual(kept.map((_, n) => n + 1))
    expect(kept.slice(1).map(({ previous }) => previous)).toEqual(kept.slice(0, -1).map(({ root }) => root))
    expect(await findings(store)).toEqual([])
    await asOwner(store, "update log set body = replace(body, 'zhang', 'zhong') where stream = 'record:s1' and seq = 1")
    expect(codes(await findings(store))).toEqual(['entry-changed', 'record-differs'])
    await asOwner(
      store,
      "update log set hash = sha256(convert_to(body, 'UTF8')) where stream = 'record:s1' and seq = 1",
    )
    const broken = (await findings(store))
      .filter(({ code }) => code === 'store/seal-broken')
      .map(({ params }) => params.number)
    expect(broken).toEqual(kept.slice(1).map(({ number }) => number))
    await store.close()
  })
}

function transfer(kit: Kit): void {
  const store = shared(kit, (made) => furnish(made))
  const path = join(folder, `${kit.engine}.backup`)

  it('S70 backs up one moment while work goes on, and restores it on the other engine', async () => {
    await store().seal(DISTRICT, at(1))
    await store().registerDefinitions([{ machine: 'toy', version: 1, fingerprint: 'aa' }])
    const writing = Promise.all(
      Array.from({ length: 12 }, (_, n) => store().commit(all, acting(undefined, `b${n}`, opening()))),
    )
    const made = await store().backup(path)
    await writing
    if (!made.ok) throw new Error(JSON.stringify(made))
    expect(made.value).toMatchObject({ bytes: statSync(path).size, notices: [] })
    expect(statSync(path).mode & 0o077).toBe(0)
    expect(existsSync(`${path}.part`)).toBe(false)
    const other = bareDatabases().find(({ engine }) => engine === (kit.engine === 'pglite' ? 'embedded' : 'pglite'))
    if (other === undefined) throw new Error('no other engine')
    const restored = storeOn(await other.create())
    expect(await restored.restore(path)).toEqual(made)
    expect(await isMigrated(restored.database)).toBe(true)
    const verified = await restored.verify({ rules: toyRules })
    expect(verified.findings).toEqual([])
    expect(verified.entries).toBe(made.value.tables.log)
    expect(await restored.record(all, 'k3')).toEqual(await store().record(all, 'k3'))
    expect(await restored.readings(all, ['gdp', 'b'])).toEqual(await store().readings(all, ['gdp', 'b']))
    expect(await restored.readings(all, ['b'])).toHaveLength(4)
    expect(await restored.counts(all, { machine: 'toy' }, 'kind')).toHaveLength(3)
    expect(await restored.seals(all)).toEqual(await store().seals(all))
    const phone = (await restored.record(all, 'k3'))?.fields.phone
    expect(await restored.secrets.open(all, [typeof phone === 'string' ? phone : ''])).toEqual(['13800003'])
    expect(await restored.search(all, { query: '积水', limit: 3 })).toHaveLength(3)
    // Work goes on behind the restored positions and messages.
    const messages = await restored.messages(all, [{ role: 'clerk', unit: 'west' }], { limit: 1 })
    const more = acting(undefined, 'after', opening(), {
      messages: [{ record: 'after', role: 'clerk', unit: 'west', message: 'x', at: at(9) }],
    })
    expect((await restored.commit(all, more)).ok).toBe(true)
    const [newest] = await restored.messages(all, [{ role: 'clerk', unit: 'west' }], { limit: 1 })
    expect(newest?.id).toBeGreaterThan(messages[0]?.id ?? 0)
    expect((await restored.seal(DISTRICT, at(9))).number).toBe(2)
    expect(await findings(restored)).toEqual([])
    await restored.close()
    await other.close()
  }, 120_000)

  it('S71 refuses a file that is damaged, foreign or newer, and leaves the database as it was', async () => {
    await store().backup(path)
    const packed = readFileSync(path)
    const plain = gunzipSync(packed).toString('utf8')
    const lines = plain.split('\n')
    const rewritten = (change: (lines: string[]) => string[]) => gzipSync(change([...lines]).join('\n'))
    const at3 = Math.floor(packed.length / 2)
    const faults: readonly (readonly [string, Uint8Array, string])[] = [
      ['cut short', packed.subarray(0, packed.length - 300), 'backup-short'],
      [
        'a flipped byte',
        Buffer.concat([packed.subarray(0, at3), Buffer.of((packed[at3] ?? 0) ^ 1), packed.subarray(at3 + 1)]),
        'backup-',
      ],
      ['no backup', Buffer.from('PK not a backup at all'), 'backup-foreign'],
      ['other JSON', gzipSync('{"format":"x"}\n{}\n'), 'backup-foreign'],
      ['an empty file', Buffer.alloc(0), 'backup-'],
      [
        'a later format',
        rewritten((text) => text.with(0, (text[0] ?? '').replace('"formatVersion":1', '"formatVersion":2'))),
        'backup-newer',
      ],
      [
        'a later schema',
        rewritten((text) =>
          text.with(
            0,
            (text[0] ?? '').replace(
              '"migrations":[',
              `"migrations":[${migrations.map(() => '{"id":"x","checksum":"y"},').join('')}`,
            ),
          ),
        ),
        'schema-changed',
      ],
      ['a row left out', rewritten((text) => text.toSpliced(2, 1)), 'backup-count'],
      [
        'a changed value',
        rewritten((text) => text.with(2, (text[2] ?? '').replace('zhang', 'zhong'))),
        'backup-checksum',
      ],
      ['a broken line', rewritten((text) => text.with(5, 'x')), 'backup-line'],
      ['no end', rewritten((text) => text.slice(0, -2)), 'backup-'],
    ]
    const target = await kit.fresh()
    await furnish(target, 't', 2)
    const bad = join(folder, 'bad.backup')
    for (const [fault, bytes, code] of faults) {
      writeFileSync(bad, bytes)
      const refusal = await target.restore(bad, { overwrite: true })
      const [problem] = refusal.ok ? [] : refusal.problems
      expect([fault, problem?.code]).toEqual([fault, expect.stringContaining(`store/${code}`)])
      expect([fault, problem?.params]).toEqual([
        fault,
        code.startsWith('schema') ? expect.anything() : expect.objectContaining({ file: bad }),
      ])
    }
    expect(await target.restore(join(folder, 'nothing'))).toMatchObject({
      problems: [{ code: 'store/backup-not-read' }],
    })
    expect(await target.restore(path)).toMatchObject({ ok: false, problems: [{ code: 'store/restore-not-empty' }] })
    expect(await target.backup(join(folder, 'no', 'such', 'folder'))).toMatchObject({
      problems: [{ code: 'store/backup-not-written' }],
    })
    expect(await findings(target)).toEqual([])
    expect((await target.record(all, 't0'))?.id).toBe('t0')
    expect((await target.restore(path, { overwrite: true })).ok).toBe(true)
    expect(await target.record(all, 't0')).toBeUndefined()
    expect(await findings(target)).toEqual([])
    const stranger = storeOn(target.database, { masterKey: randomBytes(32) })
    expect(await stranger.restore(path, { overwrite: true })).toMatchObject({
      ok: true,
      value: { notices: [{ code: 'store/other-master-key' }] },
    })
    await target.close()
  }, 120_000)

  it('S72 restores a backup of an earlier version of the schema', async () => {
    const old = bareDatabases().find(({ engine }) => engine === kit.engine)
    if (old === undefined) throw new Error('no such engine')
    const database = await old.create()
    await migrate(database, { migrations: migrations.slice(0, -1), year: 2026 })
    const before = storeOn(database)
    await furnish(before, 'o', 3)
    const earlier = join(folder, `${kit.engine}-earlier.backup`)
    expect((await before.backup(earlier)).ok).toBe(true)
    const target = await kit.fresh()
    expect((await target.restore(earlier)).ok).toBe(true)
    expect(await isMigrated(target.database)).toBe(true)
    expect(await findings(target)).toEqual([])
    expect(await target.record(all, 'o1')).toEqual(await before.record(all, 'o1'))
    expect(await target.readings(all, ['gdp'])).toHaveLength(1)
    await target.close()
    await before.close()
    await old.close()
  }, 120_000)

  it('S73 carries every table, or leaves it out by name', async () => {
    const tables = await asOwner<{ name: string }>(
      store(),
      `select relname::text as name from pg_class where relkind in ('r', 'p') and not relispartition
        and relnamespace = 'public'::regnamespace order by 1`,
    )
    expect(tables.map(({ name }) => name)).toEqual([...CARRIED.map(({ table }) => table), ...LEFT_OUT].sort())
  })

  it('S43 keeps districts apart in what is verified and sealed', async () => {
    const harbour: Scope = { district: 'harbour', person: 'x', units: 'all' }
    const other = step(undefined, 'k1', opening({ lead: 'sea' }), 'harbour')
    expect((await store().commit(harbour, commitOf([other]))).ok).toBe(true)
    expect(
      (await store().commit(harbour, commitOf([step(stateOf(other), 'k1', setting({ title: '码头' }), 'harbour')]))).ok,
    ).toBe(true)
    expect(await store().districts()).toEqual(['harbour', DISTRICT])
    expect(await store().verify({ district: 'harbour', rules: toyRules })).toMatchObject({
      entries: 2,
      records: 1,
      findings: [],
    })
    expect(await store().seal('harbour', at(0))).toMatchObject({ number: 1, entries: 2 })
    expect(await store().seals(harbour)).toHaveLength(1)
    expect(await findings(store())).toEqual([])
  })
}
