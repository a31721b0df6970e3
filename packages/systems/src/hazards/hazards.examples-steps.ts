import type { Json } from '@jiannuo/engine'
import { type Doer, type Expected, type Step, step } from '../example.ts'

/** A form. */
export type Input = Readonly<Record<string, Json>>

/** Who acts in the examples, at units of 兰台区. */
export const HOUSING = 'lantai-housing'
export const EMERGENCY = 'lantai-emergency'
export const inspector = (unit: string): Doer => ['inspector', unit]
export const head = (unit: string): Doer => ['unitLead', unit]
export const grid: Doer = ['gridWorker', 'lantai-dongmen-guihua-1']
export const office: Doer = ['safetyOffice', 'lantai']
export const supervisor: Doer = ['supervisor', 'lantai']
export const leader: Doer = ['leader', 'lantai']

export const photo: Json = ['b'.repeat(64)]

/** A minor one: the passage of a shop that sells and stores upstairs. */
export const passage: Input = {
  title: '百货店安全出口堆放货物',
  source: 'grid',
  category: 'fire',
  siteKind: 'shop',
  site: '桂花路便民百货店',
  place: { text: '桂花路12号' },
  foundOn: '2025-09-22',
  description: '安全出口通道堆放纸箱约两米高，疏散宽度不足。',
  photosBefore: photo,
  keeperName: '陆明远',
  keeperPhone: '13900005678',
  area: 'lantai-dongmen-guihua-1',
}

/** A major one: gas bottles in the kitchen of a restaurant below ground. */
export const gas: Input = {
  ...passage,
  title: '地下餐厅使用瓶装液化气',
  category: 'gas',
  siteKind: 'restaurant',
  site: '东门里砂锅馆',
  place: { text: '东门路6号地下一层' },
  description: '地下一层厨房存放并使用瓶装液化石油气，无可燃气体报警装置。',
}

export const five: Input = {
  dutyHolder: '陆明远',
  measures: '清空通道，货物移至仓库，每日闭店前自查。',
  funds: 0.2,
  contingency: '整改期间专人看守出口，配齐灭火器，制定疏散预案。',
}
export const sixParts: Input = {
  ...five,
  measures: '停用瓶装气，改用电灶；加装报警和联动排风。',
  funds: 8,
  goal: '地下空间不再使用瓶装液化气。',
  staffing: '店方成立整改组，住建局燃气科驻点指导。',
  planFiles: photo,
}

export const found = (at: string, input: Input = passage, who: Doer = grid): Step =>
  step(who, 'register', at, 'found', input)
export const graded = (unit: string, level: string, at: string, expected: Expected | string = 'toOrder'): Step =>
  step(inspector(unit), 'grade', at, expected, { level, criterion: '《建筑设计防火规范》疏散通道条款' })
export const ordered = (
  unit: string,
  deadline: string,
  at: string,
  mode = 'limited',
  expected: Expected | string = 'planning',
): Step => step(inspector(unit), 'order', at, expected, { orderNumber: '兰应责改〔2025〕31号', mode, deadline })
export const doneBy = (who: Doer, at: string, expected: Expected | string = 'recheck'): Step =>
  step(who, 'reportDone', at, expected, { statement: '通道已清空，货物移走。', photosAfter: photo })

export const onTheSpot: Input = { finding: '现场查看，通道畅通，与报告一致。', photos: photo }
export const passed = (unit: string, at: string, expected: Expected | string = 'striking'): Step =>
  step(inspector(unit), 'pass', at, expected, onTheSpot)
export const failed = (who: Doer, at: string, newDeadline: string, expected: Expected | string = 'rectifying'): Step =>
  step(who, 'fail', at, expected, { ...onTheSpot, reason: '又堆放了货物。', newDeadline })

/** From the finding to work in hand, the usual way of a minor one. */
export const underway = (deadline = '2025-10-10', input: Input = passage): readonly Step[] => [
  found('2025-09-22 09:00', input),
  graded(EMERGENCY, 'minor', '2025-09-22 11:00'),
  ordered(EMERGENCY, deadline, '2025-09-22 15:00'),
  step(inspector(EMERGENCY), 'begin', '2025-09-23 10:00', 'rectifying', five),
]

export const reportedUp = (at: string, expected: Expected | string = 'toOrder'): Step =>
  step(inspector(HOUSING), 'reportUp', at, expected, {
    channel: 'platform',
    receipt: '系统回执2025-0917',
    noticed: true,
  })
export const posted = (at: string, expected: Expected | string = 'toOrder'): Step =>
  step(office, 'post', at, expected, {
    postNumber: '兰安挂〔2025〕4号',
    approval: '区安委会主任批示同意',
    notice: '兰台区政府网站，2025年9月23日',
  })

/** A major one, reported, posted, with its plan, at work. */
export const majorUnderway = (deadline = '2025-12-20'): readonly Step[] => [
  found('2025-09-22 09:00', gas),
  graded(HOUSING, 'major', '2025-09-22 11:00'),
  reportedUp('2025-09-22 15:00'),
  posted('2025-09-23 09:00'),
  ordered(HOUSING, deadline, '2025-09-23 10:00', 'partial'),
  step(inspector(HOUSING), 'plan', '2025-09-24 10:00', 'planning', sixParts),
  step(inspector(HOUSING), 'begin', '2025-09-25 10:00', 'rectifying'),
]
export const accepted = (at: string, expected: Expected | string = 'deleting'): Step =>
  step(office, 'accept', at, expected, { ...onTheSpot, opinion: photo })
export const struckMajor = (at: string, expected: Expected | string = 'struckOff'): Step =>
  step(leader, 'strikeMajor', at, expected, {
    approval: '同意核销',
    notice: '兰台区政府网站，2025年12月15日',
  })
