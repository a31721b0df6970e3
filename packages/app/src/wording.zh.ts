import type { Wording } from '@jiannuo/kernel'
import { accountsWording } from './accounts/wording.zh.ts'
import { ledgerPhrases, ledgerWording } from './ledger/wording.zh.ts'

const organisation = {
  'app/no-district': '没有编号为“{district}”的区县，请先建立',
  'app/district-exists': '编号为“{district}”的区县已经建立，请换一个编号',
  'app/no-person': '没有编号为“{person}”的人员，请先登记',
  'app/person-exists': '编号“{person}”已被占用，请换一个编号',
  'app/account-taken': '登录账号“{account}”已属于另一人员，请核对',
  'app/no-post': '“{person}”目前没有在任岗位，不能办理业务，请联系管理员任命',
  'app/no-such-post': '没有编号为“{post}”的岗位，请核对',
  'app/post-held': '该人员在“{unit}”已任同一岗位，任期重叠，请先结束原任期',
  'app/bad-term': '任期的起止时间不对：结束须晚于开始，已结束的岗位不能再延后',
  'app/last-administrator': '这是最后一名在任管理员，请先任命另一名管理员',
  'app/unknown-role': '没有“{role}”这一角色，请从各系统列出的角色中选择',
  'app/role-needs-district': '“{role}”只能设在区级，请选择区本级',
  'app/no-unit': '没有编号为“{unit}”的单位，请先建立',
  'app/unit-exists': '编号“{unit}”已被另一单位占用，请换一个编号',
  'app/unit-closed': '“{unit}”已经撤销，请选择在用的单位',
  'app/unit-in-use': '“{unit}”还不能撤销：{reason}',
  'app/bad-parent': '“{unit}”不能设在“{parent}”之下：部门和街道属区，社区属街道，网格属社区或街道',
  'app/bad-id': '编号“{text}”不合规则：以字母或数字开头，只用字母、数字、“-”和“_”，最多64个',
  'app/bad-name': '名称不能为空，最多{limit}个字',
  'app/not-auditor': '只有审计员可以查看日志，请由审计员登录后查看',
  'app/administrator-no-log': '管理员不能查看日志，日志由审计员查看，请由审计员登录后查看',
  'app/not-administrator': '只有区级管理员可以办理，请联系管理员',
  'app/busy': '同时办理的人太多，本次没有成功，请稍后再试',
} as const satisfies Wording

const commands = {
  'app/no-machine': '没有编号为“{machine}”的系统，请核对',
  'app/no-definition': '该记录适用的规则（第{version}版）不在本程序中，请改用包含该版本的程序',
  'app/no-record': '没有这一记录，或您无权查看，请核对编号',
  'app/no-such-record': '没有编号为“{record}”的记录，或您无权查看',
  'app/file-kind': '这种文件不能作为附件，请用图片（JPG、PNG、WebP）、PDF、DOCX、XLSX或TXT',
  'app/no-such-file': '没有收到编号为“{file}”的附件，请重新上传',
  'app/record-exists': '该编号已有记录，请换一个编号',
  'app/overtaken': '{person}已于{at}先行办理“{action}”，请刷新后再办',
  'app/bad-key':
    '提交编号不合规则：1至160个字符，不含“#”，不以“mark:”“import:”“feed:”“watch:”开头，请刷新页面后重新提交',
  'app/key-reused': '这一提交编号已用于另一操作，请刷新页面后重新提交',
  'app/figure-differs': '“{district}”的计数{counter}与逐件重新统计不符：保存的是{kept}，重新统计是{counted}',
  'app/feed-not-reproduced':
    '“{address}”{period}的实绩（{reading}）不能由当时的记录重新统计得出：保存的是{kept}，重新统计是{counted}',
  'app/erased': '该信息已按规定销毁，不能再查看',
  'app/nothing-personal': '该记录没有可以销毁的个人信息',
} as const satisfies Wording

const figures = {
  'app/bad-figure-name': '“{text}”不是有效的指标地址，请按“系统.测度@2025”的格式填写，例如 hotline.received@2025-09',
  'app/bad-figure-period': '“{text}”不是有效的时期，请写成 2025、2025-09、2025Q3、2025H1 或 2025-01..2025-06',
  'app/bad-figure-part': '“{text}”不认识，可用的有 ;unit=单位编号（几个用逗号隔开）和 ;category=分类编号，各写一次',
  'app/no-measure': '“{machine}”没有编号为“{measure}”的测度，可用的有：{allowed}',
  'app/no-counter': '该指标没有编号为“{counter}”的计数，可用的有：{allowed}',
  'app/no-category': '没有编号为“{category}”的分类，请核对',
  'app/unit-out-of-sight': '您的岗位看不到“{unit}”的数据，请换成本单位或下属单位',
  'app/not-a-reader': '您的岗位不能查看“{machine}”的数据，请由有权的岗位查看',
} as const satisfies Wording

const settings = {
  'app/no-setting': '“{machine}”没有编号为“{setting}”的设置，可用的有：{allowed}',
  'app/bad-setting': '设置“{setting}”的内容不对{where}：应为{wanted}',
  'app/setting-past': '设置只能从现在或以后生效，不能改变已经过去的时间',
  'app/no-preset': '没有编号为“{preset}”的预设，可用的有：{allowed}',
} as const satisfies Wording

const imports = {
  'app/no-import-action': '“{machine}”没有可以导入的登记操作',
  'app/no-mapping': '没有编号为“{mapping}”的列对应关系，请先保存',
  'app/columns-missing': '表中缺少必填的列：{columns}。请补上，或指明由哪一列对应',
  'app/column-unknown': '列对应关系中的“{column}”不是可以导入的栏目，请核对',
  'app/header-unknown': '表中没有“{header}”这一列，请核对列对应关系',
  'app/row-refused': '没有导入：{reason}',
  'app/row-time': '“{text}”不是有效的时间，请按“2025-01-31 09:30”的格式填写',
  'app/row-time-ahead': '受理时间{text}晚于现在，请核对',
  'app/row-repeated': '与第{row}行的来源编号相同，只导入前一行',
} as const satisfies Wording

const scores = {
  'app/no-index': '没有编号为“{index}”的指数，请核对',
  'app/no-such-month': '“{month}”不是已经开始的月份，请按“2026-03”的格式填写',
} as const satisfies Wording

const simulations = {
  'app/simulation-range': '模拟的件数应为1至{limit}，天数应为1至{days}，请更正',
  'app/simulation-people': '“{district}”没有“{role}”岗位的人员，不能模拟，请先建立演示区县',
} as const satisfies Wording

/** Chinese wording of every problem and refusal that this package can give. */
export const appWording: Wording = {
  ...organisation,
  ...ledgerWording,
  ...commands,
  ...figures,
  ...settings,
  ...imports,
  ...scores,
  ...simulations,
  ...accountsWording,
}

/** Words of this package for people, besides problems. A template names parameters in braces. */
export const appPhrases = {
  ...ledgerPhrases,
  yes: '是',
  no: '否',
  list: '、',
  separator: '；',
  files: '{count}个文件',
  system: '系统',
  place: '第{row}行{column}',
  refused: '不能“{action}”：{reason}。',

  'obstacle/district': '区本级不能撤销',
  'obstacle/posts': '仍有在任岗位',
  'obstacle/units': '仍有在用的下属单位',
  'obstacle/records': '仍有未办结的记录',

  'role/administrator': '区级管理员',
  'role/auditor': '审计员',

  'entry/mark': '时限提醒：{clock}{mark}',
  'entry/migrate': '规则升级',
  'entry/unmask': '查看个人信息',
  'entry/erase': '销毁个人信息',
  'entry/member': '合并件变动',

  'event/opened': '登记，状态为“{state}”',
  'event/moved': '由“{from}”转为“{to}”',
  'event/closed': '由“{from}”转为“{to}”，办结',
  'event/set': '“{field}”：{value}',
  'event/set-personal': '“{field}”已登记（加密保存）',
  'event/cleared': '清除“{field}”',
  'event/clockStarted': '“{clock}”开始计时，时限{limit}',
  'event/clockStopped': '“{clock}”停止计时，未超期',
  'event/clockStopped/late': '“{clock}”停止计时，已超期',
  'event/clockPaused': '“{clock}”暂停计时，理由：{reason}，批准人：{approver}',
  'event/clockResumed': '“{clock}”恢复计时',
  'event/clockExtended': '“{clock}”延长{by}，理由：{reason}，批准人：{approver}',
  'event/markReached': '“{clock}”到达“{mark}”',
  'event/assigned/lead': '主办单位：{unit}',
  'event/assigned/lead/basis': '主办单位：{unit}（依据：{basis}）',
  'event/assigned/co': '协办单位：{unit}',
  'event/assigned/area': '事发地：{unit}',
  'event/released/lead': '撤回主办单位',
  'event/released/co': '撤回协办单位{unit}',
  'event/coAnswered': '协办单位{unit}已答复',
  'event/stated': '{truth}：{fields}',
  'event/counted': '“{counter}”记一次',
  'event/redone': '第{round}轮办理结束，转入重办，理由：{reason}',
  'event/requested': '提出“{request}”：{fields}',
  'event/decided/granted': '同意“{request}”',
  'event/decided/refused': '不同意“{request}”',
  'event/because': '，理由：{reason}',
  'event/basis': '，依据：{basis}',
  'event/urged': '督办级别升为“{level}”',
  'event/joined': '并入主件{head}',
  'event/left': '从主件{head}拆出',
  'event/memberJoined': '{member}并入本件',
  'event/memberLeft': '{member}从本件拆出',
  'event/linked': '关联{record}（{kind}）',
  'event/rowsPut': '“{field}”记入：{rows}',
  'event/read': '记实绩：{period} {value}{unit}（{version}）',
  'event/migrated': '规则由第{from}版升为第{to}版',
  'event/unmasked': '查看“{field}”，理由：{reason}',
  'event/erased': '销毁{fields}，理由：{reason}',

  'version/forecast': '预计',
  'version/preliminary': '初步',
  'version/final': '最终',
  'version/other': '版本未注明',

  'truth/handler': '承办单位陈述',
  'truth/citizen': '诉求人答复',
  'truth/evidence': '独立核查',

  'input/given': '{title}：{value}',

  'meeting/week': '{title}周盘点（{from}至{to}）',
  'meeting/month': '{title}月调度（{from}至{to}）',
  'meeting/figures': '本月数据',
  'meeting/overdue': '超期未办',
  'meeting/open': '在办',
  'meeting/closed': '本期办结',
  'meeting/none': '无。',
  'meeting/count': '共{count}件。',
  'meeting/cut': '注：在办事项较多，表中只列前1000件，全部清单请在系统中导出。',
  'meeting/new': '新增',
  'meeting/number': '序号',
  'meeting/title': '事项',
  'meeting/lead': '责任单位',
  'meeting/state': '状态',
  'meeting/due': '到期',
  'meeting/note': '备注',
  'meeting/decision': '会议议定',
  'meeting/figure': '指标',
  'meeting/value': '数值',
  'meeting/counts': '分子/分母',
  'meeting/adjusted': '剔除后',
  'watch/above': '{area}{period}为{value}，高于{line}，已连续{months}个月',
  'watch/below': '{area}{period}为{value}，低于{line}，已连续{months}个月',
  'watch/rise': '{area}{period}为{value}，上月为{line}，上升超过规定幅度',
  'watch/fall': '{area}{period}为{value}，上月为{line}，下降超过规定幅度',
  'watch/run': '{area}{period}得分{value}，{title}',
  'figure/all': '全部时间',
  'figure/stock': '此刻',
  'figure/from-to': '{from}至{to}',

  'setting/where': '（{place}）',

  'wanted/number': '数字',
  'wanted/text': '文字',
  'wanted/boolean': '是或否',
  'wanted/limit': '时限，由数和单位（工作日、天、工作小时、小时）组成，工作日和天须是整数，都要大于0',
  'wanted/table': '表格（键和值）',
  'wanted/list': '列表',
  'wanted/title': '有标题的一行',
  'wanted/weight': '大于或等于0的数',
  'wanted/known-unit': '本区在用的单位',

  'progress/import': '导入',
  'progress/read': '读文件',
  'progress/keep': '存原件',
  'progress/record': '登记',
  'progress/simulate': '模拟',

  'sheet/number': '编号',
  'sheet/state': '状态',
  'sheet/lead': '主办单位',
  'sheet/area': '所在区域',
  'sheet/due': '到期',
  'sheet/opened': '登记时间',
  'sheet/closed': '办结时间',

  'why/sameCaller': '诉求人相同',
  'why/similar': '内容相近',
  'why/sameArea': '地点相同',
  'why/sameCategory': '分类相同',
} as const

/** A phrase with its parameters filled in. */
export const phrase = (key: keyof typeof appPhrases, params: Readonly<Record<string, string | number>> = {}): string =>
  appPhrases[key].replace(/\{(\w{1,40})\}/g, (whole, name: string) => String(params[name] ?? whole))
