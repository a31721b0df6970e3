import { defineLoop } from '@jiannuo/engine'
import { closingActions } from './hazards.actions-closing.ts'
import { findingActions } from './hazards.actions-finding.ts'
import { mendingActions } from './hazards.actions-mending.ts'
import { hazardClocks } from './hazards.clocks.ts'
import { hazardExamples } from './hazards.examples.ts'
import { hazardFields } from './hazards.fields.ts'
import { hazardReaders, hazardRoles, hazardUnmask } from './hazards.roles.ts'
import { hazardSettings } from './hazards.settings.ts'
import { hazardSources as sources } from './hazards.sources.ts'
import { hazardStates } from './hazards.states.ts'
import { hazardWording } from './wording.zh.ts'

/** S12 安全隐患闭环: from the finding to the strike-off, with five things in place before work begins (systems.md S12, domain.md 12). */
export const hazards = defineLoop({
  id: 'hazards',
  system: 'S12',
  version: 1,
  title: '安全生产隐患闭环管理',
  purpose: '隐患从发现、定级、下达整改到复查、销号，“五落实”到位才整改，第二人复查，重大隐患上报并挂牌督办。',
  basis: ['《安全生产法》', sources.order16, sources.hubei('2至10'), sources.civilCode],
  noun: '隐患',
  roles: hazardRoles,
  fields: hazardFields,
  titleField: 'title',
  categoryField: 'category',
  states: hazardStates,
  actions: { ...findingActions, ...mendingActions, ...closingActions },
  clocks: hazardClocks,
  requests: {
    extension: { title: '整改延期申请', source: sources.proposal },
  },
  urging: { remind: '提示', order: '督办通知书', talk: '约谈' },
  settings: hazardSettings,
  readers: hazardReaders,
  unmask: hazardUnmask,
  wording: hazardWording,
  examples: hazardExamples,
})
