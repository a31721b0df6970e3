import { actorHelp } from './case.zh.ts'
import { placeHelp } from './data.zh.ts'

/** Help of `jiannuo doc`. */
export const docHelp = `文件：导入计划、报告，逐条确认，进台账。

用法：
  jiannuo doc import 文件 [选项]            读文件，存原件，列出拟立项的条目；确认之前都不算数
  jiannuo doc list                          导入过的文件
  jiannuo doc show 文件编号 [--open]        逐条看：任务、目标、指标、建议牵头、处理情况
  jiannuo doc confirm 文件编号 条目… [--title 改写] [--lead 单位]
  jiannuo doc confirm 文件编号 --all        全部待确认的一次确认
  jiannuo doc reject 文件编号 条目… --reason 理由
  jiannuo doc merge 文件编号 条目 条目… --title 任务名
  jiannuo doc reopen 文件编号 条目…         收回“不纳入”

选项：
  --preview          只看会读出什么，不写入
  --other、--own     别处的文件（只用来对比，不立项）；本区的文件。不写就看文中的地名
  --kind、--year、--place、--encoding   文件里没写明的，在这里说明
  --json             用 JSON 输出

${actorHelp}
${placeHelp}`

/** Help of `jiannuo ledger`. */
export const ledgerHelp = `台账：目标任务的分解、进展、亮灯。

用法：
  jiannuo ledger overview [--year 年份]     红黄绿一览：各单位、最落后的、没有报送的
  jiannuo ledger list [--year 年份] [--light red|yellow|green|silent|none] [--unit 单位] [--state 状态]
  jiannuo ledger show 编号                  一件的全部：原文、目标、实绩、月报、亮灯理由、经过
  jiannuo ledger split 编号 单位=数值 …     分解到单位；没有数字的只写单位
  jiannuo ledger owed 期间                  这个期间（如 2026-03）谁该报、报了没有
  jiannuo ledger return 编号 期间           起草这一件的月报，得到月报编号
  jiannuo ledger feed 编号                  由哪个测度取数、现在是多少；可用的测度和理由
  jiannuo ledger feed 编号 --measure 测度 [--units 单位,单位] [--category 分类] [--from 月] [--to 月] [--adjusted] [--preview]
                                            设定取数；--preview 只预览，--off 不再取数
  jiannuo ledger assess                     取数，按时序和规则重新评灯
  jiannuo ledger export 表.xlsx             导出目标任务分解表
  jiannuo ledger import 表.xlsx [--take]    导回改过的分解表：先看差异，再写入
  jiannuo ledger circular 月份 文件.docx    月调度通报
下达、签收、填报、审核、调整、销号等动作：jiannuo case do 动作 编号 --machine commitments（或 returns）

${actorHelp}
${placeHelp}`

/** Help of `jiannuo compare`. */
export const compareHelp = `对比：今年的目标与去年的实绩，或两个地方之间；不可比的说明原因。

用法：
  jiannuo compare 文件                      同一份报告里，本年目标对上年实绩
  jiannuo compare 文件 文件                 两份文件（两个年份，或两个地方）
  jiannuo compare 计划 报告 --promises      逐条对照：承诺的兑现、没有完成、换了说法、没有提起

选项：
  --all              连可比且没有问题的一起列出
  --json             用 JSON 输出
`
