import type { Json } from '@jiannuo/engine'
import type { Result } from '@jiannuo/kernel'
import { machineScope, type Change, type Scope, type StreamCommit } from '@jiannuo/store'
import type { DistrictView } from '../office/district-view.ts'
import { freshKey, isClientKey } from '../office/ids.ts'
import type { Office } from '../office/office.ts'
import { refuse } from '../office/problem.ts'
import { ADMINISTRATOR } from './posts.ts'
import { administers, type Session } from './session.ts'

/** One change of the organisation, the people or the settings: what is done, in which stream, and the row after it. */
export interface Alteration {
  readonly stream: string
  /** `unit.add`, `post.end` … */
  readonly action: string
  readonly change: Change
}

/** Looks at the district as it stands and says what shall be written, or why not. Called again when somebody else came first. */
export type Alter = (view: DistrictView) => Result<readonly Alteration[]>

const ATTEMPTS = 5

/**
 * Carries out a change by an administrator: decided on the present state, written with one entry in each stream, decided anew when
 * somebody else was faster.
 *
 * @param key the same key again changes nothing
 * @returns nothing, or `app/not-administrator`, what `alter` refuses, or `app/busy`
 */
export async function alterDistrict(
  office: Office,
  session: Session,
  alter: Alter,
  key: string = freshKey(),
): Promise<Result<void>> {
  if (!administers(session)) return refuse('app/not-administrator')
  if (!isClientKey(key)) return refuse('app/bad-key')
  const author = { person: session.person, unit: session.district, role: ADMINISTRATOR }
  return alterAs(office, session.district, author, alter, key)
}

interface Author {
  readonly person: string
  readonly unit: string
  readonly role: string
}

/** Like `alterDistrict`, without asking who may: the caller has. */
export async function alterAs(
  office: Office,
  district: string,
  author: Author,
  alter: Alter,
  key: string = freshKey(),
): Promise<Result<void>> {
  const scope: Scope = { ...machineScope(district), person: author.person }
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const decided = alter(await office.districts.view(district))
    if (!decided.ok) {
      // A command that was carried out before may well be impossible now.
      return (await office.store.answer(scope, key)) === undefined ? decided : { ok: true, value: undefined }
    }
    if (decided.value.length === 0) return { ok: true, value: undefined }
    const done = await write(office, scope, author, decided.value, key)
    office.districts.drop(district)
    if (done) return { ok: true, value: undefined }
  }
  return refuse('app/busy')
}

async function write(
  office: Office,
  scope: Scope,
  author: Author,
  alterations: readonly Alteration[],
  key: string,
): Promise<boolean> {
  const at = office.now()
  const heads = await office.store.heads(
    scope,
    alterations.map(({ stream }) => stream),
  )
  const streams = alterations.map(({ stream, action, change }): StreamCommit => {
    const expected = heads[stream] ?? 0
    const entry = { seq: expected + 1, at, by: author.person, unit: author.unit, role: author.role }
    return { stream, expected, entry: { ...entry, action, input: rowAsJson(change), events: [] }, change }
  })
  const outcome = await office.store.commit(scope, { key, at, streams, answer: null })
  return outcome.ok
}

/** The row as plain data, without what is absent, so that the log alone tells what was written. */
function rowAsJson(change: Change): Readonly<Record<string, Json>> {
  return JSON.parse(JSON.stringify(change.row))
}
