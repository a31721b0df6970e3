import type { FieldDefinition } from '@jiannuo/engine'
import { levels } from './choices.ts'

type Fields = Readonly<Record<string, FieldDefinition>>

const money = (title: string, more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  title,
  type: 'money',
  unit: '万元',
  min: 0,
  ...more,
})

const at = (title: string): FieldDefinition => ({ title, type: 'instant' })

/** What is known of a project from the beginning. */
const given: Fields = {
  name: { title: '项目名称', type: 'text', required: true, maxLength: 120, search: true, column: 1 },
  kind: { title: '项目类别', type: 'choice', required: true, choicesFrom: 'kinds', facet: true, column: 2 },
  totalInvestment: money('计划总投资', { required: true, column: 3 }),
  municipal: { title: '列入市级重大项目清单', type: 'boolean' },
  leadUnit: { title: '责任单位', type: 'unit', required: true, column: 5 },
  street: { title: '所在街道', type: 'unit', required: true },
  place: { title: '建设地点', type: 'place' },
  owner: { title: '业主（建设）单位', type: 'text', maxLength: 120, search: true },
  industry: { title: '国民经济行业', type: 'text', maxLength: 60, help: '按建成投产后的主要产品或用途填写。' },
  content: { title: '建设内容和规模', type: 'longText', maxLength: 2000, search: true },
  contactName: { title: '业主联系人', type: 'text', maxLength: 40, personal: { mask: 'name' } },
  contactPhone: {
    title: '联系人电话',
    type: 'text',
    pattern: { regex: '1\\d{10}|0\\d{2,3}-?\\d{7,8}', says: '11位手机号，或带区号的固定电话' },
    personal: { mask: 'phone', lookup: true },
  },
}

/** What is brought along on the way to the start of works. */
const preparation: Fields = {
  scheme: { title: '策划方案', type: 'files' },
  siteNote: { title: '选址和用地落实情况', type: 'longText', maxLength: 1000 },
  funding: {
    title: '资金来源',
    type: 'choice',
    choices: { enterprise: '企业自筹', budget: '政府投资', bond: '专项债券', mixed: '多渠道' },
    facet: true,
  },
  projectCode: {
    title: '投资项目统一代码',
    type: 'text',
    search: true,
    pattern: { regex: '\\d{4}-\\d{6}-\\d{2}-\\d{2}-\\d{6}', says: '在线审批监管平台赋码，如2602-420106-04-01-123456' },
  },
  approvalNo: { title: '审批、核准文号或备案证号', type: 'text', maxLength: 80 },
  plannedStart: { title: '计划开工日期', type: 'date', column: 6 },
  plannedEnd: { title: '计划竣工日期', type: 'date', column: 7 },
}

/** The year's plan, and the curve by month against which the completed investment is read. */
const plan: Fields = {
  year: { title: '计划年度', type: 'number', min: 2000, max: 2100, facet: true },
  yearPlan: money('年度计划投资'),
  curve: {
    title: '分月计划投资',
    type: 'rows',
    key: 'month',
    plan: { by: 'month', value: 'planned' },
    columns: {
      month: {
        title: '月份',
        type: 'text',
        required: true,
        pattern: { regex: '\\d{4}-(0[1-9]|1[0-2])', says: '年月，如2026-03' },
      },
      planned: money('当月计划投资', { required: true }),
    },
    help: '各月之和应等于年度计划投资；完成数由月报进入实绩，不在此填写。',
  },
  planAt: at('计划下达时间'),
}

/** From the start of works into the statistics and to the end. */
const course: Fields = {
  level: { title: '级别', type: 'choice', choices: levels, facet: true, column: 4 },
  startedOn: { title: '实际开工日期', type: 'date' },
  startWorks: { title: '开工的工程内容', type: 'choice', choicesFrom: 'startWorks' },
  permitNo: { title: '施工许可证或开工报告文号', type: 'text', maxLength: 80 },
  permitOn: { title: '施工许可（开工报告）日期', type: 'date' },
  startReportedBy: { title: '报开工的人', type: 'person' },
  startOverdueAt: at('逾期未开工时间'),
  finding: {
    title: '开工不予认定的原因',
    type: 'choice',
    choices: { noWork: '无实质性施工（假开工）', noPermit: '手续不全', wrongDate: '开工日期不实' },
  },
  falseStartAt: at('最近一次不予认定时间'),
  reservedAt: at('进储备库时间'),
  startVerifiedAt: at('开工核实时间'),
  enteredOn: { title: '入统日期', type: 'date' },
  statNumber: { title: '统计入库编号', type: 'text', maxLength: 80 },
  enteredAt: at('登记入统时间'),
  entryOverdueAt: at('逾期未入统时间'),
  completedOn: { title: '实际竣工日期', type: 'date' },
  completionReportedBy: { title: '报竣工的人', type: 'person' },
  completionOverdueAt: at('逾期未竣工时间'),
  completedAt: at('竣工核实时间'),
  effectiveAt: at('达效时间'),
}

/** Kept from approved monthly returns and from the money lines. */
const sums: Fields = {
  lastPeriod: { title: '投资数据截至月份', type: 'text', column: 8 },
  doneYear: { title: '完成投资所属年度', type: 'number' },
  yearDone: money('本年累计完成投资', { column: 9, min: -1e9 }),
  yearSum: money('各月报之和', { min: -1e9, help: '采用的各月数相加，与月报所报累计对账。' }),
  totalDone: money('自开工累计完成投资'),
  imageProgress: { title: '形象进度', type: 'longText', maxLength: 1000 },
  fundsAsked: money('争取资金申报额'),
  fundsObtained: money('争取资金到位（下达）额'),
  fundsPaid: money('资金支付额'),
}

/** Fields of a project in the three libraries (systems.md S26; domain.md 5). */
export const projectFields: Fields = { ...given, ...preparation, ...plan, ...course, ...sums }

/** What the office may change; dates, plans and funds have actions of their own. */
export const changeForm = Object.keys(given)
/** What is asked for when a project is entered: whether it is a municipal one is for the office to say. */
export const entryForm = changeForm.filter((id) => id !== 'municipal')
/** What the responsible unit keeps up to date by itself; neither the investment nor the level nor who is responsible. */
export const unitForm = ['place', 'owner', 'industry', 'content', 'contactName', 'contactPhone']
