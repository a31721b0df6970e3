import type { FieldDefinition, Grant } from '@jiannuo/engine'
import { leadHeads, leaders, leadStaff, ledgerRoles, supervisors } from '../commitments/roles.ts'

type Fields = Readonly<Record<string, FieldDefinition>>

const { supervisor, leader, unitLead, unitClerk } = ledgerRoles

/** Roles of parallel approval (systems.md S15); the window takes in, gathers and hands out. */
export const permitRoles = { windowClerk: '综合窗口（帮办）人员', supervisor, leader, unitLead, unitClerk } as const

export const windows: readonly Grant[] = [{ role: 'windowClerk', at: 'district' }]
export { leaders, leadHeads, leadStaff, supervisors }
export const permitReaders: readonly Grant[] = [...windows, ...supervisors, ...leaders, ...leadStaff]
export const permitUnmask: readonly Grant[] = [...windows, ...leadStaff]

/** What is not counted in the time of approval (行政许可法 第45条). */
export const specials = {
  hearing: '听证',
  tender: '招标、拍卖',
  test: '检验、检测、检疫',
  appraisal: '鉴定',
  experts: '专家评审',
} as const

const matter: Fields = {
  title: { title: '项目（事项）名称', type: 'text', required: true, maxLength: 120, search: true, column: 1 },
  kind: { title: '件的种类', type: 'choice', choices: { project: '项目', permit: '事项' }, facet: true, column: 2 },
  projectCode: {
    title: '项目代码',
    type: 'text',
    search: true,
    column: 3,
    pattern: { regex: '\\d{4}-\\d{6}-\\d{2}-\\d{2}-\\d{6}', says: '投资项目统一代码，如2506-420199-04-01-123456' },
  },
  owner: { title: '项目业主', type: 'text', maxLength: 120, search: true },
  contactName: { title: '联系人', type: 'text', maxLength: 40, personal: { mask: 'name' } },
  contactPhone: {
    title: '联系电话',
    type: 'text',
    pattern: { regex: '1\\d{10}|0\\d{2,3}-?\\d{7,8}', says: '11位手机号，或带区号的固定电话' },
    personal: { mask: 'phone' },
  },
  stage: { title: '审批阶段', type: 'choice', choicesFrom: 'stages', facet: true },
  place: { title: '建设地点', type: 'place' },
  origin: { title: '储备库或调度中的项目', type: 'record' },
  leadUnit: { title: '牵头（审批）部门', type: 'unit', required: true, column: 4 },
  application: { title: '所属项目件', type: 'record', facet: true },
  permit: { title: '审批事项', type: 'choice', choicesFrom: 'permits', facet: true },
}

const text = (title: string): FieldDefinition => ({ title, type: 'text', required: true, maxLength: 200 })

const papers: Fields = {
  deferred: {
    title: '容缺材料',
    type: 'rows',
    key: 'item',
    columns: {
      item: text('材料名称'),
      kind: { title: '材料种类', type: 'choice', required: true, choicesFrom: 'deferrables' },
    },
    help: '主要审批要件不能容缺。',
  },
  deferredUntil: { title: '容缺材料补齐期限', type: 'date' },
  supplied: {
    title: '已补齐的材料',
    type: 'rows',
    key: 'item',
    columns: { item: text('材料名称'), paper: { title: '材料', type: 'files', required: true } },
  },
  phases: {
    title: '分阶段施工许可',
    type: 'rows',
    key: 'phase',
    columns: {
      phase: text('阶段（基坑、地下室、地上主体）'),
      number: text('证号'),
      on: { title: '日期', type: 'date' },
    },
  },
  startCertificate: { title: '开工一张证证号', type: 'text', maxLength: 60 },
  certificate: { title: '证照（批文）编号', type: 'text', maxLength: 60, search: true },
}

const count = (title: string): FieldDefinition => ({ title, type: 'number', min: 0 })
const moment = (title: string): FieldDefinition => ({ title, type: 'instant' })

// Kept by the actions themselves; no form asks for them.
const course: Fields = {
  planned: count('并联事项数'),
  passed: count('已通过事项数'),
  failed: count('未通过事项数'),
  inSpecial: count('特别程序中的事项数'),
  netDays: count('审批用时（工作日，不含特别程序）'),
  submittedAt: moment('收件时间'),
  acceptedAt: moment('受理时间'),
  deemed: { title: '逾期未告知，视为受理', type: 'boolean' },
  suppliedAt: moment('容缺材料补齐时间'),
  supplyLateAt: moment('容缺补齐逾期时间'),
  reviewedBy: { title: '审查人', type: 'person' },
  passedAt: moment('审查通过时间'),
  overdueAt: moment('审批超时时间'),
  issuedAt: { ...moment('发证时间'), column: 5 },
}

/** Fields of a project under parallel approval and of its permits (systems.md S15). */
export const permitFields: Fields = { ...matter, ...papers, ...course }

export const projectInput = [
  'title',
  'projectCode',
  'owner',
  'contactName',
  'contactPhone',
  'stage',
  'place',
  'origin',
  'leadUnit',
]
