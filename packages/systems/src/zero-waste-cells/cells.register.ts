import { always, defineRegister, field, present, type StageDefinition, when } from '@jiannuo/engine'
import { tellAll } from '../commitments/clock-parts.ts'
import { lossReasons, namedActions } from './cells.actions-named.ts'
import { namingActions, withdrawReasons } from './cells.actions.ts'
import { cellClocks } from './cells.clocks.ts'
import { cellExamples } from './cells.examples.ts'
import { cellFields, changeForm, entryForm } from './cells.fields.ts'
import { auditors, cellRoles, finders, keepers, leaders, reviewers, taskForce } from './cells.people.ts'
import { cellSettings, cellSources as sources } from './cells.settings.ts'
import { mayApply, meets, ofKind } from './cells.standards.ts'
import { cellWording } from './wording.zh.ts'

// Nobody is promoted by hand: each step is an action of its own, done by another office.
const stages: Readonly<Record<string, StageDefinition>> = {
  applied: { title: '已申报', test: mayApply, clock: 'selfCheck', waitsFor: '申报单位自评', promotesTo: [] },
  checked: {
    title: '已自评',
    test: meets('self'),
    clock: 'audit',
    waitsFor: '行业主管部门初审',
    promotesTo: [],
    returnsTo: ['applied'],
  },
  audited: {
    title: '待现场核查',
    test: meets('self'),
    clock: 'site',
    waitsFor: '无关单位现场核查',
    promotesTo: [],
    returnsTo: ['applied'],
  },
  published: { title: '公示', test: meets('site'), clock: 'publicity', waitsFor: '公示期满、命名', promotesTo: [] },
  named: {
    title: '已命名',
    test: meets('site'),
    clock: 'recheck',
    waitsFor: '定期复核',
    promotesTo: [],
    counted: true,
    exit: 'removed',
  },
  mending: {
    title: '限期整改',
    test: always,
    clock: 'mend',
    waitsFor: '单位整改后复查',
    promotesTo: [],
    counted: true,
    exit: 'removed',
  },
}

/** S46 “无废城市细胞”名录: units of many kinds that apply, are scored, reviewed by others, named, and keep the name only by re-checks. */
export const zeroWasteCells = defineRegister({
  id: 'zero-waste-cells',
  system: 'S46',
  version: 1,
  title: '“无废城市细胞”名录',
  purpose:
    '机关、学校、医院、小区、商超、酒店、工厂等按类申报、自评、异单位现场核查、公示命名，定期复核，不达标的摘牌。',
  basis: [sources.law, sources.plan, sources.shanghai],
  noun: '细胞',
  roles: cellRoles,
  fields: cellFields,
  titleField: 'name',
  categoryField: 'kind',
  stages,
  entersAt: ['applied'],
  exits: { ended: '未命名', removed: '已摘牌' },
  exitReasons: { ...withdrawReasons, ...lossReasons },
  leadField: 'sector',
  areaField: 'street',
  forms: { enter: entryForm, change: changeForm },
  effects: {
    enter: [
      { set: 'mustSays', to: ofKind('must') },
      when(present(field('former')), [{ link: 'former-entry', to: field('former') }]),
    ],
    sendBack: [{ release: 'co' }, ...tellAll('sent-back', keepers)],
  },
  // Ending an application and losing a name have reasons and papers of their own: no plain `leave`.
  grants: { enter: finders, change: keepers, promote: [], sendBack: auditors, leave: [] },
  actions: { ...namingActions, ...namedActions },
  clocks: cellClocks,
  settings: cellSettings,
  readers: [...keepers, ...taskForce, ...reviewers, ...leaders],
  unmask: [...keepers, ...taskForce],
  wording: cellWording,
  examples: cellExamples,
})
