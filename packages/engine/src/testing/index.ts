export {
  actorFor,
  actorWith,
  contextAt,
  type SimulatedDistrict,
  type SimulatedUnit,
  simulatedDistrict,
  type UnitKind,
} from './district.ts'
export { type ExampleResult, type ExampleStep, runExamples } from './examples.ts'
export { momentOf, type OfficeEntry, type OfficeOptions, type SimulatedOffice, simulatedOffice } from './office.ts'
export {
  type DerivedCounts,
  type DerivedTest,
  type DerivedTests,
  derivedTests,
  type Unwalked,
  type WalkedPath,
} from './derived.ts'
export { type Input, inputVariants, sampleInput, sampleValues } from './sample.ts'
export { snapshotOf, snapshotText } from './snapshot.ts'
export type { WalkOptions } from './walk.ts'
