import type { RecordState } from '@jiannuo/engine'
import type { Result } from '@jiannuo/kernel'
import type { Office } from '../office/office.ts'
import { refuse } from '../office/problem.ts'
import type { Session } from '../organisation/session.ts'
import { findSeen } from '../reading/seen.ts'
import { listField } from './fields.ts'
import type { StoredReading } from './import-document.ts'
import { DOCUMENTS } from './machines.ts'

/** A document with its text and what was read in it. */
export interface OpenDocument extends StoredReading {
  readonly state: RecordState
  readonly text: string
}

/** Readings last opened; they never change, being named by their content. */
const opened = new Map<string, StoredReading & { readonly text: string }>()
const KEPT = 12

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

/** Opens a document that the session may read. @returns the document, or `app/no-record`, `app/no-document`, or what the file store refuses */
export async function openDocument(office: Office, session: Session, record: string): Promise<Result<OpenDocument>> {
  const seen = await findSeen(office, session, record)
  if (!seen.ok) return seen
  return readingOf(office, session, seen.value.state)
}

/** A document whose record the session has read. @returns the document, or `app/no-document`, or what the file store refuses */
export async function readingOf(office: Office, session: Session, state: RecordState): Promise<Result<OpenDocument>> {
  const record = state.id
  if (state.machine !== DOCUMENTS) return refuse('app/no-document', { record })
  const [reading] = listField(state.fields, 'reading')
  const [text] = listField(state.fields, 'text')
  if (reading === undefined || text === undefined) return refuse('app/no-document', { record })
  const known = opened.get(reading)
  if (known !== undefined) return { ok: true, value: { state, ...known } }
  const [said, words] = [
    await office.store.files.get(session.scope, reading),
    await office.store.files.get(session.scope, text),
  ]
  if (!said.ok) return said
  if (!words.ok) return words
  const stored: StoredReading = JSON.parse(decode(said.value.bytes))
  const whole = { ...stored, text: decode(words.value.bytes) }
  opened.set(reading, whole)
  for (const oldest of opened.keys()) {
    if (opened.size <= KEPT) break
    opened.delete(oldest)
  }
  return { ok: true, value: { state, ...whole } }
}
