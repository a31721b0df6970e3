import { always, any, defineRegister, type StageDefinition } from '@jiannuo/engine'
import { finders, firmActions, firmRoles } from './firms.actions.ts'
import { firmClocks, keepers, leaders, sectors } from './firms.clocks.ts'
import { firmExamples } from './firms.examples.ts'
import { changeForm, entryForm, firmFields } from './firms.fields.ts'
import { firmSettings, titleSources as sources } from './firms.settings.ts'
import { holds } from './firms.titles.ts'
import { firmWording } from './wording.zh.ts'

const titled = { clock: 'review', waitsFor: '主管部门和街道核对条件', promotesTo: [], counted: true } as const

// Nobody is promoted by hand: titles that are given, lapse or are taken away move a firm.
const stages: Readonly<Record<string, StageDefinition>> = {
  potential: { title: '潜在培育', test: always, clock: 'tutoring', waitsFor: '街道走访辅导', promotesTo: [] },
  sme: { title: '科技型中小企业', test: holds('sme'), ...titled },
  highTech: { title: '高新技术企业', test: holds('highTech'), ...titled },
  growing: { title: '瞪羚、专精特新', test: any(holds('gazelle'), holds('specialised')), ...titled },
  giant: { title: '“小巨人”', test: holds('giant'), ...titled },
  newSpecies: { title: '“新物种”、独角兽', test: holds('species'), ...titled },
}

/** S31 创新企业梯队库: one firm, many titles with their terms; it stands where its highest title in force puts it. */
export const innovationFirms = defineRegister({
  id: 'innovation-firms',
  system: 'S31',
  version: 1,
  title: '创新企业梯队库',
  purpose: '摸清谁能往上申报、谁的称号快到期：一企多称号分别计期，梯次按在有效期内的最高称号定。',
  basis: [sources.highTech, sources.sme, sources.specialised],
  noun: '企业',
  roles: firmRoles,
  fields: firmFields,
  titleField: 'name',
  categoryField: 'field',
  stages,
  entersAt: ['potential'],
  exits: { left: '已出库' },
  exitReasons: {
    moved: '迁出本区',
    deregistered: '注销、吊销',
    merged: '并入其他企业',
    stopped: '停止经营',
    hopeless: '近期没有申报可能',
    mistaken: '重复或错误登记',
  },
  leadField: 'sector',
  areaField: 'street',
  forms: { enter: entryForm, change: changeForm },
  grants: { enter: finders, change: keepers, promote: [], sendBack: [], leave: sectors },
  actions: firmActions,
  clocks: firmClocks,
  settings: firmSettings,
  readers: [...keepers, { role: 'supervisor', at: 'district' }, ...leaders, { role: 'leader', at: 'area' }],
  unmask: keepers,
  wording: firmWording,
  examples: firmExamples,
})
