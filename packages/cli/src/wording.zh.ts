import type { Wording } from '@jiannuo/kernel'

/** Chinese wording of every problem that the command itself can find: what is wrong, where, what to do. */
export const cliWording = {
  'cli/no-files': '没有给出要读的文件。例如：jiannuo read 政府工作报告.docx；从标准输入读写成 jiannuo read -',
  'cli/unknown-option': '没有“{option}”这个选项。{hint}',
  'cli/missing-value': '选项“{option}”后面缺少内容。{hint}',
  'cli/unwanted-value': '选项“{option}”不带内容，请去掉“={value}”。',
  'cli/bad-year': '“--year {value}”不是年份，请写四位数字，如 --year 2025。',
  'cli/bad-kind':
    '“--kind {value}”不是文件种类，请从 report（报告）、plan（计划）、bulletin（公报）、other（其他）中选一个。',
  'cli/bad-number': '“--explain {value}”不是陈述的序号，请写表中的序号，如 --explain 12。',
  'cli/two-outputs': '{first} 和 {second} 不能同时用，请只留一个。',
  'cli/one-file-only': '{option} 只能用于一个文件，这里给了{count}个。多个文件请用 --jsonl。',
  'cli/one-file-folder': '{option} 只能用于一个文件，“{name}”是文件夹。文件夹请用 --jsonl。',
  'cli/tasks-with': '--tasks 只用于屏幕上的表，不能与 {option} 同用。',
  'cli/xlsx-extension': '--xlsx 后面应是要写的表格文件名（以 .xlsx 结尾），而不是“{name}”。',
  'cli/stdin-twice': '标准输入（-）只能读一次，请只写一个“-”。',
  'cli/explain-range': '没有第{number}条陈述，“{name}”共有{count}条。',
  'cli/not-found': '找不到“{name}”。请核对路径和文件名；路径里有空格时请加引号。',
  'cli/no-permission': '没有读取“{name}”的权限。请换一个有权限的账号，或请管理员开通。',
  'cli/unreadable': '读不出“{name}”（{reason}）。请确认文件没有被占用或损坏，再试一次。',
  'cli/not-a-file': '“{name}”不是普通文件，不能读取。',
  'cli/empty-folder': '文件夹“{name}”里没有可读的文件（TXT、HTML、DOCX、PDF）。',
  'cli/not-writable':
    '写不了“{name}”（{reason}）。请确认文件夹存在、有写入权限，并先关闭已用 Excel 或 WPS 打开的同名文件。',
  'cli/crashed': '读“{name}”时程序中断（{reason}），这个文件没有读成，其余文件不受影响。请单独再读一次；仍不行请报告。',
  'cli/internal': '读“{name}”时出了意外（{reason}）。这是程序的缺陷，请把文件和这条信息一起报告。',
  'cli/who': '没有说是谁在办，请加上 --as 人员编号；有哪些人：jiannuo org show',
  'cli/no-district': '这里还没有区。先建立一个（jiannuo org found --help），或看看虚构的兰台区：jiannuo demo',
  'cli/which-district': '这里有几个区（{all}），请用 --district 说明是哪一个。',
  'cli/no-machine': '没有“{machine}”这个系统，现有：{all}。',
  'cli/db-words': '“{given}”不对，请写 start、stop 或 status。',
  'cli/db-server':
    '现在用的是 DATABASE_URL 指定的 PostgreSQL 服务器，它的启停不归本程序管；要看内置数据库请加 --data 文件夹。',
  'cli/case-words': '“{given}”不对，请写 do、list、show 或 unmask。',
  'cli/no-action': '没有写要办的动作。有哪些动作：jiannuo systems hotline',
  'cli/bad-field': '“{word}”不是这个动作的“字段=值”。可填的字段：{fields}。',
  'cli/one-record': '请写一个编号，例如：jiannuo case show 编号 --as 人员。',
  'cli/unmask-words': '请写编号、字段和理由，例如：jiannuo case unmask 编号 callerPhone --reason 回访核实 --as 人员。',
  'cli/one-figure': '请写一个指标，例如：jiannuo trace hotline.satisfactionRate@2025 --as 人员。',
  'cli/bad-by': '“--by {by}”不对，请从 unit（单位）、period（月份）、category（分类）中选一个。',
  'cli/one-system': '一次只看一个系统。',
  'cli/one-backup': '请写一个备份文件的名字。',
  'cli/simulate-words': '--cases、--seed、--days、--workers 后面都是整数。',
  'cli/demo-words': '--cases 后面是整数。',
  'cli/import-words': '请写：jiannuo import cases 表格文件。',
  'cli/settings-words': '请写系统编号，要改的话再写设置和值。',
  'cli/org-words': '“{given}”不对，各种写法见帮助。',
  'cli/bad-unit-kind': '“{kind}”不是单位的种类，请从 部门、街道、社区、网格 中选一个。',
} as const satisfies Wording

/** Code of a problem that the command itself can find. */
export type CliProblemCode = keyof typeof cliWording

/**
 * What each rule of the reader says, for `--explain`. The family stands before the dot, the variant behind it; a variant
 * without wording falls back to its family, an unknown family to its id.
 */
const ruleWording: Readonly<Record<string, string>> = {
  R10: '阿拉伯数字连同单位和界限词读作一个数量',
  R12: '中文数字后有单位、用来计数的，读作数量',
  R13: '成数、分数、翻番、过半和比例换算成数值',
  'R13.tenths': '几成换算成百分数（九成即90%）',
  'R13.fraction': '几分之几换算成百分数（四分之三即75%）',
  'R13.half': '过半、一半换算成50%',
  'R13.doubling': '翻番换算成倍数（翻一番即2倍）',
  'R13.slash': '两个整数的比换算成百分数',
  'R13.ratio': '某某比后面的“几比一”读作一个数量',
  R14: '没有单位的数字，前面有动词或界限词直接到达的，读作数量',
  R15: '单位缺损的数字，按残留的字补出单位',
  R17: '第几位、第几名，前面有排名的词，读作位次',
  R18: '首位、首个读作第一',
  'R18.top': '居首位读作第1位',
  'R18.first': '某一范围的首家、首个读作1',
  R19: '前几位、前几名、前几强读作不低于这一位次',
  R21: '日期和年限不算陈述，但用来定年份',
  'R21.duration': '时长带有单位，按数量读',
  R22: '名称和公式里的数字不算陈述',
  R23: '编号、电话、文号不算陈述',
  R24: '次序数字不算陈述',
  R25: '结构比不算陈述',
  R32: '指标取自数字前面的词',
  R33: '指标取自数字后面的词',
  R35: '本句没有写指标，沿用前一个数字的主语',
  R36: '并列指标与“分别”后面的数字依次对应',
  R40: '增减的量：不是总数，而是变化了多少',
  'R40.added': '新增、净增一类动词管着这个数，读作增加的量',
  'R40.more': '增加、提高的是这么多，读作增加的量',
  'R40.fewer': '减少、压减的是这么多，读作负的增加量',
  'R40.noun': '指标本身说的是新增量',
  'R40.carried': '前面的“新增”管到这一个数',
  R41: '变化的幅度：增长或下降百分之几',
  'R41.change': '增长、下降后面的百分数读作增速',
  'R41.named': '指标以增速、增幅、降幅结尾，读作增速',
  'R41.verb': '动词表示增长或下降，百分数读作增速',
  'R41.carried': '没有另写指标，性质随前一个百分数',
  R42: '百分数不是变化幅度的，读作比重',
  R43: '个百分点读作变化的量，与百分比分开',
  R44: '倍数',
  R45: '位次',
  R46: '水平值：到期时的总数或当期完成的数',
  'R46.reached': '增加到、降到后面的是结果，读作水平值',
}

/** A rule of the reader in words; an id without wording is shown as it is. */
export const describeRule = (id: string): string => ruleWording[id] ?? ruleWording[id.split('.')[0] ?? id] ?? id
