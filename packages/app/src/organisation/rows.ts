import type { PersonRow, PostRow, UnitRow } from '@jiannuo/store'
import { isPlainId } from '../office/ids.ts'
import { refuse } from '../office/problem.ts'
import type { Alteration } from './change.ts'

const LONGEST_NAME = 60

/** A unit's row as it will stand. */
export const unitAlteration = (action: string, row: UnitRow): Alteration => ({
  stream: `unit:${row.id}`,
  action,
  change: { table: 'unit', row },
})

/** A person's row as it will stand. */
export const personAlteration = (action: string, row: PersonRow): Alteration => ({
  stream: `person:${row.id}`,
  action,
  change: { table: 'person', row },
})

/** A post's row as it will stand. */
export const postAlteration = (action: string, row: PostRow): Alteration => ({
  stream: `post:${row.id}`,
  action,
  change: { table: 'post', row },
})

/** What is wrong with an id or a name, if anything. */
export const badText = (id: string, name: string): ReturnType<typeof refuse> | undefined => {
  if (!isPlainId(id)) return refuse('app/bad-id', { text: id.slice(0, 80) })
  const trimmed = name.trim()
  return trimmed === '' || trimmed.length > LONGEST_NAME ? refuse('app/bad-name', { limit: LONGEST_NAME }) : undefined
}
