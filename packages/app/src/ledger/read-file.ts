import { createHash } from 'node:crypto'
import { readSource, sourceMetadata } from '@jiannuo/files'
import type { Problem, Result, SourceText } from '@jiannuo/kernel'
import { type DocumentKind, read, type Reading } from '@jiannuo/reader'

/** A document as somebody hands it in, with what they know of it. */
export interface DocumentFile {
  readonly bytes: Uint8Array
  /** Name of the file. */
  readonly name: string
  readonly encoding?: string
  readonly title?: string
  readonly kind?: DocumentKind
  /** Year of the plan half. */
  readonly year?: number
  /** Place that speaks; the text's own unless said. */
  readonly place?: string
  /** Whether it is one of this district's own; told by its place unless said. */
  readonly own?: boolean
}

/** What a file says, before anything of it is kept. */
export interface FileReading {
  /** SHA-256 of the file, hex. */
  readonly hash: string
  readonly source: SourceText
  readonly reading: Reading
  /** Problems of the file and of its text. */
  readonly problems: readonly Problem[]
}

/** Reads a file into its text and what the text says. @returns the reading, or what `readSource` refuses */
export async function readDocumentFile(file: DocumentFile): Promise<Result<FileReading>> {
  const { bytes, name, encoding, title, kind, year } = file
  const source = await readSource(bytes, name, encoding === undefined ? {} : { encoding })
  if (!source.ok) return source
  const reading = read(source.value.text, {
    ...(title === undefined ? {} : { title }),
    ...(kind === undefined ? {} : { kind }),
    ...(year === undefined ? {} : { year }),
    blocks: source.value.blocks,
    metadata: sourceMetadata(source.value),
    fileName: name,
  })
  const hash = createHash('sha256').update(bytes).digest('hex')
  const problems = [...source.value.problems, ...reading.problems]
  return { ok: true, value: { hash, source: source.value, reading, problems } }
}
