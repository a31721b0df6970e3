import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { granted, type Result } from '@jiannuo/kernel'
import { detailOf, refuse } from '../problems.ts'
import { type Binaries, lastLine } from './binaries.ts'
import type { Layout } from './layout.ts'
import { runProgram } from './run-program.ts'
import { giveTo, type ServiceUser } from './service-user.ts'

/**
 * The folder of a cluster as the server is told it. Started by root in another user's name, it is told "the folder I work in":
 * so the data may lie in a folder that only root can enter, for nothing above it is looked at.
 */
export const clusterArgument = (cluster: string, user: ServiceUser | undefined): string =>
  user !== undefined && existsSync(HERE) ? HERE : cluster

const HERE = '/proc/self/cwd'

/**
 * Makes the cluster when there is none. It is made beside its place and moved there whole, with all of it on disk, so that an
 * interrupted one is never taken for a database.
 *
 * @param password of the superuser where clients come over TCP; absent where the folder's rights decide
 * @returns whether it was made now
 */
export async function ensureCluster(
  layout: Layout,
  binaries: Binaries,
  user: ServiceUser | undefined,
  password?: string,
): Promise<Result<boolean>> {
  const found = versionOf(layout.cluster)
  const own = binaries.version.split('.')[0] ?? ''
  if (found !== undefined) {
    if (found !== own) return refuse('store/data-version', { folder: layout.folder, found, own })
    if (user !== undefined) giveTo(layout.cluster, user)
    return granted(false)
  }
  if (existsSync(layout.cluster))
    return refuse('store/folder-unusable', { folder: layout.folder, detail: `${layout.cluster}: PG_VERSION` })
  sweep(layout)
  const unfinished = join(layout.folder, `${layout.unfinished}${randomBytes(6).toString('hex')}`)
  try {
    const failed = await makeCluster(unfinished, binaries, user, password)
    if (failed !== undefined) return refuse('store/init-failed', { folder: layout.folder, detail: failed })
    renameSync(unfinished, layout.cluster)
    syncFolder(layout.folder)
    return granted(true)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

/** Major version of the data in a cluster; nothing when there is no cluster. */
export function versionOf(cluster: string): string | undefined {
  try {
    return readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  } catch {
    return undefined
  }
}

/** What an interrupted making has left. */
function sweep(layout: Layout): void {
  for (const name of readdirSync(layout.folder))
    if (name.startsWith(layout.unfinished)) rmSync(join(layout.folder, name), { recursive: true, force: true })
}

/** @returns what went wrong, in the program's words */
async function makeCluster(
  folder: string,
  binaries: Binaries,
  user: ServiceUser | undefined,
  password: string | undefined,
): Promise<string | undefined> {
  try {
    mkdirSync(folder, { mode: 0o700 })
    if (user !== undefined) chownSync(folder, user.uid, user.gid)
    const secret = `${folder}.secret`
    if (password !== undefined) writeFileSync(secret, password, { mode: 0o600 })
    const ended = await runProgram(binaries.initdb, initArguments(clusterArgument(folder, user), password && secret), {
      folder,
      user,
    })
    rmSync(secret, { force: true })
    if (ended.code !== 0) return lastLine(ended)
    const access = password === undefined ? SOCKET_ACCESS : TCP_ACCESS
    // Overwritten in place: it stays the property of the server's user.
    writeFileSync(join(folder, 'pg_hba.conf'), access)
    syncFile(join(folder, 'pg_hba.conf'))
    return undefined
  } catch (error) {
    return detailOf(error)
  }
}

// The socket lies in a folder that only its owner (and root) can enter: whoever reaches it may read the files as well.
const SOCKET_ACCESS = 'local all all trust\n'
const TCP_ACCESS = 'host all all 127.0.0.1/32 scram-sha-256\n'

const MANNER =
  '-U postgres --encoding=UTF8 --locale=C --locale-provider=builtin --builtin-locale=C.UTF-8 --data-checksums --no-instructions'

const initArguments = (data: string, secret: string | undefined): string[] => [
  '-D',
  data,
  ...MANNER.split(' '),
  ...(secret === undefined ? ['--auth=trust'] : ['--auth=scram-sha-256', `--pwfile=${secret}`]),
  // One call to the system puts a thousand small files on disk, where there is such a call.
  ...(process.platform === 'linux' ? ['--sync-method=syncfs'] : []),
]

function syncFile(path: string): void {
  const file = openSync(path, 'r+')
  fsyncSync(file)
  closeSync(file)
}

function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  fsyncSync(folder)
  closeSync(folder)
}
