export { monthlyCircular } from './monthly-circular.ts'
export type {
  CircularAdjustment,
  CircularBlock,
  CircularColumn,
  CircularHeadline,
  CircularInput,
  CircularItem,
  CircularPaper,
  CircularRun,
  CircularSilence,
  CircularTable,
  CircularTotals,
  CircularTurn,
  CircularUnit,
} from './types.ts'
export { type CircularCode, circularWording } from './wording.zh.ts'
