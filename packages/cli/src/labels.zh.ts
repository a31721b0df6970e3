import type { Severity } from '@jiannuo/kernel'
import type {
  ClauseClass,
  Comparator,
  DocumentKind,
  ExclusionReason,
  Half,
  Modality,
  StatementKind,
} from '@jiannuo/reader'

/** Chinese names of what the reader tells apart; the compiler sees to it that none is missing. */
export const documentKinds = {
  report: '政府工作报告',
  plan: '计划',
  bulletin: '公报',
  other: '其他',
} as const satisfies Record<DocumentKind, string>

export const halves = { review: '回顾', plan: '计划', other: '其他' } as const satisfies Record<Half, string>

export const clauseClasses = {
  commitment: '承诺',
  result: '结果',
  background: '背景',
  slogan: '号召',
  definition: '释义',
} as const satisfies Record<ClauseClass, string>

export const comparators = {
  eq: '',
  gte: '≥',
  gt: '>',
  lte: '≤',
  lt: '<',
  approx: '≈',
  range: '',
} as const satisfies Record<Comparator, string>

/** Bounds in words, for a sheet where a sign alone would be overlooked. */
export const comparatorWords = {
  eq: '等于',
  gte: '不低于',
  gt: '高于',
  lte: '不高于',
  lt: '低于',
  approx: '约',
  range: '区间',
} as const satisfies Record<Comparator, string>

export const statementKinds = {
  level: '水平',
  increase: '增量',
  rate: '增速',
  share: '比重',
  multiple: '倍数',
  rank: '位次',
} as const satisfies Record<StatementKind, string>

export const modalities = {
  target: '目标',
  result: '结果',
  forecast: '预计',
} as const satisfies Record<Modality, string>

export const severities = { error: '错误', warning: '警告', note: '提示' } as const satisfies Record<Severity, string>

export const exclusionReasons = {
  date: '日期',
  name: '名称',
  definition: '释义',
  qualifier: '限定',
  identifier: '编号',
  ordinal: '次序',
  other: '其他',
} as const satisfies Record<ExclusionReason, string>
