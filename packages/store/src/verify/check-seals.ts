import type { Progress } from '../api.ts'
import type { Session } from '../database/connection.ts'
import { hex } from '../log/chain.ts'
import { Cursor } from './cursor.ts'
import type { Findings } from './findings.ts'
import { leafHash, Merkle } from './merkle.ts'
import type { SealRow } from './seal.ts'

const NARROWED = '($1::text is null or district = $1)'

type DistrictSeal = SealRow & { readonly district: string }

/** Works out every seal again from the entries. */
export async function checkSeals(
  session: Session,
  district: string | null,
  findings: Findings,
  progress: Progress,
): Promise<void> {
  const { rows: seals } = await session.query<DistrictSeal>(
    `select district, number, at, position, entries, root, previous, peaks from seal where ${NARROWED} order by district, number`,
    [district],
  )
  const byDistrict = new Map<string, DistrictSeal[]>()
  for (const seal of seals) byDistrict.set(seal.district, [...(byDistrict.get(seal.district) ?? []), seal])
  let done = 0
  for (const [name, own] of byDistrict) {
    await checkDistrict(session, name, own, findings)
    done += own.length
    progress(done, seals.length, 'seals')
  }
}

async function checkDistrict(
  session: Session,
  district: string,
  seals: readonly DistrictSeal[],
  findings: Findings,
): Promise<void> {
  const last = seals.at(-1)
  const entries = await Cursor.open<{ position: number; hash: Uint8Array }>(
    session,
    `v_sealed_${seals[0]?.number ?? 0}_${cursors++}`,
    'select position, hash from log where district = $1 and position <= $2 order by position',
    [district, last?.position ?? 0],
  )
  const tree = new Merkle()
  let previous = '0'.repeat(64)
  let number = 0
  for (const seal of seals) {
    for (let row = entries.next; row !== undefined && row.position <= seal.position; row = entries.next) {
      tree.add(leafHash(row.position, row.hash))
      await entries.advance()
    }
    number += 1
    const root = hex(tree.root())
    const sound =
      seal.number === number && seal.entries === tree.size && hex(seal.root) === root && hex(seal.previous) === previous
    if (!sound) findings.add('store/seal-broken', { district, number: seal.number })
    previous = hex(seal.root)
  }
}

// Names of cursors differ within a transaction.
let cursors = 0
