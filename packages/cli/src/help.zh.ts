import { readFileSync } from 'node:fs'

/** Help of the whole command. */
export const mainHelp = `践诺（jiannuo）：读政府工作报告和计划，办热线工单和企业库，每个数字都能一路查到原文或原始经过。

用法：
  jiannuo <命令> [选项]

读文件：
  read 文件…     读文件，列出陈述、任务和问题
  compare        今年目标对去年实绩、两地对比、承诺对结果

台账：
  doc            导入计划和报告，逐条确认
  ledger         目标任务：分解、月报、亮灯、分解表、通报

办事：
  serve          启动办公系统，在浏览器里使用
  demo           建立虚构的兰台区，看看概况
  case           办件和库中条目：登记、办理、查看
  trace 指标     从一个数查到记录、经过和哈希
  systems        系统目录、状态图、规则
  org            区、单位、人员、岗位
  settings       系统在本区的设置
  import cases   从表格导入办件
  timers         处理到时的事项
  simulate       模拟一个系统的一年

数据：
  db             内置数据库的启停
  migrate        升级数据库
  verify         从日志重新推算一切，逐项对照
  backup、restore  备份、恢复

选项：
  -h, --help     显示帮助；各命令的帮助：jiannuo read --help
  -v, --version  显示版本
`

/** Help of `jiannuo read`. */
export const readHelp = `读政府工作报告、计划、公报，列出其中的承诺与数字。

用法：
  jiannuo read 文件… [选项]
  jiannuo read - [选项]             从标准输入读，按内容判断格式
  jiannuo read 文件夹 [--jsonl]     读文件夹里（含下级）的全部文件

能读的格式：TXT（UTF-8、UTF-16、GB18030）、HTML、DOCX、PDF。

输出（只选一种，不写则在屏幕上显示表格和小结）：
  --json         全部结果，JSON，写到标准输出；只读一个文件
  --jsonl        每份文件一行 JSON，适合文件夹和许多文件
  --csv          目标任务分解表，CSV（UTF-8，Excel 可直接打开），写到标准输出
  --xlsx 表.xlsx 目标任务分解表、陈述、问题三张工作表，写到这个文件
  --explain N    说明第 N 条陈述是按哪些规则读出来的
  --tasks        屏幕上另外列出任务表

文件里没有写明的，可以指定：
  --year 年份    计划部分的年份，如 2025
  --kind 种类    report（报告）、plan（计划）、bulletin（公报）、other（其他）
  --title 标题   文件标题；只用于一个文件
  --encoding 编码  TXT 或 HTML 的文字编码，如 gb18030；不写则自动判断

其他：
  -h, --help     显示帮助

退出码：
  0  全部读成
  1  有文件没有读成，或结果写不出去
  2  用法不对，什么也没有读
  130  按 Ctrl-C 中断

例：
  jiannuo read 政府工作报告.docx
  jiannuo read 政府工作报告.docx --xlsx 目标任务分解表.xlsx
  jiannuo read 历年报告 --jsonl > 全部.jsonl
`

/** What is said to a command that does not exist. */
export const unknownCommand = (command: string): string =>
  `没有“${command.slice(0, 80)}”这个命令，现有的命令见下。\n${/[./\\]/.test(command) ? `要读文件，请写：jiannuo read ${command}\n` : ''}\n${mainHelp}`

/** Version of the package that this file belongs to. */
export function version(): string {
  const described: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  return typeof described === 'object' && described !== null && 'version' in described ? String(described.version) : ''
}
