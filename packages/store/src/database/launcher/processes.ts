import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** What the system knows of a process, as far as it tells. */
export interface ProcessFacts {
  /** When it began, in the kernel's ticks; absent where the system does not tell. */
  readonly started?: string
}

/**
 * Looks for a process. A dead one that nobody has collected yet (a zombie) does not count: it does nothing any more.
 *
 * @returns nothing when there is no such process
 */
export function findProcess(pid: number): ProcessFacts | undefined {
  if (!answersToSignals(pid)) return undefined
  if (process.platform !== 'linux') return {}
  const stat = readText(`/proc/${pid}/stat`)
  if (stat === undefined) return {}
  // The name in brackets may hold spaces and brackets itself: count from its end.
  const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const started = rest[18]
  if (state === 'Z' || state === 'X') return undefined
  return started === undefined ? {} : { started }
}

function answersToSignals(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It is there, but somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** The folder in which a process works; nothing where the system does not tell. */
export function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

/** The command line of a process, words parted by spaces; nothing where the system does not tell. */
export const commandLine = (pid: number): string | undefined =>
  readText(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ').trim()

/** The children of a process; nothing where the system does not tell. */
export function childrenOf(pid: number): readonly number[] | undefined {
  const text = readText(`/proc/${pid}/task/${pid}/children`)
  return text?.split(' ').filter(Boolean).map(Number)
}

/** The processes of a name that work in a folder, as far as the system tells. */
export function processesIn(folder: string, name: string): readonly number[] {
  let entries: readonly string[] = []
  try {
    entries = readdirSync('/proc')
  } catch {
    // Not Linux.
  }
  return entries
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((pid) => workingFolder(pid) === folder && readText(`/proc/${pid}/comm`)?.trim() === name)
}

/** Tells starts of a machine and containers apart: a process number means something only inside one of them. */
export function machineOf(): { readonly boot: string; readonly space: string } {
  const boot = readText('/proc/sys/kernel/random/boot_id')?.trim() ?? ''
  try {
    return { boot, space: readlinkSync('/proc/self/ns/pid') }
  } catch {
    return { boot, space: '' }
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
