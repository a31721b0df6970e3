import type { Wording } from '@jiannuo/kernel'
import { databaseWording } from './database/wording.zh.ts'

/** Chinese wording of every problem that this package can find. */
export const storeWording = {
  ...databaseWording,
  'store/schema-newer': '数据库的结构（步骤{step}）比本程序新，不能打开。请改用更新版本的程序。',
  'store/schema-changed':
    '数据库中已执行的结构步骤{step}与本程序中的内容不同，没有继续。请核对程序版本，不要改动已发布的步骤。',
  'store/master-key-missing': '没有说明主密钥放在哪里。请指定数据文件夹，或用 JIANNUO_MASTER_KEY 给出主密钥。',
  'store/master-key-bad':
    '“{place}”中的主密钥不是32字节的密钥（64位十六进制或44位 Base64）。请放回原来的主密钥，否则已加密的个人信息无法读出。',
  'store/master-key-unusable': '主密钥文件“{file}”不能读写：{detail}。请核对权限。',
  'store/file-missing': '没有内容为 {hash} 的文件。',
  'store/file-damaged': '文件 {hash} 的内容与其校验值不符，已损坏。请从备份中恢复。',
  'store/definition-changed':
    '业务定义“{machine}”第{version}版的内容与登记的不同。改动定义须提升版本号，已登记的版本不可改。',
  'store/entry-changed':
    '日志“{stream}”第{seq}条被改动过：内容与哈希链不符（{district}）。请核查数据库的访问记录，并与备份比对。',
  'store/entry-missing': '日志“{stream}”缺少第{seq}条（{district}）。请核查数据库的访问记录，并从备份中找回。',
  'store/entry-unreadable': '日志“{stream}”第{seq}条的内容不能识别（{district}）。请从备份中找回。',
  'store/entry-misplaced': '日志“{stream}”第{seq}条的序号或时间与其内容不符（{district}）。请与备份比对。',
  'store/head-differs':
    '“{stream}”的日志到第{seq}条为止，而现存数据停在第{found}条或指向别的内容（{district}）。请重建派生数据后再核对。',
  'store/stream-without-log': '“{stream}”有现存数据，日志中却没有它（{district}）。请与备份比对。',
  'store/replay-failed': '“{record}”的日志不能还原成记录（{district}）。请先处理其日志中的问题。',
  'store/record-differs': '“{record}”的现存数据与日志重算的结果不同，不同之处：{part}（{district}）。请重建派生数据。',
  'store/timers-differ': '“{record}”的定时提醒与重算的结果不同（{district}）。请重建派生数据。',
  'store/contributions-differ': '“{record}”对“{counter}”的计数与重算的结果不同（{district}）。请重建派生数据。',
  'store/reading-missing': '“{record}”日志第{seq}条的第{ordinal}笔实绩没有保存下来（{district}）。请重建派生数据。',
  'store/reading-unsaid': '“{record}”保存了第{seq}条的第{ordinal}笔实绩，日志中却没有（{district}）。请重建派生数据。',
  'store/reading-differs':
    '“{record}”第{seq}条的第{ordinal}笔实绩与日志不同，不同之处：{part}（{district}）。请重建派生数据。',
  'store/total-differs': '合计“{cell}”现为 {found}（全部/剔除后），重算应为 {expected}（{district}）。请重建派生数据。',
  'store/count-differs':
    '“{counter}”逐件清点与合计相差 {difference}（全部/剔除后，{district}）。请重建派生数据；重建后仍有差别，请检查计数规则。',
  'store/seal-broken':
    '第{number}号封存的根哈希与重算的结果不同（{district}）：封存之后日志被改动过，或封存本身被改动。请与已公布的根哈希比对。',
  'store/more-findings': '另有{count}处问题未逐一列出。',
  'store/backup-not-written': '备份文件“{file}”没有写成：{detail}。请核对路径、权限和剩余空间后再试。',
  'store/backup-not-read': '备份文件“{file}”不能读取：{detail}。请核对路径和权限。',
  'store/backup-foreign': '“{file}”不是本程序的备份文件。',
  'store/backup-newer': '备份文件“{file}”的格式（第{version}版）比本程序新。请用更新版本的程序恢复。',
  'store/backup-line': '备份文件“{file}”已损坏：第{line}行不能识别。没有恢复任何内容，请换一份备份。',
  'store/backup-count':
    '备份文件“{file}”已损坏：表“{table}”的内容与文件末尾的清单不符。没有恢复任何内容，请换一份备份。',
  'store/backup-checksum': '备份文件“{file}”已损坏：内容与校验值（SHA-256）不符。没有恢复任何内容，请换一份备份。',
  'store/backup-short': '备份文件“{file}”不完整，只到第{line}行。没有恢复任何内容，请换一份备份。',
  'store/restore-not-empty': '数据库中已有数据，没有恢复。如确要用备份替换全部现有数据，请明确指定覆盖。',
  'store/other-master-key':
    '备份是用另一个主密钥做的，恢复后其中已加密的个人信息要有原来的主密钥才能读出。请把原来的 master.key 放回数据文件夹，或用 JIANNUO_MASTER_KEY 给出。',
} as const satisfies Wording

/** Code of a problem that this package can find. */
export type StoreProblemCode = keyof typeof storeWording
