export { compareDistricts } from './compare-districts.ts'
export { compareFigures } from './compare-figures.ts'
export { compareYears } from './compare-years.ts'
export { figuresOf } from './figures.ts'
export type {
  CompareOptions,
  Comparison,
  DistrictComparison,
  Figure,
  Standing,
  YearComparison,
  YearPair,
} from './types.ts'
export { type CompareCode, compareWording } from './wording.zh.ts'
