import { defineLoop } from '@jiannuo/engine'
import { endingActions } from './risks.actions-ending.ts'
import { frontActions } from './risks.actions-front.ts'
import { handlingActions } from './risks.actions-handling.ts'
import { riskClocks } from './risks.clocks.ts'
import { riskExamples } from './risks.examples.ts'
import { riskFields } from './risks.fields.ts'
import { riskReaders, riskRoles, riskUnmask } from './risks.roles.ts'
import { riskSettings } from './risks.settings.ts'
import { riskSources as sources } from './risks.sources.ts'
import { riskWording } from './wording.zh.ts'

/** S10 “研交办督结”工作闭环: assessed, assigned, handled, urged, ended, and gone round to see all the while (systems.md S10). */
export const riskMatters = defineLoop({
  id: 'risk-matters',
  system: 'S10',
  version: 1,
  title: '“研交办督结”工作闭环',
  purpose: '风险线索从研判定级、交办、办理、督办到办结销号，各环节限时，期间滚动排查，反弹重新研判。',
  basis: [sources.loop, sources.centre, sources.civilCode],
  noun: '风险事项',
  roles: riskRoles,
  fields: riskFields,
  titleField: 'title',
  categoryField: 'category',
  states: {
    found: { title: '待研判', kind: 'open', clock: 'assess', waitsFor: '平安办' },
    assessed: { title: '待交办', kind: 'open', clock: 'assign', waitsFor: '平安办' },
    assigned: { title: '待首次反馈', kind: 'open', clock: 'answer', waitsFor: '责任单位' },
    handling: { title: '办理中', kind: 'open', clock: 'handling', waitsFor: '责任单位' },
    reviewing: { title: '办结待复核', kind: 'open', clock: 'review', waitsFor: '平安办' },
    observing: { title: '已办结待销号', kind: 'open', clock: 'observe', waitsFor: '观察期满' },
    struckOff: { title: '已销号', kind: 'final' },
    merged: { title: '已归并', kind: 'final' },
    dismissed: { title: '不构成风险', kind: 'final' },
  },
  actions: { ...frontActions, ...handlingActions, ...endingActions },
  clocks: riskClocks,
  requests: { extension: { title: '延期申请', source: sources.proposal } },
  urging: { remind: '提醒', order: '督办', talk: '约谈' },
  settings: riskSettings,
  readers: riskReaders,
  unmask: riskUnmask,
  wording: riskWording,
  examples: riskExamples,
})
