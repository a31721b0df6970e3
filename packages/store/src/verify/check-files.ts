import { createHash, type Hash } from 'node:crypto'
import type { Progress } from '../api.ts'
import type { Session } from '../database/connection.ts'
import { Cursor } from './cursor.ts'
import type { Findings } from './findings.ts'

const NARROWED = '($1::text is null or b.district = $1)'

// A file without pieces is a file of nothing, or one that has lost them; its hash tells.
const PIECES = `select b.district, b.hash, p.bytes from blob b left join blob_piece p on p.district = b.district and p.hash = b.hash
  where ${NARROWED} order by b.district, b.hash, p.piece`

interface Piece {
  readonly district: string
  readonly hash: string
  readonly bytes: Uint8Array | null
}

/** Pieces fetched at a time: a few megabytes. */
const BATCH = 4

/** Hashes every file again. */
export async function checkFiles(
  session: Session,
  district: string | null,
  findings: Findings,
  progress: Progress,
): Promise<void> {
  const pieces = await Cursor.open<Piece>(session, 'v_files', PIECES, [district], BATCH)
  let files = 0
  while (pieces.next !== undefined) {
    const { district: name, hash } = pieces.next
    const found = createHash('sha256')
    for (let row: Piece | undefined = pieces.next; row?.district === name && row.hash === hash; row = pieces.next) {
      add(found, row)
      await pieces.advance()
    }
    if (found.digest('hex') !== hash) findings.add('store/file-damaged', { district: name, hash })
    files += 1
    progress(files, undefined, 'files')
  }
}

const add = (hash: Hash, { bytes }: Piece): void => {
  if (bytes !== null) hash.update(bytes)
}
