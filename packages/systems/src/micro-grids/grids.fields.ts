import type { FieldDefinition } from '@jiannuo/engine'

type Fields = Readonly<Record<string, FieldDefinition>>

const number = (title: string, unit: string, help?: string): FieldDefinition => ({
  title,
  type: 'number',
  unit,
  min: 0,
  ...(help === undefined ? {} : { help }),
})
const instant = (title: string): FieldDefinition => ({ title, type: 'instant' })

/** What the unit is: its edge, its size, whose it is. Who lives there is not kept. */
const unit: Fields = {
  name: { title: '微网格名称', type: 'text', required: true, maxLength: 80, search: true, column: 1 },
  code: {
    title: '微网格编码',
    type: 'text',
    required: true,
    search: true,
    pattern: { regex: '\\d{12}-\\d{2}-\\d{2}', says: '12位社区代码，短横，2位网格号，短横，2位微网格号' },
    column: 2,
  },
  kind: { title: '类型', type: 'choice', required: true, choicesFrom: 'kinds', facet: true, column: 3 },
  grid: { title: '所属网格', type: 'unit', required: true, facet: true, column: 4 },
  street: { title: '所属街道', type: 'unit', required: true },
  place: { title: '中心点', type: 'place' },
  boundary: {
    title: '边界（四至、楼栋）',
    type: 'longText',
    required: true,
    maxLength: 1000,
    help: '写到楼栋、单元、门牌段；与相邻微网格不重不漏。',
  },
  households: { ...number('覆盖户数', '户', '商户、单位按户计。'), required: true, column: 5 },
  residents: number('覆盖人数', '人'),
  buildings: number('楼栋数', '栋'),
  posts: { ...number('应配力量', '人', '微网格长和专兼职网格力量的应配人数。'), required: true },
}

/** Staffing and partners as numbers: no name, telephone or file of a person. */
const staffing: Fields = {
  filled: { ...number('在岗力量', '人'), column: 6 },
  partners: number('平安合伙人', '人', '登记在册、愿意参与的志愿者人数。'),
  activePartners: number('近三个月参与过活动的平安合伙人', '人'),
  party: number('下沉党员', '人'),
  shops: number('参与的沿街商户', '户'),
}

const course: Fields = {
  setUpAt: instant('启用时间'),
  publishedAt: instant('公示时间'),
  staffedAt: instant('最近一次配备变动时间'),
  patrolledAt: { ...instant('最近巡查时间'), column: 7 },
  patrolledBy: { title: '最近巡查人', type: 'person' },
  verifiedAt: instant('最近一次巡查的抽查时间'),
  visitedHouseholds: number('本轮已走访户数', '户'),
  matters: number('累计发现事项', '件'),
  ownMatters: number('其中自办', '件'),
  passedMatters: number('其中上报', '件'),
  invalidMatters: number('上报中经核实无效', '件'),
}

/** Fields of a micro-grid (systems.md S55, domain.md 18.3). */
export const gridFields: Fields = { ...unit, ...staffing, ...course }

export const unitForm = Object.keys(unit)
/** What may change any time; the edge and what lies in it only while the unit is planned or being adjusted. */
export const changeForm = ['name', 'code', 'kind', 'grid', 'street', 'place']
export const edgeForm = ['boundary', 'households', 'residents', 'buildings', 'posts']
export const staffForm = ['posts', ...Object.keys(staffing)]
