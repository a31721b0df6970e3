import type { Wording } from '@jiannuo/kernel'

/** Chinese wording of every problem of a dictionary. */
export const indicatorWording = {
  'plan/indicator-twice': '指标编号“{id}”重复，请换一个编号',
  'plan/wording-twice': '指标名称“{wording}”已属于指标“{held}”，不能再用于“{id}”，请合并指标或改用其他名称',
  'plan/merge-cycle': '指标“{id}”的合并关系首尾相接，无法确定归到哪一个，请删去其中一条',
  'plan/merge-unknown': '指标“{id}”要并入的“{to}”不在指标目录中，请先新增该指标',
} as const satisfies Wording
