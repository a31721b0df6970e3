import type { FieldDefinition } from '@jiannuo/engine'
import { constant, equals, field } from '@jiannuo/engine'

type Fields = Readonly<Record<string, FieldDefinition>>

/** 隐患等级 (安全生产事故隐患排查治理暂行规定 第3条). */
export const levels = { minor: '一般隐患', major: '重大隐患' } as const

/** 发现方式. */
export const sources = {
  self: '企业自查自报',
  inspection: '部门检查',
  grid: '网格巡查',
  expert: '专家（第三方）排查',
  campaign: '专项整治',
  report: '群众举报',
  hotline: '热线转办',
  transfer: '上级督查或交办',
} as const

/** How it is to be put right. */
export const modes = {
  limited: '限期整改',
  partial: '局部停产停业整改',
  full: '停产停业整改',
} as const

/** In the community people know each other's shops: who reported is told neither to it nor to those who help. */
const sealed = { when: equals(field('source'), constant('report')), from: ['area', 'co'] } as const

const matter: Fields = {
  title: { title: '隐患名称', type: 'text', required: true, maxLength: 80, search: true, column: 1 },
  source: { title: '发现方式', type: 'choice', required: true, choices: sources, facet: true, column: 4 },
  category: {
    title: '隐患类别',
    type: 'choice',
    required: true,
    choicesFrom: 'categories',
    facet: true,
    column: 2,
  },
  siteKind: { title: '场所类型', type: 'choice', required: true, choicesFrom: 'siteKinds', facet: true },
  site: { title: '场所或企业名称', type: 'text', required: true, maxLength: 100, search: true, column: 5 },
  siteCode: { title: '场所编号或统一社会信用代码', type: 'text', maxLength: 40, search: true },
  place: { title: '地点', type: 'place', required: true },
  foundOn: { title: '发现日期', type: 'date', required: true },
  description: {
    title: '隐患情况',
    type: 'longText',
    required: true,
    maxLength: 2000,
    search: true,
    help: '只写隐患，姓名、电话填在专门的栏目里。',
  },
  photosBefore: { title: '整改前照片', type: 'files' },
  repeatOf: { title: '重复隐患的前次记录', type: 'record', help: '同一场所同类隐患再次出现时填写。' },
  origin: { title: '来源件', type: 'record', help: '由热线工单、网格事件等转来的填写。' },
}

const people: Fields = {
  keeperName: { title: '场所负责人', type: 'text', maxLength: 40, personal: { mask: 'name' } },
  keeperPhone: {
    title: '场所联系电话',
    type: 'text',
    pattern: { regex: '1\\d{10}|0\\d{2,3}-?\\d{7,8}', says: '11位手机号，或带区号的固定电话' },
    personal: { mask: 'phone' },
  },
  reporterName: { title: '举报人', type: 'text', maxLength: 40, personal: { mask: 'name', sealed } },
  reporterPhone: {
    title: '举报人电话',
    type: 'text',
    pattern: { regex: '1\\d{10}|0\\d{2,3}-?\\d{7,8}', says: '11位手机号，或带区号的固定电话' },
    personal: { mask: 'phone', lookup: true, sealed },
  },
}

const judged: Fields = {
  level: { title: '隐患等级', type: 'choice', choices: levels, facet: true, column: 3 },
  criterion: { title: '判定依据（标准和条款）', type: 'text', maxLength: 300 },
}

const ordered: Fields = {
  orderNumber: { title: '整改指令文号', type: 'text', maxLength: 60, search: true },
  mode: { title: '整改方式', type: 'choice', choices: modes, facet: true },
  deadline: { title: '整改期限', type: 'date', column: 6 },
  extendedDays: { title: '批准延期天数', type: 'number', unit: '天' },
}

/** 五落实 (鄂安〔2010〕20号 第6条 五到位): 责任人, 措施, 资金, 预案; the fifth, the time limit, stands on the order. */
const five: Fields = {
  dutyHolder: { title: '整改责任人', type: 'text', maxLength: 40, personal: { mask: 'name' } },
  measures: { title: '整改措施', type: 'longText', maxLength: 2000 },
  funds: { title: '整改资金', type: 'money', unit: '万元', min: 0, help: '不需资金的填0。' },
  contingency: { title: '安全防范措施和应急预案', type: 'longText', maxLength: 2000 },
}

/** What the plan of a major hazard says besides (第7条). */
const majorPlan: Fields = {
  goal: { title: '治理的目标和任务', type: 'longText', maxLength: 1000 },
  staffing: { title: '负责治理的机构和人员', type: 'text', maxLength: 300 },
  planFiles: { title: '治理方案文本', type: 'files' },
}

// Kept by the actions themselves; no form asks for them.
const course: Fields = {
  gradedAt: { title: '定级时间', type: 'instant' },
  reportedUpAt: { title: '重大隐患上报时间', type: 'instant' },
  posted: { title: '挂牌督办中', type: 'boolean', facet: true },
  postNumber: { title: '挂牌督办文号', type: 'text', maxLength: 60, search: true },
  postedAt: { title: '挂牌时间', type: 'instant' },
  unpostedAt: { title: '摘牌时间', type: 'instant' },
  suspended: { title: '停产停业中', type: 'boolean', facet: true },
  plannedAt: { title: '“五落实”到位时间', type: 'instant' },
  doneBy: { title: '完工情况登记人', type: 'person' },
  doneAt: { title: '报告整改完成时间', type: 'instant' },
  checkedBy: { title: '复查人', type: 'person' },
  checkedAt: { title: '首次复查时间', type: 'instant' },
  passedAt: { title: '复查合格时间', type: 'instant' },
  struckAt: { title: '销号时间', type: 'instant', column: 7 },
  overdueAt: { title: '整改超期时间', type: 'instant' },
  failedAt: { title: '最近复查不合格时间', type: 'instant' },
  relapsedAt: { title: '反弹时间', type: 'instant' },
  lookedBackAt: { title: '最近回头看时间', type: 'instant' },
}

/** Fields of a 隐患 (systems.md S12; domain.md 12). Units, clocks, truths and requests are kept by the engine. */
export const hazardFields: Fields = {
  ...matter,
  ...people,
  ...judged,
  ...ordered,
  ...five,
  ...majorPlan,
  ...course,
}

export const foundInput = [...Object.keys(matter), ...Object.keys(people)]
/** Who reported, and how it was found, stay as received. */
export const amendable = foundInput.filter((id) => !['source', 'reporterName', 'reporterPhone', 'origin'].includes(id))
export const fiveInput = Object.keys(five)
export const planInput = [...fiveInput, ...Object.keys(majorPlan)]
