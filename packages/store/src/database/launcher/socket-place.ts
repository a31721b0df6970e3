import { createHash, randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clusterArgument } from './cluster.ts'
import { isRecord } from './json.ts'
import type { Layout } from './layout.ts'
import { giveLike, type ServiceUser } from './service-user.ts'

/** Where a server is reached. */
export interface Place {
  /** Folder of the socket; on Windows the loopback address. */
  readonly host: string
  readonly port: number
  /** Of every login, on Windows. */
  readonly password?: string
}

/** With `/.s.PGSQL.5432` behind it a socket's path must stay below 104 bytes, the least that any system allows. */
const LONGEST = 88
const PORT = 5432

/** The place that is written in a data folder; nothing when none is. */
export function readPlace(layout: Layout): Place | undefined {
  try {
    const read: unknown = JSON.parse(readFileSync(layout.record, 'utf8'))
    if (!isRecord(read) || typeof read.host !== 'string' || typeof read.port !== 'number') return undefined
    const place = { host: read.host, port: read.port }
    return typeof read.password === 'string' ? { ...place, password: read.password } : place
  } catch {
    return undefined
  }
}

/** Writes the place into the data folder, where other processes find it. */
export function writePlace(layout: Layout, place: Place): void {
  const whole = `${layout.record}.${process.pid}`
  writeFileSync(whole, `${JSON.stringify(place)}\n`, { mode: 0o600 })
  giveLike(layout.folder, whole)
  renameSync(whole, layout.record)
}

/**
 * Chooses where the server is to listen: at a socket in its own folder; in a short private folder when that path is too long
 * (or `short` asks for it, where a file system takes no sockets); on Windows at a free port of the loopback, with a password.
 */
export async function choosePlace(layout: Layout, short: boolean): Promise<Place> {
  if (process.platform === 'win32') {
    const before = readPlace(layout)
    const port = await freePort(before?.port ?? 0).catch(() => freePort(0))
    return { host: '127.0.0.1', port, password: before?.password ?? randomBytes(24).toString('hex') }
  }
  const tooLong = Buffer.byteLength(layout.cluster) > LONGEST
  return { host: short || tooLong ? shortFolder(layout.folder) : layout.cluster, port: PORT }
}

function shortFolder(folder: string): string {
  const hash = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 12)
  return join(tmpdir(), `jiannuo-${process.getuid?.() ?? 0}-${hash}`)
}

/**
 * Makes the folder of the socket ready: ours alone, without a socket of an earlier server.
 *
 * @throws Error when somebody else has a folder of that name
 */
export function preparePlace(layout: Layout, place: Place, user: ServiceUser | undefined): void {
  if (place.host !== layout.cluster && place.password === undefined) {
    const uid = user?.uid ?? process.getuid?.() ?? 0
    if (!existsSync(place.host)) {
      mkdirSync(place.host, { mode: 0o700 })
      if (user !== undefined) chownSync(place.host, user.uid, user.gid)
    }
    const { uid: owner, mode } = lstatSync(place.host)
    if (!lstatSync(place.host).isDirectory() || owner !== uid || (mode & 0o077) !== 0)
      throw new Error(`${place.host}: folder belongs to somebody else`)
  }
  if (place.password !== undefined) return
  for (const end of ['', '.lock']) rmSync(join(place.host, `.s.PGSQL.${place.port}${end}`), { force: true })
}

/** The folder of the socket as the server is told it. */
export const socketArgument = (layout: Layout, place: Place, user: ServiceUser | undefined): string =>
  place.host === layout.cluster ? clusterArgument(layout.cluster, user) : place.host

// The port of the start before is taken again when it is free, for connections of other processes go on trying it.
const freePort = (wanted: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : PORT))
    })
  })
