import type { FieldDefinition } from '@jiannuo/engine'

type Fields = Readonly<Record<string, FieldDefinition>>

/** 等级 (红橙黄蓝), as those of disputes. */
export const levels = { blue: '蓝（一般）', yellow: '黄（较大）', orange: '橙（重大）', red: '红（特别重大）' } as const

const found: Fields = {
  title: {
    title: '事项名称',
    type: 'text',
    required: true,
    maxLength: 80,
    search: true,
    column: 1,
    help: '不写姓名。',
  },
  source: {
    title: '发现方式',
    type: 'choice',
    required: true,
    facet: true,
    column: 4,
    choices: {
      grid: '网格排查',
      visit: '走访',
      rolling: '滚动排查',
      hotline: '热线',
      police: '警情',
      opinion: '网络舆情',
      petition: '信访',
      dispute: '矛盾纠纷',
    },
  },
  category: { title: '风险类别', type: 'choice', required: true, choicesFrom: 'categories', facet: true, column: 2 },
  foundOn: { title: '发现日期', type: 'date', required: true },
  facts: {
    title: '风险情况',
    type: 'longText',
    required: true,
    maxLength: 4000,
    search: true,
    help: '只写事情，姓名、电话填在专门的栏目里。',
  },
  people: { title: '涉及人数', type: 'number', min: 0, unit: '人' },
  place: { title: '地点', type: 'place' },
  files: { title: '线索材料', type: 'files' },
  origin: { title: '来源件', type: 'record', help: '由纠纷、热线工单、信访件等转来的填写。' },
}

// About a matter, never about a person: who is concerned stands here only so that somebody can be reached.
const contact: Fields = {
  contact: { title: '联系人', type: 'text', maxLength: 40, personal: { mask: 'name' } },
  phone: {
    title: '联系电话',
    type: 'text',
    pattern: { regex: '1\\d{10}|0\\d{2,3}-?\\d{7,8}', says: '11位手机号，或带区号的固定电话' },
    personal: { mask: 'phone', lookup: true },
  },
}

const judged: Fields = {
  level: { title: '风险等级', type: 'choice', choices: levels, facet: true, column: 3 },
  opinion: { title: '研判意见', type: 'longText', maxLength: 2000 },
  mergedInto: { title: '归并到的事项', type: 'record' },
}

const assigned: Fields = {
  orderNumber: { title: '交办单号', type: 'text', maxLength: 60, search: true, column: 5 },
  keeper: { title: '包案领导', type: 'text', maxLength: 40 },
  task: { title: '交办要求', type: 'longText', maxLength: 2000 },
  calming: { title: '稳控措施', type: 'longText', maxLength: 2000 },
  solving: { title: '化解措施', type: 'longText', maxLength: 2000 },
}

// Kept by the actions themselves; no form asks for them.
const course: Fields = {
  assessedAt: { title: '研判时间', type: 'instant' },
  assignedAt: { title: '交办时间', type: 'instant' },
  answeredAt: { title: '首次反馈时间', type: 'instant' },
  submittedBy: { title: '提请办结人', type: 'person' },
  reviewedBy: { title: '复核人', type: 'person' },
  concludedAt: { title: '办结时间', type: 'instant', column: 6 },
  struckAt: { title: '销号时间', type: 'instant' },
  rolledAt: { title: '最近滚动排查时间', type: 'instant' },
  overdueAt: { title: '办理超期时间', type: 'instant' },
  urgedAt: { title: '最近督办时间', type: 'instant' },
  relapsedAt: { title: '反弹时间', type: 'instant' },
}

/** Fields of a 风险事项 (systems.md S10). Matters are graded; people never are. */
export const riskFields: Fields = { ...found, ...contact, ...judged, ...assigned, ...course }

export const foundInput = [...Object.keys(found), ...Object.keys(contact)]
export const amendable = foundInput.filter((id) => !['source', 'origin'].includes(id))
