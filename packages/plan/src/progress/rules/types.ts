import type { Light } from '../../model.ts'

/** 灯: the lights that a rule may show; `silent` and `none` are never a rule's. */
export type RuleLight = Extract<Light, 'green' | 'yellow' | 'red'>

/**
 * What stands beside a light: `slight` a little behind but still green; `blue` and `orange` where a place has slips of these
 * colours besides the three lights.
 */
export type Mark = 'slight' | 'blue' | 'orange'

/** What a clause shows. */
export interface Shown {
  readonly light: RuleLight
  readonly mark?: Mark
}

/** Shown from so many points behind on. */
export interface Band extends Shown {
  readonly from: number
  /** Whether exactly `from` belongs to it (both ends included, domain.md 1.4). */
  readonly inclusive: boolean
}

/** Shown when a step has been late for so long. */
export interface StepBand extends Shown {
  /** 0: from the day after the due day. */
  readonly after: number
  /** `monthEnds`: month ends passed since it was due, the due month's own included; `months`: whole months since the due day. */
  readonly count: 'monthEnds' | 'months'
}

/** Shown from so many days over the deadline (1 is the day after), or with so many or fewer left. */
export interface DayBand extends Shown {
  readonly days: number
}

/** Shown when this share of the time or less is left and nothing has been reported at all. */
export interface ShareBand extends Shown {
  readonly left: number
}

/**
 * 亮灯规则: how lights are given, as data that a district sets (domain.md 1.4: published rules differ). Of all clauses that apply the
 * worst light holds, with the gravest mark among equals. JSON and back loses nothing.
 */
export interface LightRules {
  /** ASCII, kebab-case. */
  readonly id: string
  /** Counted up by whoever changes anything in it; an assessment names it. */
  readonly version: number
  /** The name that people see. */
  readonly title: string
  /** Where it was published, or who set it. */
  readonly source: string
  /** Points behind 时序进度. */
  readonly progress: readonly Band[]
  /** Missing from a target that is judged by its value: points for rates and shares, places for ranks, else per cent of it. */
  readonly value: readonly Band[]
  /** When behind pace: the forecast completion below which the year's end is judged out of reach. */
  readonly outlook?: Shown & { readonly below: number }
  /** Late steps, by kind: the start of works, entry into statistics, all else. */
  readonly steps: {
    readonly start: readonly StepBand[]
    readonly entry: readonly StepBand[]
    readonly other: readonly StepBand[]
  }
  readonly overdue: readonly DayBand[]
  /** Not yet due and not reached. */
  readonly nearing: readonly DayBand[]
  readonly unreported: readonly ShareBand[]
}
