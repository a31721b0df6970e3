export { checkLimit, checkMark, checkOffice, checkRule, checkRun } from './check.ts'
export { describeDue, dueDate, dueOf } from './due.ts'
export { markAt } from './marks.ts'
export { clockAt, runAsOf } from './reading.ts'
export {
  type ClockReading,
  type ClockRule,
  type ClockRun,
  type Due,
  type Extension,
  type Limit,
  type MarkTime,
  type OfficeCalendar,
  ordinaryOffice,
  type Pause,
  type TimeUnit,
} from './types.ts'
export { type ClockProblemCode, clockWording } from './wording.zh.ts'
