import { Workbook } from '@cj-tech-master/excelts'
import { describe, expect, test } from 'vitest'
import { displayWidth, type Table, writeCsv, writeXlsx } from '../index.ts'

const table = (
  rows: Table['rows'],
  columns: Table['columns'] = [{ title: '指标' }, { title: '值', kind: 'number' }],
) => ({
  name: '目标',
  columns,
  rows,
})
const csv = (rows: Table['rows'], options?: Parameters<typeof writeCsv>[1]) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeCsv(table(rows), options))

async function reread(tables: readonly Table[]) {
  const book = new Workbook()
  await book.xlsx.load(await writeXlsx(tables))
  return book
}

const cell = (value: string) => csv([[value]], { mark: false, header: false }).split(',')[0]

describe('CSV', () => {
  test('F80 UTF-8 with a mark, CRLF, every column in every row', () => {
    expect(csv([['市场主体', 56000], ['总量']])).toBe('\uFEFF指标,值\r\n市场主体,56000\r\n总量,\r\n')
    expect(csv([['甲', null]], { mark: false, header: false })).toBe('甲,\r\n')
  })

  test('F81 quotes, commas and line breaks are quoted by RFC 4180', () => {
    expect(csv([['一,"二"\n三', 1]], { mark: false, header: false })).toBe('"一,""二""\n三",1\r\n')
  })

  test('F82 text that would run as a formula is defused, numbers are left alone', () => {
    for (const text of ['=1+1', '+cmd', '-x', '@SUM(A1)', '＝1']) expect(cell(text)).toBe(`'${text}`)
    for (const text of ['-40', '+5.5%', '-1.2e-5', '——到2027年', '5-6']) expect(cell(text)).toBe(text)
  })
})

describe('XLSX', () => {
  test('F83 bold frozen header, filter, wrapped text, numbers and dates as such', async () => {
    const columns = [{ title: '指标' }, { title: '值', kind: 'number' }, { title: '期限', kind: 'date' }] as const
    const book = await reread([
      table(
        [
          ['=1+1', '1260', '2025-12-31'],
          ['-', null, '年底'],
        ],
        columns,
      ),
    ])
    const sheet = book.getWorksheet('目标')!
    expect(sheet.getCell('A1').font).toMatchObject({ bold: true })
    expect(sheet.getCell('A2').value).toBe('=1+1')
    expect(sheet.getCell('A2').alignment).toMatchObject({ wrapText: true })
    expect(sheet.getCell('B2').value).toBe(1260)
    expect(sheet.getCell('C2').value).toEqual(new Date('2025-12-31T00:00:00Z'))
    expect(sheet.getCell('C3').value).toBe('年底')
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(sheet.autoFilter).toBeTruthy()
  })

  test('F84 widths follow the Chinese display width, within bounds', async () => {
    expect(displayWidth('市场主体5.6万户')).toBe(15)
    const book = await reread([
      table([
        ['新增市场主体总量', 1],
        ['长'.repeat(100), 2],
      ]),
      table([['x', 1]]),
    ])
    expect(book.worksheets[0].getColumn(1).width).toBe(60)
    expect(book.worksheets[1].getColumn(1).width).toBe(8)
  })

  test('F85 sheet names and cell texts that Excel refuses are mended', async () => {
    const long = '字'.repeat(40_000)
    const book = await reread([
      { ...table([[`a\u0001b\uD800${long}`, 1]]), name: '[2025] 目标/任务' },
      { ...table([]), name: '字'.repeat(40) },
      { ...table([]), name: '字'.repeat(50) },
      { ...table([]), name: '' },
    ])
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      '2025  目标 任务',
      '字'.repeat(31),
      `${'字'.repeat(27)} (2)`,
      '表',
    ])
    expect(book.worksheets[0].getCell('A2').text).toHaveLength(32_767)
    expect((await reread([])).worksheets).toHaveLength(1)
  })
})
