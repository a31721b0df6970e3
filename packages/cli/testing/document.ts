import type { Problem, SourceText, TextBlock } from '@jiannuo/kernel'
import type { Clause, Reading, Statement, Task } from '@jiannuo/reader'
import type { DocumentReading } from '../src/read/document.ts'

/** Text of the made-up plan; offsets below are found in it, never counted by hand. */
export const TEXT = [
  '兰台区2025年政府工作报告',
  '一、2024年工作回顾',
  '地区生产总值完成126亿元。',
  '二、2025年工作安排',
  '新增市场主体1.2万户以上，总量突破8万户；目前已有学校30所。',
  '年底前建成云溪路等3条道路，开工2个公园。',
].join('\n')

const span = (words: string, from = 0): { readonly start: number; readonly end: number } => {
  const start = TEXT.indexOf(words, from)
  if (start < 0) throw new Error(`not in the text: ${words}`)
  return { start, end: start + words.length }
}

const lines = TEXT.split('\n')
const clause = (id: string, line: number, half: Clause['half'], kind: Clause['class'], path: string[]): Clause => ({
  id,
  ...span(lines[line] ?? ''),
  half,
  class: kind,
  path,
})

/** A statement of the text; what is not said is that of a plain target. */
export const statement = (id: string, quote: string, indicator: string, more: Partial<Statement> = {}): Statement => ({
  id,
  clause: 'c5',
  ...span(quote),
  quote,
  value: Number.parseFloat(quote),
  unit: quote.replace(/^[\d.]+/, '').replace(/以上$/, ''),
  magnitude: { value: Number.parseFloat(quote), unit: quote.replace(/^[\d.]+/, '') },
  comparator: 'eq',
  kind: 'level',
  modality: 'target',
  year: 2025,
  indicator,
  indicatorSpans: [span(indicator)],
  ...more,
})

const clauses = [
  clause('c1', 0, 'other', 'background', []),
  clause('c3', 2, 'review', 'result', ['2024年工作回顾']),
  clause('c5', 4, 'plan', 'commitment', ['2025年工作安排']),
  clause('c6', 5, 'plan', 'commitment', ['2025年工作安排']),
]

const statements = [
  statement('s1', '126亿元', '地区生产总值', {
    clause: 'c3',
    modality: 'result',
    year: 2024,
    rules: ['R10.arabic', 'Z1.new'],
  }),
  statement('s2', '1.2万户以上', '市场主体', { kind: 'increase', comparator: 'gte', action: '新增' }),
  statement('s3', '8万户', '市场主体', {
    comparator: 'gt',
    indicator: '市场主体总量',
    indicatorSpans: [span('市场主体'), span('总量')],
  }),
  statement('s4', '30所', '学校', { modality: 'result' }),
  statement('s5', '3条', '道路', { clause: 'c6' }),
  statement('s6', '2个', '公园', { clause: 'c6' }),
]

const task: Task = {
  id: 't1',
  clause: 'c6',
  ...span('建成云溪路等3条道路，开工2个公园'),
  action: '建成',
  object: '云溪路等3条道路',
  names: ['云溪路'],
  due: { ...span('年底前'), words: '年底前', date: '2025-12-31' },
  statements: ['s5', 's6'],
}

const problem: Problem = {
  code: 'files/bad-bytes',
  severity: 'warning',
  span: span('目前'),
  params: { encoding: 'gbk', count: 2 },
}

/** A small reading made by hand, so that these tests do not follow every change of the reader. */
export function madeUpDocument(blocks: readonly TextBlock[] = []): DocumentReading {
  const source: SourceText = { text: TEXT, format: 'txt', encoding: 'utf-8', blocks, metadata: [], problems: [problem] }
  const reading: Reading = {
    meta: { title: '兰台区2025年政府工作报告', kind: 'report', place: '兰台区', year: 2025, reviewYear: 2024 },
    outline: [],
    clauses,
    statements,
    tasks: [task],
    terms: [],
    problems: [],
    coverage: {
      characters: 100,
      inClauses: 100,
      numerals: 7,
      stated: 6,
      excluded: [{ ...span('2025年'), reason: 'date' }],
    },
  }
  return { file: '材料/报告.txt', source, reading, problems: [problem] }
}
