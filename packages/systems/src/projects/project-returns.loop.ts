import { type ClockDefinition, defineLoop, type Grant, now, setting } from '@jiannuo/engine'
import { dueMark, officeRule, tellAll } from '../commitments/clock-parts.ts'
import { kindsSetting, monthsSetting } from './choices.ts'
import { projectReturnActions } from './project-returns.actions.ts'
import { projectReturnExamples } from './project-returns.examples.ts'
import { projectReturnFields } from './project-returns.fields.ts'
import { projectReturnWording } from './project-returns.wording.zh.ts'
import { leaders, projectOffice, projectReaders, projectRoles, unitHeads, unitStaff } from './roles.ts'
import { projectSources as sources } from './sources.ts'

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
  source: `${sources.proposal}；${sources.civilCode}`,
})

const filing: ClockDefinition = {
  title: '月报填报期限',
  limit: setting('filingLimit'),
  rule: officeRule,
  marks: {
    soon: {
      title: '到期前3日',
      at: { before: { value: 3, unit: 'day' } },
      effects: tellAll('filing-soon', unitStaff),
    },
    due: dueMark({ set: 'overdueAt', to: now }, ...tellAll('filing-due', unitStaff, unitHeads, projectOffice)),
  },
  source: sources.monthly,
}

/** S26 项目投资月报: what was invested in a month, a reading once it is approved and only for a project in the statistics. */
export const projectReturns = defineLoop({
  id: 'project-returns',
  system: 'S26',
  version: 1,
  title: '项目投资月报',
  purpose: '责任单位按月报完成投资和形象进度，区项目办审核采用；入统以后的投资才计入，更正留原值。',
  basis: [sources.statistics, sources.monthly, sources.tongliang],
  noun: '投资月报',
  roles: projectRoles,
  fields: projectReturnFields,
  titleField: 'projectName',
  categoryField: 'kind',
  states: {
    draft: { title: '填报中', kind: 'open', clock: 'filing', waitsFor: '责任单位' },
    submitted: { title: '已报送', kind: 'open', clock: 'checking', waitsFor: '区项目办' },
    sentBack: { title: '已退回', kind: 'open', clock: 'refilling', waitsFor: '责任单位' },
    counted: { title: '已采用', kind: 'final' },
    beforeEntry: { title: '已审核，入统前不计投资', kind: 'final' },
    withdrawn: { title: '已撤回', kind: 'final' },
  },
  actions: projectReturnActions,
  clocks: {
    filing,
    checking: clock('审核时限', 'checkingLimit', 'checking-due', projectOffice, leaders),
    refilling: clock('重报时限', 'refillingLimit', 'refilling-due', unitStaff, projectOffice),
  },
  settings: {
    months: monthsSetting,
    kinds: kindsSetting,
    filingLimit: {
      title: '截止日后起草的填报期限',
      type: 'limit',
      default: { value: 1, unit: 'workday' },
      source: sources.proposal,
    },
    checkingLimit: {
      title: '审核时限',
      type: 'limit',
      default: { value: 3, unit: 'workday' },
      source: sources.proposal,
    },
    refillingLimit: {
      title: '重报时限',
      type: 'limit',
      default: { value: 2, unit: 'workday' },
      source: sources.proposal,
    },
  },
  readers: projectReaders,
  wording: projectReturnWording,
  examples: projectReturnExamples,
})
