/** What kind of thing a unit measures. `count` is every classifier (家, 个, 件), each convertible only to itself. */
export type Dimension =
  | 'none'
  | 'money'
  | 'length'
  | 'area'
  | 'volume'
  | 'mass'
  | 'power'
  | 'energy'
  | 'ratio'
  | 'points'
  | 'multiple'
  | 'rank'
  | 'time'
  | 'temperature'
  | 'compound'
  | 'count'

/**
 * A unit that has a size of its own. Units convert into one another when, and only when, they share `base`:
 * one of this unit is `times / per` of the base. Two integers keep thirds and halves exact (1 亩 = 2000/3 平方米).
 */
export interface UnitSize {
  readonly dimension: Dimension
  readonly base: string
  readonly times: number
  readonly per: number
}

const size = (dimension: Dimension, base: string, times = 1, per = 1): UnitSize => ({ dimension, base, times, per })

/** A unit that converts only to itself. */
const alone = (dimension: Dimension, ...names: readonly string[]): readonly (readonly [string, UnitSize])[] =>
  names.map((name) => [name, size(dimension, name)] as const)

/**
 * Units with a size, by canonical name. Metric units as in GB 3100-93; 市制 units by their fixed ratios to them:
 * 15 亩 = 1 公顷, 2 里 = 1 公里, 2 斤 = 1 公斤.
 */
export const SIZES: ReadonlyMap<string, UnitSize> = new Map<string, UnitSize>([
  ['', size('none', '')],
  ...alone('money', '元', '美元', '港元', '澳门元', '欧元', '日元', '英镑', '韩元', '卢布', '澳元', '加元', '新台币'),
  ['毫米', size('length', '米', 1, 1000)],
  ['厘米', size('length', '米', 1, 100)],
  ['米', size('length', '米')],
  ['里', size('length', '米', 500)],
  ['公里', size('length', '米', 1000)],
  ...alone('length', '海里', '车道公里', '皮长公里', '芯公里'),
  ['平方米', size('area', '平方米')],
  ['亩', size('area', '平方米', 2000, 3)],
  ['公顷', size('area', '平方米', 10_000)],
  ['平方公里', size('area', '平方米', 1_000_000)],
  ['升', size('volume', '立方米', 1, 1000)],
  ['立方米', size('volume', '立方米')],
  ['克', size('mass', '吨', 1, 1_000_000)],
  ['斤', size('mass', '吨', 1, 2000)],
  ['公斤', size('mass', '吨', 1, 1000)],
  ['吨', size('mass', '吨')],
  ['千瓦', size('power', '千瓦')],
  ['千瓦时', size('energy', '千瓦时')],
  ...alone('energy', '吨标准煤'),
  ['%', size('ratio', '%')],
  ['‰', size('ratio', '%', 1, 10)],
  ...alone('points', '个百分点', '个千分点'),
  ...alone('multiple', '倍'),
  ...alone('rank', '位'),
  ...alone('temperature', '摄氏度'),
  ['秒', size('time', '秒')],
  ['分钟', size('time', '秒', 60)],
  ['小时', size('time', '秒', 3600)],
  ['天', size('time', '秒', 86_400)],
  ['日', size('time', '秒', 86_400)],
  // Days that the calendar counts, and months and years, have no fixed length: they convert to nothing.
  ...alone('time', '工作日', '个月', '年'),
])

/** Another way to write a unit: the canonical name, and the power of ten between the two. */
export interface Spelling {
  readonly unit: string
  readonly exponent: number
}

const spell = (unit: string, exponent: number, ...names: readonly string[]): readonly (readonly [string, Spelling])[] =>
  names.map((name) => [name, { unit, exponent }] as const)

/** Spellings, after small forms have been made plain (％ is %, ／ is /, ² is 2, letters small). */
export const SPELLINGS: ReadonlyMap<string, Spelling> = new Map<string, Spelling>([
  ...spell('元', 0, '元人民币', '人民币', '块钱', '元整', 'rmb'),
  ...spell('美元', 0, '美金', 'usd'),
  ...spell('港元', 0, '港币'),
  ...spell('韩元', 0, '韩币'),
  ...spell('公里', 0, '千米', 'km'),
  ...spell('里', 0, '华里', '市里'),
  ...spell('米', 0, 'm', '公尺'),
  ...spell('毫米', 0, 'mm'),
  ...spell('厘米', 0, 'cm', '公分'),
  ...spell('平方米', 0, '平米', '㎡', 'm2', '平', '平方'),
  ...spell('平方公里', 0, '平方千米', '㎢', 'km2'),
  ...spell('公顷', 0, 'ha', 'hm2'),
  ...spell('亩', 0, '市亩'),
  ...spell('立方米', 0, '立方', '㎥', 'm3', '标方', '标准立方米', '标立方米'),
  ...spell('升', 0, 'l', '公升'),
  ...spell('公斤', 0, '千克', 'kg', '㎏'),
  ...spell('斤', 0, '市斤'),
  ...spell('吨', 0, '公吨', 't'),
  ...spell('克', 0, 'g'),
  ...spell('千瓦', 0, 'kw'),
  ...spell('千瓦', -3, '瓦', 'w'),
  ...spell('千瓦', 3, '兆瓦', 'mw'),
  ...spell('千瓦', 6, '吉瓦', 'gw'),
  ...spell('千瓦', 9, '太瓦', 'tw'),
  ...spell('千瓦时', 0, '度', '度电', 'kwh', 'kw·h', '千瓦小时', '千瓦·时'),
  ...spell('千瓦时', 3, '兆瓦时', 'mwh'),
  ...spell('千瓦时', 6, '吉瓦时', 'gwh'),
  ...spell('吨标准煤', 0, '吨标煤', 'tce'),
  ...spell('%', 1, '成'),
  ...spell('个百分点', 0, '百分点', 'pct', '个pct'),
  ...spell('个千分点', 0, '千分点'),
  ...spell('位', 0, '名次'),
  ...spell('摄氏度', 0, '℃', '°c'),
  ...spell('千伏', 0, 'kv'),
  ...spell('标准箱', 0, 'teu', '标箱', '个标准箱', '个标箱'),
  ...spell('微克/立方米', 0, 'μg/m3', 'ug/m3', '微克每立方米', '微克/立方'),
  ...spell('毫克/升', 0, 'mg/l', '毫克每升'),
  ...spell('小时', 0, '个小时', 'h'),
  ...spell('工作日', 0, '个工作日'),
])
