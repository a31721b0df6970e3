import type { Comparator } from '../types.ts'
import { type Entry, Lexicon, words } from '../text/lexicon.ts'

/** A bound word before a number: what it says, and whether it belongs to the span when it touches the number (GUIDE: 超 近 约 余 inside). */
export interface Bound {
  readonly comparator: Comparator
  readonly inside: boolean
}

const bound = (comparator: Comparator, inside: boolean): Bound => ({ comparator, inside })

/** A one-character bound is the last half of another word after these: 签约, 通过, 附近. */
const BOUND_NOT: Readonly<Record<string, string>> = {
  约: '签契节集制条公特预履合',
  近: '附邻最临',
  过: '通经不度',
  超: '赶反',
  上: '以网线规纳之地路马海陆',
  达: '下发到通直抵送传顺表雷',
  破: '爆侦打',
}

/** The bound word that ends before a number, or undefined. */
export function boundBefore(text: string, at: number, floor: number): Entry<Bound> | undefined {
  const hit = BOUNDS_BEFORE.suffix(text, at, floor)
  if (hit === undefined || hit.word.length > 1) return hit
  const before = at - 2 >= floor ? (text[at - 2] ?? '') : ''
  return before !== '' && BOUND_NOT[hit.word]?.includes(before) === true ? undefined : hit
}

/** Bound words that stand before a number. */
const BOUNDS_BEFORE = new Lexicon<Bound>([
  ...words('超 逾 过', bound('gt', true)),
  ...words('超过 突破 高于 大于 多于 破 超出 冲破 跨越 跨过 迈过 站上 迈上 突破了 超过了 优于', bound('gt', false)),
  ...words('近', bound('lt', true)),
  ...words('接近 将近 不到 不足 低于 少于 小于 逼近 未满', bound('lt', false)),
  ...words('约 大约 约为 大概', bound('approx', true)),
  ...words('不少于 不低于 至少 不小于 最少 不下', bound('gte', false)),
  ...words('不超过 不高于 不多于 不大于 至多 最多 控制在 严控在', bound('lte', false)),
  ...words('达到 达 高达 达到了 多达 可达 达成 已达 均达 均达到', bound('eq', false)),
  ...words('上', bound('gt', true)),
])

/** Bound words that follow a number or its unit. */
export const BOUNDS_AFTER = new Lexicon<Comparator>([
  ...words('以上 及以上 或以上 （含）以上 (含)以上 之上', 'gte' as const),
  ...words('以内 之内 以下 及以下 内', 'lte' as const),
  ...words('左右 上下 前后', 'approx' as const),
  ...words('之多', 'eq' as const),
])
