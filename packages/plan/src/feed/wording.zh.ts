import type { Wording } from '@jiannuo/kernel'

/** Chinese wording of why a measure fits a commitment, or why not. */
export const feedWording = {
  'feed/unit-same': '单位相同（{to}）',
  'feed/unit-converts': '单位可换算（{from}→{to}）',
  'feed/unit-classifier': '“{from}”与“{to}”同指一物，按“{to}”记',
  'feed/unit-counts': '单位不同：测度数的是“{from}”，目标数的是“{to}”，不是同一种东西',
  'feed/unit-apart': '单位不同：“{from}”不能换算为“{to}”',
  'feed/flow-adds': '发生数可以累加，按年初至今累计记',
  'feed/stock-stands': '时点数取月末（当月取现在）的数',
  'feed/ratio-recomputed': '比率按年初至今的分子、分母重新计算',
  'feed/mean-stands': '均值、得分不累加，按年初至今重新计算',
  'feed/kind-never': '目标是{kind}，不能由记录计数得出',
  'feed/kind-growth': '目标是增速，而该测度不是与上年同期相比的数',
  'feed/kind-share': '目标是比重，须由分子、分母计算，该测度是件数或时点数',
  'feed/kind-points': '目标是百分点的变化，不能由计数累加得出',
  'feed/kind-stock-sum': '目标是全年发生数，而该测度是时点数，不能累加',
  'feed/kind-flow-level': '目标是时点水平，而该测度是一段时间的发生数',
  'feed/kind-ratio-sum': '目标是可累加的数量，而该测度是比率或得分',
  'feed/direction-same': '方向一致',
  'feed/direction-apart': '方向相反：目标{wanted}，测度{given}',
  'feed/words-like': '名称相近（“{words}”与“{title}”，相似{percent}%）',
  'feed/words-apart': '名称不相近，请核对是否同一口径',
  'kind/rank': '位次',
  'kind/multiple': '倍数',
  'direction/up': '越高越好',
  'direction/down': '越低越好',
} as const satisfies Wording

export type FeedCode = keyof typeof feedWording
