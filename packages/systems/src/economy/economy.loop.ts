import { type ClockDefinition, defineLoop, type Grant, setting } from '@jiannuo/engine'
import { dueMark, officeRule, tellAll } from '../commitments/clock-parts.ts'
import { keepers, leaders, leadStaff, ledgerRoles } from '../commitments/roles.ts'
import { ledgerSources } from '../commitments/sources.ts'
import { economyActions } from './economy.actions.ts'
import { economyExamples } from './economy.examples.ts'
import { economyFields } from './economy.fields.ts'
import { economists, economist } from './roles.ts'
import { economyWording } from './wording.zh.ts'

const clock = (
  title: string,
  limit: string,
  message: string,
  ...told: readonly (readonly Grant[])[]
): ClockDefinition => ({
  title,
  limit: setting(limit),
  rule: officeRule,
  marks: { due: dueMark(...tellAll(message, ...told)) },
  source: ledgerSources.proposal,
})

/** S02 经济运行调度: one record an indicator and period; every version of the figure is kept. */
export const economy = defineLoop({
  id: 'economy',
  system: 'S02',
  version: 1,
  title: '指标月度监测',
  purpose: '主要预期指标逐月采集、核对、会商，预计、快报和最终核实分开留存，统计部门发布前不公开。',
  basis: [
    '《中华人民共和国统计法》',
    '国家统计局主要统计信息发布日程',
    '国家统计局新闻发布附注（增速的可比价、现价口径和可比口径，2013年）',
  ],
  noun: '指标数据',
  roles: { ...economist, ...ledgerRoles },
  fields: economyFields,
  titleField: 'indicatorName',
  states: {
    collect: { title: '采集', kind: 'open', clock: 'collection', waitsFor: '责任单位和发改统计专员' },
    check: { title: '核对', kind: 'open', clock: 'checking', waitsFor: '发改统计专员另一人' },
    consult: { title: '会商', kind: 'open', clock: 'consultation', waitsFor: '发改、统计部门' },
    internal: {
      title: '可内部使用',
      kind: 'open',
      noClock: '公开要等统计部门发布，发布日程不由本区定',
      waitsFor: '统计部门发布',
    },
    public: { title: '可公开', kind: 'final' },
  },
  actions: economyActions,
  clocks: {
    collection: clock('采集时限', 'collectionLimit', 'collection-due', leadStaff, economists),
    checking: clock('核对时限', 'checkingLimit', 'figure-check-due', economists),
    consultation: clock('会商时限', 'consultationLimit', 'figure-consult-due', economists),
  },
  settings: {
    collectionLimit: {
      title: '采集时限',
      type: 'limit',
      default: { value: 20, unit: 'day' },
      source: `月度数据约在次月中旬发布；时长为${ledgerSources.proposal}`,
    },
    checkingLimit: {
      title: '核对时限',
      type: 'limit',
      default: { value: 1, unit: 'workday' },
      source: ledgerSources.proposal,
    },
    consultationLimit: {
      title: '会商时限',
      type: 'limit',
      default: { value: 2, unit: 'workday' },
      source: ledgerSources.proposal,
    },
  },
  readers: [...economists, ...keepers, ...leaders, ...leadStaff, { role: 'leader', at: 'lead' }],
  wording: economyWording,
  examples: economyExamples,
})
