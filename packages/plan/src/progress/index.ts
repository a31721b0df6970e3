export {
  type Accumulated,
  accumulate,
  accumulateFirm,
  type NotAccumulated,
  type Summed,
} from './accumulate.ts'
export { type Assessment, assess } from './assess.ts'
export { type DaySpan, daysOfPeriod } from './days.ts'
export type { AssessInput } from './facts.ts'
export { type Forecast, type ForecastHelp, type ForecastMethod, forecast } from './forecast.ts'
export { type NextTurnInput, nextTurn } from './next-turn.ts'
export { gapInPoints, type Pacing, pace, pacingOf } from './pace.ts'
export { describeReason } from './reason.ts'
export {
  daysOfReturn,
  dueOfPeriod,
  MONTHLY_RETURN,
  nextDue,
  owedSince,
  type Rhythm,
  returnDue,
  silence,
} from './returns.ts'
export { type Origin, type Part, type RolledUp, rollUp } from './roll-up.ts'
export { checkLightRules } from './rules/check.ts'
export { describeLightRules } from './rules/describe.ts'
export { lightRulesOf } from './rules/of-setting.ts'
export {
  DEFAULT_LIGHT_RULES,
  GUANGYUAN,
  LIGHT_PRESETS,
  SANMING,
  SHANGQIU,
  SUQIAN,
  YINCHUAN,
  YINCHUAN_FUNDS,
} from './rules/presets.ts'
export type { Band, DayBand, LightRules, Mark, RuleLight, ShareBand, Shown, StepBand } from './rules/types.ts'
export { completion, DEFAULT_TOLERANCE, isMet, isPaced, missing } from './target.ts'
export { type ProgressCode, progressWording } from './wording.zh.ts'
