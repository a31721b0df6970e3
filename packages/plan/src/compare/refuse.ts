import { magnitudeOf } from '@jiannuo/kernel'
import { type Dictionary, isCountingRule, isGeneric, unitGroup } from '../indicators/index.ts'
import type { Reason } from '../model.ts'
import { timesOf } from './bounds.ts'
import { scopeName } from './names.ts'
import { compareNames } from './names.zh.ts'
import { reason } from './reason.ts'
import type { Figure } from './types.ts'

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word) => b.includes(word))

/** A year's work counts the same whether the text says 新增 or not; of a stock the addition is another thing than what is held. */
function kindClass(figure: Figure, dictionary: Dictionary): string {
  const { kind } = figure
  const yearly = dictionary.indicators.get(figure.indicator.id)?.adding.level === 'increments'
  return yearly && kind === 'increase' ? 'level' : kind
}

function kindReason(a: Figure, b: Figure, dictionary: Dictionary): Reason | undefined {
  if (kindClass(a, dictionary) === kindClass(b, dictionary)) return undefined
  const kinds = [a.kind, b.kind]
  if (kinds.includes('increase') && kinds.includes('level')) return reason('compare/added-against-held')
  return reason('compare/kind-differs', { a: compareNames.kinds[a.kind], b: compareNames.kinds[b.kind] })
}

/**
 * What one unit of the second figure is in the unit of the first; undefined when they are no units of one thing. Classifiers of one group of
 * the indicator (家, 户) count alike; only their multipliers differ.
 */
export function unitRatio(a: Figure, b: Figure, dictionary: Dictionary): number | undefined {
  const plain = timesOf(b.unit, a.unit)
  const indicator = dictionary.indicators.get(a.indicator.id)
  if (plain !== undefined || indicator === undefined) return plain
  const group = unitGroup(indicator, a.unit)
  if (group === undefined || group !== unitGroup(indicator, b.unit)) return undefined
  return magnitudeOf(1, b.unit).value / magnitudeOf(1, a.unit).value
}

/** Qualifiers that say how it is counted: 不含农户. */
const rules = ({ indicator }: Figure): readonly string[] => indicator.qualifiers.filter(isCountingRule)

function scopeReason(a: Figure, b: Figure): Reason | undefined {
  if (sameSet(a.indicator.qualifiers, b.indicator.qualifiers)) return undefined
  const params = { a: scopeName(a), b: scopeName(b) }
  return reason(sameSet(rules(a), rules(b)) ? 'compare/scope-differs' : 'compare/definition-differs', params)
}

/** Which part of its year a figure is for; empty for the whole. */
const part = ({ period }: Figure): string => (period ?? '').replace(/^\d{4}-?/, '')

function timeReason(a: Figure, b: Figure): Reason | undefined {
  if (a.place !== b.place && a.year !== b.year && a.year !== undefined && b.year !== undefined)
    return reason('compare/year-differs', { a: a.year, b: b.year })
  if (part(a) === part(b)) return undefined
  return reason('compare/period-differs', {
    a: part(a) || compareNames.wholeYear,
    b: part(b) || compareNames.wholeYear,
  })
}

/** Every reason for which two figures must not be compared; none when they may be (P30-P36). */
export function refusalsOf(a: Figure, b: Figure, dictionary: Dictionary): readonly Reason[] {
  if (a.indicator.id !== b.indicator.id)
    return [reason('compare/indicator-differs', { a: a.indicator.name, b: b.indicator.name })]
  const { known, id, name } = a.indicator
  if (!known && isGeneric(name)) return [reason('compare/too-generic', { name: name === '' ? id : name })]
  const units =
    a.kind !== 'rank' && b.kind !== 'rank' && unitRatio(a, b, dictionary) === undefined
      ? reason('compare/unit-differs', { a: a.unit, b: b.unit })
      : undefined
  return [kindReason(a, b, dictionary), units, scopeReason(a, b), timeReason(a, b)].filter((r) => r !== undefined)
}
