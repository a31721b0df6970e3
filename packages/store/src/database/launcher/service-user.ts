import { chownSync, lchownSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'

/** A user of the system in whose name the server runs. */
export interface ServiceUser {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/** In whose name to run: another user, ourselves, or why it cannot be done. */
export type UserChoice = { readonly user: ServiceUser | undefined } | { readonly reason: 'user' | 'account' }

const PREFERRED = ['jiannuo', 'postgres', 'nobody']

/**
 * Postgres refuses to run as root. Started by root, it runs as the first of the users jiannuo, postgres and nobody that the
 * system knows; where a user owns the data, or the folder that it is to lie in, as that user.
 *
 * @param cluster folder of the cluster, which need not exist
 * @param passwd the system's list of users
 */
export function chooseUser(cluster: string, passwd = '/etc/passwd'): UserChoice {
  if (process.getuid === undefined) return { user: undefined }
  if (process.getuid() !== 0) return isRegistered() ? { user: undefined } : { reason: 'account' }
  const users = readUsers(passwd).filter(({ uid }) => uid !== 0)
  const owner = ownerOf(cluster) ?? ownerOf(dirname(cluster))
  const chosen =
    users.find(({ uid }) => uid === owner) ??
    PREFERRED.map((name) => users.find((user) => user.name === name)).find((user) => user !== undefined)
  return chosen === undefined ? { reason: 'user' } : { user: chosen }
}

/** Postgres looks its own user up; a number without a name (some containers) stops it. */
function isRegistered(): boolean {
  try {
    userInfo()
    return true
  } catch {
    return false
  }
}

function readUsers(passwd: string): ServiceUser[] {
  let text = ''
  try {
    text = readFileSync(passwd, 'utf8')
  } catch {
    // No list, no users.
  }
  return text.split('\n').flatMap((line) => {
    const [name = '', , uid, gid] = line.split(':')
    return uid === undefined || gid === undefined ? [] : [{ name, uid: Number(uid), gid: Number(gid) }]
  })
}

function ownerOf(path: string): number | undefined {
  try {
    return statSync(path).uid
  } catch {
    return undefined
  }
}

/** Gives a folder and all in it to a user, when it is not theirs already (data that root has copied or restored). */
export function giveTo(folder: string, user: ServiceUser): void {
  if (lstatSync(folder).uid === user.uid) return
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    lchownSync(join(entry.parentPath, entry.name), user.uid, user.gid)
  // Last: as long as the folder is not theirs, an interrupted change is begun again.
  chownSync(folder, user.uid, user.gid)
}

/** Gives a file that root has made in a folder to the owner of that folder, who is to go on with it later. */
export function giveLike(folder: string, file: string): void {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = statSync(folder)
  if (uid !== 0) chownSync(file, uid, gid)
}
