import { spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Result } from '@jiannuo/kernel'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { connectAlone } from '../pg-client.ts'
import { type EmbeddedServer, startEmbedded, statusEmbedded, stopEmbedded } from './launcher.ts'
import { layoutOf } from './layout.ts'
import { takeLock } from './lock.ts'
import { findProcess } from './processes.ts'

/** A data folder in a folder, neither of which is there before; its cluster serves all tests that do not make their own. */
const parent = mkdtempSync(join(tmpdir(), 'jiannuo-launcher-'))
const made = layoutOf(join(parent, 'not yet', 'data'))
let first: EmbeddedServer
beforeAll(async () => {
  first = must(await startEmbedded(made.folder))
}, 60_000)
afterEach(async () => {
  await stopEmbedded(made.folder)
}, 60_000)
afterAll(() => rmSync(parent, { recursive: true, force: true }))

/** A data folder without a cluster. */
let other = layoutOf('')
beforeEach(() => {
  other = layoutOf(mkdtempSync(join(parent, 'other-')))
})

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

const codes = (result: Result<unknown>): string[] => (result.ok ? [] : result.problems.map(({ code }) => code))

/** Lends the cluster to another data folder. */
async function lend(folder: string, work: () => Promise<void>): Promise<void> {
  await stopEmbedded(made.folder)
  renameSync(made.cluster, layoutOf(folder).cluster)
  try {
    await work()
  } finally {
    await stopEmbedded(folder)
    renameSync(layoutOf(folder).cluster, made.cluster)
  }
}

async function ask(server: EmbeddedServer, text: string): Promise<unknown> {
  const client = await connectAlone({ ...server, user: 'postgres', database: 'postgres' }, 'test', 10_000)
  try {
    return (await client.query<{ answer: unknown }>(text)).rows[0]?.answer
  } finally {
    await client.end()
  }
}

const setting = (server: EmbeddedServer, name: string) => ask(server, `select current_setting('${name}') as answer`)

describe('the first start', () => {
  it('S1 makes a cluster in its own closed folder, in UTF-8 with checksums, safe against power cuts, without TCP', async () => {
    expect(first).toMatchObject({ adopted: false, created: true, folder: made.folder, host: made.cluster })
    expect(statSync(made.cluster).mode & 0o777).toBe(0o700)
    const expected = {
      server_encoding: 'UTF8',
      data_checksums: 'on',
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      listen_addresses: '',
      TimeZone: 'UTC',
    }
    for (const [name, value] of Object.entries(expected))
      expect([name, await setting(first, name)]).toEqual([name, value])
    const locale = `select datlocprovider::text || ' ' || datlocale as answer from pg_database where datname = 'template1'`
    expect(await ask(first, locale)).toBe('b C.UTF-8')
  })

  it('S1 that was interrupted is begun anew', async () => {
    // As a killed one leaves it: half a cluster beside the place of the cluster.
    const half = join(other.folder, `${other.unfinished}1`)
    mkdirSync(join(half, 'base'), { recursive: true })
    writeFileSync(join(half, 'PG_VERSION'), '18\n')
    try {
      expect(must(await startEmbedded(other.folder))).toMatchObject({ created: true })
      expect(readdirSync(other.folder).filter((name) => name.startsWith(other.unfinished))).toEqual([])
    } finally {
      await stopEmbedded(other.folder)
    }
  })

  it('S1 does not touch a folder named like the cluster that is none', async () => {
    mkdirSync(other.cluster)
    writeFileSync(join(other.cluster, 'mine.txt'), 'mine')
    expect(codes(await startEmbedded(other.folder))).toEqual(['store/folder-unusable'])
    expect(readdirSync(other.cluster)).toEqual(['mine.txt'])
  })

  it('S11 in a place that cannot be a folder is refused', async () => {
    writeFileSync(join(other.folder, 'file'), '')
    expect(codes(await startEmbedded(join(other.folder, 'file')))).toEqual(['store/folder-unusable'])
    expect(codes(await startEmbedded(join(other.folder, 'file', 'in')))).toEqual(['store/folder-unusable'])
  })
})

describe('a later start', () => {
  it('S27 finds the data, and status tells how it stands', async () => {
    expect(statusEmbedded(other.folder)).toEqual({ state: 'absent', keep: false })
    expect(statusEmbedded(made.folder)).toEqual({ state: 'stopped', keep: false, version: '18' })
    const server = must(await startEmbedded(made.folder, { keep: true }))
    expect(server).toMatchObject({ created: false, adopted: false })
    const place = { host: server.host, port: server.port }
    expect(statusEmbedded(made.folder)).toEqual({ state: 'running', pid: server.pid, place, keep: true, version: '18' })
    expect(must(await stopEmbedded(made.folder))).toBe(true)
    expect(findProcess(server.pid)).toBe(undefined)
    expect(statusEmbedded(made.folder)).toEqual({ state: 'stopped', keep: false, version: '18' })
    expect(must(await stopEmbedded(made.folder))).toBe(false)
  })

  it('S5 adopts a server that is running, even when nobody has written down where, or wrongly', async () => {
    const server = must(await startEmbedded(made.folder))
    expect(must(await startEmbedded(made.folder))).toEqual({ ...server, adopted: true })
    rmSync(made.record)
    expect(must(await startEmbedded(made.folder))).toEqual({ ...server, adopted: true })
    writeFileSync(made.record, '{"host":"/nowhere","port":5432}')
    expect(must(await startEmbedded(made.folder))).toEqual({ ...server, adopted: true })
  })

  it.runIf(process.platform === 'linux')(
    'S6 is not misled by the note of a dead server whose number a stranger has got',
    async () => {
      const stranger = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], { cwd: tmpdir() })
      try {
        writeFileSync(join(made.cluster, 'postmaster.pid'), `${stranger.pid}\n/x\n1\n5432\n/x\n\n\nready\n`)
        const server = must(await startEmbedded(made.folder))
        expect(server.pid).not.toBe(stranger.pid)
        expect(await ask(server, 'select 1 as answer')).toBe(1)
      } finally {
        stranger.kill('SIGKILL')
      }
    },
  )

  it('S10 follows the death of the server at once, and recovers what was committed', async () => {
    const server = must(await startEmbedded(made.folder))
    await ask(server, 'create table kept as select 7 as answer')
    process.kill(server.pid, 'SIGKILL')
    const again = must(await startEmbedded(made.folder))
    expect(again).toMatchObject({ adopted: false, created: false })
    expect(await ask(again, 'select answer from kept')).toBe(7)
  })

  it('S1 takes settings of its own, and keeps values of rows out of the log', async () => {
    const server = must(await startEmbedded(made.folder, { settings: { work_mem: '37MB' } }))
    expect(await setting(server, 'work_mem')).toBe('37MB')
    await ask(server, 'create table person (phone text primary key)')
    const insert = `insert into person values ('13900001111')`
    await ask(server, insert)
    await expect(ask(server, insert)).rejects.toThrow('duplicate key')
    const log = readFileSync(made.log, 'utf8')
    expect(log).toContain('duplicate key')
    expect(log).not.toContain('13900001111')
  })

  it('S2 listens in a short closed folder when the path is too long, and nowhere that others can enter', async () => {
    const long = join(parent, '很长的文件夹名'.repeat(4), 'x'.repeat(60))
    mkdirSync(long, { recursive: true })
    await lend(long, async () => {
      const server = must(await startEmbedded(long))
      expect(server.host.startsWith(join(tmpdir(), 'jiannuo-'))).toBe(true)
      expect(statSync(server.host).mode & 0o777).toBe(0o700)
      expect(await ask(server, 'select 1 as answer')).toBe(1)
      expect(statusEmbedded(long).place).toEqual({ host: server.host, port: server.port })
      must(await stopEmbedded(long))
      chmodSync(server.host, 0o777)
      expect(codes(await startEmbedded(long))).toEqual(['store/start-failed'])
      rmSync(server.host, { recursive: true, force: true })
    })
  })

  it('S11 of data of another version is refused, by name', async () => {
    writeFileSync(join(made.cluster, 'PG_VERSION'), '17\n')
    const refused = await startEmbedded(made.folder)
    writeFileSync(join(made.cluster, 'PG_VERSION'), '18\n')
    expect(refused).toMatchObject({
      ok: false,
      problems: [{ code: 'store/data-version', params: { found: '17', own: '18' } }],
    })
  })

  it('S11 that fails says what the server died of, and lets the lock go', async () => {
    const control = join(made.cluster, 'global', 'pg_control')
    renameSync(control, `${control}.away`)
    const refused = await startEmbedded(made.folder)
    renameSync(`${control}.away`, control)
    const detail = expect.stringContaining('pg_control')
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'store/start-failed', params: { detail } }] })
    expect(existsSync(made.lock)).toBe(false)
  })

  it('S11 of data without programs is refused rather than begun empty elsewhere', async () => {
    const none = { binaries: join(other.folder, 'none') }
    expect(codes(await startEmbedded(other.folder, none))).toEqual(['store/no-binaries'])
    expect(codes(await startEmbedded(made.folder, none))).toEqual(['store/data-needs-binaries'])
  })

  it('S11 gives up on a lock that is not let go', async () => {
    const answer = await takeLock(other.lock, 0)
    expect(codes(await startEmbedded(other.folder, { waitMs: 50 }))).toEqual(['store/folder-busy'])
    if ('lock' in answer) answer.lock.release()
  })
})

describe.runIf(process.getuid?.() === 0 && process.platform === 'linux')('started by root', () => {
  it('S3 the server runs as another user, on data in a folder that only root can enter', async () => {
    chmodSync(other.folder, 0o700)
    await lend(other.folder, async () => {
      const server = must(await startEmbedded(other.folder))
      expect(statSync(`/proc/${server.pid}`).uid).not.toBe(0)
      expect(statSync(other.folder)).toMatchObject({ uid: 0 })
      expect(await ask(server, 'select 1 as answer')).toBe(1)
    })
  })
})
