import type { Meta, Reading } from '@jiannuo/reader'
import { clauseClasses, documentKinds, exclusionReasons, modalities, severities, statementKinds } from '../labels.zh.ts'
import { messageOf } from '../problems.ts'
import type { DocumentReading } from '../read/document.ts'
import { nameOf } from '../read/load.ts'
import type { Places } from '../read/places.ts'
import type { Screen } from '../terminal/paint.ts'
import { displayWidth } from '@jiannuo/kernel'
import { oneLine } from '../terminal/width.ts'
import { wrap } from '../terminal/wrap.ts'

/** Counts things by a name, as 承诺 12、结果 30; what does not occur is left out. */
export function countWords<K extends string>(items: readonly K[], labels: Readonly<Record<K, string>>): string {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return Object.entries<string>(labels)
    .flatMap(([key, label]) => (counts.has(key) ? [`${label} ${counts.get(key)}`] : []))
    .join('、')
}

/** What the document is: file, title, kind, place, year. */
export function headLines({ file, source, reading }: DocumentReading, screen: Screen): string[] {
  const { meta } = reading
  const title = meta.title === '' ? '（没有找到标题）' : meta.title
  const facts = [
    documentKinds[meta.kind],
    meta.place ?? '地方不明',
    yearWords(meta),
    ...[meta.publisher, meta.documentNumber, meta.date].filter((fact) => fact !== undefined),
  ]
  const origin = `${nameOf(file)}（${source.format.toUpperCase()}${source.encoding === undefined ? '' : `，${source.encoding}`}）`
  const lines = wrap(oneLine(title), screen.width).map(screen.paint.heading)
  const about = [facts.join(' · '), origin].flatMap((words) => wrap(oneLine(words), screen.width))
  return [...lines, ...about.map(screen.paint.faint)]
}

function yearWords({ year, reviewYear, kind }: Meta): string {
  if (year === undefined && reviewYear === undefined) return '年份不明'
  if (kind === 'bulletin' || year === undefined || reviewYear === undefined) return `${year ?? reviewYear}年`
  return year === reviewYear ? `${year}年` : `计划${year}年，回顾${reviewYear}年`
}

/** How much was read, a line each. */
export function summaryLines({ reading, problems }: DocumentReading, screen: Screen): string[] {
  const { clauses, statements, tasks, terms } = reading
  const kinds = countWords(
    statements.map(({ kind }) => kind),
    statementKinds,
  )
  const bad = countWords(
    problems.map(({ severity }) => severity),
    severities,
  )
  const entries: [string, string][] = [
    [
      '条款',
      `${clauses.length}（${countWords(
        clauses.map((clause) => clause.class),
        clauseClasses,
      )}）`,
    ],
    [
      '陈述',
      `${statements.length}（${countWords(
        statements.map(({ modality }) => modality),
        modalities,
      )}；${kinds}）`,
    ],
    ['任务', String(tasks.length)],
    ['名词解释', String(terms.length)],
    ['覆盖', coverageWords(reading)],
    ['问题', problems.length === 0 ? '没有' : `${problems.length}（${bad}）`],
  ]
  return entries.flatMap(([name, words]) => entryLines(name, words.replace('（；）', '').replace('（）', ''), screen))
}

const NAME_WIDTH = 10

function entryLines(name: string, words: string, { width, paint }: Screen): string[] {
  const indent = ' '.repeat(NAME_WIDTH)
  const lines = wrap(oneLine(words), Math.max(20, width - NAME_WIDTH))
  return lines.map((line, index) =>
    index === 0 ? `${paint.heading(name)}${' '.repeat(NAME_WIDTH - displayWidth(name))}${line}` : `${indent}${line}`,
  )
}

function coverageWords({ coverage }: Reading): string {
  const { characters, inClauses, numerals, stated, excluded } = coverage
  const share = characters === 0 ? 100 : Math.floor((inClauses / characters) * 1000) / 10
  const why = countWords(
    excluded.map(({ reason }) => reason),
    exclusionReasons,
  )
  const apart = excluded.length === 0 ? '' : `，${excluded.length} 处不算（${why}）`
  return `全文 ${characters} 字，${share}% 归入条款；数字 ${numerals} 处，${stated} 处读作陈述${apart}`
}

/** Each problem with its line, or its place in the file, and its wording. */
export function problemLines({ problems }: DocumentReading, places: Places, screen: Screen): string[] {
  return problems.flatMap((problem) => {
    const label = severities[problem.severity]
    const line = problem.span === undefined ? '' : `第${places.line(problem.span.start)}行`
    const where = [problem.place ?? '', line].filter((part) => part !== '').join(' ')
    const lines = wrap(
      oneLine(`${where === '' ? '' : `${where}：`}${messageOf(problem)}`),
      Math.max(20, screen.width - 8),
    )
    const paint = problem.severity === 'error' ? screen.paint.error : screen.paint.forecast
    return lines.map((words, index) => (index === 0 ? `  ${paint(label)}  ${words}` : `        ${words}`))
  })
}
