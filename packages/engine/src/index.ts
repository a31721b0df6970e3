export { DefinitionError, type DefinitionProblem, describeDefinitionProblem } from './check/problem.ts'
export { checkCatalogue } from './check/check-catalogue.ts'
export { checkMachine } from './check/check-machine.ts'
export { checkMeasures } from './check/check-measures.ts'
export * from './clock/index.ts'
export * from './define/build.ts'
export { type Catalogue, type CatalogueInput, catalogue } from './define/catalogue.ts'
export { defineIndex, type Index } from './define/define-index.ts'
export { defineLoop, type LoopInput } from './define/define-loop.ts'
export { defineMeasures, type Measures } from './define/define-measures.ts'
export { defineRegister, machineOfRegister } from './define/define-register.ts'
export { defineWatch, type Watch } from './define/define-watch.ts'
export { fingerprint } from './define/fingerprint.ts'
export { addFigures } from './measure/add.ts'
export { categoryOf, contributionDeltas, contributions, counterKey } from './measure/contributions.ts'
export {
  type CounterPair,
  countersOf,
  evaluateFigure,
  type Figure,
  type FigurePart,
  findMeasure,
} from './measure/figure.ts'
export { type NaiveFilter, type NaiveSum, naiveSums } from './measure/naive.ts'
export * from './model/definition.ts'
export * from './model/event.ts'
export * from './model/measure.ts'
export * from './model/record.ts'
export * from './model/register.ts'
export * from './model/run.ts'
export * from './model/score.ts'
export * from './model/value.ts'
export * from './model/watch.ts'
export { type AvailableAction, availableActions } from './run/available.ts'
export { type ClockThen, clocksAt, nextDue, timersOf } from './run/clocks.ts'
export { explainCondition, meets } from './run/condition.ts'
export { describeRefusal } from './run/describe-refusal.ts'
export { excluded } from './run/exclusion.ts'
export {
  checkFieldValue,
  choicesOf,
  ENCRYPTED,
  type FieldContext,
  type FieldFault,
  isEncrypted,
} from './run/field-value.ts'
export { fold, type RecordIds, replay } from './run/fold.ts'
export { relates } from './run/grant.ts'
export { noteMember } from './run/group.ts'
export { reachMark } from './run/mark.ts'
export { maskValue } from './run/mask.ts'
export { migrateRecord } from './run/migrate.ts'
export { eraseEntry, unmaskEntry } from './run/note.ts'
export { fieldsOffered, findField, type OfferedField } from './run/offer.ts'
export { ANYONE, fieldsFor, isSealed, mayRead, mayUnmask, type Showing, seesOf, valuesFor } from './run/reading.ts'
export { explainStage } from './run/stage.ts'
export { actBySystem } from './run/system.ts'
export { transition } from './run/transition.ts'
export { isObject, isPresent, recordView, sameJson, settingOf, type View, valueOf } from './run/view.ts'
export {
  type AreaScore,
  type DeductionScore,
  indexBands,
  type IndexInput,
  type PartScore,
  scoreIndex,
} from './score/score.ts'
export { type Alarm, alarmInput, alarmsOf, type WatchInput, type WatchPoint } from './watch/alarms.ts'
export { type EngineCode, engineWording, registerWording } from './wording.zh.ts'
export * from './describe/index.ts'
