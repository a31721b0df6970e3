import type { FieldDefinition } from '@jiannuo/engine'
import { line, moment, oneOfList, words } from './form.ts'
import { slotFields } from './whistle.slots.ts'

type Fields = Readonly<Record<string, FieldDefinition>>

/** Levels of command, lowest first (domain.md 18.1), and the ones that a whistle adds. */
export const levels = {
  grid: '网格',
  community: '社区',
  street: '街道',
  whistle: '部门（应哨）',
  district: '区级协调',
} as const

/** Why a matter ends without having been handled. */
export const endReasons = { duplicate: '重复报事', untrue: '经核实不实', withdrawn: '居民撤回' } as const

const urgencies = { urgent: '紧急', ordinary: '一般', complex: '复杂' } as const

const matter: Fields = {
  title: line('事项标题', { required: true, maxLength: 60, search: true, column: 1 }),
  source: oneOfList(
    '来源',
    {
      patrol: '网格巡查',
      neighbour: '微邻里报事',
      visit: '居民上门或电话',
      hotline: '热线转来',
      board: '网上留言板',
      city: '数字城管',
    },
    { facet: true },
  ),
  category: {
    title: '报事分类',
    type: 'choice',
    required: true,
    choicesFrom: 'categories',
    facet: true,
    column: 2,
  },
  urgency: oneOfList('紧急程度', urgencies, { facet: true, column: 3 }),
  content: words('情况描述', {
    maxLength: 2000,
    search: true,
    help: '只写事情，姓名、电话、门牌填在专门的栏目里。',
  }),
  place: { title: '地点', type: 'place', help: '写到楼栋或公共部位为止。' },
  photos: { title: '现场照片', type: 'files' },
  origin: { title: '关联的工单或议题', type: 'record', help: '由热线、议事会转来的填写。' },
}

const resident: Fields = {
  reporterName: line('报事居民', { maxLength: 40, personal: { mask: 'name' } }),
  reporterPhone: line('联系电话', {
    pattern: { regex: '1\\d{10}|0\\d{2,3}-?\\d{7,8}', says: '11位手机号，或带区号的固定电话' },
    personal: { mask: 'phone', lookup: true },
  }),
  reporterAddress: line('居民住址', { personal: { mask: 'address' } }),
}

// Kept by the actions; the forms of the levels ask for units only.
const course: Fields = {
  level: { title: '所在层级', type: 'choice', choices: levels, facet: true, column: 4 },
  community: { title: '受理社区', type: 'unit' },
  street: { title: '受理街道', type: 'unit' },
  raisedAt: moment('首次上呼时间'),
  finishedBy: { title: '办结提交人', type: 'person' },
  finishedAt: moment('首次办结时间'),
  overdueAt: moment('处置超期时间'),
  endedFor: { title: '终止原因', type: 'choice', choices: endReasons, facet: true },
  redoneAt: moment('首次返工时间'),
  feedbackAt: moment('居民评价时间'),
  struckAt: moment('销号时间'),
  missedCalls: { title: '评价未联系上次数', type: 'number', min: 0 },
}

const whistle: Fields = {
  whistleKind: { title: '哨型', type: 'choice', choicesFrom: 'whistleKinds', facet: true },
  task: { title: '请部门到场解决的事项', type: 'longText', maxLength: 1000 },
  askedBy: { title: '吹哨申请人', type: 'person' },
  whistledAt: moment('吹哨时间'),
  unansweredAt: moment('哨未应时间'),
  onSiteAt: moment('部门到齐时间'),
  objector: { title: '提出异议的部门', type: 'unit' },
  unfoundedAt: moment('认定吹哨不当时间'),
  scoredBy: { title: '评分人', type: 'person' },
  scoredAt: moment('评分时间'),
}

/** Fields of a 呼应事项 (systems.md S06). */
export const whistleFields: Fields = { ...matter, ...resident, ...course, ...whistle, ...slotFields }

export const reportInput = [...Object.keys(matter), ...Object.keys(resident)]
export const amendable = ['title', 'category', 'urgency', 'content', 'place', 'photos']
