import { always, defineRegister, type Grant, present, field, type StageDefinition } from '@jiannuo/engine'
import {
  buildingActions,
  buildingRoles,
  finders,
  keepers,
  officers,
  sectors,
  supervisors,
} from './buildings.actions.ts'
import { buildingExamples } from './buildings.examples.ts'
import { buildingFields, changeForm, entryForm } from './buildings.fields.ts'
import { buildingSettings, buildingSources as sources } from './buildings.settings.ts'
import { inUse, measureSpace, operating } from './buildings.tests.ts'
import { type Cadence, cadence } from './cadence.ts'
import { buildingWording } from './wording.zh.ts'

const stages: Readonly<Record<string, StageDefinition>> = {
  construction: { title: '建设', test: always, clock: 'build', waitsFor: '主管部门跟踪建设进度' },
  letting: { title: '投用招商', test: inUse, clock: 'sweep', waitsFor: '街道楼宇专员扫楼、招商' },
  operating: {
    title: '运营',
    test: operating,
    clock: 'sweep',
    waitsFor: '街道楼宇专员扫楼',
    // 亿元 is not applied for: the tax that is reported makes it one.
    promotesTo: ['renewing'],
    returnsTo: ['letting'],
  },
  hundredMillion: {
    title: '亿元楼宇',
    test: present(field('tier')),
    clock: 'keySweep',
    waitsFor: '街道楼宇专员每月扫楼',
    promotesTo: ['renewing'],
    counted: true,
  },
  renewing: { title: '提质更新', test: always, clock: 'renewal', waitsFor: '产权单位改造', promotesTo: ['letting'] },
}

const rhythm = (title: string, limit: string, code: string, more: Partial<Cadence> = {}) =>
  cadence({
    title,
    limit,
    code,
    doers: officers,
    above: sectors,
    source: `时长为${sources.proposal}；计算按${sources.civilCode}`,
    ...more,
  })

const leaders: readonly Grant[] = [{ role: 'leader', at: 'district' }]

/** S36 楼宇经济库: one sheet a building, kept true by sweeps; vacancy, where its firms are registered and taxed, and what it yields. */
export const buildings = defineRegister({
  id: 'buildings',
  system: 'S36',
  version: 1,
  title: '楼宇经济库',
  purpose: '一楼一档摸清面积、空置、企业落地和税收，定期扫楼，去空置、提落地、育亿元楼宇。',
  basis: [sources.cangqian, sources.use, sources.secrecy],
  noun: '楼宇',
  roles: buildingRoles,
  fields: buildingFields,
  titleField: 'name',
  categoryField: 'kind',
  stages,
  entersAt: ['construction', 'letting', 'operating'],
  exits: { removed: '已退库' },
  exitReasons: {
    demolished: '拆除、征收',
    converted: '改变用途，不再用于商务',
    merged: '并入其他楼宇档案',
    mistaken: '重复或错误登记',
  },
  leadField: 'sector',
  areaField: 'street',
  forms: { enter: entryForm, change: changeForm },
  effects: { enter: measureSpace, change: measureSpace },
  grants: { enter: finders, change: keepers, promote: sectors, sendBack: sectors, leave: sectors },
  actions: buildingActions,
  clocks: {
    build: rhythm('建设进度跟踪周期', 'buildLimit', 'build', { doers: keepers }),
    sweep: rhythm('扫楼周期', 'sweepLimit', 'sweep'),
    keySweep: rhythm('亿元楼宇扫楼周期', 'keySweepLimit', 'sweep', { above: [...sectors, ...supervisors] }),
    renewal: rhythm('提质更新进度周期', 'renewalLimit', 'renewal'),
    retention: rhythm('迁出预警走访时限', 'retentionLimit', 'retention', {
      doers: keepers,
      above: [...supervisors, ...leaders],
    }),
  },
  settings: buildingSettings,
  readers: [
    ...keepers,
    { role: 'taxOfficer', at: 'district' },
    ...supervisors,
    ...leaders,
    { role: 'leader', at: 'area' },
  ],
  unmask: keepers,
  wording: buildingWording,
  examples: buildingExamples,
})
