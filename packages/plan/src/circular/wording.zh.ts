import type { Wording } from '@jiannuo/kernel'

/** Why a circular is not written, by code. */
export const circularWording = {
  'circular/count': '“{what}”的数为{value}，应为不小于0的整数，请核对',
  'circular/month': '月份为{value}，应为1至12',
  'circular/commitments': '事项总数为{total}，各灯色与已销号之和为{sum}，两数不一致，请核对',
  'circular/units-differ': '全区“{what}”为{total}，各单位之和为{sum}，两数不一致，请核对',
  'circular/unit-returns': '{unit}应报{total}项，按期、逾期与未报之和为{sum}，两数不一致，请核对',
  'circular/unit-twice': '{unit}在各单位进展中出现{count}次，应只有1次，请合并',
  'circular/list-differs': '“{what}”应有{total}项，清单列出{sum}项，两数不一致，请核对',
  'circular/unit-list-differs': '{unit}“{what}”为{total}项，清单列出{sum}项，两数不一致，请核对',
  'circular/struck-more': '本月销号清单列出{sum}项，多于累计销号{total}项，请核对',
} as const satisfies Wording

export type CircularCode = keyof typeof circularWording

/** Sentences of the circular. Every number comes in by a parameter. */
export const circularPhrases = {
  title: '{district}{year}年目标任务\n{month}月推进情况通报',
  opening: '现将截至{asOf}{district}{year}年目标任务推进情况通报如下。',

  overall: '一、总体进展',
  reds: '二、亮红灯事项',
  yellows: '三、亮黄灯事项',
  silence: '四、未报送单位',
  changes: '五、本月销号与调整',
  next: '六、下步要求',

  progress: '完成情况',
  returns: '报送情况',
  turns: '灯色变化',
  headline: '主要指标',
  struck: '销号',
  adjusted: '调整',
  dueNext: '下月到期事项',
  explanations: '红灯说明',
  catchUp: '黄灯事项',
  lateReturns: '补报',

  'progress.all': '{district}{year}年目标任务共{commitments}项，{parts}。各单位情况见表1。',
  'progress.none': '{district}{year}年尚无列入调度的目标任务。',
  part: '{name}{count}项，占{share}',
  'returns.all':
    '本月应报{owed}项，已报{returned}项，报送率{rate}，其中按期{inTime}项、逾期{late}项；未报{missing}项。',
  'returns.missing': '有未报的单位{units}个：{names}。',
  'returns.none': '本月没有应报事项。',
  'turns.all': '与上月相比，灯色变化的共{count}项。',
  'turns.item': '{number}.{title}（{unit}）：由{from}转为{to}，{why}。',
  'turns.bare': '{number}.{title}（{unit}）：由{from}转为{to}。',
  'headline.item': '{number}.{name}：{value}{more}（{version}，数据来源：{source}）。',
  'headline.target': '年度目标{target}',

  'reds.all': '亮红灯的共{count}项，涉及牵头单位{units}个，清单见表2。',
  'reds.none': '本月没有亮红灯事项。',
  'yellows.all': '亮黄灯的共{count}项，涉及牵头单位{units}个。',
  'yellows.none': '本月没有亮黄灯事项。',
  'item.lead': '{number}.{title}（牵头单位：{unit}）。',
  'item.leadWithPartners': '{number}.{title}（牵头单位：{unit}；配合单位：{partners}）。',
  'item.target': '目标为{target}',
  'item.value': '已完成{value}',
  'item.completion': '完成率{completion}',
  'item.pace': '时序进度{pace}',
  'item.behind': '落后{gap}个百分点',
  'item.ahead': '超前{gap}个百分点',
  'item.due': '完成时限{due}',
  'item.why': '原因：{why}。',
  'item.answered': '牵头单位说明：{answered}。',
  'item.unanswered': '牵头单位尚未说明。',

  'silence.all': '未报送的共{count}项，涉及单位{units}个。',
  'silence.none': '本月没有未报送单位。',
  'silence.item': '{number}.{unit}：{titles}。',
  'silence.itemWithPeriods': '{number}.{unit}：{titles}（未报时段：{periods}）。',

  'changes.none': '本月没有销号和调整事项。',
  'struck.all': '本月销号{count}项。',
  'struck.item': '{number}.{title}（{unit}，{date}销号）。',
  'adjusted.all': '本月经批准调整{count}项。',
  'adjusted.item': '{number}.{title}（{unit}）：原为“{before}”，调整为“{after}”，依据{approval}。',

  'dueNext.all': '{year}年{month}月到期的共{count}项，牵头单位应按时限完成并提出销号申请。',
  'dueNext.none': '{year}年{month}月没有到期事项。',
  'dueNext.item': '{number}.{title}（{unit}，{due}到期）。',
  'explanations.open':
    '亮红灯事项中尚未说明的{count}项，牵头单位应自本通报印发之日起{days}个工作日内（{until}前）书面说明原因、补救措施和完成时间。',
  'explanations.openProvisional':
    '亮红灯事项中尚未说明的{count}项，牵头单位应自本通报印发之日起{days}个工作日内（暂按{until}前，以国务院办公厅放假通知为准）书面说明原因、补救措施和完成时间。',
  'explanations.done': '亮红灯的{count}项均已说明，牵头单位应按说明的措施和时间补齐进度，下月报送补救结果。',
  'catchUp.all': '亮黄灯的{count}项，牵头单位应逐项补齐进度，下月仍落后的说明原因。',
  'lateReturns.all': '未报送的{count}项，有关单位应补报，补报前不按正常推进统计。',

  'light.green': '绿灯',
  'light.yellow': '黄灯',
  'light.red': '红灯',
  'light.silent': '未报送',
  'light.none': '暂不亮灯',
  'version.forecast': '预计数',
  'version.preliminary': '初步核算数',
  'version.final': '最终核实数',

  'count.commitments': '事项总数',
  'count.owed': '应报',
  'count.returned': '已报',
  'count.inTime': '按期报送',
  'count.late': '逾期报送',
  'count.missing': '未报',
  'count.struckOff': '已销号',

  'table.units': '表1 各单位进展情况',
  'table.reds': '表2 亮红灯事项清单',
  'table.note':
    '注：按红灯、未报送由多到少排列；“暂不亮灯”为未到节点或尚不能判断的事项；应报、按期、逾期、未报为本月报送数。',
  'table.redNote': '注：进度差为完成率减时序进度，单位为百分点；“—”为没有数量或尚无数据。',
  'column.number': '序号',
  'column.unit': '单位',
  'column.owed': '应报',
  'column.inTime': '按期',
  'column.late': '逾期',
  'column.missing': '未报',
  'column.struckOff': '已销号',
  'column.sum': '合计',
  'column.title': '事项',
  'column.lead': '牵头单位',
  'column.target': '目标',
  'column.value': '已完成',
  'column.completion': '完成率',
  'column.pace': '时序进度',
  'column.gap': '进度差',
  'column.due': '完成时限',
  absent: '—',

  comma: '，',
  pause: '、',
  semicolon: '；',
  stop: '。',
  chapter: '（{number}）{title}',
} as const satisfies Wording

export type CircularPhrase = keyof typeof circularPhrases
