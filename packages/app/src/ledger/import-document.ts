import type { Json } from '@jiannuo/engine'
import type { Instant, Problem, Result, SourceText, TextBlock } from '@jiannuo/kernel'
import type { Reading } from '@jiannuo/reader'
import type { Progress } from '@jiannuo/store'
import { refusalProblem } from '../command/explain.ts'
import { performAt } from '../command/perform.ts'
import type { DistrictView } from '../office/district-view.ts'
import type { Office } from '../office/office.ts'
import type { Session } from '../organisation/session.ts'
import { phrase } from '../wording.zh.ts'
import { given } from './fields.ts'
import { DOCUMENTS } from './machines.ts'
import { type DocumentFile, type FileReading, readDocumentFile } from './read-file.ts'

/** Stands beside every stored reading: another version of the reader may number statements otherwise. */
export const READER_VERSION = '1'

/** What is kept of a reading, as JSON, beside the text itself. */
export interface StoredReading {
  readonly format: SourceText['format']
  readonly blocks: readonly TextBlock[]
  readonly reading: Reading
}

/** A document that is in. */
export interface ImportedDocument {
  readonly record: string
  /** The same file was brought in before; nothing was changed now. */
  readonly repeated: boolean
  readonly title: string
  readonly kind: Reading['meta']['kind']
  readonly place: string
  readonly year?: number
  readonly own: boolean
  readonly statements: number
  readonly tasks: number
  readonly problems: readonly Problem[]
}

const MEDIA: Readonly<Record<SourceText['format'], string>> = {
  txt: 'text/plain',
  html: 'text/html',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
}

/**
 * Takes a document in: reads it, keeps the original, its text and what was read by their content, and opens a record of it. Nothing
 * of it counts before a person confirms it. The same file again changes nothing.
 *
 * @returns the document, or problems of the file, or why the session may not do so
 */
export async function importDocument(
  office: Office,
  session: Session,
  file: DocumentFile,
  progress?: Progress,
  at: Instant = office.now(),
): Promise<Result<ImportedDocument>> {
  progress?.(0, 3, phrase('progress/read'))
  const read = await readDocumentFile(file)
  if (!read.ok) return read
  progress?.(1, 3, phrase('progress/keep'))
  const view = await office.districts.view(session.district)
  const input = await keepFiles(office, session, file, read.value, view)
  progress?.(2, 3, phrase('progress/record'))
  const key = `document:${read.value.hash}:${file.own === false ? 'other' : ''}`
  const done = await performAt(office, session, { machine: DOCUMENTS, action: 'import', input, key }, at)
  if (!done.ok) return { ok: false, problems: [refusalProblem(office, DOCUMENTS, done.refusal)] }
  progress?.(3, 3, phrase('progress/record'))
  return { ok: true, value: summary(done.value.record, done.value.repeated, input, read.value) }
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Whether a document speaks for this district itself: by its place, as the district is named. */
const isOwn = (view: DistrictView, place: string | undefined): boolean =>
  place !== undefined && view.tree.name(view.tree.district).replace(/人民政府$/, '') === place

async function keepFiles(
  office: Office,
  session: Session,
  file: DocumentFile,
  { source, reading, problems }: FileReading,
  view: DistrictView,
): Promise<Readonly<Record<string, Json>>> {
  const { files } = office.store
  const stored: StoredReading = { format: source.format, blocks: source.blocks, reading }
  const [original, text, said] = [
    await files.put(session.scope, file.bytes, MEDIA[source.format]),
    await files.put(session.scope, bytesOf(source.text), 'text/plain; charset=utf-8'),
    await files.put(session.scope, bytesOf(JSON.stringify(stored)), 'application/json'),
  ]
  const { meta } = reading
  const place = file.place ?? meta.place
  return given({
    title: meta.title,
    kind: meta.kind,
    place,
    own: file.own ?? isOwn(view, place),
    year: meta.year,
    reviewYear: meta.reviewYear,
    publisher: meta.publisher,
    indexNumber: meta.indexNumber,
    documentNumber: meta.documentNumber,
    date: meta.date,
    original: [original.hash],
    text: [text.hash],
    reading: [said.hash],
    readerVersion: READER_VERSION,
    mediaType: MEDIA[source.format],
    statements: reading.statements.length,
    tasks: reading.tasks.length,
    problems: problems.length,
  })
}

function summary(
  record: string,
  repeated: boolean,
  input: Readonly<Record<string, Json>>,
  { reading, problems }: FileReading,
): ImportedDocument {
  const { title, kind, year } = reading.meta
  return {
    record,
    repeated,
    title,
    kind,
    place: typeof input['place'] === 'string' ? input['place'] : '',
    ...(year === undefined ? {} : { year }),
    own: input['own'] === true,
    statements: reading.statements.length,
    tasks: reading.tasks.length,
    problems,
  }
}
