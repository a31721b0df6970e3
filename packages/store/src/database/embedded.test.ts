import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Result } from '@jiannuo/kernel'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { removeBundle, runChild } from '../../testing/run-child.ts'
import type { Database } from './connection.ts'
import { openEmbedded } from './embedded.ts'
import { StoreUnavailable } from './errors.ts'
import { startEmbedded, statusEmbedded, stopEmbedded } from './launcher/launcher.ts'
import { findProcess } from './launcher/processes.ts'

const parent = mkdtempSync(join(tmpdir(), 'jiannuo-embedded-'))
const folder = join(parent, 'data')

const SETUP = `
  create role jiannuo_app login nosuperuser nobypassrls;
  create table done (id int8 primary key);
  grant select, insert on done to jiannuo_app;
`

beforeAll(async () => {
  const db = must(await openEmbedded(folder))
  await db.transaction('owner', {}, (session) => session.run(SETUP))
  await db.close()
}, 60_000)
afterEach(async () => {
  await stopEmbedded(folder)
}, 60_000)
afterAll(() => {
  rmSync(parent, { recursive: true, force: true })
  removeBundle()
})

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

const state = (): string => statusEmbedded(folder).state

const HOLD = `
  const db = await open({ folder: args[0] })
  await db.once('app', {}, 'select 1')
  say('open', store.statusEmbedded(args[0]).pid)
  process.stdin.on('data', async () => { await db.close(); process.exit(0) })
`

describe('several processes', () => {
  it('S8 that start at once in an empty folder all get a working connection, and leave no server', async () => {
    const fresh = join(parent, 'fresh')
    const code = `
      const db = await open({ folder: args[0] })
      await db.transaction('owner', {}, (session) => session.run('create table if not exists met (id int8)'))
        .catch((error) => { if (store.sqlState(error) !== '23505') throw error })
      await db.once('owner', {}, 'insert into met values ($1)', [args[1]])
      say('done')
      process.stdin.on('data', async () => {
        say('met', (await db.once('owner', {}, 'select count(*) as n from met')).rows[0].n)
        await db.close()
        process.exit(0)
      })
    `
    const children = await Promise.all(['1', '2', '3'].map((id) => runChild(code, fresh, id)))
    await Promise.all(children.map((child) => child.line('done')))
    for (const child of children) child.process.stdin?.write('go\n')
    expect(await Promise.all(children.map((child) => child.line('met')))).toEqual(['3', '3', '3'])
    expect(await Promise.all(children.map((child) => child.ended))).toEqual([0, 0, 0])
    expect(statusEmbedded(fresh).state).toBe('stopped')
  }, 60_000)

  it('S9 the first to close leaves the server to the others; the last one stops it', async () => {
    const one = await runChild(HOLD, folder)
    const pid = await one.line('open')
    const two = await runChild(HOLD, folder)
    expect(await two.line('open')).toBe(pid)
    one.process.stdin?.write('close\n')
    expect(await one.ended).toBe(0)
    expect(statusEmbedded(folder)).toMatchObject({ state: 'running', pid: Number(pid) })
    two.process.stdin?.write('close\n')
    expect(await two.ended).toBe(0)
    expect(state()).toBe('stopped')
  })

  it('S5 S9 the server of a killed process is adopted by the next, which stops it at its end', async () => {
    const killed = await runChild(HOLD, folder)
    const pid = await killed.line('open')
    killed.process.kill('SIGKILL')
    await killed.ended
    expect(statusEmbedded(folder)).toMatchObject({ state: 'running', pid: Number(pid) })
    const next = await runChild(HOLD, folder)
    expect(await next.line('open')).toBe(pid)
    next.process.stdin?.write('close\n')
    await next.ended
    expect(state()).toBe('stopped')
    expect(findProcess(Number(pid))).toBe(undefined)
  })
})

describe('a process that ends without closing', () => {
  const open = `const db = await open({ folder: args[0] }); await db.once('app', {}, 'select 1'); say('open');`

  it('S9 for nothing is left to do stops the server', async () => {
    const child = await runChild(open, folder)
    expect(await child.ended).toBe(0)
    expect(state()).toBe('stopped')
  })

  it.runIf(process.platform === 'linux')(
    'S9 by process.exit stops the server, unless somebody else is there',
    async () => {
      const child = await runChild(`${open} process.exit(3)`, folder)
      expect(await child.ended).toBe(3)
      await expect.poll(state, { timeout: 10_000 }).toBe('stopped')
      const other = await runChild(HOLD, folder)
      const pid = await other.line('open')
      expect(await (await runChild(`${open} process.exit(0)`, folder)).ended).toBe(0)
      await sleep(100)
      expect(statusEmbedded(folder)).toMatchObject({ state: 'running', pid: Number(pid) })
      other.process.stdin?.write('close\n')
      await other.ended
    },
  )

  it('S9 by an interruption stops the server, and dies of it', async () => {
    const child = await runChild(`${open} setInterval(() => {}, 1000)`, folder)
    await child.line('open')
    child.process.kill('SIGTERM')
    expect(await child.ended).toBe('SIGTERM')
    expect(state()).toBe('stopped')
  })

  it('S9 leaves a server running that is to stay', async () => {
    const { pid } = must(await startEmbedded(folder, { keep: true }))
    const db = must(await openEmbedded(folder))
    await db.once('app', {}, 'select 1')
    await db.close()
    const child = await runChild(`${open} process.exit(0)`, folder)
    await child.ended
    await sleep(50)
    expect(statusEmbedded(folder)).toMatchObject({ state: 'running', pid, keep: true })
  })
})

describe('a server that dies', () => {
  /** Inserts numbers one after the other until told to stop; gives those that were acknowledged. */
  async function insertUntil(db: Database, done: () => boolean, from: number) {
    const acknowledged: number[] = []
    const failures: unknown[] = []
    for (let id = from; !done(); id += 1) {
      try {
        await db.once('app', {}, 'insert into done values ($1)', [id])
        acknowledged.push(id)
      } catch (error) {
        failures.push(error)
      }
    }
    return { acknowledged, failures }
  }

  it('S10 is started again by the next use: only what was in progress fails, and nothing acknowledged is lost', async () => {
    const db = must(await openEmbedded(folder))
    let over = false
    const writers = [0, 1, 2].map((n) => insertUntil(db, () => over, n * 1_000_000))
    for (let kill = 0; kill < 3; kill += 1) {
      await sleep(120)
      const { pid } = statusEmbedded(folder)
      if (pid !== undefined) process.kill(pid, 'SIGKILL')
    }
    await sleep(300)
    over = true
    const results = await Promise.all(writers)
    for (const { failures } of results) for (const failure of failures) expect(failure).toBeInstanceOf(StoreUnavailable)
    const acknowledged = results.flatMap((result) => result.acknowledged)
    expect(acknowledged.length).toBeGreaterThan(0)
    const { rows } = await db.once<{ n: number }>('app', {}, 'select count(*) as n from done where id = any($1)', [
      acknowledged,
    ])
    expect(rows).toEqual([{ n: acknowledged.length }])
    await db.close()
    expect(state()).toBe('stopped')
  }, 60_000)

  it.runIf(process.platform === 'linux')(
    'S10 comes back although a long statement goes on without it',
    async () => {
      const db = must(await openEmbedded(folder))
      // So that a connection is there, and the long statement is on it at once.
      await db.once('owner', {}, 'select 1')
      // Counts without looking whether the server is still there.
      const busy = db.once(
        'owner',
        {},
        'select count(*) from generate_series(1, 1000) a, generate_series(1, 1000) b, generate_series(1, 1000) c',
      )
      const broken = expect(busy).rejects.toBeInstanceOf(StoreUnavailable)
      await sleep(200)
      process.kill(statusEmbedded(folder).pid ?? 0, 'SIGKILL')
      expect((await db.once('app', {}, 'select 1 as x')).rows).toEqual([{ x: 1 }])
      await broken
      await db.close()
    },
    60_000,
  )

  it('S10 S22 is listened to again, and the listener told that something may have been missed', async () => {
    const db = must(await openEmbedded(folder))
    const heard: string[] = []
    await db.listen('news', (payload) => heard.push(payload))
    const { pid } = statusEmbedded(folder)
    process.kill(pid ?? 0, 'SIGKILL')
    await expect
      .poll(
        () =>
          db.once('app', {}, 'select 1 as x').then(
            ({ count }) => count,
            () => 0,
          ),
        { timeout: 20_000 },
      )
      .toBe(1)
    await expect.poll(() => heard, { timeout: 20_000 }).toEqual([''])
    await db.once('app', {}, `select pg_notify('news', 'again')`)
    await expect.poll(() => heard, { timeout: 20_000 }).toEqual(['', 'again'])
    await db.close()
  }, 60_000)

  it('S10 for good is StoreUnavailable with nothing done', async () => {
    const db = must(await openEmbedded(folder))
    await db.once('app', {}, 'select 1')
    const blocked = must(await openEmbedded(folder, { binaries: join(parent, 'none') }))
    await stopEmbedded(folder)
    await expect
      .poll(() => blocked.once('app', {}, 'select 1').catch((error: unknown) => error), { timeout: 20_000 })
      .toMatchObject({ name: 'StoreUnavailable', outcome: 'none' })
    await blocked.close()
    await db.close()
  }, 60_000)
})
