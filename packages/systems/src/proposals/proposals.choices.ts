/** What is handed over; a motion is decided by the congress, a 建议案 by the standing committee of the conference (domain.md 14). */
export const kinds = {
  motion: '人大议案',
  suggestion: '代表建议',
  resolution: '政协建议案',
  proposal: '政协提案',
} as const

export const occasions = { session: '大会期间', between: '闭会期间' } as const

/** Who answers: one unit, one with helpers, or several each for its own part. */
export const modes = { single: '单办', joint: '主办会办', split: '分办' } as const

export const difficulties = { ordinary: '一般', wide: '涉及面广、办理难度较大' } as const

export const disclosures = { full: '主动公开', summary: '摘要公开', none: '不公开' } as const

/** The three meetings (三见面): before, while and after it is handled. */
export const stages = { before: '办前', during: '办中', after: '办后' } as const

export const ways = {
  meet: '面商（走访、座谈、现场）',
  phone: '电话',
  written: '书面',
  declined: '代表委员表示不需面商',
} as const

export const satisfactions = { satisfied: '满意', basic: '基本满意', dissatisfied: '不满意' } as const

export const returnReasons = {
  duty: '不属于本单位职责',
  level: '属于上级或其他区事权',
  lead: '本单位只能会办，应由他单位主办',
  similar: '与正在办理的同一事项，应并案办理',
} as const

export const extensionReasons = {
  wide: '涉及面广，需要协调多个单位',
  study: '需要调研论证',
  budget: '涉及预算安排',
} as const

export const promiseReasons = {
  budget: '资金安排调整',
  land: '用地、征收条件变化',
  works: '工程设计、工期变化',
  policy: '上位政策调整',
  force: '不可抗力',
} as const

/** Default classes of answers; the table is a setting, since places and years differ. */
export const replyClasses = {
  A: { title: 'A类：已经解决或基本解决' },
  B: { title: 'B类：正在解决或列入计划解决' },
  C: { title: 'C类：条件限制，以后解决' },
  D: { title: 'D类：留作参考或作说明' },
} as const

export const categories = {
  urban: { title: '城乡建设' },
  transport: { title: '交通出行' },
  ecology: { title: '生态环境' },
  economy: { title: '经济发展' },
  education: { title: '教育科技' },
  health: { title: '医疗卫生' },
  welfare: { title: '民政养老' },
  culture: { title: '文化体育' },
  governance: { title: '社会治理' },
  law: { title: '法治建设' },
} as const
