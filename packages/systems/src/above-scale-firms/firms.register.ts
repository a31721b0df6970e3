import { always, defineRegister, inState, now, type StageDefinition, when } from '@jiannuo/engine'
import { finders, firmActions, firmRoles, keepers, statisticians } from './firms.actions.ts'
import { firmClocks } from './firms.clocks.ts'
import { firmExamples } from './firms.examples.ts'
import { entryForm, firmFields } from './firms.fields.ts'
import { firmSettings } from './firms.settings.ts'
import { closeToLine, measureGap, nearEnough, overLine } from './firms.lines.ts'
import { thresholdSource } from './firms.thresholds.ts'
import { firmWording } from './wording.zh.ts'

const stages: Readonly<Record<string, StageDefinition>> = {
  training: { title: '培育库', test: nearEnough, clock: 'visit', waitsFor: '街道和行业主管部门培育', exit: 'removed' },
  key: {
    title: '重点库',
    test: closeToLine,
    clock: 'keyVisit',
    waitsFor: '街道和行业主管部门培育',
    returnsTo: ['training'],
    exit: 'removed',
  },
  ready: {
    title: '达标库',
    test: overLine,
    clock: 'filing',
    waitsFor: '组织申报',
    // Filing and its result are actions of their own: nobody is promoted into the statistics.
    promotesTo: [],
    returnsTo: ['key', 'training'],
    exit: 'removed',
  },
  filed: {
    title: '已申报',
    test: overLine,
    clock: 'approval',
    waitsFor: '上级统计部门审批',
    promotesTo: [],
    exit: 'removed',
  },
  entered: { title: '已入统', test: always, clock: 'check', waitsFor: '在库核查', counted: true, exit: 'out' },
}

const markReady = { set: 'readyAt', to: now } as const

/** S29 “四上”企业纳统培育库、重点库、达标库: firms on their way over the line, into the statistics and out again. */
export const aboveScaleFirms = defineRegister({
  id: 'above-scale-firms',
  system: 'S29',
  version: 1,
  title: '“四上”企业纳统培育库、重点库、达标库',
  purpose: '摸清接近入统标准的企业，逐级培育，达标即报，入统后跟踪；只申报不算入统。',
  basis: ['《中华人民共和国统计法》', thresholdSource],
  noun: '企业',
  roles: firmRoles,
  fields: firmFields,
  titleField: 'name',
  categoryField: 'industry',
  stages,
  entersAt: ['training', 'key', 'ready'],
  exits: { removed: '已退库', out: '已退统' },
  exitReasons: {
    below: '营收连续低于标准',
    stopped: '停产、歇业',
    deregistered: '注销、吊销',
    moved: '迁出本区',
    industry: '行业变更，不再适用原标准',
    merged: '并入其他企业',
    hopeless: '近期没有达标可能',
  },
  leadField: 'sector',
  areaField: 'street',
  forms: { enter: entryForm, change: entryForm },
  effects: {
    enter: [...measureGap, when(inState('ready'), [markReady])],
    change: measureGap,
    // From the key library there is one way up, into the ready one.
    promote: [when(inState('key'), [markReady])],
    sendBack: [{ clear: 'readyAt' }],
  },
  grants: {
    enter: finders,
    change: keepers,
    promote: keepers,
    sendBack: keepers,
    leave: statisticians,
  },
  actions: firmActions,
  clocks: firmClocks,
  settings: firmSettings,
  readers: [...keepers, { role: 'leader', at: 'district' }, { role: 'leader', at: 'lead' }],
  unmask: keepers,
  wording: firmWording,
  examples: firmExamples,
})
