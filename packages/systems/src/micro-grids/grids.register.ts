import { always, defineRegister, field, firstOf, inState, now, type StageDefinition, when } from '@jiannuo/engine'
import { type Cadence, cadence } from '../buildings/cadence.ts'
import { tellAll } from '../commitments/clock-parts.ts'
import { communities, gridActions, gridRoles, keepers, soundUnit, streets, workers } from './grids.actions.ts'
import { gridExamples } from './grids.examples.ts'
import { changeForm, gridFields, unitForm } from './grids.fields.ts'
import { gridSettings, gridSources as sources } from './grids.settings.ts'
import { gridWording } from './wording.zh.ts'

const stages: Readonly<Record<string, StageDefinition>> = {
  planned: { title: '拟设', test: always, clock: 'setUp', waitsFor: '街道审核启用', exit: 'withdrawn' },
  active: {
    title: '运行',
    test: soundUnit,
    clock: 'patrol',
    waitsFor: '微网格巡查走访',
    counted: true,
    promotesTo: ['adjusting'],
  },
  adjusting: {
    title: '调整中',
    test: always,
    clock: 'adjust',
    waitsFor: '社区重新划定边界',
    promotesTo: ['active'],
  },
}

const rhythm = (title: string, limit: string, code: string, more: Partial<Cadence>) =>
  cadence({
    title,
    limit,
    code,
    doers: communities,
    above: streets,
    source: `时长为${sources.proposal}；计算按${sources.civilCode}`,
    ...more,
  })

/** S55 微网格: the smallest units of a district, how they are staffed, patrolled and made known. Numbers and matters, no people. */
export const microGrids = defineRegister({
  id: 'micro-grids',
  system: 'S55',
  version: 1,
  title: '微网格与平安合伙人',
  purpose: '把社区网格划到微网格，力量配到位、公示到位、巡查走访到位；记事记数，不记人。',
  basis: [sources.grid, sources.partners, sources.personal],
  noun: '微网格',
  roles: gridRoles,
  fields: gridFields,
  titleField: 'name',
  categoryField: 'kind',
  stages,
  entersAt: ['planned'],
  exits: { dissolved: '已撤并', withdrawn: '未设立' },
  exitReasons: { merged: '并入相邻微网格', rebuilt: '拆迁、改造', wrong: '划分不当或重复登记' },
  leadField: 'street',
  areaField: 'grid',
  forms: { enter: unitForm, change: changeForm },
  effects: {
    promote: [
      when(inState('planned'), [
        { set: 'setUpAt', to: firstOf(field('setUpAt'), now) },
        { start: 'publicity' },
        { start: 'visit' },
        ...tellAll('set-up', communities),
      ]),
      // Another edge is made known anew, and a round of visits begins with it.
      when(inState('adjusting'), [{ clear: 'publishedAt' }, { start: 'publicity' }, { start: 'visit' }]),
      when(inState('active'), [{ stop: 'publicity' }, { stop: 'visit' }, { clear: 'visitedHouseholds' }]),
    ],
  },
  grants: {
    enter: [
      { role: 'communityClerk', at: 'anywhere' },
      { role: 'streetClerk', at: 'anywhere' },
    ],
    change: keepers,
    promote: streets,
    sendBack: [],
    leave: streets,
  },
  actions: gridActions,
  clocks: {
    setUp: rhythm('设立时限', 'setUpLimit', 'setUp', {
      doers: streets,
      above: [{ role: 'supervisor', at: 'district' }],
    }),
    publicity: rhythm('公示时限', 'publicityLimit', 'publicity', {
      source: `${sources.grid}；时长为${sources.proposal}`,
    }),
    patrol: rhythm('巡查周期', 'patrolLimit', 'patrol', { doers: workers, above: keepers }),
    visit: rhythm('走访一轮的周期', 'visitLimit', 'visit', { doers: [...workers, ...communities] }),
    adjust: rhythm('边界调整时限', 'adjustLimit', 'adjust', {}),
  },
  settings: gridSettings,
  readers: [
    ...workers,
    ...keepers,
    { role: 'supervisor', at: 'district' },
    { role: 'leader', at: 'district' },
    { role: 'leader', at: 'lead' },
  ],
  // No personal field, so nothing to be shown whole.
  unmask: [],
  wording: gridWording,
  examples: gridExamples,
})
