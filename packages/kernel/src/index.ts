export {
  type CalendarYear,
  checkCalendarYear,
  type DayOff,
  holiday,
  workingDay,
} from './calendar/calendar-year.ts'
export {
  addWorkdays,
  type CountAnswer,
  calendarAlarm,
  type DateAnswer,
  dataEnds,
  daysUntilDataEnds,
  isWorkday,
  type NaturalDeadline,
  type NaturalDeadlineOptions,
  naturalDeadline,
  stateCouncilCalendar,
  stateCouncilYears,
  type WorkCalendar,
  type WorkdayAnswer,
  workCalendar,
  workdaysBetween,
} from './calendar/work-calendar.ts'
export { shiftDecimal, withoutNoise } from './decimal.ts'
export {
  type ClauseId,
  clauseId,
  type DocumentId,
  documentId,
  type Id,
  type StatementId,
  statementId,
  type TaskId,
  taskId,
} from './ids.ts'
export {
  CHINA_OFFSET,
  describeInstant,
  type Instant,
  instant,
  instantOf,
  instantOfDay,
  isInstant,
  localDate,
  localDayNumber,
  MS_PER_DAY,
  MS_PER_HOUR,
  MS_PER_MINUTE,
  minuteOfDay,
  monthKey,
  parseInstant,
} from './instant.ts'
export { parseNumeral } from './numeral.ts'
export { formatChineseNumeral } from './numeral-format.ts'
export {
  daysIn,
  dayPeriod,
  describePeriod,
  firstDay,
  fiveYearPlan,
  fiveYearPlanOf,
  type Half,
  halfPeriod,
  lastDay,
  monthPeriod,
  type Period,
  parentPeriods,
  periodContains,
  periodCovers,
  type Quarter,
  quarterPeriod,
  samePeriod,
  spanPeriod,
  yearPeriod,
} from './period.ts'
export {
  addDays,
  compareDates,
  type DateParts,
  dateExists,
  dateFromDayNumber,
  dayNumber,
  dayOf,
  dayOfWeek,
  daysBetween,
  daysInMonth,
  isLeapYear,
  isPlainDate,
  monthOf,
  type PlainDate,
  parsePlainDate,
  partsOf,
  plainDate,
  yearOf,
} from './plain-date.ts'
export * from './problem.ts'
export { type Amount, type Comparator, describeQuantity, type Quantity, satisfies } from './quantity.ts'
export * from './result.ts'
export * from './source-text.ts'
export * from './span.ts'
export { charWidth, displayWidth } from './text-width.ts'
export { convert, convertible, dimensionOf, type FangHint, type Magnitude, magnitudeOf } from './unit.ts'
export type { Dimension } from './unit-table.ts'
export { type KernelProblemCode, kernelWording } from './wording.zh.ts'
