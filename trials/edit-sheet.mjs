// Changes cells of an exported split table as somebody would in a spreadsheet: RECORD COLUMN TEXT, as often as wanted.
import { readFileSync, writeFileSync } from 'node:fs'
import { Workbook } from '@cj-tech-master/excelts'

const [file, ...edits] = process.argv.slice(2)
const book = new Workbook()
await book.xlsx.load(readFileSync(file))
const sheet = book.worksheets[0]
const header = sheet.getRow(1).values
const columnOf = (title) => header.findIndex((cell) => cell === title)
for (let at = 0; at + 2 < edits.length; at += 3) {
  const [record, column, text] = edits.slice(at, at + 3)
  sheet.eachRow((row) => {
    if (row.getCell(columnOf('编号')).value === record) row.getCell(columnOf(column)).value = text
  })
}
writeFileSync(file, new Uint8Array(await book.xlsx.writeBuffer()))
