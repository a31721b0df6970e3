import type { Token } from '../constructs/token.ts'
import type { StatementKind } from '../types.ts'
import type { Tail } from '../lexicon/tails.ts'
import type { VerbClass } from '../lexicon/verbs.ts'

/** What decides a statement's kind. */
export interface KindInput {
  readonly token: Token
  readonly tail: Tail | ''
  readonly verb: string
  readonly verbClass: VerbClass | ''
  /** The indicator's own words. */
  readonly noun: string
  /** Kind and sign of the number before, for 增长5.5%、力争6%以上; undefined when a noun of its own stands here. */
  readonly carried: { readonly kind: StatementKind; readonly negative: boolean } | undefined
  /** A verb of addition governs the list that this number continues. */
  readonly carriedIncrease: boolean
  /** The number continues a list with 分别, whose tie stood before its first number. */
  readonly distributed: boolean
}

/** A kind, the sign of the value, and how many characters of the noun only named the change (增速). */
export interface Kind {
  readonly kind: StatementKind
  readonly negative: boolean
  readonly drop: number
  readonly rule: string
}

const FALL_VERBS = new Set(['减少', '降低', '压减', '压缩', '下降', '缩短'])
/** Verbs that take from a count; 压缩 and 淘汰 name what was dealt with. */
const FEWER_VERBS = new Set(['减少', '压减', '削减', '调减'])
const RISE_VERBS = new Set(['增加', '提高', '提升', '增长', '上浮', '上调'])
const RATE_NOUN = /(?:增速|增幅|增长率|涨幅|增长|平均增长|增长速度)$/
const FALL_NOUN = /(?:降幅|降低率|下降率)$/
const TOTAL_NOUN = /(?:总量|总数|总额|总规模|保有量|存量|累计|总面积|总里程|规模)$/

/** Decides the kind of a quantity by GUIDE.md: see SPEC.md R40-R47. */
export function decideKind(input: KindInput): Kind {
  const { token } = input
  if (token.form === 'rank') return { kind: 'rank', negative: false, drop: 0, rule: 'R45.rank' }
  if (token.unit === '位' && token.form === 'quantity' && (input.tail === 'rise' || input.tail === 'fall'))
    return { kind: 'increase', negative: input.tail === 'fall', drop: 0, rule: 'R45.moved' }
  if (token.unit === '位' && /排名|位次|名次/.test(input.noun))
    return { kind: 'rank', negative: false, drop: 0, rule: 'R45.place' }
  if (token.unitClass === 'times') return { kind: 'multiple', negative: false, drop: 0, rule: 'R44.multiple' }
  if (token.unit === '个百分点' || token.unit === '百分点')
    return { kind: 'increase', negative: falls(input), drop: 0, rule: 'R43.points' }
  if (input.distributed && input.carried !== undefined && (input.tail === '' || input.tail === 'fill'))
    return { ...input.carried, drop: 0, rule: 'R36.distributed' }
  if (token.unitClass === 'percent') return percentKind(input)
  return countKind(input)
}

const falls = (input: KindInput): boolean =>
  input.tail === 'fall' ||
  (input.tail !== 'rise' && FALL_VERBS.has(input.verb)) ||
  (input.carried?.negative === true && input.tail !== 'rise')

function percentKind(input: KindInput): Kind {
  const { tail, noun } = input
  if (tail === 'rise' || tail === 'fall')
    return { kind: 'rate', negative: tail === 'fall', drop: 0, rule: 'R41.change' }
  const named = RATE_NOUN.exec(noun)
  if (named !== null)
    return {
      kind: 'rate',
      negative: false,
      drop: noun.length > named[0].length ? named[0].length : 0,
      rule: 'R41.named',
    }
  const fallen = FALL_NOUN.exec(noun)
  if (fallen !== null)
    return {
      kind: 'rate',
      negative: true,
      drop: noun.length > fallen[0].length ? fallen[0].length : 0,
      rule: 'R41.named',
    }
  if (
    noun === '' &&
    input.carried !== undefined &&
    (input.carried.kind === 'rate' || input.carried.kind === 'share') &&
    tail !== 'reach'
  )
    return { ...input.carried, drop: 0, rule: 'R41.carried' }
  if (tail === '' || tail === 'fill') {
    if (FALL_VERBS.has(input.verb)) return { kind: 'rate', negative: true, drop: 0, rule: 'R41.verb' }
    if (RISE_VERBS.has(input.verb)) return { kind: 'rate', negative: false, drop: 0, rule: 'R41.verb' }
  }
  return { kind: 'share', negative: false, drop: 0, rule: 'R42.share' }
}

function countKind(input: KindInput): Kind {
  const { tail, noun } = input
  if (tail === 'fall') return { kind: 'increase', negative: true, drop: 0, rule: 'R40.fewer' }
  if (tail === 'rise') return { kind: 'increase', negative: false, drop: 0, rule: 'R40.more' }
  if (tail === 'riseTo' || tail === 'fallTo') return { kind: 'level', negative: false, drop: 0, rule: 'R46.reached' }
  if (FEWER_VERBS.has(input.verb) || (input.token.unitClass === 'money' && input.verb === '降低'))
    return { kind: 'increase', negative: true, drop: 0, rule: 'R40.fewer' }
  if (input.verbClass === 'increase') return { kind: 'increase', negative: false, drop: 0, rule: 'R40.added' }
  if (/扩面$|净增$|新增$|增收$/.test(noun) || /新增[^、]{0,6}就业/.test(noun))
    return { kind: 'increase', negative: false, drop: 0, rule: 'R40.noun' }
  if (
    input.carriedIncrease &&
    input.verbClass === '' &&
    tail !== 'reach' &&
    !input.token.reach &&
    !TOTAL_NOUN.test(noun)
  )
    return { kind: 'increase', negative: false, drop: 0, rule: 'R40.carried' }
  return { kind: 'level', negative: false, drop: 0, rule: 'R46.level' }
}
