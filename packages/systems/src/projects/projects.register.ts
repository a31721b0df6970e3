import { always, defineRegister, inState, type StageDefinition, when } from '@jiannuo/engine'
import { buildingActions } from './projects.actions-building.ts'
import { libraryActions } from './projects.actions-library.ts'
import { projectClocks } from './projects.clocks.ts'
import { projectExamples } from './projects.examples.ts'
import { changeForm, entryForm, projectFields } from './projects.fields.ts'
import { ideaTest, levelled, preparingTest, reserveTest } from './projects.parts.ts'
import { projectSettings } from './projects.settings.ts'
import { anyStaff, projectOffice, projectReaders, projectRoles, unitStaff } from './roles.ts'
import { projectSources as sources } from './sources.ts'
import { projectWording } from './wording.zh.ts'

// Promotion is by actions of our own, which bring what the next stage asks for; nobody is promoted past the office's check.
const stages: Readonly<Record<string, StageDefinition>> = {
  idea: { title: '谋划库', test: ideaTest, clock: 'ideaReview', waitsFor: '责任单位策划', promotesTo: [] },
  reserve: {
    title: '储备库',
    test: reserveTest,
    clock: 'reserveReview',
    waitsFor: '责任单位和业主办理立项',
    promotesTo: [],
    returnsTo: ['idea'],
  },
  preparing: {
    title: '储备库·前期推进',
    test: preparingTest,
    clock: 'start',
    waitsFor: '业主办理开工手续',
    promotesTo: [],
    returnsTo: ['reserve'],
  },
  startReported: {
    title: '储备库·已报开工待核',
    test: always,
    clock: 'startCheck',
    waitsFor: '区项目办现场核实',
    promotesTo: [],
  },
  building: { title: '实施库·在建', test: always, clock: 'completion', waitsFor: '业主施工', promotesTo: [] },
  suspended: {
    title: '实施库·停工',
    test: always,
    clock: 'suspension',
    waitsFor: '责任单位推动复工',
    promotesTo: [],
  },
  accepting: {
    title: '实施库·已报竣工待核',
    test: always,
    clock: 'acceptance',
    waitsFor: '区项目办核实',
    promotesTo: [],
  },
  completed: {
    title: '竣工投产',
    test: always,
    clock: 'effect',
    waitsFor: '责任单位跟踪达效',
    promotesTo: [],
    exit: 'delivered',
  },
}

/** S26 投资项目三库: one entry a project, from the idea over the reserve to the works, into the statistics and to its effect. */
export const projects = defineRegister({
  id: 'projects',
  system: 'S26',
  version: 1,
  title: '投资项目三库（谋划库、储备库、实施库）',
  purpose: '一个项目一条，从谋划、储备、立项、开工、入统到竣工达效；开工以现场核实为准，投资以入统后的月报为准。',
  basis: [sources.statistics, sources.investment, sources.permit, sources.yinchuan, sources.tongliang],
  noun: '项目',
  roles: projectRoles,
  fields: projectFields,
  titleField: 'name',
  categoryField: 'kind',
  stages,
  entersAt: ['idea'],
  exits: { removed: '已退库', delivered: '竣工出库', effective: '达效出库' },
  exitReasons: {
    cancelled: '项目取消',
    moved: '落户区外',
    merged: '并入其他项目',
    land: '用地长期不落实',
    funds: '资金长期不落实',
    stalled: '长期停工、无复工可能',
    handedOver: '竣工移交，不考核达效',
  },
  leadField: 'leadUnit',
  areaField: 'street',
  forms: { enter: entryForm, change: changeForm },
  effects: {
    enter: [levelled],
    change: [levelled],
    sendBack: [when(inState('reserve'), [{ clear: 'reservedAt' }])],
  },
  grants: {
    enter: [...projectOffice, ...anyStaff],
    change: projectOffice,
    promote: projectOffice,
    sendBack: projectOffice,
    leave: projectOffice,
  },
  actions: { ...libraryActions, ...buildingActions },
  clocks: projectClocks,
  settings: projectSettings,
  readers: projectReaders,
  unmask: [...projectOffice, ...unitStaff],
  wording: projectWording,
  examples: projectExamples,
})
