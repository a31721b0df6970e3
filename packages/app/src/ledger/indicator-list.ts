import type { Office } from '../office/office.ts'
import type { Session } from '../organisation/session.ts'
import { dictionaryFor } from './indicators.ts'
import { COMMITMENTS } from './machines.ts'

/** An indicator of the district's dictionary, with how many commitments have it. */
export interface ListedIndicator {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  /** Not of the dictionary: named by a document, and waiting to be merged by a person. */
  readonly own: boolean
  readonly commitments: number
}

const MOST = 300

/**
 * Indicators that commitments have or whose words hold the query, those most used first. An indicator that no dictionary knows stands under the id
 * that its wording gave it.
 *
 * @returns so many at most, and how many there are
 */
export async function indicatorsOf(
  office: Office,
  session: Session,
  query = '',
): Promise<{ readonly rows: readonly ListedIndicator[]; readonly total: number }> {
  const dictionary = await dictionaryFor(office, session.district)
  const counts = await office.store.counts(session.scope, { machine: COMMITMENTS }, 'indicator')
  const used = new Map(counts.map(({ value, count }) => [dictionary.merged.get(value) ?? value, count]))
  const known = [...dictionary.indicators.values()].map(
    ({ id, name, aliases }): ListedIndicator => ({ id, name, aliases, own: false, commitments: used.get(id) ?? 0 }),
  )
  const unknown = [...used]
    .filter(([id]) => !dictionary.indicators.has(id))
    .map(
      ([id, commitments]): ListedIndicator => ({
        id,
        name: id.replace(/^x:/, ''),
        aliases: [],
        own: true,
        commitments,
      }),
    )
  const words = query.trim()
  const rows = [...unknown, ...known]
    .filter(({ name, aliases }) => words === '' || [name, ...aliases].some((one) => one.includes(words)))
    .sort((a, b) => Number(b.own) - Number(a.own) || b.commitments - a.commitments || (a.name < b.name ? -1 : 1))
  return { rows: rows.slice(0, MOST), total: rows.length }
}
