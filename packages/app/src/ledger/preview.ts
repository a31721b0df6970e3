import type { Problem, Result } from '@jiannuo/kernel'
import { proposals } from '@jiannuo/plan'
import type { Reading } from '@jiannuo/reader'
import type { Office } from '../office/office.ts'
import type { Session } from '../organisation/session.ts'
import { dictionaryFor } from './indicators.ts'
import type { DecidedProposal } from './proposals.ts'
import { type DocumentFile, readDocumentFile } from './read-file.ts'

/** What an import would bring; nothing of it is kept. */
export interface DocumentPreview {
  readonly text: string
  readonly reading: Reading
  readonly items: readonly DecidedProposal[]
  readonly problems: readonly Problem[]
}

/** Reads a file and says what it would propose. @returns the preview, or problems of the file */
export async function previewDocument(
  office: Office,
  session: Session,
  file: DocumentFile,
): Promise<Result<DocumentPreview>> {
  const read = await readDocumentFile(file)
  if (!read.ok) return read
  const { reading, problems } = read.value
  const dictionary = await dictionaryFor(office, session.district)
  const { text } = read.value.source
  const items = proposals(reading, text, dictionary).map((proposal): DecidedProposal => ({ proposal }))
  return { ok: true, value: { text, reading, items, problems } }
}
