import { readSource, sourceMetadata } from '@jiannuo/files'
import { granted, type Problem, refused, type Result, type SourceText } from '@jiannuo/kernel'
import { type Reading, read } from '@jiannuo/reader'
import { cliProblem } from '../cli-problem.ts'
import { messageOf } from '../problems.ts'
import type { Facts } from './arguments.ts'
import { loadBytes, nameOf, STANDARD_INPUT } from './load.ts'

/** One file read: its text and what the text says. */
export interface DocumentReading {
  /** The path as given. */
  readonly file: string
  readonly source: SourceText
  readonly reading: Reading
  /** Problems of the file and of its text. */
  readonly problems: readonly Problem[]
}

/** Reads one file; whatever goes wrong comes back as problems. */
export async function readDocument(path: string, facts: Facts, explain = false): Promise<Result<DocumentReading>> {
  try {
    const bytes = await loadBytes(path)
    if (!bytes.ok) return bytes
    const source = await readSource(bytes.value, nameOf(path), facts.encoding ? { encoding: facts.encoding } : {})
    if (!source.ok) return source
    return granted(readText(path, source.value, facts, explain))
  } catch (error) {
    // Neither package throws on input; if one does, the other files of a folder must not pay for it.
    return refused(cliProblem('cli/internal', { name: nameOf(path), reason: reasonOf(error) }))
  }
}

function readText(file: string, source: SourceText, facts: Facts, explain: boolean): DocumentReading {
  const { title, year, kind } = facts
  const reading = read(source.text, {
    ...(title === undefined ? {} : { title }),
    ...(year === undefined ? {} : { year }),
    ...(kind === undefined ? {} : { kind }),
    blocks: source.blocks,
    metadata: sourceMetadata(source),
    ...(file === STANDARD_INPUT ? {} : { fileName: file.replace(/^.*[/\\]/, '') }),
    explain,
  })
  return { file, source, reading, problems: [...source.problems, ...reading.problems] }
}

/** An error in one short line. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]?.slice(0, 200) ?? ''

/** A problem as it stands in JSON: with its Chinese message. */
export const problemJson = (problem: Problem): Problem & { readonly message: string } => ({
  ...problem,
  message: messageOf(problem),
})

/** The whole reading as JSON text, one field a line. */
export function documentJson({ file, source, reading, problems }: DocumentReading): string {
  const { format, encoding } = source
  const whole = { file, format, ...(encoding === undefined ? {} : { encoding }), ...reading }
  // Offsets count in the text as read; of a TXT that is the file itself, of other formats it has to be handed over.
  const text = source.format === 'txt' ? {} : { text: source.text }
  return `${JSON.stringify({ ...whole, problems: problems.map(problemJson), ...text }, null, 1)}\n`
}
