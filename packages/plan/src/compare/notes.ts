import { describeQuantity, dimensionOf, magnitudeOf } from '@jiannuo/kernel'
import type { Reason } from '../model.ts'
import { compareNames } from './names.zh.ts'
import { reason } from './reason.ts'
import type { Figure } from './types.ts'

function versionNote(a: Figure, b: Figure): Reason | undefined {
  if ((a.modality === 'target') !== (b.modality === 'target')) return reason('compare/target-against-result')
  if (a.version === undefined || b.version === undefined || a.version === b.version) return undefined
  return reason('compare/version-differs', { a: compareNames.versions[a.version], b: compareNames.versions[b.version] })
}

function actionNote(a: Figure, b: Figure): Reason | undefined {
  if (a.action === b.action) return undefined
  return reason('compare/action-differs', {
    a: a.action ?? compareNames.noAction,
    b: b.action ?? compareNames.noAction,
  })
}

/** 地区生产总值 of two years: their difference is no growth rate (domain.md 15.1). */
function growthNote(a: Figure, b: Figure): Reason | undefined {
  const money = dimensionOf(magnitudeOf(1, a.unit).unit) === 'money'
  return a.kind === 'level' && money && a.year !== b.year ? reason('compare/not-growth') : undefined
}

const bounded = (figure: Figure): boolean => figure.comparator !== 'eq' && figure.comparator !== 'range'

/** What a reader of a comparison must know. */
export function notesOf(a: Figure, b: Figure, tolerance: number): readonly Reason[] {
  const notes = [versionNote(a, b), actionNote(a, b), growthNote(a, b)]
  if (a.kind === 'rank') notes.push(reason('compare/rank-not-subtracted'))
  if (a.kind === 'rate' || a.kind === 'share') notes.push(reason('compare/in-points'))
  if (bounded(a) || bounded(b))
    notes.push(reason('compare/bounded', { a: a.quote ?? describeQuantity(a), b: b.quote ?? describeQuantity(b) }))
  if (a.comparator === 'approx' || b.comparator === 'approx')
    notes.push(reason('compare/tolerance', { percent: tolerance * 100 }))
  if (a.comparator === 'range' || b.comparator === 'range') notes.push(reason('compare/range-low'))
  return notes.filter((note) => note !== undefined)
}
