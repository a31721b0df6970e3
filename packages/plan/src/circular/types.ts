import type { Period, PlainDate, WorkCalendar } from '@jiannuo/kernel'
import type { Light, ReadingVersion } from '../model.ts'

/** Counts of the whole district on the day of the circular. */
export interface CircularTotals {
  /** Commitments of the year: each is struck off or has one light. */
  readonly commitments: number
  readonly byLight: Readonly<Record<Light, number>>
  /** Struck off since the year began. */
  readonly struckOff: number
  /** Monthly returns that were owed, and that came (in time or late). */
  readonly owed: number
  readonly returned: number
}

/** The same counts for one unit. `returnedInTime`, `returnedLate` and `missing` together are what was `owed`. */
export interface CircularUnit extends Readonly<Record<Light, number>> {
  readonly unit: string
  readonly owed: number
  readonly struckOff: number
  readonly returnedInTime: number
  readonly returnedLate: number
  readonly missing: number
}

/** A commitment under a red or yellow light. */
export interface CircularItem {
  readonly title: string
  /** 牵头单位; it has a row among the units. */
  readonly unit: string
  readonly partners: readonly string[]
  /** What was reached and what is owed, in words; absent for a task without a number. */
  readonly value?: string
  readonly target?: string
  /** 完成率 and 时序进度 as shares (0.75 is 75%); 进度差 in percentage points, negative when behind. */
  readonly completion?: number
  readonly pace?: number
  readonly gap?: number
  /** Why the light is what it is, one sentence each. */
  readonly why: readonly string[]
  /** What the unit explained; absent while it has not. */
  readonly answered?: string
  readonly due: PlainDate
}

/** A unit that has not reported, with the items and the periods for which nothing came. */
export interface CircularSilence {
  readonly unit: string
  readonly titles: readonly string[]
  readonly periods: readonly Period[]
}

/** A commitment whose light changed since the month before. */
export interface CircularTurn {
  readonly title: string
  readonly unit: string
  readonly from: Light
  readonly to: Light
  readonly why: string
}

/** An approved change of a commitment, with the words before and after. */
export interface CircularAdjustment {
  readonly title: string
  readonly unit: string
  readonly before: string
  readonly after: string
  readonly approval: string
}

/** A main indicator; every figure as text, for it is shown as its source gives it. */
export interface CircularHeadline {
  readonly name: string
  readonly value: string
  readonly growth?: string
  readonly target?: string
  /** Verdict on the pace in words. */
  readonly pace?: string
  readonly version: ReadingVersion
  readonly source: string
}

/** Everything that a monthly circular tells. Lists are told in the order given. */
export interface CircularInput {
  /** Name of the district, as the text shall say it: 兰台区. */
  readonly district: string
  /** Who signs. */
  readonly issuer: string
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  /** Day on which the figures stand. */
  readonly asOf: PlainDate
  /** 成文日期, from which the limit for explanations runs; `asOf` when it is not given. */
  readonly date?: PlainDate
  readonly number?: string
  readonly recipients?: string
  readonly totals: CircularTotals
  readonly units: readonly CircularUnit[]
  readonly reds: readonly CircularItem[]
  readonly yellows: readonly CircularItem[]
  readonly silent: readonly CircularSilence[]
  readonly turned: readonly CircularTurn[]
  /** Struck off in this month. */
  readonly struckOff: readonly { readonly title: string; readonly unit: string; readonly date: PlainDate }[]
  readonly adjustments: readonly CircularAdjustment[]
  readonly headline?: readonly CircularHeadline[]
  /** Due in the next month. */
  readonly next: readonly { readonly title: string; readonly unit: string; readonly due: PlainDate }[]
  /** Working days for the limit; the State Council's calendar when it is not given. */
  readonly calendar?: WorkCalendar
}

/** A stretch of a paragraph in one face. */
export interface CircularRun {
  readonly text: string
  readonly face?: 'hei' | 'kai'
  readonly bold?: boolean
}

/** One column of a table; `width` in relation to the other columns. */
export interface CircularColumn {
  readonly title: string
  readonly width?: number
  readonly align?: 'left' | 'center' | 'right'
}

export interface CircularTable {
  readonly kind: 'table'
  readonly columns: readonly CircularColumn[]
  readonly rows: readonly (readonly string[])[]
  readonly caption?: string
}

export type CircularBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly runs?: readonly CircularRun[] }
  | CircularTable
  | { readonly kind: 'note'; readonly text: string }

/** 月调度通报 without layout. It has the shape of `OfficialPaper` of @jiannuo/files, so that it can be written as it is. */
export interface CircularPaper {
  readonly title: string
  readonly documentNumber?: string
  readonly recipients?: string
  readonly blocks: readonly CircularBlock[]
  readonly signature: { readonly issuer: string; readonly date: PlainDate }
}
