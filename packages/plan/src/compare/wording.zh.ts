import type { Wording } from '@jiannuo/kernel'

/** Chinese wording of every reason for which figures are refused or annotated. */
export const compareWording = {
  'compare/indicator-differs': '指标不同（“{a}”与“{b}”），不作比较',
  'compare/too-generic': '“{name}”只是统称，无法确定两处所指是同一事项，不作比较',
  'compare/added-against-held': '口径不同：一处是新增量，一处是总量或存量，不作比较',
  'compare/kind-differs': '数值类型不同（{a}与{b}），不作比较',
  'compare/unit-differs': '计量单位不能换算（{a}与{b}），不作比较',
  'compare/scope-differs': '统计范围不同（{a}与{b}），不作比较',
  'compare/year-differs': '两地数据年份不同（{a}年与{b}年），不作比较',
  'compare/period-differs': '所属时段不同（{a}与{b}），不作比较',
  'compare/definition-differs': '统计口径说明不同（{a}与{b}），不作比较',
  'compare/version-differs': '数据版本不同（{a}与{b}），以后发布的核实数可能有变化',
  'compare/target-against-result': '一处是目标，一处是完成数',
  'compare/action-differs': '动词不同（{a}与{b}），请核对是否同一口径',
  'compare/rank-not-subtracted': '位次只分先后，不作加减',
  'compare/in-points': '比率之差以百分点计',
  'compare/not-growth': '总量之差不等于公布的增速（增速按可比价计算）',
  'compare/bounded': '含有界限词（{a}与{b}），差额按所写数字计算，不是确数',
  'compare/tolerance': '“左右”按上下{percent}%把握',
  'compare/range-low': '区间按下限计算',
  'compare/batch-or-held': '“{name}”的数量可能是当年批次，也可能是累计存量，请与主管部门核对',
} as const satisfies Wording

/** Code of a reason of this part. */
export type CompareCode = keyof typeof compareWording
