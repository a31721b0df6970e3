// Choices that several machines of the ledger share, each with the words of statistical or office usage.

/** What kind of number a target is. */
export const targetKinds = {
  level: '水平',
  increase: '增量',
  rate: '增速',
  share: '比重',
  multiple: '倍数',
  rank: '位次',
} as const

export const directions = { up: '越高越好', down: '越低越好', none: '不分高低' } as const

/** How values of several periods make a whole (domain.md 15). */
export const addings = {
  increments: '可累加',
  last: '取期末数',
  recomputed: '按分子分母重算',
  never: '不可合并',
} as const

export const comparators = {
  eq: '等于',
  gte: '不低于',
  gt: '高于',
  lte: '不高于',
  lt: '低于',
  approx: '约',
  range: '区间',
} as const

/** What stretch a returned value stands for. */
export const coverages = { toDate: '年初累计', period: '当期', moment: '期末时点' } as const

/** How sure a value is; a later version stands beside the earlier, never over it (domain.md 15.2). */
export const versions = { forecast: '预计', preliminary: '快报', final: '最终核实' } as const

export const lights = { green: '绿灯', yellow: '黄灯', red: '红灯', silent: '静默', none: '未到评价' } as const

/** What the report of the year after says of a commitment. */
export const verdicts = {
  met: '已完成',
  exceeded: '超额完成',
  short: '未达目标',
  reworded: '改变表述',
  mentioned: '提到而无数字',
  notMentioned: '没有提到',
} as const
