import { actorHelp } from './case.zh.ts'
import { placeHelp } from './data.zh.ts'

/** Help of `jiannuo trace`. */
export const figureHelp = `溯源：从一个数到公式、分子和基数、计入的记录、每条记录的经过和哈希。

用法：
  jiannuo trace 指标                  一个数，连同它的来历
  jiannuo trace 指标 --record 编号    某一件计入多少，由哪些经过而来
  jiannuo trace 指标 --by unit        分单位（unit）、月份（period）、分类（category）

指标写成“系统.测度@时期”，时期可以是 2025、2025-09、2025Q3、2025H1、2025-01..2025-06，
后面可以加 ;unit=单位 和 ;category=分类，例如
  hotline.satisfactionRate@2025
  "hotline.onTimeRate@2025-09;unit=housing"
也可以是自动取数的实绩编号（jiannuo ledger show 里“编号#笔#序”的那一段）或取数地址。
有哪些测度：jiannuo systems hotline

选项：
  --counter 计数     列出计入这个计数的记录；不写则列第一个
  --limit 条数       列几条，默认10
  --after 标记       接着上一页列
  --json             用 JSON 输出

${actorHelp}
${placeHelp}`
