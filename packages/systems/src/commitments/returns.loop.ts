import { type ClockDefinition, defineLoop, now, setting } from '@jiannuo/engine'
import { dueMark, officeRule, tellAll } from './clock-parts.ts'
import { returnActions } from './returns.actions.ts'
import { returnExamples } from './returns.examples.ts'
import { returnFields } from './returns.fields.ts'
import { returnsWording } from './returns.wording.zh.ts'
import { leadStaff, ledgerReaders, ledgerRoles, supervisors } from './roles.ts'
import { ledgerSources as sources } from './sources.ts'

const clocks: Readonly<Record<string, ClockDefinition>> = {
  filing: {
    title: '填报时限',
    limit: setting('filingLimit'),
    rule: officeRule,
    marks: { due: dueMark({ set: 'overdueAt', to: now }, ...tellAll('filing-due', leadStaff)) },
    source: sources.panjin,
  },
  checking: {
    title: '审核时限',
    limit: setting('checkingLimit'),
    rule: officeRule,
    marks: { due: dueMark(...tellAll('checking-due', supervisors)) },
    source: sources.proposal,
  },
  refilling: {
    title: '补报时限',
    limit: setting('refillingLimit'),
    rule: officeRule,
    marks: { due: dueMark(...tellAll('refilling-due', leadStaff, supervisors)) },
    source: sources.proposal,
  },
}

/** S01 月报: what the lead unit says of a commitment for one period. It becomes a reading once it is approved, never before. */
export const returns = defineLoop({
  id: 'returns',
  system: 'S01',
  version: 1,
  title: '月报',
  purpose: '牵头单位按期报送任务进展和完成数，督查室审核采用或退回，采用的数进入实绩。',
  basis: [sources.panjin, sources.yancheng, '《政府督查工作条例》'],
  noun: '月报',
  roles: ledgerRoles,
  fields: returnFields,
  titleField: 'commitmentTitle',
  states: {
    draft: { title: '填报中', kind: 'open', clock: 'filing', waitsFor: '牵头单位' },
    submitted: { title: '已报送', kind: 'open', clock: 'checking', waitsFor: '督查室' },
    sentBack: { title: '已退回', kind: 'open', clock: 'refilling', waitsFor: '牵头单位' },
    approved: { title: '已采用', kind: 'final' },
    withdrawn: { title: '已撤回', kind: 'final' },
  },
  actions: returnActions,
  clocks,
  settings: {
    filingLimit: {
      title: '填报时限（未按报送节奏给出天数时用）',
      type: 'limit',
      default: { value: 5, unit: 'day' },
      source: sources.proposal,
    },
    checkingLimit: {
      title: '审核时限',
      type: 'limit',
      default: { value: 3, unit: 'workday' },
      source: sources.proposal,
    },
    refillingLimit: {
      title: '补报时限',
      type: 'limit',
      default: { value: 2, unit: 'workday' },
      source: sources.proposal,
    },
  },
  readers: ledgerReaders,
  wording: returnsWording,
  examples: returnExamples,
})
