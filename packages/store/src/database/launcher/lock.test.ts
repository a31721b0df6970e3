import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findHolder, type Lock, type LockAnswer, takeLock } from './lock.ts'
import { findProcess, machineOf } from './processes.ts'

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiannuo-lock-'))
  path = join(folder, 'a.lock')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function mine(answer: LockAnswer): Lock {
  if (!('lock' in answer)) throw new Error(`held by ${answer.holder.pid}`)
  return answer.lock
}

const ticket = (parts: object): string =>
  JSON.stringify({ pid: 1, host: hostname(), started: '', ...machineOf(), nonce: 'x', ...parts })

/** Number of a process that has ended. */
const deadPid = (): number => spawnSync(process.execPath, ['-e', '']).pid

describe('a lock', () => {
  it('S7 is held by one; the next one waits, and gets it when it is let go', async () => {
    const first = mine(await takeLock(path, 0))
    expect(await takeLock(path, 30)).toEqual({
      holder: expect.objectContaining({ pid: process.pid, host: hostname() }),
    })
    const waiting = takeLock(path, 10_000)
    first.release()
    mine(await waiting).release()
    expect(readdirSync(folder)).toEqual([])
  })

  it('S7 goes to exactly one at a time, however many want it', async () => {
    let inside = 0
    let most = 0
    const turns = Array.from({ length: 20 }, async () => {
      const lock = mine(await takeLock(path, 20_000))
      inside += 1
      most = Math.max(most, inside)
      await new Promise((resolve) => setTimeout(resolve, 1))
      inside -= 1
      lock.release()
    })
    await Promise.all(turns)
    expect(most).toBe(1)
  })

  it('S7 of a dead process is taken over, by one of many', async () => {
    writeFileSync(path, ticket({ pid: deadPid() }))
    const answers = await Promise.all(Array.from({ length: 8 }, () => takeLock(path, 50)))
    expect(answers.filter((answer) => 'lock' in answer)).toHaveLength(1)
    for (const answer of answers) if ('lock' in answer) answer.lock.release()
    expect(existsSync(path)).toBe(false)
  })

  it('S7 of a living process is respected', async () => {
    const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'])
    try {
      writeFileSync(path, ticket({ pid: other.pid, started: findProcess(other.pid ?? 0)?.started ?? '' }))
      expect(await takeLock(path, 60)).toMatchObject({ holder: { pid: other.pid } })
      expect(findHolder(path)?.pid).toBe(other.pid)
    } finally {
      other.kill('SIGKILL')
    }
    mine(await takeLock(path, 10_000)).release()
  })

  it.runIf(process.platform === 'linux')(
    'S7 of a process whose number another one has got since is taken over',
    async () => {
      writeFileSync(path, ticket({ pid: process.ppid, started: '1' }))
      mine(await takeLock(path, 0)).release()
      writeFileSync(path, ticket({ pid: process.pid, started: '1' }))
      mine(await takeLock(path, 0)).release()
    },
  )

  it('S7 from before the machine was started anew is taken over', async () => {
    writeFileSync(path, ticket({ pid: process.ppid, boot: 'earlier' }))
    mine(await takeLock(path, 0)).release()
  })

  it.each([{ host: 'elsewhere' }, { space: 'pid:[1]' }])(
    'S7 of another machine or container (%o) is respected while it shows life',
    async (parts) => {
      writeFileSync(path, ticket({ pid: deadPid(), ...parts }))
      expect(await takeLock(path, 40)).toHaveProperty('holder')
      const old = new Date(Date.now() - 31_000)
      utimesSync(path, old, old)
      mine(await takeLock(path, 0)).release()
    },
  )

  it('S7 that cannot be read is respected until it is old', async () => {
    writeFileSync(path, '{"pid":')
    expect(await takeLock(path, 40)).toHaveProperty('holder')
    const old = new Date(Date.now() - 11_000)
    utimesSync(path, old, old)
    mine(await takeLock(path, 0)).release()
  })

  it('S7 is let go by its holder alone', async () => {
    const lock = mine(await takeLock(path, 0))
    writeFileSync(path, ticket({ pid: process.ppid, nonce: 'other' }))
    lock.release()
    expect(readFileSync(path, 'utf8')).toContain('other')
  })
})
