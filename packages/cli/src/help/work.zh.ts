import { actorHelp } from './case.zh.ts'
import { placeHelp } from './data.zh.ts'

/** Help of `jiannuo simulate`. */
export const simulateHelp = `在虚构的兰台区模拟一个系统或全区的一年：真实的办理规则，虚构的人和事；同一种子结果相同。

用法：
  jiannuo simulate --system S05 --cases 100000 --seed 7
  jiannuo simulate --scale 1.0 --days 366 --seed 7 --fast

选项：
  --scale 规模       全区各系统一起；1 为一年29.4万件诉求的区，试用可写 0.01
  --fast             多笔合为一次事务写入，快得多；规则、记录、哈希都相同
  --json             小结用 JSON（与 --scale 同用）
  --system 系统      只模拟一个：S05（市民热线，默认）、S29（四上企业），或系统编号
  --cases 件数       默认1000
  --seed 种子        默认1
  --days 天数        默认365
  --from 日期        第一天，默认 2025-01-01
  --workers 个数     快速写入时同时写几批，默认1；不影响结果
  --no-callers       不编造来电人；这样每次连哈希也相同

${placeHelp}`

/** Help of `jiannuo import`. */
export const importHelp = `从表格导入办件（XLSX、CSV）。重复导入同一份表不会重复登记；有误的行逐行列出，其余照常导入。

用法：
  jiannuo import cases 工单.xlsx --as 人员 [选项]

选项：
  --machine 系统     默认 hotline
  --mapping 对应     列名和字段的对应，如 "工单编号=cityNumber,内容=content"，或保存过的名称；
                     不写则按列名猜
  --save 名称        保存这次用的对应，下次可直接用
  --check            只检查，不登记

${actorHelp}
${placeHelp}`

/** Help of `jiannuo org`. */
export const orgHelp = `区、单位、人员、岗位。

用法：
  jiannuo org found 区编号 区名 管理员编号 姓名       建立一个区和首任管理员
  jiannuo org unit 编号 名称 种类 上级 --as 管理员    种类：部门、街道、社区、网格
  jiannuo org person 编号 姓名 --as 管理员 [--account 账号]
  jiannuo org appoint 人员 岗位 单位 --as 管理员      岗位如 handler（承办员），见 jiannuo systems
  jiannuo org import 表.xlsx --as 管理员 [--check]    从表格导入单位、人员和岗位；--check 只核对
  jiannuo org end 岗位编号 --as 管理员                结束任期
  jiannuo org show --as 人员                          单位树和在任人员

${actorHelp}
${placeHelp}`

/** Help of `jiannuo timers`. */
export const timersHelp = `处理到时的事项：提醒、督办、到期。每个只处理一次，几个进程同时运行也一样。

用法：
  jiannuo timers              处理到现在为止的
  jiannuo timers --watch      一直看着，每秒一次，Ctrl-C 停止

选项：
  --district 区      只看这个区
  --at 时间          处理到这个时间为止的；演示时用

${placeHelp}`

/** Help of `jiannuo settings`. */
export const settingsHelp = `系统在本区的设置：时限、权重、派单目录等。改动记入日志，已经开始的时限不变。

用法：
  jiannuo settings 系统 --as 管理员                  列出
  jiannuo settings 系统 设置 值 --as 管理员          改一项；值可以是 JSON
  jiannuo settings 系统 preset 名称 --as 管理员      套用一套公布过的规定

${actorHelp}
${placeHelp}`

/** Help of `jiannuo demo`. */
export const demoHelp = `建立虚构的兰台区，模拟几个月的热线和企业库，打印概况。已经有了就只打印概况。

用法：
  jiannuo demo [--cases 件数]

${placeHelp}`
