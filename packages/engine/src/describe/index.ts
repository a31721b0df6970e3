export { type AccessMatrix, type AccessRow, accessMatrix, describeAccess } from './access.ts'
export { type CellLookup, readCell } from './cell.ts'
export { type Arrow, arrowsOf } from './arrows.ts'
export { describeCondition } from './condition.ts'
export { stateDiagram, stateDiagramText } from './diagram.ts'
export { describeEffect } from './effect.ts'
export { type ExplainedLine, explainInWords } from './explanation.ts'
export { describeExpr } from './expr.ts'
export {
  type FormField,
  type FormModel,
  formModel,
  type ListColumn,
  type ListModel,
  listModel,
} from './form.ts'
export { type DescribedMeasures, describeFormula, outermostRatio } from './formula.ts'
export { describeGrant, describeGrants } from './grant.ts'
export { describeLimit, describeMarkTime, describeRule } from './limit.ts'
export type { Choice } from './names.ts'
export { indexPage, type MeasureTitles, watchesPage } from './page/index-page.ts'
export { type PageOptions, systemPage } from './page/system-page.ts'
export {
  checkHeaders,
  exportRow,
  type HeaderCheck,
  importAction,
  importRow,
  type RowReader,
  rowReader,
  type SheetColumn,
  type SheetOptions,
  xlsxColumns,
} from './sheet.ts'
export { type SettingColumn, type SettingForm, type SettingLevel, settingForm } from './setting-form.ts'
export { type DescribeProblemCode, describeWording } from './wording.zh.ts'
