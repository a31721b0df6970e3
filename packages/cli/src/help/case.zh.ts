import { placeHelp } from './data.zh.ts'

/** Lines on who acts and when, shared by the helps. */
export const actorHelp = `谁来办：
  --as 人员          人员编号，按其岗位决定能看什么、能办什么
  --district 区      只有一个区时不用写
  --at 时间          办理时间，如 "2025-09-26 10:00"；不写就是现在。补录和演示时用
`

/** Help of `jiannuo case`. */
export const caseHelp = `办件和库中条目：登记、办理、查看。

用法：
  jiannuo case do 动作 [编号] [字段=值 …]   办一个动作；登记新件时不写编号
  jiannuo case list [选项]                  看得到的办件，最急的在前
  jiannuo case show 编号                    一件的全部：内容、时限、三方说法、经过、能做什么
  jiannuo case show 编号 --clocks-at 时间[,时间]
                                            各时限在过去某些时刻的样子
  jiannuo case unmask 编号 字段 --reason 理由
                                            查看脱敏字段的原文，留下记录

字段可以写编号或名称，附件写成 字段=@文件（几个用、隔开），选项可以写代码或名称，单位可以写编号或名称；
每个系统有哪些动作、字段：jiannuo systems 编号

选项：
  --machine 系统     hotline（市民热线，默认）、above-scale-firms（四上企业）
  --mine             只看等本人岗位办的
  --all              连已办结的一起看，最新的在前
  --unit 单位        这个单位（含下属）主办的
  --state 状态       处于这个状态的
  --limit 条数       默认20
  --why              连同不能办的动作和原因
  --key 键           提交编号；同一编号重复提交只算一次
  --json             用 JSON 输出

${actorHelp}
${placeHelp}`
