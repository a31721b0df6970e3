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
