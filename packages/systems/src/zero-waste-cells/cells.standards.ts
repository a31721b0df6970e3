import type { Condition, Expr, Json } from '@jiannuo/engine'
import {
  all,
  any,
  constant,
  equals,
  field,
  gte,
  lt,
  lte,
  minus,
  not,
  plus,
  present,
  setting,
  today,
} from '@jiannuo/engine'

/** The parts of the scoring sheet, the same for every kind; what each weighs is the kind's. */
export const parts = {
  reduce: '源头减量',
  sort: '分类投放收集',
  reuse: '资源化利用',
  dispose: '规范处置',
  run: '制度与宣传',
} as const

export type Part = keyof typeof parts
export const partIds: readonly Part[] = ['reduce', 'sort', 'reuse', 'dispose', 'run']

/** Who scored: the cell itself, or the reviewers on the spot. */
export type Side = 'self' | 'site'

/** Standard of one kind: full marks of each part, the line to reach, and what no points can make up for (必备条件). */
type Standard = Readonly<Record<Part, number>> & {
  readonly title: string
  readonly pass: number
  readonly must: string
}

const standard = (title: string, marks: readonly [number, number, number, number, number], must: string): Standard => {
  const [reduce, sort, reuse, dispose, run] = marks
  return { title, reduce, sort, reuse, dispose, run, pass: 80, must }
}

/** Standards by kind, each out of 100. A district lays the sheet that its city published over them. */
export const standards = {
  office: standard('机关', [30, 25, 15, 10, 20], '不使用不可降解一次性塑料制品；生活垃圾强制分类'),
  school: standard('学校', [20, 25, 15, 15, 25], '实验室危险废物有台账、交有资质单位；食堂有反浪费制度'),
  hospital: standard('医院', [15, 20, 15, 35, 15], '医疗废物分类收集、登记、交接、集中处置，转移联单齐全'),
  estate: standard('小区', [15, 35, 20, 10, 20], '生活垃圾分类设施齐全；大件、装修垃圾定点投放'),
  mall: standard('商场超市', [30, 20, 25, 10, 15], '落实塑料购物袋有偿使用和禁限规定；不过度包装'),
  hotel: standard('酒店宾馆', [35, 20, 15, 15, 15], '不主动提供一次性用品；厨余垃圾交有资质单位收运'),
  restaurant: standard('餐饮单位', [30, 20, 15, 20, 15], '有反食品浪费措施；厨余垃圾、废弃油脂交有资质单位收运'),
  factory: standard('工厂', [25, 10, 30, 25, 10], '固体废物有管理台账；危险废物规范化管理，不违法转移处置'),
  park: standard('公园景区', [20, 30, 20, 10, 20], '垃圾分类设施齐全；园林废弃物资源化利用'),
  express: standard('快递网点', [35, 20, 25, 5, 15], '使用符合标准的包装；设包装回收装置'),
} as const satisfies Readonly<Record<string, Standard>>

/** The standards as the default of the setting. */
export const defaultStandards: Json = standards

/** Name of the field that holds the points taken off for a part. */
export const off = (side: Side, part: Part): string => `${side}${part[0]?.toUpperCase() ?? ''}${part.slice(1)}`

/** What the standard of the cell's kind says. */
export const ofKind = (column: string): Expr => setting('standards', field('kind'), constant(column))

const taken = (side: Side): Expr =>
  partIds.map((part) => field(off(side, part))).reduce((whole, points) => plus(whole, points))

/** Points out of a hundred: what was taken off is left out. Nobody types a total. */
export const score = (side: Side): Expr => minus(constant(100), taken(side))

/** No part can lose more than it has. */
export const withinMarks = (side: Side): Condition =>
  all(...partIds.map((part) => lte(field(off(side, part)), ofKind(part))))

/** What the kind must have, whatever its points. */
export const hasMust = (side: Side): Condition => equals(field(`${side}Must`), constant(true))

/** The line of the kind is reached. */
export const reachesLine = (side: Side): Condition => gte(score(side), ofKind('pass'))

/** 达标: the line and the must. */
export const meets = (side: Side): Condition => all(reachesLine(side), hasMust(side))

/** 可以申报: no grave entry in the credit record of three years, and no bar of an earlier loss still running (上海规程第7条). */
export const mayApply: Condition = all(
  equals(field('clean'), constant(true)),
  any(not(present(field('formerBar'))), lt(field('formerBar'), today)),
)
