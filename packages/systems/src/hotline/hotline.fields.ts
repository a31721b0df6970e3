import type { FieldDefinition } from '@jiannuo/engine'
import { constant, equals, field } from '@jiannuo/engine'

type Fields = Readonly<Record<string, FieldDefinition>>

/** 诉求类型 (北京市接诉即办工作条例 第2条; 表扬 is kept by most lines besides). */
export const kinds = {
  consult: '咨询',
  help: '求助',
  complaint: '投诉',
  report: '举报',
  advice: '建议',
  praise: '表扬',
} as const

/** Urgency classes, as in the Beijing draft standard (domain.md 2.3). */
export const urgencies = {
  critical: '特急（危及生命财产安全）',
  urgent: '紧急（水电气热等民生保障）',
  ordinary: '一般',
  complex: '复杂',
} as const

/** Answers of the call-back, best first (domain.md 2.5). */
export const satisfactions = { satisfied: '满意', basic: '基本满意', dissatisfied: '不满意' } as const

/** Of a report (举报) the accused unit and those who help it learn nothing about the caller (domain.md 17). */
const sealed = { when: equals(field('kind'), constant('report')), from: ['lead', 'co', 'area'] } as const

const matter: Fields = {
  title: { title: '标题', type: 'text', required: true, maxLength: 60, search: true, column: 1 },
  channel: {
    title: '来源渠道',
    type: 'choice',
    required: true,
    choices: {
      phone: '市级热线',
      district: '区级热线',
      app: '手机应用',
      web: '网站',
      mailbox: '领导信箱',
      board: '网上留言板',
      media: '媒体转办',
      visit: '来访',
    },
  },
  cityNumber: { title: '上级工单号', type: 'text', maxLength: 40 },
  kind: { title: '诉求类型', type: 'choice', required: true, choices: kinds, column: 2 },
  category: { title: '诉求分类', type: 'choice', required: true, choicesFrom: 'categories', column: 3 },
  urgency: { title: '紧急程度', type: 'choice', required: true, choices: urgencies, column: 4 },
  content: {
    title: '诉求内容',
    type: 'longText',
    required: true,
    maxLength: 4000,
    search: true,
    help: '只写事情，姓名、电话、门牌填在专门的栏目里。',
  },
  attachments: { title: '附件', type: 'files' },
  repeatOf: { title: '重复诉求的前次工单', type: 'record', help: '同一诉求人就同一事项再次反映时填写。' },
}

const caller: Fields = {
  callerName: { title: '诉求人', type: 'text', maxLength: 40, personal: { mask: 'name', sealed } },
  callerPhone: {
    title: '联系电话',
    type: 'text',
    pattern: { regex: '1\\d{10}|0\\d{2,3}-?\\d{7,8}', says: '11位手机号，或带区号的固定电话' },
    personal: { mask: 'phone', lookup: true, sealed },
  },
  address: {
    title: '事发地详细地址',
    type: 'place',
    personal: { mask: 'address' },
    help: '所属街道、社区另在“事发地”栏目选择。',
  },
}

// Kept by the actions themselves; no form asks for them.
const course: Fields = {
  dispatchedAt: { title: '派单时间', type: 'instant', column: 5 },
  returnedBy: { title: '上次退单单位', type: 'unit' },
  returnedAt: { title: '上次退单时间', type: 'instant' },
  finishedBy: { title: '办结提交人', type: 'person' },
  approvedAt: { title: '办结审核通过时间', type: 'instant' },
  overdueAt: { title: '办理超期时间', type: 'instant' },
  missedCalls: { title: '本轮回访未接通次数', type: 'number', min: 0 },
  answeredAt: { title: '诉求人评价时间', type: 'instant' },
  redoneAt: { title: '首次重办时间', type: 'instant' },
  unreached: { title: '回访未接通归档', type: 'boolean' },
  directReply: { title: '直接答复内容', type: 'longText', maxLength: 2000 },
  excludedAt: { title: '剔除批准时间', type: 'instant' },
}

/** Fields of a 工单 (systems.md S05; domain.md 2.1). Units, clocks, truths and requests are kept by the engine. */
export const hotlineFields: Fields = { ...matter, ...caller, ...course }

/** What the operator fills in on receipt; what may be corrected until the order is out. */
export const receiptInput = [...Object.keys(matter), ...Object.keys(caller)]

/** Corrections are about the matter; the caller and the channel stay as received. */
export const amendable = ['title', 'kind', 'category', 'urgency', 'content', 'address', 'attachments']
