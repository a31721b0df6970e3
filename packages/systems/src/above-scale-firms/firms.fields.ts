import type { FieldDefinition } from '@jiannuo/engine'

type Fields = Readonly<Record<string, FieldDefinition>>

const given: Fields = {
  name: { title: '企业名称', type: 'text', required: true, maxLength: 80, search: true, column: 1 },
  creditCode: {
    title: '统一社会信用代码',
    type: 'text',
    required: true,
    search: true,
    // GB 32100: without I, O, S, V, Z; the check digit is left to whoever issues the code.
    pattern: {
      regex: '[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}',
      says: '18位统一社会信用代码，字母大写，不含I、O、S、V、Z',
    },
    column: 2,
  },
  industry: { title: '行业门类', type: 'choice', required: true, choicesFrom: 'thresholds', column: 3 },
  origin: {
    title: '达标方式',
    type: 'choice',
    required: true,
    choices: { founded: '新设企业', grown: '规模成长企业' },
  },
  street: { title: '所在街道', type: 'unit', required: true, column: 4 },
  sector: { title: '行业主管部门', type: 'unit', required: true },
  guardian: { title: '包保人', type: 'person', column: 5 },
  contactName: { title: '企业联系人', type: 'text', maxLength: 40, personal: { mask: 'name' } },
  contactPhone: {
    title: '联系人电话',
    type: 'text',
    pattern: { regex: '1\\d{10}|0\\d{2,3}-?\\d{7,8}', says: '11位手机号，或带区号的固定电话' },
    personal: { mask: 'phone', lookup: true },
  },
  revenueLast: { title: '上年营业收入', type: 'money', unit: '万元', min: 0 },
  revenueThis: { title: '本年累计营业收入', type: 'money', unit: '万元', min: 0 },
  revenueMonth: {
    title: '本年累计截至月份',
    type: 'text',
    pattern: { regex: '\\d{4}-(0[1-9]|1[0-2])', says: '年月，如2025-10' },
  },
  qualified: { title: '有总承包或专业承包资质', type: 'boolean' },
  developing: { title: '有房地产开发经营活动', type: 'boolean' },
}

// Kept by the actions themselves.
const course: Fields = {
  gap: { title: '距入统标准的差额', type: 'money', unit: '万元', column: 6 },
  gapShare: { title: '差额占标准的比例', type: 'number' },
  readyAt: { title: '达标时间', type: 'instant' },
  filedAt: { title: '申报时间', type: 'instant' },
  window: { title: '申报窗口', type: 'choice', choicesFrom: 'windows' },
  batch: {
    title: '申报批次',
    type: 'text',
    pattern: { regex: '\\d{4}-(0[1-9]|1[0-2])', says: '批次所属年月，如2025-11' },
  },
  enteredOn: { title: '入统日期', type: 'date' },
  enteredAt: { title: '登记入统时间', type: 'instant' },
  step: { title: '入统类型', type: 'text', maxLength: 20, help: '规模成长企业入统时按行业记为小进规、小进限等。' },
  warnedAt: { title: '退统预警时间', type: 'instant' },
  warning: {
    title: '退统预警原因',
    type: 'choice',
    choices: { below: '营收低于标准', stopped: '停产歇业', moving: '拟迁出本区', industry: '行业拟变更' },
  },
}

/** Fields of a firm in the libraries (systems.md S29). */
export const firmFields: Fields = { ...given, ...course }

/** What is asked for when a firm is taken in or its entry is changed. */
export const entryForm = Object.keys(given)

/** What a monthly return brings. */
export const returnForm = ['revenueThis', 'revenueMonth', 'revenueLast', 'qualified', 'developing']
