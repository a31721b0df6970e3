import { describe, expect, test } from 'vitest'
import { madeUpDocument, TEXT } from '../../testing/document.ts'
import { placesOf } from '../read/places.ts'
import { createPaint } from '../terminal/paint.ts'
import { displayWidth } from '@jiannuo/kernel'
import { documentView } from './document-view.ts'
import { explainView, markSentence } from './explain.ts'
import { modalityReason, yearReason } from './reasons.ts'
import { context, paintMarked } from './statements.ts'
import { countWords } from './summary.ts'

const document = madeUpDocument()
const { statements, meta } = document.reading
const places = placesOf(document)
const screen = { width: 100, paint: createPaint(false) }

describe('view of a document', () => {
  const view = documentView(document, true, screen)

  test('names the document and its counts', () => {
    expect(view).toContain(
      '兰台区2025年政府工作报告\n政府工作报告 · 兰台区 · 计划2025年，回顾2024年\n材料/报告.txt（TXT，utf-8）',
    )
    expect(view).toContain('陈述      6（目标 4、结果 2；水平 5、增量 1）')
    expect(view).toContain('数字 7 处，6 处读作陈述，1 处不算（日期 1）')
  })

  test('shows statements, tasks and problems', () => {
    expect(view).toMatch(/^ {3}2 .*市场主体 +≥1\.2 {2}万户 +增量 {2}目标 {2}2025 /m)
    expect(view).toMatch(/^ {3}1 .*建成云溪路等3条道路 +云溪路 +道路3条；公园2 /m)
    expect(view).toContain('  警告  第5行：按gbk编码读取时，有2处字节')
  })

  test('fits the screen and holds no escape codes', () => {
    expect(view).not.toContain('\u001b')
    for (const width of [40, 60, 80, 120]) {
      const lines = documentView(document, true, { ...screen, width }).split('\n')
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width)
    }
  })

  test('says which columns a narrow screen leaves out', () => {
    expect(documentView(document, false, { ...screen, width: 50 })).toContain('窗口较窄，没有显示：')
  })
})

describe('context', () => {
  test('marks the number within its clause', () => {
    expect(context(TEXT, statements[0], places)).toBe('地区生产总值完成【126亿元】。')
  })

  test('never shows half a number', () => {
    expect(context(TEXT, statements[2], places)).toBe('…主体1.2万户以上，总量突破【8万户】；目前已有学…')
  })

  test('does not begin in the middle of a number', () => {
    const text = '甲乙12345万户丙丁戊己庚辛壬，总量8万户。'
    const at = { ...statements[2], start: text.indexOf('8'), end: text.indexOf('8') + 3, quote: '8万户' }
    const clause = { id: 'c', start: 0, end: text.length, path: [], half: 'plan', class: 'result' } as const
    expect(context(text, at, { ...places, clause: () => clause })).toBe('…万户丙丁戊己庚辛壬，总量【8万户】。')
  })

  test('marks run on over a line’s end', () => {
    expect(paintMarked(['前【甲', '乙】后', '丙'], (text) => `<${text}>`)).toEqual(['前<【甲>', '<乙】>后', '丙'])
  })
})

const reason = (index: number) => modalityReason(TEXT, places.clause(statements[index].clause), statements[index])

describe('explanation', () => {
  test('marks number and indicator in the sentence', () => {
    expect(markSentence(TEXT, places.clause('c5'), statements[2])).toBe(
      '新增〔市场主体〕1.2万户以上，〔总量〕突破【8万户】；目前已有学校30所。',
    )
  })

  test('gives each rule its wording, an unknown one its id', () => {
    const view = explainView(document, statements[0], screen)
    expect(view).toContain('  R10.arabic  阿拉伯数字连同单位')
    expect(view).toContain('  Z1.new      Z1.new')
    expect(view).toContain('年份  2024（句中没有写，取回顾年份）')
  })

  test('says why a statement is what it is', () => {
    expect(reason(0)).toBe('在回顾部分')
    expect(reason(1)).toBe('在计划部分')
    expect(reason(3)).toBe('在计划部分，但说的是已有的事')
  })

  test('says where a year comes from', () => {
    const text = '到2027年，去年产值8亿元'
    const clause = { id: 'c', start: 0, end: text.length, path: [], half: 'plan', class: 'result' } as const
    const at = { ...statements[1], start: text.indexOf('8'), end: text.length - 1 }
    expect(yearReason(text, clause, { ...at, year: 2027 }, meta)).toBe('句中写有“2027年”')
    expect(yearReason(text, clause, { ...at, year: 2024 }, meta)).toContain('“去年”')
    expect(yearReason(text, clause, { ...at, year: undefined }, meta)).toContain('--year')
  })
})

test('counts are in the order of the labels', () => {
  const items: ('a' | 'b' | 'c')[] = ['b', 'a', 'b']
  expect(countWords(items, { a: '甲', b: '乙', c: '丙' })).toBe('甲 1、乙 2')
})
