import type { FieldDefinition } from '@jiannuo/engine'

type Fields = Readonly<Record<string, FieldDefinition>>

/** 风险等级: red and orange go to the loop of risks besides (systems.md 6). */
export const risks = { blue: '蓝（一般）', yellow: '黄（较大）', orange: '橙（重大）', red: '红（特别重大）' } as const

/** 五类专业力量, and the departments (“1+5+N”). */
export const bodies = {
  justice: '司法所（人民调解委员会）',
  police: '派出所',
  court: '人民法庭',
  arbitration: '仲裁机构',
  lawyers: '律师事务所',
  department: '行业主管部门',
} as const

const phone = { regex: '1\\d{10}|0\\d{2,3}-?\\d{7,8}', says: '11位手机号，或带区号的固定电话' }

const matter: Fields = {
  title: {
    title: '纠纷名称',
    type: 'text',
    required: true,
    maxLength: 80,
    search: true,
    column: 1,
    help: '不写姓名。',
  },
  source: {
    title: '来源',
    type: 'choice',
    required: true,
    facet: true,
    choices: {
      visit: '当事人申请',
      grid: '网格排查',
      police: '警情移交',
      court: '法院委派委托',
      hotline: '热线转办',
      petition: '信访转办',
      department: '部门移交',
    },
  },
  category: { title: '纠纷类型', type: 'choice', required: true, choicesFrom: 'categories', facet: true, column: 2 },
  occurredOn: { title: '发生日期', type: 'date' },
  facts: {
    title: '纠纷事实和诉求',
    type: 'longText',
    required: true,
    maxLength: 4000,
    search: true,
    help: '只写事情，姓名、电话、住址填在专门的栏目里。',
  },
  people: { title: '涉及人数', type: 'number', required: true, min: 2, unit: '人' },
  amount: { title: '涉及金额', type: 'money', min: 0, unit: '万元' },
  place: { title: '发生地', type: 'place', personal: { mask: 'address' } },
  files: { title: '申请书和材料', type: 'files' },
  repeatOf: { title: '前次纠纷', type: 'record', help: '同一纠纷再次发生时填写。' },
  origin: { title: '来源件', type: 'record', help: '由热线工单、网格事件、信访件等转来的填写。' },
}

const parties: Fields = {
  partyA: { title: '申请方', type: 'text', maxLength: 60, personal: { mask: 'name', lookup: true } },
  phoneA: { title: '申请方电话', type: 'text', pattern: phone, personal: { mask: 'phone', lookup: true } },
  partyB: { title: '被申请方', type: 'text', maxLength: 60, personal: { mask: 'name', lookup: true } },
  phoneB: { title: '被申请方电话', type: 'text', pattern: phone, personal: { mask: 'phone', lookup: true } },
}

const judged: Fields = {
  risk: { title: '风险等级', type: 'choice', choices: risks, facet: true, column: 3 },
  // 深圳条例 第45条: complex matters, and those of several bodies, have the longer time to be accepted.
  complexity: {
    title: '繁简',
    type: 'choice',
    choices: { simple: '简易', complex: '情况复杂或涉及多个部门' },
    facet: true,
  },
  hard: { title: '重大复杂疑难', type: 'boolean', facet: true },
  body: { title: '调解力量', type: 'choice', choices: bodies, facet: true, column: 4 },
}

const kept: Fields = {
  keeper: { title: '包保领导', type: 'text', maxLength: 40 },
  keeperUnit: { title: '包保责任单位', type: 'unit' },
  performBy: { title: '履行期限', type: 'date', column: 5 },
  agreedAmount: { title: '协议金额', type: 'money', min: 0, unit: '万元' },
}

// Kept by the actions themselves; no form asks for them.
const course: Fields = {
  dispatchedAt: { title: '分流时间', type: 'instant' },
  acceptedAt: { title: '受理时间', type: 'instant' },
  acceptLate: { title: '受理超期', type: 'boolean' },
  keptAt: { title: '首次包保时间', type: 'instant' },
  mediatedBy: { title: '主持调解的人', type: 'person' },
  agreedAt: { title: '达成协议时间', type: 'instant' },
  failedAt: { title: '调解不成时间', type: 'instant' },
  confirmedAt: { title: '司法确认时间', type: 'instant' },
  performedAt: { title: '履行完毕时间', type: 'instant' },
  settledAt: { title: '化解归档时间', type: 'instant', column: 6 },
  overdueAt: { title: '调解超期时间', type: 'instant' },
  relapsedAt: { title: '反弹时间', type: 'instant' },
  criminalAt: { title: '转为刑事案件时间', type: 'instant' },
}

/** Fields of a 纠纷 (systems.md S09; domain.md 11). Nothing ranks or scores the parties. */
export const disputeFields: Fields = { ...matter, ...parties, ...judged, ...kept, ...course }

export const openInput = [...Object.keys(matter), ...Object.keys(parties)]
export const amendable = openInput.filter((id) => !['source', 'origin'].includes(id))
