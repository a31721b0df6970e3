import type { IndexPart } from '../model/score.ts'
import type { NumberOf } from './numbers.ts'

/** What a value is held against. */
export interface Against {
  readonly number: NumberOf
  /** Values of all areas in the same month, the own one among them. */
  readonly peers: readonly number[]
  /** The area's own values of the months before, oldest first; absent where they are not said. */
  readonly before: readonly (number | undefined)[]
}

const clamp = (points: number): number => Math.max(0, Math.min(100, points))

/**
 * Points of a value, 0 to 100; absent where there is nothing to hold it against (no months before, no lines).
 * The ways are those in use by safety indexes (domain.md 10): lines, peers, own history.
 */
export function standardised(part: IndexPart, value: number, against: Against): number | undefined {
  const { standard } = part
  switch (standard.by) {
    case 'line':
      return byLine(value, against.number(standard.zero), against.number(standard.full))
    case 'peers':
      return byPeers(part, value, against.peers)
    case 'own':
      return byOwn(part, value, against)
  }
}

function byLine(value: number, zero: number | undefined, full: number | undefined): number | undefined {
  if (zero === undefined || full === undefined) return undefined
  if (zero === full) return (full >= 0 ? value >= full : value <= full) ? 100 : 0
  return clamp(((value - zero) / (full - zero)) * 100)
}

function byPeers({ direction }: IndexPart, value: number, peers: readonly number[]): number {
  const [least, most] = [Math.min(...peers), Math.max(...peers)]
  if (least === most) return 100
  return clamp((direction === 'up' ? (value - least) / (most - least) : (most - value) / (most - least)) * 100)
}

function byOwn(part: IndexPart, value: number, { number, before }: Against): number | undefined {
  if (part.standard.by !== 'own') return undefined
  const [periods, even, span] = [part.standard.periods, part.standard.even, part.standard.span].map(number)
  if (periods === undefined || even === undefined || span === undefined || span <= 0) return undefined
  const own = before.slice(-periods).filter((one) => one !== undefined)
  if (own.length === 0) return undefined
  const mean = own.reduce((sum, one) => sum + one, 0) / own.length
  const worse = part.direction === 'down' ? value - mean : mean - value
  // From nothing to something is as bad as can be, and the same nothing is even.
  if (mean === 0) return worse === 0 ? even : worse > 0 ? 0 : 100
  const share = (worse / Math.abs(mean)) * (100 / span)
  return clamp(share >= 0 ? even * (1 - share) : even - (100 - even) * share)
}
