import type { Band, DayBand, LightRules, StepBand } from './types.ts'

/** Any lag behind pace is shown as yellow. */
const BEHIND_IS_YELLOW: readonly Band[] = [{ from: 0, inclusive: false, light: 'yellow' }]
const LATE_IS_RED: readonly DayBand[] = [{ days: 1, light: 'red' }]
const LATE_STEP_IS_YELLOW: readonly StepBand[] = [{ after: 0, count: 'monthEnds', light: 'yellow' }]
const THREE_MONTHS: readonly StepBand[] = [...LATE_STEP_IS_YELLOW, { after: 3, count: 'monthEnds', light: 'red' }]
const ONE_MONTH_MORE: readonly StepBand[] = [
  { after: 0, count: 'months', light: 'yellow' },
  { after: 1, count: 'months', light: 'red' },
]

/**
 * Yinchuan's rule for projects (domain.md 1.4, K10), our default: 10 to 30 points behind, both ends included, is yellow, more is
 * red; a start that is due and not made is yellow, red at the third month end in a row; entry into statistics is due a month
 * after the start and red another month later. Less than 10 points behind is green with a mark [P]; overdue is red [P]; a value
 * judged by itself that is short is yellow until it is overdue [P].
 */
export const YINCHUAN: LightRules = {
  id: 'yinchuan',
  version: 1,
  title: '项目进度亮灯（银川）',
  source: 'domain.md 1.4 (K10)',
  progress: [
    { from: 0, inclusive: false, light: 'green', mark: 'slight' },
    { from: 10, inclusive: true, light: 'yellow' },
    { from: 30, inclusive: false, light: 'red' },
  ],
  value: BEHIND_IS_YELLOW,
  steps: { start: THREE_MONTHS, entry: ONE_MONTH_MORE, other: THREE_MONTHS },
  overdue: LATE_IS_RED,
  nearing: [],
  unreported: [],
}

/** The same city's rule for funds: paid as planned is green, below what is demanded is red, with no yellow (K10). */
export const YINCHUAN_FUNDS: LightRules = {
  ...YINCHUAN,
  id: 'yinchuan-funds',
  title: '资金支付亮灯（银川）',
  progress: [{ from: 0, inclusive: false, light: 'red' }],
  value: [{ from: 0, inclusive: false, light: 'red' }],
}

/**
 * Suqian's group (K11): yellow when behind, red past the limit until done, a blue slip near the limit, shown as a mark. How near is
 * not published: 10 days [P]. 质量不高, a person's finding, cannot be expressed.
 */
export const SUQIAN: LightRules = {
  id: 'suqian',
  version: 1,
  title: '蓝黄红督办单（宿迁）',
  source: 'domain.md 1.4 (K11)',
  progress: BEHIND_IS_YELLOW,
  value: BEHIND_IS_YELLOW,
  steps: { start: LATE_STEP_IS_YELLOW, entry: LATE_STEP_IS_YELLOW, other: LATE_STEP_IS_YELLOW },
  overdue: LATE_IS_RED,
  nearing: [{ days: 10, light: 'green', mark: 'blue' }],
  unreported: [],
}

/**
 * Guangyuan's inspection items (K12): slow but judged able to finish is yellow, judged unable is red. A person judges there; here the
 * forecast does, with nine tenths of the target as the line [P]. Letters and points taken off are no lights.
 */
export const GUANGYUAN: LightRules = {
  id: 'guangyuan',
  version: 1,
  title: '督查事项红黄牌（广元）',
  source: 'domain.md 1.4 (K12)',
  progress: BEHIND_IS_YELLOW,
  value: BEHIND_IS_YELLOW,
  outlook: { below: 0.9, light: 'red' },
  steps: { start: LATE_STEP_IS_YELLOW, entry: LATE_STEP_IS_YELLOW, other: LATE_STEP_IS_YELLOW },
  overdue: LATE_IS_RED,
  nearing: [],
  unreported: [],
}

/**
 * Sanming's slips (K13): blue, orange when not done without cause, red on missing the orange limit. The limits stand on each slip
 * and are not published: 10 and 20 days over the deadline [P]. Blue and orange are yellow with a mark.
 */
export const SANMING: LightRules = {
  id: 'sanming',
  version: 1,
  title: '蓝橙红督办单（三明）',
  source: 'domain.md 1.4 (K13)',
  progress: [{ from: 0, inclusive: false, light: 'green', mark: 'slight' }],
  value: [{ from: 0, inclusive: false, light: 'green', mark: 'slight' }],
  steps: { start: LATE_STEP_IS_YELLOW, entry: LATE_STEP_IS_YELLOW, other: LATE_STEP_IS_YELLOW },
  overdue: [
    { days: 1, light: 'yellow', mark: 'blue' },
    { days: 11, light: 'yellow', mark: 'orange' },
    { days: 21, light: 'red' },
  ],
  nearing: [],
  unreported: [],
}

/** Shangqiu (K14): yellow with 30% of the time left and no report, orange (a mark) with 15% left, red when overdue. */
export const SHANGQIU: LightRules = {
  id: 'shangqiu',
  version: 1,
  title: '限时报告亮灯（商丘）',
  source: 'domain.md 1.4 (K14)',
  progress: [{ from: 0, inclusive: false, light: 'green', mark: 'slight' }],
  value: [{ from: 0, inclusive: false, light: 'green', mark: 'slight' }],
  steps: { start: LATE_STEP_IS_YELLOW, entry: LATE_STEP_IS_YELLOW, other: LATE_STEP_IS_YELLOW },
  overdue: LATE_IS_RED,
  nearing: [],
  unreported: [
    { left: 0.3, light: 'yellow' },
    { left: 0.15, light: 'yellow', mark: 'orange' },
  ],
}

/** The rules in force where a district has set none. */
export const DEFAULT_LIGHT_RULES: LightRules = YINCHUAN

/** Published rules that a district may begin with. */
export const LIGHT_PRESETS: readonly LightRules[] = [YINCHUAN, YINCHUAN_FUNDS, SUQIAN, GUANGYUAN, SANMING, SHANGQIU]
