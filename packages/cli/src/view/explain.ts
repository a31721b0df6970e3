import type { Span } from '@jiannuo/kernel'
import type { Clause, Statement } from '@jiannuo/reader'
import { clauseClasses, comparatorWords, halves, modalities, statementKinds } from '../labels.zh.ts'
import type { DocumentReading } from '../read/document.ts'
import { placesOf } from '../read/places.ts'
import { numberWords, pathWords, valueWords } from '../read/words.ts'
import type { Screen } from '../terminal/paint.ts'
import { displayWidth } from '@jiannuo/kernel'
import { oneLine } from '../terminal/width.ts'
import { wrap } from '../terminal/wrap.ts'
import { describeRule } from '../wording.zh.ts'
import { modalityReason, yearReason } from './reasons.ts'
import { paintMarked } from './statements.ts'

/** Why a statement reads as it does: its sentence with the number and the indicator marked, its fields, its rules. */
export function explainView(document: DocumentReading, statement: Statement, screen: Screen): string {
  const { source, reading } = document
  const places = placesOf(document)
  const clause = places.clause(statement.clause)
  const number = reading.statements.indexOf(statement) + 1
  const where = [
    `第${places.line(statement.start)}行`,
    places.source(statement.start),
    `字符${statement.start}–${statement.end}`,
  ]
  const lines = [
    screen.paint.heading(`第 ${number} 条陈述`) +
      `（${statement.id}，${where.filter((part) => part !== '').join('，')}）`,
    '',
    ...paintMarked(wrap(oneLine(markSentence(source.text, clause, statement)), screen.width), screen.paint.mark),
    screen.paint.faint('【】是读作陈述的数字，〔〕是指标的用词'),
    '',
    ...fieldsOf(document, statement, clause).flatMap(([name, words]) => fieldLines(name, words, screen)),
    '',
    screen.paint.heading('规则'),
    ...ruleLines(statement, screen),
  ]
  return `${lines.join('\n')}\n`
}

function fieldsOf(
  { source, reading }: DocumentReading,
  statement: Statement,
  clause: Clause | undefined,
): [string, string][] {
  const { magnitude, scope, places, action } = statement
  const fields: [string, string | undefined][] = [
    ['指标', statement.indicator],
    ['数值', `${valueWords(statement)} ${statement.unit}（${comparatorWords[statement.comparator]}）`],
    ['折合', `${numberWords(magnitude.value)} ${magnitude.unit}`],
    ['类型', statementKinds[statement.kind]],
    ['性质', `${modalities[statement.modality]}（${modalityReason(source.text, clause, statement)}）`],
    ['年份', `${statement.year ?? '不明'}（${yearReason(source.text, clause, statement, reading.meta)}）`],
    ['动作', action],
    ['范围', scope],
    ['地点', places?.join('、')],
    ['条款', clause && `${clause.id}，${halves[clause.half]}部分，${clauseClasses[clause.class]}`],
    ['标题', pathWords(clause)],
  ]
  return fields.flatMap(([name, words]) => (words ? [[name, words] as [string, string]] : []))
}

const NAME_WIDTH = 6

function fieldLines(name: string, words: string, { width, paint }: Screen): string[] {
  const lines = wrap(oneLine(words), Math.max(20, width - NAME_WIDTH))
  return lines.map((line, index) =>
    index === 0 ? `${paint.faint(name)}${' '.repeat(NAME_WIDTH - displayWidth(name))}${line}` : `      ${line}`,
  )
}

function ruleLines(statement: Statement, { width }: Screen): string[] {
  const rules = [...new Set(statement.rules ?? [])]
  if (rules.length === 0) return ['  （没有记下规则）']
  const widest = Math.max(...rules.map(displayWidth))
  return rules.flatMap((id) => {
    const lines = wrap(describeRule(id), Math.max(20, width - widest - 4))
    return lines.map((line, index) => `  ${(index === 0 ? id : '').padEnd(widest)}  ${line}`)
  })
}

/** The clause with its marks. A word of the indicator that stands in another clause is not in it and stays unmarked. */
export function markSentence(text: string, clause: Clause | undefined, statement: Statement): string {
  const { start, end } = clause ?? statement
  const marks: (Span & { readonly signs: readonly [string, string] })[] = [
    { start: statement.start, end: statement.end, signs: ['【', '】'] as const },
    ...statement.indicatorSpans.map((span) => ({ start: span.start, end: span.end, signs: ['〔', '〕'] as const })),
  ].filter((mark) => mark.start >= start && mark.end <= end && mark.start < mark.end)
  marks.sort((a, b) => a.start - b.start)
  let marked = ''
  let at = start
  for (const mark of marks) {
    if (mark.start < at) continue
    marked += `${text.slice(at, mark.start)}${mark.signs[0]}${text.slice(mark.start, mark.end)}${mark.signs[1]}`
    at = mark.end
  }
  return marked + text.slice(at, end)
}
