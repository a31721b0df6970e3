import type { Clause, Meta, Statement } from '@jiannuo/reader'

const FORECAST = /预计|预期|有望|预测/
const RELATIVE = /今年|本年|当年|去年|上年|明年|前年/g

/** Why a statement is a target, result or forecast, told from its clause; the reader keeps no rule for it. */
export function modalityReason(text: string, clause: Clause | undefined, statement: Statement): string {
  const words = clause === undefined ? '' : text.slice(clause.start, clause.end)
  if (statement.modality === 'forecast') {
    const word = FORECAST.exec(words)?.[0]
    return word === undefined ? '按预计数读' : `句中有“${word}”`
  }
  const plan = clause?.half === 'plan'
  if (statement.modality === 'target') return plan ? '在计划部分' : '句中写的是今后的事'
  return plan ? '在计划部分，但说的是已有的事' : '在回顾部分'
}

/** Where a statement's year comes from, told from the words before it; the reader keeps no rule for it. */
export function yearReason(text: string, clause: Clause | undefined, statement: Statement, meta: Meta): string {
  const { year } = statement
  if (year === undefined) return '句中没有写，文件也没有给出年份，可用 --year 指定'
  const before = text.slice(clause?.start ?? statement.start, statement.start)
  if (before.includes(`${year}年`)) return `句中写有“${year}年”`
  const named = before.match(RELATIVE)?.at(-1)
  if (named !== undefined) return `句中的“${named}”，从文件年份推算`
  if (clause?.half === 'plan' && year === meta.year) return '句中没有写，取计划年份'
  if (year === meta.reviewYear) return '句中没有写，取回顾年份'
  if (year === meta.year) return '句中没有写，取文件年份'
  return '从句中的时间推算'
}
