import { addDays, compareDates, withoutNoise } from '@jiannuo/kernel'
import type { Reason } from '../model.ts'
import type { DaySpan } from './days.ts'
import { compareNumbers } from './number.ts'
import { bestOfEach, lengthOf, type Piece } from './pieces.ts'
import { reason } from './reason.ts'

const apart = (a: DaySpan, b: DaySpan): boolean => compareDates(a.to, b.from) < 0 || compareDates(b.to, a.from) < 0

const holds = (outer: DaySpan, inner: DaySpan): boolean =>
  compareDates(outer.from, inner.from) <= 0 && compareDates(inner.to, outer.to) <= 0

/** Longest first, so that a whole is met before its parts. */
const byLength = (a: Piece, b: Piece): number => lengthOf(b) - lengthOf(a) || compareDates(a.from, b.from)

interface Chosen {
  /** In time order; no two share a day. */
  readonly chosen: readonly Piece[]
  /** Pieces that share days with a chosen one without lying inside it. */
  readonly overlapping: readonly Piece[]
}

/** A whole replaces the parts inside it; what overlaps a whole in part is left out. */
function choose(pieces: readonly Piece[]): Chosen {
  const chosen: Piece[] = []
  const overlapping: Piece[] = []
  for (const piece of [...pieces].sort(byLength)) {
    if (chosen.every((other) => apart(other, piece))) chosen.push(piece)
    else if (!chosen.some((other) => holds(other, piece))) overlapping.push(piece)
  }
  return { chosen: chosen.sort((a, b) => compareDates(a.from, b.from)), overlapping }
}

const total = (pieces: readonly Piece[]): number => withoutNoise(pieces.reduce((sum, { value }) => sum + value, 0))

/** A whole whose parts, reported in full, make another sum. */
function contradictions(best: readonly Piece[], chosen: readonly Piece[]): readonly Reason[] {
  return chosen.flatMap((whole) => {
    const parts = choose(best.filter((piece) => piece !== whole && holds(whole, piece))).chosen
    const days = parts.reduce((sum, part) => sum + lengthOf(part) + 1, 0)
    if (days !== lengthOf(whole) + 1 || compareNumbers(total(parts), whole.value) === 0) return []
    const { id, period } = whole.reading
    return [reason('progress/parts-differ', { id, period, value: whole.value, sum: total(parts) })]
  })
}

/** The first stretch within what is summed, or before it, for which nothing was reported. */
function firstGap(chosen: readonly Piece[], span: DaySpan): readonly Reason[] {
  let next = span.from
  for (const { from, to } of chosen) {
    if (compareDates(next, from) < 0) return [reason('progress/gap', { from: next, to: addDays(from, -1) })]
    next = addDays(to, 1)
  }
  return []
}

/** Stretches that share no day, and what is odd about them. */
export interface Disjoint {
  readonly pieces: readonly Piece[]
  readonly notes: readonly Reason[]
}

/**
 * What may be added up (SPEC P53, P54): one reading of each stretch of days, a whole in place of its parts, nothing twice.
 *
 * @param span the promise's days; a hole between its start and the last piece is noted
 */
export function disjoint(pieces: readonly Piece[], span: DaySpan): Disjoint {
  const best = bestOfEach(pieces)
  const { chosen, overlapping } = choose(best)
  const notes = overlapping.map(({ reading: { id, period } }) => reason('progress/overlaps', { id, period }))
  return { pieces: chosen, notes: [...notes, ...contradictions(best, chosen), ...firstGap(chosen, span)] }
}

/** A year's running totals that fall from one period to the next (SPEC P55). */
export function falls(pieces: readonly Piece[]): readonly Reason[] {
  const totals = bestOfEach(pieces.filter(({ reading }) => reading.covers === 'toDate'))
  return totals.flatMap((piece, index) => {
    const before = totals[index - 1]
    if (before === undefined || before.from !== piece.from || compareNumbers(piece.value, before.value) >= 0) return []
    const { id, period } = piece.reading
    return [
      reason('progress/total-fell', {
        id,
        period,
        value: piece.value,
        earlier: before.reading.period,
        before: before.value,
      }),
    ]
  })
}
