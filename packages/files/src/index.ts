export { defaultLimits, type Limits } from './limits.ts'
export {
  type OfficialPaper,
  type PaperBlock,
  type PaperColumn,
  type PaperHeading,
  type PaperNote,
  type PaperParagraph,
  type PaperRun,
  type PaperTable,
  writeOfficialDocx,
} from './docx-out/paper.ts'
export { type ReadOptions, readSource } from './read-source.ts'
export {
  defaultSheetLimits,
  readSheet,
  type Sheet,
  type SheetLimits,
  type SheetRow,
} from './table/read-sheet.ts'
export {
  type CellValue,
  type Column,
  type CsvOptions,
  displayWidth,
  type Table,
  writeCsv,
  writeXlsx,
} from './table/table.ts'
export { sourceMetadata } from './source-metadata.ts'
export { filesWording } from './wording.zh.ts'
