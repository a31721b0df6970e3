import { Workbook } from '@cj-tech-master/excelts'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gb18030 } from '../../testing/kit.ts'
import { filesWording, readSheet, writeCsv, writeXlsx } from '../index.ts'

async function sheetOf(bytes: Uint8Array, name = '工单.xlsx') {
  const read = await readSheet(bytes, name)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value
}

async function codeOf(bytes: Uint8Array, options?: Parameters<typeof readSheet>[2]) {
  const read = await readSheet(bytes, '工单.xlsx', options)
  if (read.ok) return undefined
  for (const { code } of read.problems) expect(filesWording[code], code).toBeDefined()
  return read.problems[0]!.code
}

async function workbook(fill: (book: Workbook) => void): Promise<Uint8Array> {
  const book = new Workbook()
  fill(book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const text = (value: string) => new TextEncoder().encode(value)
const plain = { name: '表', columns: [{ title: '甲' }, { title: '乙', kind: 'number' }], rows: [['一', 1]] } as const

describe('reading sheets', () => {
  test('F90 XLSX and CSV are told apart by content, and what is neither is refused', async () => {
    expect((await sheetOf(await writeXlsx([plain]), '工单.csv')).rows).toEqual([{ number: 2, cells: ['一', '1'] }])
    expect((await sheetOf(text('甲,乙\n一,1'), '工单.xlsx')).header).toEqual(['甲', '乙'])
    expect(await codeOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toBe('files/old-sheet')
    expect(await codeOf(text('PK\x03\x04 nothing'))).toBe('files/broken-sheet')
    expect(await codeOf(new Uint8Array([1, 0, 2, 0, 3]))).toBe('files/no-sheet')
    expect(await codeOf(new Uint8Array())).toBe('files/empty-sheet')
    expect(await codeOf(await writeXlsx([{ name: '空', columns: [], rows: [] }]))).toBe('files/empty-sheet')
    const whole = await writeXlsx([plain])
    for (const end of [40, 400, whole.length - 30])
      expect(await codeOf(whole.subarray(0, end))).toBe('files/broken-sheet')
  })

  test('F90 F93 nothing throws on any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        await readSheet(bytes, '工单.csv')
      }),
    )
  })

  test('F91 the header below a merged title, empty rows left out, numbers kept', async () => {
    const bytes = await workbook((book) => {
      book.addWorksheet('空表')
      const sheet = book.addWorksheet('一季度')
      sheet.addRow(['兰台区热线工单表'])
      sheet.mergeCells('A1:C1')
      sheet.addRow([])
      sheet.addRow(['工单\n编号', '诉求内容', '街道'])
      sheet.addRow(['LT001', ' 路灯不亮 '])
      sheet.addRow([])
      sheet.addRow([null, '井盖松动', '望江街道'])
    })
    expect(await sheetOf(bytes)).toEqual({
      sheet: '一季度',
      header: ['工单编号', '诉求内容', '街道'],
      rows: [
        { number: 4, cells: ['LT001', '路灯不亮', ''] },
        { number: 6, cells: ['', '井盖松动', '望江街道'] },
      ],
    })
    expect((await sheetOf(text('名称\n甲\n乙'))).rows).toHaveLength(2)
  })

  test('F92 dates, numbers, formulas, links and rich text as people see them', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('表')
      sheet.addRow(['日', '时', '数', '长', '是否', '公式', '链接', '富文本', '错'])
      sheet.addRow([
        new Date('2025-01-31T00:00:00Z'),
        new Date('2025-01-31T09:30:00Z'),
        0.1 + 0.2,
        9007199254740991,
        true,
        { formula: '1+1', result: 2 },
        { text: '网站', hyperlink: 'https://example.org' },
        { richText: [{ text: '路灯' }, { text: '不亮' }] },
        { error: '#N/A' },
      ])
    })
    expect((await sheetOf(bytes)).rows[0]!.cells).toEqual([
      '2025-01-31',
      '2025-01-31 09:30',
      '0.3',
      '9007199254740991',
      '是',
      '2',
      '网站',
      '路灯不亮',
      '',
    ])
  })

  test('F93 a CSV in GB18030, with semicolons, with quotes', async () => {
    expect((await sheetOf(gb18030('编号,内容\r\n1,路灯不亮了\r\n'))).rows[0]!.cells).toEqual(['1', '路灯不亮了'])
    expect((await sheetOf(text('编号;内容\n1;"一;""二""\n三"'))).rows[0]!.cells).toEqual(['1', '一;"二"\n三'])
    expect((await sheetOf(text('编号\t内容\n1\t二'))).rows[0]!.cells).toEqual(['1', '二'])
    expect((await sheetOf(text('编号,内容\n1,"不关'))).rows[0]!.cells).toEqual(['1', '不关'])
  })

  test('F93 what writeCsv wrote is read back unchanged', async () => {
    const cell = fc.stringMatching(/^[一-龥a-z0-9,"; ]{1,8}$/).map((value) => `甲${value}乙`)
    const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        const written = writeCsv({ name: '表', columns: [{ title: '甲' }, { title: '乙' }], rows: given })
        expect((await sheetOf(written)).rows.map(({ cells }) => cells)).toEqual(given)
      }),
    )
  })

  test('F94 bytes, unfolded bytes, rows and columns are bounded', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => [`行${index}`, index])
    const bytes = await writeXlsx([{ ...plain, rows }])
    expect(await codeOf(bytes, { limits: { rows: 29 } })).toBe('files/too-many-rows')
    expect(await codeOf(bytes, { limits: { rows: 30 } })).toBeUndefined()
    expect(await codeOf(bytes, { limits: { columns: 1 } })).toBe('files/too-many-columns')
    expect(await codeOf(bytes, { limits: { fileBytes: 10 } })).toBe('files/too-large')
    expect(await codeOf(bytes, { limits: { unpackedBytes: 2000 } })).toBe('files/unpacked-too-large')
    expect(await codeOf(text(`甲,乙\n${'一,1\n'.repeat(30)}`), { limits: { rows: 29 } })).toBe('files/too-many-rows')
  })
})
