import type { FieldDefinition } from '@jiannuo/engine'
import { line, moment, oneOfList, words } from '../street-whistle/form.ts'

type Fields = Readonly<Record<string, FieldDefinition>>

/** Where a dispute goes that mediation did not settle. */
export const routes = {
  arbitration: '劳动人事争议仲裁',
  audit: '社会保险稽核或税务检查',
  lawsuit: '诉讼',
  review: '行政复议',
  none: '当事人不再主张',
} as const

const sides = { worker: '职工', firm: '用人单位', self: '灵活就业人员', levier: '征收或经办机构' } as const

const phone = (title: string): FieldDefinition =>
  line(title, {
    pattern: { regex: '1\\d{10}|0\\d{2,3}-?\\d{7,8}', says: '11位手机号，或带区号的固定电话' },
    personal: { mask: 'phone', lookup: true },
  })

const matter: Fields = {
  title: line('争议标题', {
    required: true,
    maxLength: 60,
    search: true,
    column: 1,
    help: '只写事由和年度，不写姓名。',
  }),
  category: { title: '争议类型', type: 'choice', required: true, choicesFrom: 'categories', facet: true, column: 2 },
  insurance: { title: '险种', type: 'choice', required: true, choicesFrom: 'insurances', facet: true, column: 3 },
  years: line('争议年度', {
    required: true,
    pattern: { regex: '\\d{4}(-\\d{4})?', says: '年或起止年，如2023或2021-2023' },
    column: 4,
  }),
  complexity: oneOfList('复杂程度', { ordinary: '一般', complex: '复杂或涉及多个单位' }, { facet: true }),
  source: oneOfList(
    '来源',
    {
      visit: '来访',
      phone: '来电',
      tax: '税务窗口转来',
      labour: '社保窗口转来',
      hotline: '热线转来',
      court: '法院委派',
    },
    { facet: true },
  ),
  content: words('争议事实和请求', { maxLength: 4000 }),
  claimed: { title: '请求金额', type: 'money', unit: '元', min: 0 },
  evidenceFiles: { title: '申请人证据', type: 'files' },
  origin: { title: '来源工单', type: 'record' },
}

const parties: Fields = {
  applicantSide: oneOfList('申请人身份', sides, { facet: true }),
  applicantName: line('申请人', { required: true, maxLength: 80, personal: { mask: 'name', lookup: true } }),
  applicantId: line('申请人证件号码', { maxLength: 30, personal: { mask: 'idNumber', lookup: true } }),
  applicantPhone: phone('申请人电话'),
  respondentSide: oneOfList('被申请人身份', sides),
  respondentName: line('被申请人', { required: true, maxLength: 80, personal: { mask: 'name', lookup: true } }),
  respondentPhone: phone('被申请人电话'),
}

const facts: Fields = {
  mediator: { title: '调解员', type: 'person', help: '由中心指定，与当事人有利害关系的应当回避。' },
  items: {
    title: '核定明细',
    type: 'rows',
    key: 'no',
    columns: {
      no: line('序', { required: true }),
      period: line('费款所属期'),
      declared: { title: '申报缴费基数', type: 'money', unit: '元', min: 0 },
      verified: { title: '核定缴费基数', type: 'money', unit: '元', min: 0 },
      arrears: { title: '应补缴', type: 'money', unit: '元', min: 0 },
    },
  },
  verified: { title: '核定争议金额', type: 'money', unit: '元', min: 0 },
}

// Kept by the actions.
const course: Fields = {
  acceptedAt: moment('受理时间'),
  mediatedAt: moment('调解开始时间'),
  agreedAt: moment('达成协议时间'),
  failedAt: moment('未达成时间'),
  agreedAmount: { title: '协议金额', type: 'money', unit: '元', min: 0, column: 5 },
  performBy: { title: '履行期限', type: 'date' },
  confirmedAt: moment('司法确认时间'),
  confirmation: line('司法确认编号', { maxLength: 60 }),
  plan: {
    title: '履行计划',
    type: 'rows',
    key: 'no',
    columns: {
      no: line('期次', { required: true }),
      day: { title: '应履行日期', type: 'date', required: true },
      amount: { title: '金额', type: 'money', unit: '元', min: 0, required: true },
    },
  },
  paid: { title: '已履行金额', type: 'money', unit: '元', min: 0 },
  performedBy: { title: '履行登记人', type: 'person' },
  performedAt: moment('履行完毕时间'),
  overdueAt: moment('履行逾期时间'),
  route: { title: '去向', type: 'choice', choices: routes, facet: true },
}

/** Fields of a 征收争议 (systems.md S08). Both parties are personal, firms too: mediation is not public. */
export const disputeFields: Fields = { ...matter, ...parties, ...facts, ...course }

export const registerInput = [...Object.keys(matter), ...Object.keys(parties)]
export const amendable = ['title', 'category', 'insurance', 'years', 'content', 'claimed', 'evidenceFiles']
