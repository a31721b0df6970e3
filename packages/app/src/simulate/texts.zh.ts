// What the invented people of the simulation say and write. It describes nobody and nothing.

/** What the line and the units write into their forms. */
export const said = {
  route: '已告知应走的法定途径。',
  reply: '已按知识库答复，诉求人表示清楚。',
  yourDuty: '该事项按派单目录属本单位职责，请依法办理。',
  duties: '部门职责规定',
  ruling: '经会商裁定如上，请按裁定办理。',
  helped: '已到场配合，本单位职责内事项已办。',
  isTrue: '情况属实。',
  weak: '理由不充分。',
  feasible: '具备办理条件。',
  verified: '经核实。',
  solved: '已到现场处理完毕，并向诉求人说明。',
  unsolved: '已到现场核实，暂不具备解决条件，已向诉求人解释。',
  nextSteps: '列入下季度维修计划。',
  coSilent: '已电话催办，协办单位未在时限内答复。',
  noAnswer: '无人接听。',
  checked: '经查证。',
  seeEvidence: '多次联系，情况见佐证。',
  complex: '现场情况复杂，见办理记录。',
  progress: '已到现场查看，正在联系责任方。',
  question: '请派员到现场会商。',
  tested: '检测结果已出。',
  comment: '答复不够具体，请补充。',
  ready: '条件已具备。',
  inspected: '到现场核查，情况见照片。',
  differs: '核查与办理结果不符。',
} as const

/** What is written about firms. */
export const firmSaid = {
  visit: '企业经营平稳，无新增诉求。',
  rejected: '营收凭证不全，退回补充。',
  recovered: '营收已回升。',
  falling: '营收连续两月低于标准。',
} as const

/** What callers wish for. */
export const WISHES: readonly string[] = [
  '希望尽快处理。',
  '请相关部门核实。',
  '影响居民日常生活，请予解决。',
  '此前已反映过社区，未见改善。',
  '请答复处理办法。',
]

/** Since when it has been so. */
export const SINCE: readonly string[] = ['从昨晚开始', '已有三天', '近一周来', '半个月以来', '入夏以后', '多次出现']

/** The title of a case. */
export const caseTitle = (road: string, number: number, what: string): string => `${road}${number}号${what}`

/** What the operator notes. */
export const caseContent = (road: string, number: number, what: string, since: string, wish: string): string =>
  `${road}${number}号附近${what}，${since}，${wish}`

/** A door in a house. */
export const doorText = (entrance: number, floor: number, door: number): string => `${entrance}单元${floor}0${door}室`

/** First halves of the names of firms. */
export const FIRM_NAMES: readonly string[] = [
  '砚石',
  '青简',
  '芸阁',
  '松烟',
  '书带',
  '云笺',
  '笔架',
  '文房',
  '漆园',
  '竹书',
  '缥帙',
  '鸿都',
]

/** What firms do. */
export const TRADES: readonly string[] = [
  '精密仪器',
  '生物制剂',
  '商贸',
  '信息技术',
  '物业服务',
  '建筑工程',
  '餐饮管理',
  '文化传播',
]

/** The name of an invented firm. */
export const firmName = (name: string, trade: string, number: number): string =>
  `兰台区${name}${trade}有限公司（${number}号）`

/** The number of an approval by the statistics office. */
export const approvalNumber = (month: string): string => `兰统〔${month}〕`

/** What is noted in forms where nothing special is to be said. */
export const NOTES: readonly string[] = [
  '已到现场核实，情况属实。',
  '按职责分工办理，已与当事人沟通。',
  '经会商，按方案推进。',
  '材料齐全，同意。',
  '已落实责任人和完成时间。',
  '情况有变化，按实际记录。',
]
