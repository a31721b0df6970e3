import { array, assert, constantFrom, integer, property, string, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type GridColumn, layGrid } from './grid.ts'
import { createPaint, screenOf } from './paint.ts'
import { displayWidth } from '@jiannuo/kernel'

const COLUMNS: readonly GridColumn[] = [
  { title: '序号', min: 4, max: 6, align: 'right', rank: 3 },
  { title: '指标', min: 6, max: 20, rank: 2 },
  { title: '原文', min: 10, max: 40, rank: 1 },
]

describe('grid', () => {
  test('columns line up under Chinese, Latin and mixed cells', () => {
    const { lines } = layGrid(
      COLUMNS,
      [
        ['1', '生产总值', 'GDP增长'],
        ['12', 'R&D', '投入'],
      ],
      60,
    )
    expect(lines).toEqual([
      '序号  指标      原文',
      '─'.repeat(4 + 2 + 8 + 2 + 10),
      '   1  生产总值  GDP增长',
      '  12  R&D       投入',
    ])
  })

  test('a cell that is too long wraps within its column', () => {
    const { lines } = layGrid(COLUMNS, [['1', '一般公共预算收入', '地方一般公共预算收入完成一百亿元']], 34)
    expect(lines.length).toBeGreaterThan(3)
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(34)
    expect(lines.slice(3).every((line) => line.startsWith('      '))).toBe(true)
  })

  test('where there is no room the least important column goes and is named', () => {
    const { lines, dropped } = layGrid(COLUMNS, [['1', '指标', '原文']], 16)
    expect(dropped).toEqual(['原文'])
    expect(lines[0]).toBe('序号  指标')
  })

  test('colours change nothing but colours', () => {
    const rows = [['1', '总量', '新增【5户】，总量突破八万户，位居全市第一']]
    const paint = createPaint(true)
    const coloured = COLUMNS.map((column) => ({
      ...column,
      paint: (cell: readonly string[]) => cell.map(paint.target),
    }))
    const plain = layGrid(COLUMNS, rows, 30).lines
    const painted = layGrid(coloured, rows, 30, paint.heading).lines
    expect(painted.join('\n')).toContain('\u001b[36m')
    // oxlint-disable-next-line no-control-regex
    expect(painted.map((line) => line.replace(/\u001b\[\d+m/g, '').trimEnd())).toEqual(plain)
  })

  test('no line is wider than the screen', () => {
    const cell = string({ unit: constantFrom(...Array.from('生产总值12.5%，（)“ab 😀\n')) })
    assert(
      property(array(tuple(cell, cell, cell), { maxLength: 5 }), integer({ min: 12, max: 100 }), (rows, width) => {
        for (const line of layGrid(COLUMNS, rows, width).lines) expect(displayWidth(line)).toBeLessThanOrEqual(width)
      }),
    )
  })
})

describe('screen', () => {
  const terminal = { isTTY: true, columns: 80 }

  test('colours on a terminal only', () => {
    expect(screenOf(terminal, {}).paint.error('错')).toBe('\u001b[31m错\u001b[39m')
    expect(screenOf({}, {}).paint.error('错')).toBe('错')
  })

  test('NO_COLOR and a dumb terminal have none', () => {
    expect(screenOf(terminal, { NO_COLOR: '1' }).paint.error('错')).toBe('错')
    expect(screenOf(terminal, { TERM: 'dumb' }).paint.error('错')).toBe('错')
    expect(screenOf(terminal, { NO_COLOR: '' }).paint.error('错')).not.toBe('错')
  })

  test('the width is that of the terminal, 120 without one', () => {
    expect(screenOf(terminal, {}).width).toBe(80)
    expect(screenOf({ columns: 80 }, {}).width).toBe(120)
    expect(screenOf({ isTTY: true, columns: 0 }, {}).width).toBe(120)
  })
})
