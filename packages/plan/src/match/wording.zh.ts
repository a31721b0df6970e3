import type { Wording } from '@jiannuo/kernel'

/** Chinese wording of every reason and refusal of matching promises with results. */
export const matchWording = {
  'match/plan-year-unknown': '计划没有写明年份，无法核对兑现情况',
  'match/report-year-unknown': '报告没有写明回顾哪一年，无法核对兑现情况',
  'match/other-year': '承诺的是{promised}年，报告回顾的是{reviewed}年，不能对应',
  'match/other-place': '承诺的是{promised}，报告的是{reported}，不能对应',
  'match/same-indicator': '指标相同',
  'match/same-words': '指标用词相同：“{promised}”',
  'match/like-words': '指标用词相近：“{promised}”与“{reported}”',
  'match/value-exceeded': '目标{promised}，完成{reported}，超额完成',
  'match/value-met': '目标{promised}，完成{reported}，如期完成',
  'match/value-short': '目标{promised}，完成{reported}，没有达到',
  'match/indicator-differs': '说的是两个指标，不能直接比较',
  'match/kind-differs': '承诺的是增幅或总量中的一种，报告的是另一种，不能直接比较',
  'match/addition-and-whole': '一个是新增数，一个是总数，不能直接比较',
  'match/unit-differs': '单位不同（{promised}、{reported}），不能直接比较',
  'match/scope-differs': '口径不同（承诺“{promised}”，报告“{reported}”），不能直接比较',
  'match/several-years': '报告的是多年累计或平均数，不能与当年目标直接比较',
  'match/shared-result': '报告的是几项合计，没有单独列出这一项',
  'match/several-results': '报告中有{count}处提到这一指标',
  'match/task-reported': '报告中写到了这项工作（用词重合{share}）',
  'match/no-figure': '报告中写到了这项工作，但没有可比的数（用词重合{share}）',
  'match/words-not-found': '报告的回顾部分没有提到（最接近处用词重合{share}）',
  'match/generic-words': '用词太宽泛，需要人工核对',
} as const satisfies Wording

/** Code of a reason or refusal of matching. */
export type MatchCode = keyof typeof matchWording
