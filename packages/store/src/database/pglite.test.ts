import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Result } from '@jiannuo/kernel'
import { afterAll, describe, expect, it } from 'vitest'
import { removeBundle, runChild } from '../../testing/run-child.ts'
import type { Database } from './connection.ts'
import { layoutOf } from './launcher/layout.ts'
import { machineOf } from './launcher/processes.ts'
import { openDatabase } from './open.ts'
import { openPglite } from './pglite.ts'

const parent = mkdtempSync(join(tmpdir(), 'jiannuo-pglite-'))
const folder = join(parent, 'data')
const layout = layoutOf(folder)
const none = join(parent, 'no programs')
afterAll(() => {
  rmSync(parent, { recursive: true, force: true })
  removeBundle()
})

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

const count = async (db: Database) =>
  (await db.once<{ n: number }>('owner', {}, 'select count(*) as n from kept')).rows[0]?.n

describe('where our own server cannot run', () => {
  it('S12 PGlite takes over and says so with the reason; one process at a time', async () => {
    // A process that died while it made the database has left half of one, and its lock.
    mkdirSync(join(layout.pglite, 'base'), { recursive: true })
    writeFileSync(join(layout.pglite, 'PG_VERSION'), '18\n')
    const { pid } = spawnSync(process.execPath, ['-e', ''])
    writeFileSync(layout.pgliteLock, JSON.stringify({ pid, host: hostname(), started: '', ...machineOf(), nonce: 'x' }))
    const db = must(await openDatabase({ folder, binaries: none }))
    expect(db).toMatchObject({ engine: 'pglite', notices: [{ code: 'store/pglite-fallback', severity: 'warning' }] })
    expect(db.notices[0]?.params?.reason).toContain('没有安装程序包')
    await db.transaction('owner', {}, (session) =>
      session.run('create table kept (id int8); insert into kept values (1)'),
    )
    const nested = db.transaction('owner', {}, () => db.once('owner', {}, 'select 1'))
    await expect(nested).rejects.toThrow('asks the database for another one')
    const second = await openPglite(folder, { waitMs: 50 })
    expect(second).toMatchObject({ ok: false, problems: [{ code: 'store/folder-busy' }] })
    await db.close()
  }, 180_000)

  it('S12 the folder stays with PGlite when the programs are back, and that is said as well', async () => {
    const db = must(await openDatabase({ folder }))
    expect(db).toMatchObject({ engine: 'pglite', notices: [{ code: 'store/pglite-data' }] })
    expect(await count(db)).toBe(1)
    await db.close()
  }, 180_000)

  it('S12 our own server alone, asked for by name, is refused instead', async () => {
    expect(await openDatabase({ folder: join(parent, 'other'), binaries: none, engine: 'embedded' })).toMatchObject({
      ok: false,
      problems: [{ code: 'store/no-binaries' }],
    })
  })
})

describe('a PGlite database', () => {
  it('S12 keeps what was acknowledged before its process was killed, and lets the next one in', async () => {
    const child = await runChild(
      `const db = await open({ folder: args[0], engine: 'pglite' })
       await db.once('owner', {}, 'insert into kept values (2)')
       say('kept')
       process.stdin.resume()`,
      folder,
    )
    await child.line('kept')
    expect(await openPglite(folder, { waitMs: 50 })).toMatchObject({
      problems: [{ code: 'store/folder-busy', params: { holder: `${hostname()} ${child.process.pid}` } }],
    })
    child.process.kill('SIGKILL')
    await child.ended
    const db = must(await openPglite(folder))
    expect(await count(db)).toBe(2)
    await db.close()
  }, 180_000)

  it('S12 that cannot be opened is refused in words', async () => {
    rmSync(join(layout.pglite, 'global'), { recursive: true })
    expect(await openPglite(folder)).toMatchObject({ ok: false, problems: [{ code: 'store/pglite-failed' }] })
  }, 180_000)
})

describe('which database to open', () => {
  it('S28 needs a place: an address or a folder', async () => {
    for (const engine of [undefined, 'server', 'embedded', 'pglite'] as const)
      expect(await openDatabase(engine === undefined ? {} : { engine })).toMatchObject({
        problems: [{ code: 'store/no-place' }],
      })
  })

  it('S28 is an address before a folder', async () => {
    expect(await openDatabase({ url: 'no address', folder })).toMatchObject({ problems: [{ code: 'store/bad-url' }] })
  })
})
