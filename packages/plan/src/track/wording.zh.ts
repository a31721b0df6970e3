import type { Wording } from '@jiannuo/kernel'

/** Chinese wording of every reason that tracking gives. */
export const progressWording = {
  'progress/no-readings': '还没有实绩',
  'progress/units-differ': '实绩单位“{a}”与目标单位“{b}”不能换算，没有计入',
  'progress/forecast': '{period}的数是预计数，核实后可能变化',
  'progress/fell': '累计数由{before}降为{now}（{period}），请核实',
  'progress/overlap': '{a}与{b}的时段重叠，后者没有重复计入',
  'progress/no-counts': '缺少分子、分母，比率不能合并计算，取{period}的数',
  'progress/parts-not-added': '这类指标不能由各单位的数合并，须单独报数',
  'progress/part-missing': '“{name}”还没有实绩，合计不完整',
  'progress/forecast-linear': '按目前进度匀速推算，期末约{value}{unit}（依据{period}）',
  'progress/forecast-lastYear': '按上年同期占全年的比重推算，期末约{value}{unit}（依据{period}）',
  'progress/forecast-curve': '按计划曲线推算，期末约{value}{unit}（依据{period}）',
  'progress/value': '当期值{value}{unit}，目标{target}{unit}',
  'progress/completion': '完成率{completion}%，时序进度{pace}%，差{gap}个百分点',
  'progress/met': '已达到目标',
  'progress/on-pace': '不慢于时序进度',
  'progress/slightly-behind': '慢于时序{behind}个百分点，未到亮黄灯的标准，绿灯加注',
  'progress/behind': '慢于时序{behind}个百分点，按“{rule}”亮{light}',
  'progress/value-near': '与目标差{short}（{share}%），按“{rule}”亮黄灯',
  'progress/value-far': '与目标差{short}（{share}%），按“{rule}”亮红灯',
  'progress/overdue': '已过完成时限{due}，尚未完成',
  'progress/milestone-overdue': '节点“{title}”应于{due}完成，已超{months}个月',
  'progress/milestones-kept': '到期节点均已完成',
  'progress/little-left': '剩余时间不足{left}%，没有进展报送',
  'progress/silent': '最近应报的{period}没有报送，已连续{periods}期未报',
  'progress/answered-red': '此前亮过红灯，整改到位也只亮黄灯，至销号为止',
  'progress/not-begun': '尚未到起始日期{from}',
  'progress/nothing-due': '没有可量化的目标，也没有到期的节点',
  'progress/closed': '已经办结，不再评灯',
  'light/green': '绿灯',
  'light/yellow': '黄灯',
  'light/red': '红灯',
} as const satisfies Wording

/** Code of a reason of tracking. */
export type ProgressCode = keyof typeof progressWording

/** Chinese wording of problems of light rules. */
export const lightRulesWording = {
  'plan/bad-light-rules': '亮灯规则“{path}”不对，应为{wanted}',
} as const satisfies Wording
