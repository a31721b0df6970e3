import type { Problem, Result } from '@jiannuo/kernel'
import { granted } from '@jiannuo/kernel'

/** A step of the light by how far progress is behind time, in percentage points. */
export interface BehindStep {
  readonly light: 'yellow' | 'red'
  /** Behind by at least this much … */
  readonly from: number
  /** … this very value included. */
  readonly inclusive: boolean
}

/** A step of the light by how many months a dated step is overdue. */
export interface OverdueStep {
  readonly light: 'yellow' | 'red'
  /** 0: due in this month and not done; 3: three months in a row. */
  readonly months: number
}

/** A step by how much of the span is left while nothing has been reported. */
export interface LeftStep {
  readonly light: 'yellow' | 'red'
  /** At most this share of the time is left. */
  readonly left: number
}

/** 亮灯规则 as data, so that a district can set its own and every light can name the one it went by (domain.md 1.4). */
export interface LightRules {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly source: string
  /** Worst first. Less behind than the mildest of them is green with a mark [P]. */
  readonly behind: readonly BehindStep[]
  readonly milestones: readonly OverdueStep[]
  /** Past its own deadline and not met. */
  readonly deadline: 'red' | 'yellow'
  /** With little time left and nothing reported. */
  readonly left: readonly LeftStep[]
  /** A target that is judged by value, missed by at most this share of it, is yellow; by more, red [P]. */
  readonly valueYellow: number
}

const behind = (light: 'yellow' | 'red', from: number, inclusive: boolean): BehindStep => ({ light, from, inclusive })

/** The published rules of Yinchuan, which are the default (domain.md 1.4, K10). */
export const YINCHUAN: LightRules = {
  id: 'yinchuan',
  version: 1,
  title: '银川市重点项目亮灯规则',
  source: '银川市公布的重点项目进展红黄绿灯标准（domain.md 1.4，K10）；落后不足10个百分点规则未定，本项目按绿灯加注',
  // 10 to 30 points behind, both ends included, is yellow; more is red.
  behind: [behind('red', 30, false), behind('yellow', 10, true)],
  milestones: [
    { light: 'red', months: 3 },
    { light: 'yellow', months: 0 },
  ],
  deadline: 'red',
  left: [],
  valueYellow: 0.1,
}

/** Rules that other places have published, as far as they speak of progress. Blue and orange are told as marks beside the light. */
export const LIGHT_PRESETS: Readonly<Record<string, LightRules>> = {
  yinchuan: YINCHUAN,
  suqian: {
    ...YINCHUAN,
    id: 'suqian',
    title: '宿迁督办三色单',
    source: '宿迁市属集团督办规则（domain.md 1.4，K11）：落后即黄，逾期即红',
    behind: [behind('yellow', 0, false)],
    milestones: [{ light: 'yellow', months: 0 }],
  },
  guangyuan: {
    ...YINCHUAN,
    id: 'guangyuan',
    title: '广元督查事项亮灯规则',
    source: '广元市督查事项规则（domain.md 1.4，K12）：进度慢为黄，逾期为红',
    behind: [behind('yellow', 10, true)],
    milestones: [{ light: 'yellow', months: 1 }],
  },
  sanming: {
    ...YINCHUAN,
    id: 'sanming',
    title: '三明督办单',
    source: '三明市督办单规则（domain.md 1.4，K13）：蓝单未办转橙，再逾期转红',
    behind: [],
    milestones: [
      { light: 'red', months: 2 },
      { light: 'yellow', months: 1 },
    ],
  },
  shangqiu: {
    ...YINCHUAN,
    id: 'shangqiu',
    title: '商丘督查事项预警规则',
    source: '商丘市督查预警规则（domain.md 1.4，K14）：剩余三成时间未报黄，剩余一成半橙，逾期红',
    behind: [],
    milestones: [],
    left: [{ light: 'yellow', left: 0.3 }],
  },
}

const problem = (path: string, wanted: string): Problem => ({
  code: 'plan/bad-light-rules',
  severity: 'error',
  params: { path, wanted },
})

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isLight = (value: unknown): boolean => value === 'yellow' || value === 'red'

function* stepFaults(value: unknown, path: string, columns: Readonly<Record<string, (cell: unknown) => boolean>>) {
  if (!Array.isArray(value)) {
    yield problem(path, 'list')
    return
  }
  for (const [index, row] of value.entries()) {
    if (!isTable(row)) {
      yield problem(`${path}[${index}]`, 'table')
      continue
    }
    if (!isLight(row['light'])) yield problem(`${path}[${index}].light`, 'yellow, red')
    for (const [column, fits] of Object.entries(columns))
      if (!fits(row[column])) yield problem(`${path}[${index}].${column}`, column)
  }
}

const isPoints = (cell: unknown): boolean => typeof cell === 'number' && cell >= 0 && cell <= 100
const isMonths = (cell: unknown): boolean => Number.isInteger(cell) && Number(cell) >= 0
const isShare = (cell: unknown): boolean => typeof cell === 'number' && cell >= 0 && cell <= 1
const isFlag = (cell: unknown): boolean => typeof cell === 'boolean'
const isText = (cell: unknown): boolean => typeof cell === 'string' && cell.trim() !== ''

function* faultsIn(rules: Readonly<Record<string, unknown>>): Iterable<Problem> {
  for (const text of ['id', 'title', 'source']) if (!isText(rules[text])) yield problem(text, 'text')
  if (!isMonths(rules['version'])) yield problem('version', 'number')
  yield* stepFaults(rules['behind'], 'behind', { from: isPoints, inclusive: isFlag })
  yield* stepFaults(rules['milestones'], 'milestones', { months: isMonths })
  yield* stepFaults(rules['left'], 'left', { left: isShare })
  if (!isLight(rules['deadline'])) yield problem('deadline', 'yellow, red')
  if (!isShare(rules['valueYellow'])) yield problem('valueYellow', '0—1')
}

const areRules = (value: unknown): value is LightRules => isTable(value) && [...faultsIn(value)].length === 0

/**
 * Light rules out of a setting. An empty table means the default; `{ preset: id }` one of the published ones.
 *
 * @returns the rules, or every fault at once: `plan/bad-light-rules` with path and what is wanted there
 */
export function lightRulesOf(value: unknown): Result<LightRules> {
  if (!isTable(value)) return { ok: false, problems: [problem('', 'table')] }
  if (Object.keys(value).length === 0) return granted(YINCHUAN)
  const { preset } = value
  if (typeof preset === 'string') {
    const rules = Object.hasOwn(LIGHT_PRESETS, preset) ? LIGHT_PRESETS[preset] : undefined
    return rules === undefined
      ? { ok: false, problems: [problem('preset', Object.keys(LIGHT_PRESETS).join(', '))] }
      : granted(rules)
  }
  return areRules(value) ? granted(value) : { ok: false, problems: [...faultsIn(value)] }
}
