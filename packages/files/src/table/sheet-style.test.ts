import { Workbook } from '@cj-tech-master/excelts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSheet, type Table, writeXlsx } from '../index.ts'
import { openZip } from '../zip.ts'

const split: Table = {
  name: '任务分解表',
  frozen: 2,
  columns: [
    { title: '序号', kind: 'number', readOnly: true },
    { title: '工作任务', readOnly: true, width: 40 },
    { title: '牵头单位', choices: ['区住建局', '区,城管局', '区住建局', ''], note: '填写全称' },
    { title: '完成时限', kind: 'date', wrap: false },
  ],
  rows: [
    [1, '改造老旧小区12个', '区住建局', '2026-12-31'],
    [2, '新建停车泊位800个', '', '2026-06-30'],
  ],
}

async function reread(tables: readonly Table[]) {
  const book = new Workbook()
  await book.xlsx.load(await writeXlsx(tables))
  return book
}

async function partsOf(tables: readonly Table[]) {
  const zip = openZip(await writeXlsx(tables), 1e8)
  return (name: string): string => new TextDecoder().decode(zip.read(name)).replaceAll('&apos;', "'")
}

async function cellsOf(table: Table): Promise<readonly (readonly string[])[]> {
  const read = await readSheet(await writeXlsx([table]), '表.xlsx')
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value.rows.map(({ cells }) => cells)
}

describe('sheets that offices fill in', () => {
  it('F87 columns to choose from, to leave alone, with hints; columns that stay', async () => {
    const book = await reread([split])
    const sheet = book.getWorksheet('任务分解表')!
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: 1 })
    expect(sheet.getCell('B2').fill).toMatchObject({ pattern: 'solid' })
    expect(sheet.getCell('C2').fill).toMatchObject({ pattern: 'none' })
    expect(sheet.getCell('B2').protection?.locked).not.toBe(false)
    expect(sheet.getCell('C2').protection).toMatchObject({ locked: false })
    expect(JSON.stringify(sheet.getCell('C1').note)).toContain('填写全称')
    expect(sheet.getCell('A2').alignment).toMatchObject({ wrapText: true })
    expect(sheet.getCell('D2').alignment?.wrapText ?? false).toBe(false)
    const part = await partsOf([split])
    const xml = part('xl/worksheets/sheet1.xml')
    // In the file these say what is forbidden: 0 allows it.
    expect(xml).toMatch(/<sheetProtection (?=[^>]*sheet="1")(?=[^>]*sort="0")(?=[^>]*autoFilter="0")[^>]*\/>/)
    expect(xml).not.toMatch(/<sheetProtection [^>]*(?:password|hashValue)/)
    expect((await partsOf([{ ...split, columns: [{ title: '甲' }] }]))('xl/worksheets/sheet1.xml')).not.toContain(
      'sheetProtection',
    )
  })

  it('F88 choices stand in a hidden sheet behind the others, once for equal lists', async () => {
    const many = Array.from({ length: 120 }, (_, at) => `兰台区第${at}局`)
    const other: Table = {
      name: '乙',
      columns: [
        { title: '甲', choices: many },
        { title: '乙', choices: many },
      ],
      rows: [['', '']],
    }
    const part = await partsOf([split, other])
    expect(part('xl/worksheets/sheet1.xml')).toMatch(
      /<dataValidation (?=[^>]*type="list")(?=[^>]*sqref="C2:C203")[^>]*><formula1>'选项'!\$A\$1:\$A\$2<\/formula1>/,
    )
    expect(part('xl/worksheets/sheet2.xml').match(/<formula1>'选项'!\$B\$1:\$B\$120<\/formula1>/g)).toHaveLength(2)
    const book = await reread([split, other])
    expect(book.worksheets.map(({ name, state }) => [name, state])).toEqual([
      ['任务分解表', 'visible'],
      ['乙', 'visible'],
      ['选项', 'hidden'],
    ])
    expect(book.worksheets[2].getCell('A2').value).toBe('区,城管局')
    expect((await reread([{ ...other, name: '选项' }])).worksheets.map(({ name }) => name)).toEqual([
      '选项',
      '选项 (2)',
    ])
    expect(await cellsOf(split)).toHaveLength(2)
  })

  it('F87 printed on A4 on its side, as wide as the sheet, the header on every page', async () => {
    const sheet = (await reread([split])).getWorksheet('任务分解表')!
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    })
    expect((await partsOf([split]))('xl/workbook.xml')).toMatch(/_xlnm\.Print_Titles[^>]*>'任务分解表'!\$1:\$1</)
    // The library does not double an apostrophe where the name is quoted, and Excel would call the file damaged.
    expect((await partsOf([{ ...split, name: "甲'乙" }]))('xl/workbook.xml')).toContain(">'甲’乙'!$1:$1<")
  })

  it('F89 what was written is read back: lines in a cell, dates, numbers, long texts, texts that look like numbers', async () => {
    const long = '长'.repeat(30_000)
    const rows = [
      ['第一行\n第二行\n\n第四行', 12.34, '2026-02-28', long],
      ['007', -0.1, '2026-12-31', '=1+1'],
      ['2026-01-01', 100_000_000, '年底前', "'引号'"],
      ['1.50', 3, '2024-02-29', '①②“”〔2026〕%'],
    ]
    const columns: Table['columns'] = [
      { title: '甲' },
      { title: '乙', kind: 'number' },
      { title: '丙', kind: 'date' },
      { title: '丁' },
    ]
    expect(await cellsOf({ name: '表', columns, rows })).toEqual(rows.map((row) => row.map(String)))
  })

  it('F89 any text, number and day come back', async () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 20 })
      .map((value) => `字${value.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '\n')}末`)
    const day = fc
      .date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    const number = fc.integer({ min: -1e9, max: 1e9 }).map((value) => value / 100)
    const columns: Table['columns'] = [{ title: '甲' }, { title: '乙', kind: 'number' }, { title: '丙', kind: 'date' }]
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, number, day), { minLength: 1, maxLength: 6 }), async (rows) => {
        expect(await cellsOf({ name: '表', columns, rows })).toEqual(rows.map((row) => row.map(String)))
      }),
      { numRuns: 40, seed: 20_261_103 },
    )
  })
})
