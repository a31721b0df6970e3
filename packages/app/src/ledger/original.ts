import type { Result } from '@jiannuo/kernel'
import type { Office } from '../office/office.ts'
import { refuse } from '../office/problem.ts'
import type { Session } from '../organisation/session.ts'
import { listField, textField } from './fields.ts'
import { openDocument } from './stored-reading.ts'

/** The file that a document was read from. */
export interface OriginalFile {
  readonly bytes: Uint8Array
  readonly mediaType: string
  /** The title with the ending of its kind: files are kept by their content, without a name. */
  readonly name: string
}

const ENDINGS: Readonly<Record<string, string>> = {
  'text/plain': 'txt',
  'text/html': 'html',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
}

/** The original of a document that the session may read. @returns the file, or `app/no-record`, `app/no-document`, or what the file store refuses */
export async function originalFile(office: Office, session: Session, document: string): Promise<Result<OriginalFile>> {
  const opened = await openDocument(office, session, document)
  if (!opened.ok) return opened
  const { fields } = opened.value.state
  const [hash] = listField(fields, 'original')
  if (hash === undefined) return refuse('app/no-document', { record: document })
  const found = await office.store.files.get(session.scope, hash)
  if (!found.ok) return found
  const mediaType = textField(fields, 'mediaType') ?? found.value.mediaType
  const name = `${textField(fields, 'title') ?? document}.${ENDINGS[mediaType] ?? 'txt'}`
  return { ok: true, value: { bytes: found.value.bytes, mediaType, name } }
}
