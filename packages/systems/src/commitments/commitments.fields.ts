import type { FieldDefinition } from '@jiannuo/engine'
import { addings, comparators, coverages, directions, lights, targetKinds, verdicts } from './choices.ts'
import { curveTable, milestonesTable, numbersTable, proofTable, reasonsTable } from './rows.ts'

type Fields = Readonly<Record<string, FieldDefinition>>

/** Where it stands written: the document, the place in it, and the words. */
const origin: Fields = {
  title: { title: '任务标题', type: 'text', required: true, maxLength: 300, search: true, column: 1 },
  year: { title: '年度', type: 'number', required: true, facet: true, min: 1949, max: 2199 },
  chapter: { title: '篇章', type: 'text', maxLength: 200, facet: true, column: 3 },
  document: { title: '来源文件', type: 'record', facet: true },
  item: { title: '文件内条目编号', type: 'text', maxLength: 200 },
  sentence: { title: '原句', type: 'longText', search: true },
  quote: { title: '原文引语', type: 'text' },
  start: { title: '原文起点', type: 'number', min: 0 },
  end: { title: '原文终点', type: 'number', min: 0 },
  path: { title: '标题路径', type: 'text' },
}

/** What is owed, as a number; a task without one leaves all of it empty. */
const target: Fields = {
  indicator: { title: '指标编号', type: 'text', maxLength: 200, facet: true },
  indicatorName: { title: '指标', type: 'text', maxLength: 200, search: true },
  kind: { title: '目标类型', type: 'choice', choices: targetKinds },
  direction: { title: '方向', type: 'choice', choices: directions },
  adding: { title: '合计方式', type: 'choice', choices: addings },
  comparator: { title: '界限', type: 'choice', choices: comparators },
  value: { title: '目标值', type: 'number', column: 4 },
  valueTo: { title: '目标值上限', type: 'number', help: '目标是区间时填写。' },
  unit: { title: '计量单位', type: 'text', maxLength: 40 },
  base: { title: '基期值', type: 'number' },
  from: { title: '起始日期', type: 'date' },
  due: { title: '完成时限', type: 'date', column: 5 },
  numbers: numbersTable('目标数'),
  milestones: milestonesTable('节点'),
  curve: curveTable('计划曲线'),
}

// Set once, as the commitment is opened; an adjustment stands beside them and never over them.
const original: Fields = {
  originalTitle: { title: '原任务标题', type: 'text' },
  originalValue: { title: '原目标值', type: 'number' },
  originalValueTo: { title: '原目标值上限', type: 'number' },
  originalComparator: { title: '原界限', type: 'choice', choices: comparators },
  originalDue: { title: '原完成时限', type: 'date' },
}

/** Who answers for it and how it is followed. */
const duty: Fields = {
  leader: { title: '牵头领导', type: 'text', maxLength: 80 },
  leadUnit: { title: '牵头单位', type: 'unit', column: 2 },
  partners: { title: '责任单位', type: 'units' },
  contact: { title: '联系人', type: 'person' },
  reports: { title: '报送口径', type: 'choice', choices: coverages },
  series: { title: '实绩序列', type: 'text', maxLength: 200 },
  measure: { title: '取数测度', type: 'text', maxLength: 200, help: '由系统自动取数时填写测度编号。' },
  needsValue: { title: '月报须填数', type: 'boolean' },
  parent: { title: '上级任务', type: 'record', facet: true },
  parts: { title: '分解份数', type: 'number', min: 0 },
  carriedFrom: { title: '结转自', type: 'record' },
  carriedTo: { title: '结转至', type: 'record' },
  published: { title: '对外公开', type: 'boolean', facet: true },
}

/** What the assessment says, as it was last made; `assess` brings all of it. */
const assessed: Fields = {
  light: { title: '亮灯', type: 'choice', choices: lights, facet: true, column: 6 },
  lightMark: { title: '亮灯标记', type: 'text' },
  lightAt: { title: '亮灯日期', type: 'date' },
  lightRule: { title: '亮灯规则', type: 'text' },
  why: reasonsTable('亮灯理由'),
  current: { title: '当期值', type: 'number', column: 7 },
  currentPeriod: { title: '当期值时期', type: 'text' },
  currentVersion: { title: '当期值版本', type: 'text' },
  currentSource: { title: '当期值来源', type: 'text' },
  usedReadings: {
    title: '计入的实绩',
    type: 'rows',
    key: 'id',
    columns: { id: { title: '实绩编号', type: 'text', required: true } },
  },
  completion: { title: '完成率', type: 'number' },
  pace: { title: '时序进度', type: 'number' },
  gap: { title: '进度差（百分点）', type: 'number' },
  forecast: { title: '年底预测值', type: 'number' },
  forecastMethod: { title: '预测方法', type: 'text' },
  lastPeriod: { title: '最近报送时期', type: 'text' },
  silentPeriods: { title: '连续未报期数', type: 'number', min: 0 },
}

// Kept by the actions themselves; no form asks for them.
const course: Fields = {
  hadRed: { title: '曾亮红灯', type: 'boolean', facet: true },
  redSince: { title: '红灯起始日期', type: 'date' },
  redAnswer: { title: '红灯说明', type: 'longText', maxLength: 2000 },
  silentSince: { title: '静默起始日期', type: 'date' },
  pending: { title: '待评价', type: 'boolean', facet: true },
  proof: proofTable('佐证'),
  appliedBy: { title: '销号申请人', type: 'person' },
  struckOn: { title: '销号日期', type: 'date' },
  issuedAt: { title: '下达时间', type: 'instant' },
  adjustedAt: { title: '首次批准调整时间', type: 'instant' },
  appliedAt: { title: '申请销号时间', type: 'instant' },
  struckAt: { title: '销号时间', type: 'instant' },
  overdueAt: { title: '逾期时间', type: 'instant' },
}

/** What next year's report says came of it. */
const result: Fields = {
  resultDocument: { title: '结果所在文件', type: 'record' },
  resultItem: { title: '结果条目编号', type: 'text', maxLength: 200 },
  verdict: { title: '结果比对', type: 'choice', choices: verdicts, facet: true },
}

/** Fields of a commitment (systems.md S01; domain.md 1.1, 1.4). Units, clocks and requests are kept by the engine. */
export const commitmentFields: Fields = {
  ...origin,
  ...target,
  ...original,
  ...duty,
  ...assessed,
  ...course,
  ...result,
}

/** What a commitment may be opened with. */
export const proposalInput = [
  ...Object.keys(origin),
  ...Object.keys(target),
  ...Object.keys(duty).filter((id) => !['contact', 'carriedTo', 'published'].includes(id)),
]

/** What may be mended before it is binding. */
export const editable = [
  'title',
  'leadUnit',
  'partners',
  'due',
  'from',
  'leader',
  'milestones',
  'curve',
  'indicator',
  'indicatorName',
  'kind',
  'direction',
  'adding',
  'comparator',
  'value',
  'valueTo',
  'unit',
  'base',
  'numbers',
  'reports',
  'measure',
  'needsValue',
  'parts',
]

/** What an assessment brings. */
export const assessmentInput = Object.keys(assessed)
