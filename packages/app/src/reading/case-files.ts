import { fieldsOffered, findField, type Json, type Machine, type RecordState } from '@jiannuo/engine'
import type { Result } from '@jiannuo/kernel'
import type { KeptFile } from '@jiannuo/store'
import type { Office } from '../office/office.ts'
import { refuse } from '../office/problem.ts'
import type { Session } from '../organisation/session.ts'
import { findSeen } from './seen.ts'

/** A kind of file that is taken as evidence, told by its first bytes. */
interface Kind {
  readonly mediaType: string
  readonly ending: string
  readonly is: (head: string) => boolean
}

const ZIP = 'PK\x03\x04'
const OFFICE = 'application/vnd.openxmlformats-officedocument'

/** What a unit hands in: pictures from a phone, scans, papers, sheets, notes. Nothing that a browser would run. */
const KINDS: readonly Kind[] = [
  { mediaType: 'image/jpeg', ending: 'jpg', is: (head) => head.startsWith('\xff\xd8\xff') },
  { mediaType: 'image/png', ending: 'png', is: (head) => head.startsWith('\x89PNG\r\n\x1a\n') },
  { mediaType: 'image/webp', ending: 'webp', is: (head) => /^RIFF[^]{4}WEBP/.test(head) },
  { mediaType: 'application/pdf', ending: 'pdf', is: (head) => head.includes('%PDF-') },
  {
    mediaType: `${OFFICE}.wordprocessingml.document`,
    ending: 'docx',
    is: (head) => head.startsWith(ZIP) && head.includes('word/'),
  },
  {
    mediaType: `${OFFICE}.spreadsheetml.sheet`,
    ending: 'xlsx',
    is: (head) => head.startsWith(ZIP) && head.includes('xl/'),
  },
  { mediaType: 'text/plain', ending: 'txt', is: (head) => isText(head) },
]
const HEAD = 65_536
const FIRST = 1024

/** A text has no control signs but those of layout, and is no page with scripts. */
const isText = (head: string): boolean =>
  // oxlint-disable-next-line no-control-regex -- control signs are what a text does not have
  !/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(head) && !/^\s*</.test(head.slice(0, FIRST))

/** The ending of a kept file's kind. */
export const endingOf = (mediaType: string): string =>
  KINDS.find((kind) => kind.mediaType === mediaType)?.ending ?? (mediaType.startsWith('text/') ? 'txt' : 'bin')

/**
 * Keeps a file by its content, so that a form can name it. It belongs to no record before an action names it.
 *
 * @returns the file, or `app/file-kind` for one that is no picture, paper, sheet or text
 */
export async function keepFile(office: Office, session: Session, bytes: Uint8Array): Promise<Result<KeptFile>> {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1')
  // The parts of a zip are named in its end too, where a long first part hides the names behind it.
  const tail = Buffer.from(bytes.subarray(-HEAD)).toString('latin1')
  const kind = KINDS.find(({ is }) => is(head) || (head.startsWith(ZIP) && is(head + tail)))
  if (kind === undefined || bytes.length === 0) return refuse('app/file-kind')
  return { ok: true, value: await office.store.files.put(session.scope, bytes, kind.mediaType) }
}

/** A file of a record. */
export interface CaseFile {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly name: string
}

/**
 * A file that a record names: in a field, a truth, a request, or what was filled in on its way. Who may see the record may have it.
 *
 * @returns the file, or `app/no-record`, `app/no-such-file`, or what the store of files refuses
 */
export async function caseFile(
  office: Office,
  session: Session,
  record: string,
  hash: string,
): Promise<Result<CaseFile>> {
  const seen = await findSeen(office, session, record)
  if (!seen.ok) return seen
  const { state, kit } = seen.value
  const known = filesIn(kit.machine, state).has(hash) || (await inCourse(office, session, kit.machine, record, hash))
  if (!known) return refuse('app/no-such-file', { file: hash.slice(0, 80) })
  const found = await office.store.files.get(session.scope, hash)
  if (!found.ok) return found
  const { bytes, mediaType } = found.value
  return { ok: true, value: { bytes, mediaType, name: `${record}-${hash.slice(0, 8)}.${endingOf(mediaType)}` } }
}

const texts = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((part): part is string => typeof part === 'string') : []

/** Hashes that values name, in fields of files and in tables with such a column. Personal ones are not given out. */
function named(machine: Machine, values: Readonly<Record<string, Json>>): readonly string[] {
  return Object.entries(values).flatMap(([id, value]) => {
    const field = findField(machine, id)
    if (field === undefined || field.personal !== undefined) return []
    if (field.type === 'files') return texts(value)
    const columns = Object.entries(field.columns ?? {}).filter(([, { type }]) => type === 'files')
    if (field.type !== 'rows' || columns.length === 0 || !Array.isArray(value)) return []
    return value.flatMap((row: Json) =>
      typeof row === 'object' && row !== null && !Array.isArray(row)
        ? columns.flatMap(([at]) => texts(cell(row, at)))
        : [],
    )
  })
}

const cell = (row: object, at: string): Json | undefined => Object.entries(row).find(([id]): boolean => id === at)?.[1]

/** Every file that a record itself names. */
export function filesIn(machine: Machine, state: RecordState): ReadonlySet<string> {
  const truths = [state.truths, ...state.rounds.map((round) => round.truths)].flatMap((all) =>
    Object.values(all).map(({ fields }) => fields),
  )
  const asked = state.requests.map(({ fields }) => fields)
  return new Set([state.fields, ...truths, ...asked].flatMap((values) => named(machine, values)))
}

async function inCourse(
  office: Office,
  session: Session,
  machine: Machine,
  record: string,
  hash: string,
): Promise<boolean> {
  const history = await office.store.history(session.scope, record)
  return history.some(({ entry }) => {
    const action = machine.actions[entry.action]
    const fields = action === undefined ? [] : fieldsOffered(machine, action)
    return fields.some(
      ({ id, definition }) =>
        definition.type === 'files' && definition.personal === undefined && texts(entry.input[id]).includes(hash),
    )
  })
}
