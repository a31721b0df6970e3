import type { Dictionary } from '../indicators/index.ts'
import { minus, nominal } from './bounds.ts'
import { byIndicator, nearest } from './choose.ts'
import { directionOf } from './compare-figures.ts'
import { reason } from './reason.ts'
import { unitRatio } from './refuse.ts'
import type { CompareOptions, Comparison, Figure, YearComparison, YearPair } from './types.ts'

/** Whether the target asks for less than was reached, number against number, whatever else differs. */
function asksLess(result: Figure, target: Figure, dictionary: Dictionary): boolean {
  const times = result.kind === 'rank' ? 1 : unitRatio(result, target, dictionary)
  if (times === undefined) return false
  const gap = minus(nominal(target) * times, nominal(result))
  const direction = target.indicator.known ? directionOf(target, dictionary) : 'up'
  if (direction === 'up') return gap < 0
  // A ceiling (失业率5.5%以内) is a limit that is kept, not a goal that is aimed at: lying above the result lowers nothing.
  return direction === 'down' && gap > 0 && target.comparator !== 'lte' && target.comparator !== 'lt'
}

/** A class of figures (项目) says little by itself: another verb, or other words in front, and it may be another thing. */
const isClass = (figure: Figure, dictionary: Dictionary): boolean =>
  dictionary.indicators.get(figure.indicator.id)?.narrowed === true

/** Where the dictionary does not say what exactly is counted, the verb does (建成 and 开工建设 of 雨水调蓄池). */
const verbTells = (figure: Figure, dictionary: Dictionary): boolean =>
  !figure.indicator.known || isClass(figure, dictionary)

/** A part of what was counted before is smaller by nature: 规上高新技术企业 against 高新技术企业. */
const isPart = (target: Figure, result: Figure): boolean =>
  target.indicator.qualifiers.length > result.indicator.qualifiers.length &&
  result.indicator.qualifiers.every((word) => target.indicator.qualifiers.includes(word))

/** A count of a stock that a verb governs (入库1600余家, 认定83家) may be the year's batch: then it stands against 新入库. */
const mayBeBatch = (a: Figure, b: Figure): boolean => [a, b].some((f) => f.kind === 'level' && f.action !== undefined)

/** Another verb and another kind together (签约121个, 新促成5个) may be another piece of work. */
const otherWork = (a: Figure, b: Figure): boolean =>
  a.kind !== b.kind && a.action !== undefined && b.action !== undefined && a.action !== b.action

function possiblyLowered(comparison: Comparison, dictionary: Dictionary): boolean {
  const { a: result, b: target, refusals } = comparison
  if (comparison.comparable) return true
  if (isClass(target, dictionary)) return false
  return refusals.every(({ code }) => {
    if (code === 'compare/scope-differs') return !isPart(target, result)
    return code === 'compare/added-against-held' && mayBeBatch(result, target)
  })
}

function pairOf(comparison: Comparison, dictionary: Dictionary): YearPair {
  const { a: result, b: target } = comparison
  const less = asksLess(result, target, dictionary)
  if (!less) return { target, result, comparison }
  const sameWork = result.action === target.action || (!verbTells(target, dictionary) && !otherWork(result, target))
  if (comparison.comparable && sameWork) return { target, result, comparison, lowered: 'lowered' }
  if (!possiblyLowered(comparison, dictionary)) return { target, result, comparison }
  const batch = comparison.refusals.some(({ code }) => code === 'compare/added-against-held')
  const notes = batch
    ? [...comparison.notes, reason('compare/batch-or-held', { name: target.indicator.name })]
    : comparison.notes
  return { target, result, comparison: { ...comparison, notes }, lowered: 'possible' }
}

/**
 * This year's targets against last year's results of the same place (P40-P42). Every target is set against the nearest result of its
 * indicator, comparable or refused with the reasons; a target below the result is pointed out.
 *
 * @param results figures reached or expected, of the year before
 * @param targets figures aimed at
 */
export function compareYears(
  results: readonly Figure[],
  targets: readonly Figure[],
  dictionary: Dictionary,
  options: CompareOptions = {},
): YearComparison {
  const groups = byIndicator(results)
  const taken = new Set<string>()
  const pairs: YearPair[] = []
  const newTargets: Figure[] = []
  for (const target of targets) {
    const comparison = nearest(groups.get(target.indicator.id) ?? [], target, dictionary, options)
    if (comparison === undefined) newTargets.push(target)
    else {
      taken.add(target.indicator.id)
      pairs.push(pairOf(comparison, dictionary))
    }
  }
  return { pairs, newTargets, withoutTarget: results.filter((r) => !taken.has(r.indicator.id)) }
}
