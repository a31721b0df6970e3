import { dimensionOf, magnitudeOf } from '@jiannuo/kernel'
import type { Statement } from '@jiannuo/reader'
import { type Identity, isKnown } from '../indicators/index.ts'
import type { Adding, Direction, Target } from '../model.ts'

/** Endings of words that name what is there at a moment; without one, money and things done are a year's sum. */
const STOCK = /(?:总数|总量|总规模|余额|存量|保有量|规模|累计)$/

/** How a figure of an indicator that no dictionary holds adds up (domain.md 15). */
function addingOf(statement: Statement): Adding {
  switch (statement.kind) {
    case 'rate':
    case 'rank':
    case 'multiple':
      return 'never'
    case 'share':
      return 'recomputed'
    case 'increase':
      return dimensionOf(statement.unit) === 'points' ? 'never' : 'increments'
    case 'level': {
      if (STOCK.test(statement.indicator)) return 'last'
      const money = dimensionOf(magnitudeOf(1, statement.unit).unit) === 'money'
      return money || statement.action !== undefined ? 'increments' : 'last'
    }
  }
}

const lowest = ({ value }: Statement): number => (typeof value === 'number' ? value : Math.min(...value))

/**
 * Which way is better. A rank counts from the first place, so a smaller number is better; otherwise the indicator says, and
 * for one that no dictionary holds, the bound: 以内 and a planned fall want less, everything else that is promised wants more.
 */
function directionOf(statement: Statement, { indicator }: Identity): Direction {
  if (statement.kind === 'rank') return 'down'
  if (isKnown(indicator) && indicator.direction !== 'none') return indicator.direction
  if (statement.comparator === 'lte' || statement.comparator === 'lt') return lowest(statement) < 0 ? 'up' : 'down'
  if (lowest(statement) < 0) return 'down'
  return statement.comparator === 'approx' || statement.comparator === 'range' ? 'none' : 'up'
}

/** What a statement owes as a number; value, unit and bound stay as written. */
export function targetOf(statement: Statement, identity: Identity): Target {
  const { indicator } = identity
  const adding = isKnown(indicator) ? indicator.adding[statement.kind] : undefined
  return {
    kind: statement.kind,
    comparator: statement.comparator,
    value: statement.value,
    unit: statement.unit,
    direction: directionOf(statement, identity),
    adding: adding ?? addingOf(statement),
  }
}
