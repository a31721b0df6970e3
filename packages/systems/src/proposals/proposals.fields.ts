import type { FieldDefinition } from '@jiannuo/engine'
import { difficulties, disclosures, kinds, modes, occasions, satisfactions } from './proposals.choices.ts'

type Fields = Readonly<Record<string, FieldDefinition>>

const matter: Fields = {
  number: { title: '编号', type: 'text', required: true, maxLength: 40, search: true, column: 1 },
  kind: { title: '类型', type: 'choice', required: true, choices: kinds, facet: true, column: 2 },
  subject: { title: '案由', type: 'text', required: true, maxLength: 120, search: true, column: 3 },
  year: { title: '办理年度', type: 'number', required: true, min: 2000, max: 2100, facet: true },
  term: { title: '届次', type: 'text', required: true, maxLength: 40, facet: true, help: '如：十届三次会议。' },
  occasion: { title: '提出时间', type: 'choice', required: true, choices: occasions },
  category: { title: '内容分类', type: 'choice', required: true, choicesFrom: 'categories', facet: true },
  content: { title: '内容', type: 'longText', required: true, maxLength: 8000, search: true },
  attachments: { title: '原件', type: 'files' },
  place: { title: '所涉地点', type: 'place' },
  combinedWith: { title: '并案办理的前一件', type: 'record', help: '同一事项先有的一件；各自答复，措施一并研究。' },
}

const author: Fields = {
  leadAuthor: {
    title: '领衔人（第一提案人）',
    type: 'text',
    required: true,
    maxLength: 60,
    personal: { mask: 'name', lookup: true },
  },
  authorPhone: {
    title: '联系电话',
    type: 'text',
    pattern: { regex: '1\\d{10}|0\\d{2,3}-?\\d{7,8}', says: '11位手机号，或带区号的固定电话' },
    personal: { mask: 'phone' },
  },
  delegation: { title: '代表团、界别或党派', type: 'text', maxLength: 60, facet: true },
  supporters: { title: '附议人数', type: 'number', min: 0 },
}

const duty: Fields = {
  mode: { title: '承办方式', type: 'choice', choices: modes, facet: true },
  leadUnit: { title: '主办单位', type: 'unit', column: 4 },
  coUnits: { title: '会办（分办）单位', type: 'units' },
  difficulty: {
    title: '办理难度',
    type: 'choice',
    choices: difficulties,
    help: '涉及面广、办理难度较大的，六个月内答复。',
  },
  replyDue: {
    title: '答复截止日期',
    type: 'date',
    help: '交办之日起满三个月（六个月）的对应日；不填按设置的天数。',
  },
  key: { title: '重点督办件', type: 'boolean', facet: true },
  keyLeader: { title: '领衔督办（领办）安排', type: 'text', maxLength: 200, help: '写职务和单位。' },
}

/** A table of what was promised to whom by when: each is kept on the list until it is delivered. */
const promises: FieldDefinition = {
  title: '承诺事项',
  type: 'rows',
  key: 'item',
  columns: {
    item: { title: '序号', type: 'text', required: true, maxLength: 40 },
    what: { title: '承诺内容', type: 'text', required: true, maxLength: 300 },
    by: { title: '承诺完成日期', type: 'date' },
  },
}

const delivered: FieldDefinition = {
  title: '承诺落实情况',
  type: 'rows',
  key: 'item',
  columns: {
    item: { title: '承诺序号', type: 'text', required: true, maxLength: 40 },
    result: { title: '落实情况', type: 'text', required: true, maxLength: 300 },
    doneOn: { title: '落实日期', type: 'date' },
    proof: { title: '佐证材料', type: 'files', required: true },
  },
}

const reply: Fields = {
  replyClass: { title: '答复分类', type: 'choice', choicesFrom: 'replyClasses' },
  disclosure: { title: '答复公开属性', type: 'choice', choices: disclosures, facet: true },
  promises,
  promiseDue: { title: '承诺全部落实的期限', type: 'date' },
  delivered,
}

// Kept by the actions themselves; no form asks for them.
const course: Fields = {
  filedAt: { title: '立案时间', type: 'instant' },
  dispatchedAt: { title: '交办时间', type: 'instant', column: 5 },
  returnedBy: { title: '上次退办单位', type: 'unit' },
  returnedAt: { title: '上次退办时间', type: 'instant' },
  ruled: { title: '退办未获同意', type: 'boolean' },
  contactedAt: { title: '首次联系代表委员时间', type: 'instant' },
  metAt: { title: '首次面商时间', type: 'instant' },
  meetDeclined: { title: '代表委员表示不需面商', type: 'boolean' },
  draftedBy: { title: '答复拟稿人', type: 'person' },
  sentClass: { title: '已发答复的分类', type: 'choice', choicesFrom: 'replyClasses', facet: true, column: 6 },
  repliedAt: { title: '首次答复时间', type: 'instant' },
  classAt: { title: '最近一次答复时间', type: 'instant' },
  overdueAt: { title: '答复超期时间', type: 'instant' },
  ratedAt: { title: '代表委员评价时间', type: 'instant' },
  unrated: { title: '催请后未评价', type: 'boolean' },
  redoneAt: { title: '首次重办时间', type: 'instant' },
  promiseLateAt: { title: '承诺超期时间', type: 'instant' },
  turnAskedBy: { title: '销号申请人', type: 'person' },
  turnedAt: { title: 'B类转A类时间', type: 'instant' },
  givenUpAt: { title: 'B类转C类时间', type: 'instant' },
  deliveryView: { title: '代表委员对承诺落实的评价', type: 'choice', choices: satisfactions },
  publishedAt: { title: '答复公开时间', type: 'instant' },
  keyAt: { title: '列为重点督办件时间', type: 'instant' },
}

/** Fields of a suggestion or proposal (systems.md S14, domain.md 14). */
export const proposalFields: Fields = { ...matter, ...author, ...duty, ...reply, ...course }

export const receiptInput = [...Object.keys(matter), ...Object.keys(author)]
/** What the author wrote stays as it was handed over; how it is filed may be corrected. */
export const amendable = [
  'subject',
  'kind',
  'category',
  'term',
  'occasion',
  'place',
  'combinedWith',
  'delegation',
  'supporters',
]
export const dutyInput = ['mode', 'leadUnit', 'coUnits', 'difficulty', 'replyDue']
