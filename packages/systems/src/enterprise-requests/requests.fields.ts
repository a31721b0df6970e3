import type { FieldDefinition } from '@jiannuo/engine'
import { line, moment, oneOfList, words } from '../street-whistle/form.ts'

type Fields = Readonly<Record<string, FieldDefinition>>

/** How a unit answers; a promise stays on the list until it is kept. */
export const answerKinds = {
  solved: '已解决',
  explained: '已解释说明',
  promised: '承诺解决',
  refused: '不能解决（说明理由）',
} as const

export const consultOutcomes = {
  solution: '形成解决方案',
  shelf: '条件不具备，建议挂账',
  reform: '政策空白，报改革建议',
  none: '未形成一致意见',
} as const

const firm: Fields = {
  firmName: line('企业名称', { required: true, maxLength: 80, search: true, column: 2 }),
  creditCode: line('统一社会信用代码', {
    pattern: {
      regex: '[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}',
      says: '18位统一社会信用代码，字母大写，不含I、O、S、V、Z',
    },
    search: true,
  }),
  industry: { title: '行业', type: 'choice', choicesFrom: 'industries', facet: true },
  building: { title: '所在楼宇', type: 'record' },
  place: { title: '经营地点', type: 'place' },
  contactName: line('企业联系人', { maxLength: 40, personal: { mask: 'name' } }),
  contactPhone: line('联系电话', {
    pattern: { regex: '1\\d{10}|0\\d{2,3}-?\\d{7,8}', says: '11位手机号，或带区号的固定电话' },
    personal: { mask: 'phone', lookup: true },
  }),
}

const matter: Fields = {
  title: line('诉求标题', { required: true, maxLength: 60, search: true, column: 1 }),
  channel: { title: '收集渠道', type: 'choice', required: true, choicesFrom: 'channels', facet: true, column: 3 },
  category: { title: '诉求类别', type: 'choice', required: true, choicesFrom: 'categories', facet: true, column: 4 },
  content: words('诉求内容', { maxLength: 4000, search: true }),
  attachments: { title: '附件', type: 'files' },
  origin: { title: '来源活动或记录', type: 'record', help: '由恳谈会、接待日、商会直通车、热线转来的填写。' },
  repeatOf: { title: '重复诉求的前件', type: 'record' },
}

// Kept by the actions.
const course: Fields = {
  officer: { title: '服务专员', type: 'person' },
  complexity: oneOfList('办理难度', { simple: '简单', complex: '复杂' }, { facet: true, column: 5 }),
  policies: {
    title: '引用的政策',
    type: 'rows',
    key: 'title',
    columns: { title: line('政策名称', { required: true }), clause: line('条款') },
  },
  acceptedAt: moment('受理时间'),
  assignedAt: moment('交办时间'),
  returnedBy: { title: '上次退回单位', type: 'unit' },
  returnedAt: moment('上次退回时间'),
  overdueAt: moment('办理超期时间'),
  answeredBy: { title: '答复提交人', type: 'person' },
  answerKind: { title: '答复结论', type: 'choice', choices: answerKinds, facet: true },
  approvedAt: moment('首次答复时间'),
  handledDays: {
    title: '首次答复已用办理时间',
    type: 'number',
    unit: '个工作日',
    help: '由办理时限的时钟得出，暂停不计。',
  },
  ratedAt: moment('企业评价时间'),
  missedCalls: { title: '评价未联系上次数', type: 'number', min: 0 },
  redoneAt: moment('首次重办时间'),
}

const hard: Fields = {
  consultedAt: moment('首次会商时间'),
  consultOutcome: { title: '会商结论', type: 'choice', choices: consultOutcomes, facet: true },
  shelvedAt: moment('首次挂账时间'),
  clearedAt: moment('销账时间'),
  reform: { title: '报改革建议', type: 'boolean', facet: true },
  promise: { title: '承诺事项', type: 'longText', maxLength: 1000 },
  promiseDue: { title: '承诺完成日期', type: 'date' },
  promisedAt: moment('承诺时间'),
  promiseOverdueAt: moment('承诺逾期时间'),
  keptBy: { title: '承诺办结提交人', type: 'person' },
  keptAt: moment('承诺兑现时间'),
}

/** Fields of a 企业诉求 (systems.md S07). The firm's own records are its own: nothing here scores it. */
export const requestFields: Fields = { ...matter, ...firm, ...course, ...hard }

export const collectInput = [...Object.keys(matter), ...Object.keys(firm)]
export const amendable = ['title', 'category', 'content', 'attachments', 'industry', 'building', 'place', 'creditCode']
