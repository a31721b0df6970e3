import { createHash } from 'node:crypto'
import { granted, refused } from '@jiannuo/kernel'
import type { Scope } from '../api.ts'
import type { Database, Session } from '../database/connection.ts'
import { storeProblem } from '../problems.ts'
import { settingsOf } from '../scope.ts'
import type { Files, KeptFile } from '../store-interface.ts'

/** Bytes of one piece. */
const PIECE = 1_048_576

const FIND = 'select hash, size, media_type as "mediaType" from blob where district = $1 and hash = $2'

/** Originals and evidence in the database: backups and transactions hold them like everything else. */
export function filesOf(database: Database): Files {
  const find = async (scope: Scope, hash: string): Promise<KeptFile | undefined> =>
    (await database.once<KeptFile>('app', settingsOf(scope), FIND, [scope.district, hash])).rows[0]
  return {
    find,
    put: async (scope, bytes, mediaType) => {
      const hash = createHash('sha256').update(bytes).digest('hex')
      const known = await find(scope, hash)
      if (known !== undefined) return known
      const kept: KeptFile = { hash, size: bytes.length, mediaType }
      await database.transaction('app', settingsOf(scope), (session) => write(session, scope.district, kept, bytes))
      return kept
    },
    get: async (scope, hash) => {
      const read = await database.transaction(
        'app',
        settingsOf(scope),
        async (session) => {
          const [kept] = (await session.query<KeptFile>(FIND, [scope.district, hash])).rows
          return kept === undefined ? undefined : { ...kept, bytes: await readPieces(session, scope.district, kept) }
        },
        { readOnly: true, isolation: 'repeatable read' },
      )
      if (read === undefined) return refused(storeProblem('store/file-missing', { hash }))
      const found = createHash('sha256').update(read.bytes).digest('hex')
      return found === hash ? granted(read) : refused(storeProblem('store/file-damaged', { hash }))
    },
  }
}

// Whoever writes the head of a file writes its pieces too; the same file put twice at once waits here and finds it done.
async function write(session: Session, district: string, kept: KeptFile, bytes: Uint8Array): Promise<void> {
  const { count } = await session.query(
    'insert into blob (district, hash, size, media_type) values ($1, $2, $3, $4) on conflict do nothing',
    [district, kept.hash, kept.size, kept.mediaType],
  )
  if (count === 0) return
  for (let piece = 0; piece * PIECE < bytes.length; piece += 1)
    await session.query('insert into blob_piece (district, hash, piece, bytes) values ($1, $2, $3, $4)', [
      district,
      kept.hash,
      piece,
      bytes.subarray(piece * PIECE, (piece + 1) * PIECE),
    ])
}

async function readPieces(session: Session, district: string, kept: KeptFile): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for (let piece = 0; piece * PIECE < kept.size; piece += 1) {
    const { rows } = await session.query<{ bytes: Uint8Array }>(
      'select bytes from blob_piece where district = $1 and hash = $2 and piece = $3',
      [district, kept.hash, piece],
    )
    const [row] = rows
    if (row !== undefined) pieces.push(row.bytes)
  }
  return Buffer.concat(pieces)
}
