import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database, Session } from './connection.ts'
import { StatementFailed } from './errors.ts'
import { kyselyFor, queryBuilder, runBuilt } from './kysely.ts'
import { startEmbedded, stopEmbedded } from './launcher/launcher.ts'
import { SHARED_FOLDER, type TestDatabases, testDatabases } from './testing.ts'

const TABLES = `
  create table note (
    district text not null, id bigint not null, body text, kind char(1), share numeric, size int8, day date, at timestamptz,
    bytes bytea, meta jsonb, tags text[], days date[], ok boolean, part float8, primary key (district, id)
  );
  alter table note enable row level security;
  create policy own on note using (district = nullif(current_setting('jiannuo.district', true), ''));
  create table counter (name text primary key, value int8 not null);
  create table parent (id int8 primary key);
  create table child (id int8 primary key, parent int8 not null references parent deferrable initially deferred);
  grant select, insert, update, delete on note, counter, child to jiannuo_app;
  create function add_later(n int8) returns void language plpgsql as $$ begin
    if nextval('tries') <= n then raise exception 'lost' using errcode = '40001'; end if;
    insert into counter values ('added', n);
  end $$;
  create sequence tries;
  grant usage on sequence tries to jiannuo_app;
`

const prepare = (database: Database): Promise<void> =>
  database.transaction('owner', {}, async (session) => {
    await session.run(`
      do $$ begin
        if not exists (select from pg_roles where rolname = 'jiannuo_app') then
          create role jiannuo_app login nosuperuser nobypassrls;
        end if;
      end $$;
      create extension if not exists pg_trgm;
      create extension if not exists btree_gin;
      ${TABLES}`)
  })

const HERE = { 'jiannuo.district': '兰台区' }
const [embedded, pglite] = testDatabases(prepare, { [SHARED_FOLDER]: process.env[SHARED_FOLDER] })
const real = process.env.JIANNUO_TEST_DATABASE_URL

/** Our own server, reached by its address as any other is. */
const folder = mkdtempSync(join(tmpdir(), 'jiannuo-contract-'))
async function byAddress(): Promise<TestDatabases> {
  const started = await startEmbedded(folder, { settings: { fsync: 'off', full_page_writes: 'off' } })
  if (!started.ok) throw new Error(JSON.stringify(started.problems))
  const url = `postgres://postgres@${encodeURIComponent(started.value.host)}/postgres`
  return testDatabases(prepare, { JIANNUO_TEST_DATABASE_URL: url })[2]!
}

const ENGINES: readonly (readonly [string, () => Promise<TestDatabases>])[] = [
  ['embedded', async () => embedded!],
  ['pglite', async () => pglite!],
  ['server by its address', byAddress],
  ...(real === undefined
    ? []
    : [['server of JIANNUO_TEST_DATABASE_URL', async () => testDatabases(prepare)[2]!] as const]),
]

afterAll(async () => {
  await stopEmbedded(folder)
  rmSync(folder, { recursive: true, force: true })
}, 60_000)

describe.each(ENGINES)('a database on %s', (_name, make) => {
  let databases: TestDatabases
  let db: Database
  beforeAll(async () => {
    databases = await make()
    db = await databases.create()
  }, 60_000)
  afterAll(async () => {
    await databases.close()
  }, 60_000)
  const asApp = <T>(work: (session: Session) => Promise<T>): Promise<T> => db.transaction('app', HERE, work)

  it('S14 the application runs as its own role, without power over policies; the owner as another', async () => {
    const { rows } = await db.once(
      'app',
      {},
      'select current_user::text as name, rolsuper, rolbypassrls from pg_roles where rolname = current_user',
    )
    expect(rows).toEqual([{ name: 'jiannuo_app', rolsuper: false, rolbypassrls: false }])
    const owner = await db.once<{ name: string }>('owner', {}, 'select current_user::text as name')
    expect(owner.rows[0]?.name).not.toBe('jiannuo_app')
    await expect(db.once('app', {}, 'create table mine (id int)')).rejects.toMatchObject({ state: '42501' })
  })

  it('S15 settings hold for their transaction and no longer', async () => {
    await db.once('app', HERE, `insert into note (district, id) values ('兰台区', 1)`)
    const seen = 'select id from note'
    expect((await db.once('app', HERE, seen)).rows).toEqual([{ id: 1 }])
    expect((await db.once('app', { 'jiannuo.district': '别处' }, seen)).rows).toEqual([])
    // Every connection of the pool has served somebody by now.
    for (let i = 0; i < 12; i += 1) expect((await db.once('app', {}, seen)).rows).toEqual([])
  })

  it('S15 a value that tries to end the statement is only a value', async () => {
    const evil = `x'; reset role; set jiannuo.district = '兰台区'; --\\`
    const { rows } = await db.once(
      'app',
      { 'jiannuo.person': evil },
      `select current_setting('jiannuo.person') as person, current_user::text as name`,
    )
    expect(rows).toEqual([{ person: evil, name: 'jiannuo_app' }])
    await expect(db.once('app', { role: 'postgres' }, 'select 1')).rejects.toThrow(RangeError)
  })

  it('S17 once is committed, gives rows and their count', async () => {
    const inserted = await db.once('app', {}, `insert into counter values ('a', 1), ('b', 2) returning name`)
    expect(inserted).toEqual({ rows: [{ name: 'a' }, { name: 'b' }], count: 2 })
    expect((await db.once('app', {}, 'update counter set value = value + $1', [5])).count).toBe(2)
    expect((await db.once('app', {}, 'select name, value from counter order by name')).rows).toEqual([
      { name: 'a', value: 6 },
      { name: 'b', value: 7 },
    ])
    await db.once('app', {}, 'delete from counter')
  })

  it('S17 once that fails leaves nothing, neither of itself nor on the connection', async () => {
    const twice = `with first as (insert into counter values ('c', 1)) insert into counter values ('c', 2)`
    for (let i = 0; i < 10; i += 1)
      await expect(db.once('app', HERE, twice)).rejects.toMatchObject({ state: '23505', table: 'counter' })
    expect((await db.once('app', {}, 'select count(*) as n from counter')).rows).toEqual([{ n: 0 }])
  })

  it('S17 once whose commit is refused fails', async () => {
    await expect(db.once('app', {}, 'insert into child values (1, 404)')).rejects.toMatchObject({ state: '23503' })
    expect((await db.once('owner', {}, 'select count(*) as n from child')).rows).toEqual([{ n: 0 }])
  })

  it('S17 once is one statement: a second one behind it is refused', async () => {
    await expect(db.once('app', {}, 'select 1; select 2')).rejects.toBeInstanceOf(StatementFailed)
  })

  it('S17 a named statement gives the same, however often', async () => {
    for (const n of [1, 2, 3]) {
      const { rows } = await db.once('app', {}, 'select $1::int8 * 2 as twice', [n], { name: 'twice' })
      expect(rows).toEqual([{ twice: n * 2 }])
    }
    // A name whose first use fails may be used again.
    await expect(db.once('app', {}, 'select 1 / $1::int8 as x', [0], { name: 'over' })).rejects.toMatchObject({
      state: '22012',
    })
    expect((await db.once('app', {}, 'select 1 / $1::int8 as x', [1], { name: 'over' })).rows).toEqual([{ x: 1 }])
  })

  it('S19 once that lost against another is tried again; not for ever', async () => {
    await db.once('app', {}, 'select add_later($1)', [2])
    expect((await db.once('app', {}, `select value from counter where name = 'added'`)).rows).toEqual([{ value: 2 }])
    await expect(db.once('app', {}, 'select add_later($1)', [1000])).rejects.toMatchObject({ state: '40001' })
    await db.once('app', {}, 'delete from counter')
  })

  it('S21 a transaction is committed with its work, rolled back when the work throws', async () => {
    const stop = new Error('stop')
    const failing = db.transaction('app', {}, async (session) => {
      await session.query(`insert into counter values ('d', 1)`)
      throw stop
    })
    await expect(failing).rejects.toBe(stop)
    const n = await db.transaction('app', {}, async (session) => {
      await session.run(`insert into counter values ('e', 1); insert into counter values ('f', 1)`)
      return (await session.query(`select name from counter order by name`)).rows
    })
    expect(n).toEqual([{ name: 'e' }, { name: 'f' }])
    expect((await db.once('app', {}, 'delete from counter')).count).toBe(2)
  })

  it('S21 a refused statement that the work has swallowed does not end in success', async () => {
    const swallowed = db.transaction('app', {}, async (session) => {
      await session.query(`insert into counter values ('g', 1)`)
      await session.query('select 1 / 0').catch(() => {})
      return 'done'
    })
    await expect(swallowed).rejects.toMatchObject({ state: '25P02' })
    expect((await db.once('app', {}, 'select count(*) as n from counter')).rows).toEqual([{ n: 0 }])
  })

  it('S21 a savepoint lets the work go on after a refused statement', async () => {
    await db.transaction('app', {}, async (session) => {
      await session.run('savepoint before')
      await expect(session.query('select 1 / 0')).rejects.toMatchObject({ state: '22012' })
      await session.run('rollback to savepoint before')
      await session.query(`insert into counter values ('h', 1)`)
    })
    expect((await db.once('app', {}, 'delete from counter')).count).toBe(1)
  })

  it('S21 statements that are sent together run in their order', async () => {
    const values = await db.transaction('app', {}, async (session) => {
      await session.query(`insert into counter values ('i', 0)`)
      const sent = [1, 2, 3].map((n) =>
        session.query<{ value: number }>('update counter set value = value * 10 + $1 returning value', [n]),
      )
      return (await Promise.all(sent)).map(({ rows }) => rows[0]?.value)
    })
    expect(values).toEqual([1, 12, 123])
    await db.once('app', {}, 'delete from counter')
  })

  it('S21 a session refuses after its transaction has ended', async () => {
    let kept: Session | undefined
    await db.transaction('app', {}, async (session) => {
      kept = session
    })
    await expect(kept?.query('select 1')).rejects.toThrow('the transaction has ended')
  })

  it('S21 a reading transaction cannot write', async () => {
    const writing = db.transaction('app', {}, (session) => session.query(`insert into counter values ('j', 1)`), {
      readOnly: true,
    })
    await expect(writing).rejects.toMatchObject({ state: '25006' })
  })

  it('S21 many at once: every one gets its turn and its own answer', async () => {
    const numbers = Array.from({ length: 60 }, (_, n) => n)
    const answers = await Promise.all(
      numbers.map((n) => db.once<{ n: number }>('app', {}, 'select $1::int8 as n', [n])),
    )
    expect(answers.map(({ rows }) => rows[0]?.n)).toEqual(numbers)
  })

  it('S16 values go in and come out in the same shapes on every engine', async () => {
    const row = {
      district: '兰台区',
      id: 9007199254740991,
      body: '引号"和\\反斜线，\n两行\t制表',
      kind: 'x',
      share: 0.125,
      size: -42,
      day: '2026-03-01',
      at: new Date('2026-03-01T00:30:00.123Z'),
      bytes: new Uint8Array([0, 255, 16]),
      meta: { list: [1, 'a', null], nested: { ok: true } },
      tags: ['a,b', '{c}', 'NULL', '', null, 'say "x"'],
      days: ['2026-01-01', null],
      ok: true,
      part: 1e-7,
    }
    const columns = Object.keys(row)
    const places = columns.map((_, at) => `$${at + 1}`).join(', ')
    const { rows } = await db.once(
      'app',
      HERE,
      `insert into note (${columns.join(', ')}) values (${places}) returning *`,
      Object.values(row),
    )
    expect(rows).toEqual([row])
    expect(rows[0]?.bytes).toBeInstanceOf(Uint8Array)
    const others = await db.once(
      'app',
      {},
      `select count(*) as n, 1.5::numeric as share, null::int8 as none, '1 day'::interval as span, array[1.5, 2]::numeric[] as shares, '{}'::text[] as empty, array[[1,2],[3,4]]::int8[] as grid`,
    )
    expect(others.rows).toEqual([
      {
        n: 1,
        share: 1.5,
        none: null,
        span: '1 day',
        shares: [1.5, 2],
        empty: [],
        grid: [
          [1, 2],
          [3, 4],
        ],
      },
    ])
    await expect(db.once('app', {}, 'select 9007199254740993::int8 as n')).rejects.toThrow(RangeError)
    await db.once('app', HERE, 'delete from note')
  })

  it('S20 load writes many rows as the owner and as the application, under its policies', async () => {
    const rows = Array.from({ length: 2500 }, (_, id) => [
      '兰台区',
      id,
      `第${id}条\t\\\n`,
      { n: id },
      [`t${id}`, null],
      new Uint8Array([id % 256]),
      null,
    ])
    const columns = ['district', 'id', 'body', 'meta', 'tags', 'bytes', 'day']
    expect(await db.transaction('owner', {}, (session) => session.load('note', columns, rows))).toBe(2500)
    const check = `select count(*) as n, sum((meta->>'n')::int8) as sum, min(body) filter (where id = 7) as body, max(tags[1]) filter (where id = 7) as tag from note`
    const expected = [{ n: 2500, sum: 3123750, body: '第7条\t\\\n', tag: 't7' }]
    expect((await db.once('app', HERE, check)).rows).toEqual(expected)
    await db.once('app', HERE, 'delete from note')
    async function* later() {
      for (const row of rows) yield row
    }
    expect(await asApp((session) => session.load('note', columns, later()))).toBe(2500)
    expect((await db.once('app', HERE, check)).rows).toEqual(expected)
    const elsewhere = db.transaction('app', { 'jiannuo.district': '别处' }, (session) =>
      session.load('note', columns, [rows[0]!]),
    )
    await expect(elsewhere).rejects.toMatchObject({ state: '42501' })
    await db.once('app', HERE, 'delete from note')
  })

  it('S20 a load that fails, in its rows or in their source, leaves nothing and the session as it should be', async () => {
    const bad = db.transaction('owner', {}, (session) =>
      session.load(
        'counter',
        ['name', 'value'],
        [
          ['k', 1],
          ['l', 'no number'],
        ],
      ),
    )
    await expect(bad).rejects.toMatchObject({ state: '22P02' })
    const broken = new Error('source broke')
    async function* source() {
      yield ['k', 1]
      throw broken
    }
    await expect(
      db.transaction('owner', {}, (session) => session.load('counter', ['name', 'value'], source())),
    ).rejects.toBe(broken)
    await expect(
      db.transaction('owner', {}, (session) => session.load('counter', ['name', 'missing'], [['k', 1]])),
    ).rejects.toThrow()
    const both = await db.transaction('owner', {}, async (session) => {
      const loading = session.load('counter', ['name', 'value'], [['m', 1]])
      const counting = loading.then(() => session.query<{ n: number }>('select count(*) as n from counter'))
      return [await loading, (await counting).rows[0]?.n]
    })
    expect(both).toEqual([1, 1])
    await db.once('app', {}, 'delete from counter')
  })

  it('S20 a load that the work has left behind does not confuse what comes after', async () => {
    async function* slow() {
      for (const n of [1, 2, 3]) {
        await new Promise((resolve) => setTimeout(resolve, 10))
        yield [`slow${n}`, n]
      }
    }
    const left = db.transaction('owner', {}, async (session) => {
      const loading = session.load('counter', ['name', 'value'], slow())
      loading.catch(() => {})
      await session.query('select 1 as x').catch(() => {})
      await Promise.race([loading, new Promise((resolve) => setTimeout(resolve, 5))])
      throw new Error('stop')
    })
    await expect(left).rejects.toThrow('stop')
    for (let i = 0; i < 3; i += 1)
      expect((await db.once('owner', {}, 'select count(*) as n from counter')).rows).toEqual([{ n: 0 }])
  })

  it('S22 what is told on a channel is heard until listening ends', async () => {
    const heard: string[] = []
    let next: () => void = () => {}
    const told = (n: number) =>
      new Promise<void>((resolve) => {
        next = () => heard.length >= n && resolve()
        next()
      })
    const end = await db.listen('news', (payload) => {
      heard.push(payload)
      next()
    })
    await db.once('app', {}, `select pg_notify('news', $1)`, ['一'])
    await told(1)
    await end()
    await db.once('app', {}, `select pg_notify('news', $1)`, ['二'])
    const again = await db.listen('news', (payload) => {
      heard.push(payload)
      next()
    })
    await db.once('app', {}, `select pg_notify('news', $1)`, ['三'])
    await told(2)
    await again()
    expect(heard).toEqual(['一', '三'])
  })

  it('S23 Kysely runs queries and transactions on it, under the role and settings given', async () => {
    const kysely = kyselyFor<{ note: { district: string; id: number; body: string | null } }>(db, 'app', HERE)
    await kysely
      .insertInto('note')
      .values([
        { district: '兰台区', id: 1, body: 'a' },
        { district: '兰台区', id: 2, body: 'b' },
      ])
      .execute()
    const stop = new Error('stop')
    const failing = kysely.transaction().execute(async (trx) => {
      await trx.updateTable('note').set({ body: 'c' }).execute()
      throw stop
    })
    await expect(failing).rejects.toBe(stop)
    const changed = await kysely
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (trx) => {
        const result = await trx.updateTable('note').set({ body: 'd' }).where('id', '=', 2).executeTakeFirst()
        return result.numUpdatedRows
      })
    expect(changed).toBe(1n)
    expect(await kysely.selectFrom('note').select(['id', 'body']).orderBy('id').execute()).toEqual([
      { id: 1, body: 'a' },
      { id: 2, body: 'd' },
    ])
    expect((await sql<{ name: string }>`select current_user::text as name`.execute(kysely)).rows).toEqual([
      { name: 'jiannuo_app' },
    ])
    expect((await kysely.introspection.getTables()).map(({ name }) => name)).toContain('note')
    expect((await kysely.deleteFrom('note').executeTakeFirst()).numDeletedRows).toBe(2n)
    await kysely.destroy()
    expect((await db.once('app', {}, 'select 1 as x')).rows).toEqual([{ x: 1 }])
  })

  it('S23 a query built apart runs in a session', async () => {
    const built = queryBuilder<{ counter: { name: string; value: number } }>()
      .selectFrom('counter')
      .selectAll()
      .where('value', '>', 1)
    await db.once('app', {}, `insert into counter values ('n', 1), ('o', 2)`)
    expect(await asApp((session) => runBuilt(session, built, { name: 'built' }))).toEqual({
      rows: [{ name: 'o', value: 2 }],
      count: 1,
    })
    await db.once('app', {}, 'delete from counter')
  })

  it('S13 trigrams and plain columns in GIN indexes are there', async () => {
    const { rows } = await db.once(
      'app',
      {},
      `select extname from pg_extension where extname in ('pg_trgm', 'btree_gin') order by 1`,
    )
    expect(rows).toEqual([{ extname: 'btree_gin' }, { extname: 'pg_trgm' }])
    expect((await db.once('app', {}, 'show timezone')).rows).toEqual([{ TimeZone: 'UTC' }])
  })

  it('S21 a closed database refuses; closing twice is closing once', async () => {
    const own = await databases.create()
    await Promise.all([own.close(), own.close()])
    await expect(own.transaction('app', {}, () => Promise.resolve(1))).rejects.toThrow('closed')
    await expect(own.once('app', {}, 'select 1')).rejects.toThrow('closed')
  })

  it('S24 databases for tests do not see each other', async () => {
    const [one, two] = [await databases.create(), await databases.create()]
    await one.once('app', {}, `insert into counter values ('p', 1)`)
    expect((await two.once('app', {}, 'select count(*) as n from counter')).rows).toEqual([{ n: 0 }])
  })
})
