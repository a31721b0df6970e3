import { execFileSync } from 'node:child_process'
import { readFileSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { commandLine, findProcess, workingFolder } from './processes.ts'

/** A server at work on a cluster, by its own note there. */
export interface Postmaster {
  readonly pid: number
  /** Takes connections; otherwise it is still starting or recovering, or is stopping. */
  readonly ready: boolean
}

/** How things stand with the server of a cluster. */
export type ServerState = { readonly at: 'stopped' } | { readonly at: 'running'; readonly postmaster: Postmaster }

/**
 * Looks for the server of a cluster. The note of one that is gone, even when its number now belongs to some other process,
 * counts as stopped.
 */
export function findServer(cluster: string): ServerState {
  const note = readNote(cluster)
  if (note === undefined || !isServerOf(note.pid, cluster)) return { at: 'stopped' }
  return { at: 'running', postmaster: note }
}

/** Takes a stale note away, so that Postgres does not take a stranger with the same number for another server. */
export function clearNote(cluster: string): void {
  const note = readNote(cluster)
  if (note !== undefined && !isServerOf(note.pid, cluster)) rmSync(join(cluster, NOTE), { force: true })
}

const NOTE = 'postmaster.pid'
const STATUS_LINE = 7

function readNote(cluster: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(cluster, NOTE), 'utf8').split('\n')
    const pid = Number(lines[0])
    return Number.isSafeInteger(pid) && pid > 0 ? { pid, ready: lines[STATUS_LINE]?.trim() === 'ready' } : undefined
  } catch {
    return undefined
  }
}

/** Whether a process is the server of this cluster: Postgres always works in the folder of its cluster. */
export function isServerOf(pid: number, cluster: string): boolean {
  if (findProcess(pid) === undefined) return false
  const folder = workingFolder(pid)
  if (folder !== undefined) return folder === realFolder(cluster)
  return describeProcess(pid)?.includes('postgres') ?? true
}

// Where the system does not tell the folder, or not to us, the command's name has to do.
function describeProcess(pid: number): string | undefined {
  if (process.platform === 'linux') return commandLine(pid)
  if (process.platform === 'win32') return undefined
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

function realFolder(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
