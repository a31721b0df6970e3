import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clearNote, findServer } from './postmaster.ts'
import { findProcess } from './processes.ts'

let cluster = ''
beforeEach(() => {
  cluster = mkdtempSync(join(tmpdir(), 'jiannuo-note-'))
})
afterEach(() => rmSync(cluster, { recursive: true, force: true }))

const note = (pid: number, status = 'ready   ') =>
  writeFileSync(
    join(cluster, 'postmaster.pid'),
    `${pid}\n${cluster}\n1795591018\n5432\n${cluster}\n\n 16039943 4\n${status}\n`,
  )

/** A process that works in a folder, as the server does. */
async function processIn(folder: string) {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000); console.log(1)'], { cwd: folder })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  return child
}

describe.runIf(process.platform === 'linux')("the server's own note", () => {
  it('S6 counts when the process works in the cluster: ready, or not yet', async () => {
    const server = await processIn(cluster)
    try {
      note(server.pid ?? 0)
      expect(findServer(cluster)).toEqual({ at: 'running', postmaster: { pid: server.pid, ready: true } })
      note(server.pid ?? 0, 'starting')
      expect(findServer(cluster)).toMatchObject({ postmaster: { ready: false } })
      clearNote(cluster)
      expect(existsSync(join(cluster, 'postmaster.pid'))).toBe(true)
    } finally {
      server.kill('SIGKILL')
    }
  })

  it('S6 of a process that is gone, or of a stranger with its number, counts for nothing and is taken away', async () => {
    const stranger = await processIn(tmpdir())
    try {
      note(stranger.pid ?? 0)
      expect(findServer(cluster)).toEqual({ at: 'stopped' })
      clearNote(cluster)
      expect(existsSync(join(cluster, 'postmaster.pid'))).toBe(false)
      note(stranger.pid ?? 0)
    } finally {
      stranger.kill('SIGKILL')
    }
    await new Promise((resolve) => stranger.once('exit', resolve))
    expect(findProcess(stranger.pid ?? 0)).toBe(undefined)
    expect(findServer(cluster)).toEqual({ at: 'stopped' })
  })

  it.each(['', 'nonsense', '-5\n', '0\n'])('S6 that says nothing (%o) counts for nothing', (text) => {
    writeFileSync(join(cluster, 'postmaster.pid'), text)
    expect(findServer(cluster)).toEqual({ at: 'stopped' })
  })
})
