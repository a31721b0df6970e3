import type { ExampleDefinition, Json } from '@jiannuo/engine'
import { as, type Doer, refusal, step } from '../example.ts'

type Input = Readonly<Record<string, Json>>

const worker: Doer = ['gridWorker', 'lantai-dongmen-guihua-1']
const community: Doer = ['communityClerk', 'lantai-dongmen-guihua']
const street: Doer = ['streetClerk', 'lantai-dongmen']
const file = 'a'.repeat(64)

const yard: Input = {
  name: '桂花一网格03号微网格（桂花苑5至7栋）',
  code: '420199001001-01-03',
  kind: 'old',
  grid: 'lantai-dongmen-guihua-1',
  street: 'lantai-dongmen',
  place: { text: '桂花苑6栋前' },
  boundary: '东至桂花路，南至小区围墙，西至4栋，北至兰台二路；5、6、7栋。',
  households: 84,
  residents: 231,
  buildings: 3,
  posts: 2,
}

const shown = { shownName: true, shownRange: true, shownHolder: true, shownPhone: true }

const course: ExampleDefinition = {
  title: '划定、启用、公示、配人，国庆前启用的公示时限顺延到节后；巡查、走访、发现事项',
  steps: [
    step(community, 'enter', '2025-09-08 09:00', { state: 'planned', due: { setUp: '2025-10-11 24:00' } }, yard),
    step(community, 'promote:active', '2025-09-26 09:00', refusal('engine/not-permitted')),
    step(street, 'promote:active', '2025-09-26 10:00', {
      state: 'active',
      due: { publicity: '2025-10-10 24:00', patrol: '2025-10-09 24:00' },
    }),
    step(community, 'staff', '2025-09-26 14:00', refusal('more-than-posts'), { filled: 3, newHolder: false }),
    step(community, 'staff', '2025-09-26 14:10', refusal('partners-over'), {
      filled: 2,
      partners: 6,
      activePartners: 7,
      newHolder: false,
    }),
    step(community, 'staff', '2025-09-26 14:20', 'active', {
      filled: 2,
      partners: 9,
      activePartners: 6,
      party: 2,
      shops: 3,
      newHolder: false,
    }),
    step(community, 'publish', '2025-09-28 09:00', refusal('shown-incomplete'), {
      ...shown,
      shownPhone: false,
      photos: [file],
    }),
    step(community, 'publish', '2025-09-28 09:10', 'active', { ...shown, photos: [file] }),
    step(community, 'verify', '2025-09-28 09:20', refusal('not-patrolled'), { note: '抽查。' }),
    as('丁一', step(worker, 'patrol', '2025-09-29 16:00', 'active', { route: '5、6、7栋楼道和车棚', photos: [file] })),
    as('丁一', step(community, 'verify', '2025-09-30 09:00', refusal('own-patrol'), { note: '抽查。' })),
    step(community, 'verify', '2025-09-30 10:00', 'active', { note: '调看照片、现场看6栋，属实。' }),
    step(worker, 'matter', '2025-10-09 10:00', 'active', {
      subject: 'hazard',
      handled: 'passed',
      note: '7栋一单元楼道停放电动车充电。',
      case: 'hazards-1',
    }),
    step(worker, 'matter', '2025-10-09 11:00', 'active', { subject: 'order', handled: 'own', note: '清走6栋前杂物。' }),
    step(street, 'invalidate', '2025-10-10 09:00', 'active', { note: '现场核实车辆已移走，属重复上报。' }),
    step(street, 'invalidate', '2025-10-10 09:10', refusal('none-passed'), { note: '重复登记。' }),
  ],
}

const visits: ExampleDefinition = {
  title: '走访按轮次记户数：没有走访不能结束一轮，走访户数不能超过覆盖户数',
  steps: [
    step(community, 'enter', '2025-03-03 09:00', 'planned', yard),
    step(street, 'promote:active', '2025-03-04 09:00', { state: 'active', due: { visit: '2025-06-03 24:00' } }),
    step(community, 'closeRound', '2025-03-05 09:00', refusal('nobody-visited'), { note: '结束。' }),
    step(worker, 'visit', '2025-03-10 18:00', 'active', { visited: 50 }),
    step(worker, 'visit', '2025-04-14 18:00', refusal('visits-over'), { visited: 35 }),
    step(worker, 'visit', '2025-04-14 18:10', 'active', { visited: 34 }),
    step(community, 'closeRound', '2025-05-12 09:00', 'active', { note: '84户走访一遍。' }),
  ],
}

const changes: ExampleDefinition = {
  title: '户数过多不能启用，重划后启用；换人重新公示；边界调整后恢复；拆迁的撤并',
  steps: [
    step(community, 'enter', '2025-03-03 09:00', 'planned', { ...yard, households: 168 }),
    step(street, 'promote:active', '2025-03-04 09:00', refusal('engine/stage-test')),
    step(community, 'redraw', '2025-03-05 09:00', 'planned', { households: 84, boundary: '5、6、7栋；8、9栋另设。' }),
    step(street, 'promote:active', '2025-03-06 09:00', 'active'),
    step(community, 'publish', '2025-03-07 09:00', 'active', { ...shown, photos: [file] }),
    step(
      community,
      'staff',
      '2025-04-25 09:00',
      { state: 'active', due: { publicity: '2025-05-06 24:00' } },
      { filled: 1, newHolder: true },
    ),
    step(community, 'redraw', '2025-06-06 09:00', refusal('engine/wrong-state'), {
      boundary: '5、6栋。',
      households: 56,
    }),
    step(community, 'change', '2025-06-06 09:10', 'active', { name: '桂花一网格03号微网格' }),
    step(street, 'promote:adjusting', '2025-06-09 09:00', 'adjusting'),
    step(worker, 'patrol', '2025-06-10 09:00', refusal('engine/wrong-state'), { route: '5栋', photos: [file] }),
    step(community, 'redraw', '2025-06-11 09:00', 'adjusting', { boundary: '5、6栋。', households: 56 }),
    step(street, 'promote:active', '2025-06-16 09:00', 'active'),
    step(street, 'leave', '2025-12-08 09:00', 'dissolved', { reason: 'rebuilt' }),
  ],
}

/** Worked examples of the micro-grids, in 兰台区; no person is named. */
export const gridExamples: readonly ExampleDefinition[] = [course, visits, changes]
