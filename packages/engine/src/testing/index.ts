export type { Standing } from './actors.ts'
export { clockComparer, type Comparer, type Comparison, type Mismatch } from './compare-clocks.ts'
export {
  type DerivedCounts,
  type DerivedTest,
  type DerivedTests,
  derivedTests,
  type Unwalked,
} from './derived.ts'
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
export { type Mentions, mentionsOf } from './mentions.ts'
export { naiveClockAt, naiveDue, naiveMark, type Tape, writeTape } from './naive-clock.ts'
export { momentOf, type OfficeEntry, type OfficeOptions, type SimulatedOffice, simulatedOffice } from './office.ts'
export type { TriedAction } from './outcomes.ts'
export type { Path } from './paths.ts'
export { type Input, inputVariants, sampleInput, sampleValues } from './sample.ts'
export { snapshotOf, snapshotText } from './snapshot.ts'
export type { Walk, WalkOptions } from './walk.ts'
export type { WalkedPath } from './ways.ts'
