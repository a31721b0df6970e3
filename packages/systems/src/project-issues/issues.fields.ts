import type { FieldDefinition } from '@jiannuo/engine'

type Fields = Readonly<Record<string, FieldDefinition>>

const at = (title: string): FieldDefinition => ({ title, type: 'instant' })

/** Levels at which an issue is settled, lowest first; it never goes down again. */
export const issueLevels = { department: '部门（专班）', deputy: '分管区领导', chief: '区主要领导' } as const

/** What stands in the way of which project. */
const raised: Fields = {
  title: { title: '问题', type: 'text', required: true, maxLength: 120, search: true, column: 1 },
  project: { title: '项目', type: 'record', required: true, facet: true },
  projectName: { title: '项目名称', type: 'text', required: true, maxLength: 120, search: true, column: 2 },
  kind: { title: '问题类别', type: 'choice', required: true, choicesFrom: 'issueKinds', facet: true, column: 3 },
  description: { title: '具体情况和影响', type: 'longText', required: true, maxLength: 2000, search: true },
  demand: { title: '请求协调解决的事项', type: 'longText', maxLength: 1000 },
  round: {
    title: '提出的周盘点期次',
    type: 'text',
    required: true,
    pattern: { regex: '\\d{4}-W(0[1-9]|[1-4]\\d|5[0-3])', says: '年和周次，如2025-W39' },
  },
  place: { title: '位置', type: 'place' },
  relapseOf: { title: '反弹自哪个问题', type: 'record', help: '另立的问题与已销号的问题有关时填写。' },
}

/** Who owes its solution by when. */
const owed: Fields = {
  leadUnit: { title: '责任单位', type: 'unit', column: 5 },
  partners: { title: '配合单位', type: 'units' },
  owner: { title: '责任人', type: 'person', column: 6 },
  measure: { title: '解决措施', type: 'longText', maxLength: 1000 },
  promisedOn: { title: '承诺解决日期', type: 'date', column: 7 },
}

const course: Fields = {
  level: { title: '协调层级', type: 'choice', choices: issueLevels, facet: true, column: 4 },
  progress: { title: '最近进展', type: 'longText', maxLength: 1000 },
  decision: { title: '最近议定（批示）意见', type: 'longText', maxLength: 1000 },
  meeting: { title: '会议纪要（批示件）编号', type: 'text', maxLength: 80 },
  assignedAt: at('交办时间'),
  escalatedAt: at('最近提级时间'),
  dispatchedAt: at('最近提交月调度时间'),
  overdueAt: at('逾期时间'),
  shelfReason: {
    title: '挂账原因',
    type: 'choice',
    choices: {
      upper: '待上级审批或政策',
      court: '诉讼、复议中',
      thirdParty: '待区外单位实施',
      season: '季节、气候条件',
    },
  },
  appliedBy: { title: '申请销号的人', type: 'person' },
  struckAt: at('销号时间'),
  firstStruckAt: at('首次销号时间'),
  solveDays: { title: '解决用时', type: 'number', unit: '天', help: '从交办到销号的自然日，反弹的算到最后一次销号。' },
  relapsedAt: at('最近反弹时间'),
}

/** Fields of an issue of a project (systems.md S03). */
export const issueFields: Fields = { ...raised, ...owed, ...course }
export const raisedForm = Object.keys(raised)
export const owedForm = Object.keys(owed)
