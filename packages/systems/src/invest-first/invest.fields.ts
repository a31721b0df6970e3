import type { FieldDefinition } from '@jiannuo/engine'

type Fields = Readonly<Record<string, FieldDefinition>>

const money = (title: string, help?: string): FieldDefinition => ({
  title,
  type: 'money',
  unit: '万元',
  min: 0,
  ...(help === undefined ? {} : { help }),
})
const instant = (title: string): FieldDefinition => ({ title, type: 'instant' })
const person = (title: string): FieldDefinition => ({ title, type: 'person' })

/** What is applied for. */
const project: Fields = {
  name: { title: '项目名称', type: 'text', required: true, maxLength: 120, search: true, column: 1 },
  firmName: { title: '承担企业', type: 'text', required: true, maxLength: 80, search: true, column: 2 },
  creditCode: {
    title: '统一社会信用代码',
    type: 'text',
    required: true,
    search: true,
    pattern: {
      regex: '[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}',
      says: '18位统一社会信用代码，字母大写，不含I、O、S、V、Z',
    },
  },
  firm: { title: '创新企业梯队库的企业', type: 'record', help: '企业已在梯队库的填写。' },
  source: { title: '成果来源', type: 'choice', required: true, choicesFrom: 'sources', facet: true, column: 3 },
  origin: { title: '成果所属单位', type: 'text', maxLength: 80, search: true },
  requested: { ...money('申请额'), required: true, column: 4 },
  contactName: { title: '项目联系人', type: 'text', maxLength: 40, personal: { mask: 'name' } },
  contactPhone: {
    title: '联系人电话',
    type: 'text',
    pattern: { regex: '1\\d{10}|0\\d{2,3}-?\\d{7,8}', says: '11位手机号，或带区号的固定电话' },
    personal: { mask: 'phone' },
  },
}

/** Experts by number: their names stay in the sealed file of the panel. */
const review: Fields = {
  experts: { title: '评审专家人数', type: 'number', unit: '人', min: 1 },
  score: { title: '评审平均分', type: 'number', unit: '分', min: 0, max: 100 },
  reviewScores: {
    title: '评分表',
    type: 'rows',
    key: 'no',
    columns: {
      no: { title: '专家编号', type: 'text', required: true, maxLength: 10 },
      technology: { title: '技术先进性', type: 'number', min: 0, max: 100 },
      market: { title: '市场前景', type: 'number', min: 0, max: 100 },
      team: { title: '团队', type: 'number', min: 0, max: 100 },
      total: { title: '总分', type: 'number', required: true, min: 0, max: 100 },
    },
  },
}

/** What the agreement says: when the money turns into shares, and how. */
const terms: Fields = {
  approved: { ...money('核准额'), column: 5 },
  triggers: { title: '约定的转股条件', type: 'choices', choicesFrom: 'triggers' },
  triggerTerms: { title: '转股条件的具体约定', type: 'longText', maxLength: 1000 },
  valuation: { title: '转股估值与比例的约定', type: 'longText', maxLength: 1000 },
  shareCap: { title: '转股比例上限', type: 'number', unit: '%', min: 0, max: 100 },
  endsOn: { title: '投入期届满日', type: 'date', column: 6 },
  milestones: {
    title: '里程碑',
    type: 'rows',
    key: 'no',
    columns: {
      no: { title: '序号', type: 'text', required: true, maxLength: 10 },
      goal: { title: '目标', type: 'text', required: true, maxLength: 200 },
      due: { title: '应完成日期', type: 'date', required: true },
      done: { title: '完成日期', type: 'date' },
    },
  },
}

const slots = [1, 2, 3, 4] as const
/** Instalments are kept one by one, so that each counts in the month in which it was paid. */
export const instalments = slots.map((no) => ({ amount: `paid${no}`, at: `paid${no}At`, no }))

const course: Fields = {
  approvedAt: instant('核准时间'),
  signedAt: instant('签约时间'),
  reviewedBy: person('评审组织人'),
  diligentBy: person('尽职调查人'),
  checkedBy: person('里程碑检查人'),
  claimedBy: person('转股条件上报人'),
  proposedBy: person('退出、损失提出人'),
  ...Object.fromEntries(
    instalments.flatMap(({ amount, at, no }) => [
      [amount, money(`第${no}次拨付额`)],
      [at, instant(`第${no}次拨付时间`)],
    ]),
  ),
  paidTotal: { ...money('累计拨付'), column: 7 },
  passed: { title: '通过的里程碑检查', type: 'number', min: 0 },
  trigger: { title: '触发的转股条件', type: 'choice', choicesFrom: 'triggers' },
  convertedAt: instant('转股登记时间'),
  share: { title: '持股比例', type: 'number', unit: '%', min: 0, max: 100 },
  equity: money('转股金额'),
  followOn: money('撬动的后续融资（累计）'),
  proceeds: money('退出收入'),
  returnedSum: money('返还、追回金额'),
  lossCause: { title: '损失原因', type: 'choice', choicesFrom: 'grounds' },
}

/** Fields of a project (systems.md S32). */
export const projectFields: Fields = { ...project, ...review, ...terms, ...course }

export const applyForm = Object.keys(project)
export const reviewForm = Object.keys(review)
export const agreementForm = Object.keys(terms).filter((id) => id !== 'approved')
