import { compareDates, convert, dimensionOf, withoutNoise } from '@jiannuo/kernel'
import type { Reason, Target } from '../model.ts'
import { type Accumulated, ratioOf } from './accumulate.ts'
import { reason } from './reason.ts'
import { weakestSource, weakestVersion } from './trust.ts'

/** Where the value of a part comes from; left out of what was typed. */
export type Origin = Partial<Pick<Accumulated, 'period' | 'until' | 'version' | 'source' | 'used'>>

/** One unit's part of a commitment that was split; what `accumulate` gave fits, with the part's id and target. */
export interface Part extends Origin {
  readonly id: string
  readonly target: Target
  /** In the part's own unit; left out when the unit has reported nothing. */
  readonly value?: number
  readonly numerator?: number
  readonly denominator?: number
  /** Typed by hand instead of being made of readings: it counts, and is named. */
  readonly typed?: boolean
}

/** What the parts make together, or why nothing. */
export type RolledUp =
  | (Origin & {
      readonly found: true
      readonly value: number
      readonly unit: string
      readonly numerator?: number
      readonly denominator?: number
      /** Ids of parts without a value: the whole is at least short of them. */
      readonly missing: readonly string[]
      /** Ids of parts that were typed. */
      readonly typed: readonly string[]
      readonly reason: Reason
      readonly notes: readonly Reason[]
    })
  | { readonly found: false; readonly reason: Reason; readonly notes: readonly Reason[] }

const UNADDED: ReadonlySet<Target['kind']> = new Set(['rate', 'rank', 'multiple'] as const)

const none = (why: Reason): RolledUp => ({ found: false, reason: why, notes: [] })

function faultOf(parts: readonly Part[], target: Target): Reason | undefined {
  if (target.adding === 'never' || UNADDED.has(target.kind) || dimensionOf(target.unit) === 'points') {
    return reason('progress/never-added')
  }
  const ids = new Set(parts.map(({ id }) => id))
  if (ids.size < parts.length) return reason('progress/part-twice')
  const other = parts.find((part) => part.target.kind !== target.kind || part.target.adding !== target.adding)
  if (other !== undefined) return reason('progress/parts-unlike', { id: other.id })
  const strange = parts.find((part) => !convert(0, part.target.unit, target.unit).ok)
  if (strange === undefined) return undefined
  return reason('progress/part-unit', { id: strange.id, from: strange.target.unit, to: target.unit })
}

/** Levels are added over units, as a stock of the whole is the stocks of its parts; over periods the last one stands. */
function sumOf(parts: readonly Part[], unit: string): number {
  const values = parts.map(({ value = 0, target }) => {
    const said = convert(value, target.unit, unit)
    return said.ok ? said.value : 0
  })
  return withoutNoise(values.reduce((sum, value) => sum + value, 0))
}

/** Of what the parts come from the latest period, and the least certain and least trusted of all. */
function originOf(parts: readonly Part[]): Origin {
  const versions = parts.flatMap(({ version }) => (version === undefined ? [] : [{ version }]))
  const sources = parts.flatMap(({ source }) => (source === undefined ? [] : [{ source }]))
  const dated = parts.flatMap(({ until, period }) =>
    until === undefined || period === undefined ? [] : [{ until, period }],
  )
  const [last] = dated.sort((a, b) => compareDates(b.until, a.until))
  return {
    ...last,
    ...(versions.length === 0 ? {} : { version: weakestVersion(versions) }),
    ...(sources.length === 0 ? {} : { source: weakestSource(sources) }),
    used: parts.flatMap(({ used = [] }) => used),
  }
}

/**
 * Puts the parts of a split commitment together (SPEC P59): increments and levels add over units, also negative corrections;
 * proportions are worked out again from counts; ranks and growth rates are refused. A part without a value is named, never
 * taken for 0 in silence; a part that was typed is counted like any other, and named.
 *
 * @param target the whole's; its unit is the result's
 */
export function rollUp(parts: readonly Part[], target: Target): RolledUp {
  const fault = faultOf(parts, target)
  if (fault !== undefined) return none(fault)
  const ratios = target.adding === 'recomputed' || target.kind === 'share'
  const told = parts.filter(({ value, numerator }) => value !== undefined || (ratios && numerator !== undefined))
  if (told.length === 0) return none(reason('progress/no-reading'))
  const missing = parts.filter((part) => !told.includes(part)).map(({ id }) => id)
  const typed = told.filter((part) => part.typed === true).map(({ id }) => id)
  const notes = [
    ...(missing.length > 0 ? [reason('progress/parts-missing', { count: missing.length })] : []),
    ...(typed.length > 0 ? [reason('progress/parts-typed', { count: typed.length })] : []),
  ]
  const whole = { found: true, unit: target.unit, ...originOf(told), missing, typed, notes } as const
  if (ratios) {
    const ratio = ratioOf(told, target.unit)
    if ('code' in ratio) return { found: false, reason: ratio, notes }
    return { ...whole, ...ratio, reason: reason('progress/made-by-counts', { ...ratio, unit: target.unit }) }
  }
  const value = sumOf(told, target.unit)
  const why = reason('progress/made-by-parts', { value, unit: target.unit, count: told.length })
  return { ...whole, value, reason: why }
}
