import type { CellValue } from '@jiannuo/files'
import type { Statement } from '@jiannuo/reader'
import { clauseClasses, comparatorWords, halves, modalities, severities, statementKinds } from '../labels.zh.ts'
import { messageOf } from '../problems.ts'
import type { DocumentReading } from '../read/document.ts'
import { nameOf } from '../read/load.ts'
import { phraseOf, type Places, placesOf } from '../read/places.ts'
import { dueWords, pathWords, taskWords, valueWords } from '../read/words.ts'

/** One row of the split table before it is numbered; a further target of the row above is not a number of its own. */
export interface SplitRow {
  readonly further: boolean
  readonly cells: readonly CellValue[]
}

/** The rows that one document gives to each sheet. */
export interface SheetRows {
  readonly split: readonly SplitRow[]
  readonly statements: readonly (readonly CellValue[])[]
  readonly problems: readonly (readonly CellValue[])[]
}

/** All rows of a document. */
export function sheetRows(document: DocumentReading): SheetRows {
  const places = placesOf(document)
  return {
    split: splitRows(document, places),
    statements: statementRows(document, places),
    problems: problemRows(document, places),
  }
}

interface Commitment {
  readonly start: number
  readonly end: number
  readonly clause: string
  readonly task: string
  readonly due: string
  readonly statements: readonly Statement[]
}

/**
 * The commitments of the plan half in text order: each task with its targets, each target outside a task. A fact that the
 * plan half only quotes (目前已有…) is owed by nobody and stays out; it is in the sheet of statements.
 */
function commitmentsOf({ reading, source }: DocumentReading, places: Places): Commitment[] {
  const planned = new Map(
    reading.statements
      .filter((s) => s.modality !== 'result' && places.clause(s.clause)?.half === 'plan')
      .map((statement) => [statement.id, statement]),
  )
  const tasks = reading.tasks.filter(({ clause }) => places.clause(clause)?.half === 'plan')
  const inTask = new Set(tasks.flatMap(({ statements }) => statements))
  const commitments: Commitment[] = tasks.map((task) => ({
    start: task.start,
    end: task.end,
    clause: task.clause,
    task: taskWords(task),
    due: dueWords(task.due),
    statements: task.statements.flatMap((id) => planned.get(id) ?? []),
  }))
  for (const [id, statement] of planned) {
    if (inTask.has(id)) continue
    const task = phraseOf(source.text, places.clause(statement.clause), statement)
    commitments.push({ ...span(statement), clause: statement.clause, task, due: '', statements: [statement] })
  }
  return commitments.sort((a, b) => a.start - b.start)
}

const span = ({ start, end }: { readonly start: number; readonly end: number }) => ({ start, end })

function splitRows(document: DocumentReading, places: Places): SplitRow[] {
  const { text } = document.source
  return commitmentsOf(document, places).flatMap((commitment) => {
    const clause = places.clause(commitment.clause)
    const measure = clause === undefined ? '' : text.slice(clause.start, clause.end).trim()
    const origin = (at: { readonly start: number; readonly end: number }) =>
      [pathWords(clause), places.source(at.start), `字符${at.start}–${at.end}`].filter((part) => part !== '').join('，')
    const row = (task: string, statement: Statement | undefined, further: boolean): SplitRow => {
      const due = commitment.due !== '' ? commitment.due : yearWords(statement?.year ?? document.reading.meta.year)
      const [indicator, target, unit] = statement
        ? [statement.indicator, targetCell(statement), statement.unit]
        : ['', null, '']
      const at = further && statement ? statement : commitment
      return {
        further,
        // Leaders, lead and partners and the steps by quarter are for people to fill in.
        cells: [task, indicator, target, unit, measure, '', '', '', due, '', origin(at), nameOf(document.file)],
      }
    }
    const [first, ...others] = commitment.statements
    const further = others.map((s) => row(phraseOf(text, places.clause(s.clause), s), s, true))
    return [row(commitment.task, first, false), ...further]
  })
}

// A target without a day of its own is owed within its year.
const yearWords = (year: number | undefined): string => (year === undefined ? '' : `${year}年`)

/** A plain number stays a number, so that the sheet can reckon with it; a bound makes it text. */
const targetCell = (statement: Statement): CellValue =>
  statement.comparator === 'eq' && typeof statement.value === 'number' ? statement.value : valueWords(statement)

function statementRows({ reading, source, file }: DocumentReading, places: Places): CellValue[][] {
  return reading.statements.map((s) => {
    const clause = places.clause(s.clause)
    const [low, high] = typeof s.value === 'number' ? [s.value, null] : s.value
    return [
      s.indicator,
      comparatorWords[s.comparator],
      low,
      high,
      s.unit,
      s.magnitude.value,
      s.magnitude.unit,
      statementKinds[s.kind],
      modalities[s.modality],
      s.year,
      s.action,
      s.scope,
      s.places?.join('、'),
      s.quote,
      clause && source.text.slice(clause.start, clause.end).trim(),
      pathWords(clause),
      clause && halves[clause.half],
      clause && clauseClasses[clause.class],
      places.source(s.start),
      places.line(s.start),
      s.start,
      s.end,
      s.id,
      s.clause,
      nameOf(file),
    ]
  })
}

function problemRows({ problems, file }: DocumentReading, places: Places): CellValue[][] {
  return problems.map((problem) => [
    severities[problem.severity],
    problem.span && places.line(problem.span.start),
    problem.place ?? (problem.span && places.source(problem.span.start)),
    messageOf(problem),
    problem.code,
    problem.span?.start,
    problem.span?.end,
    nameOf(file),
  ])
}
