import { type ClockDefinition, defineLoop, type Effect, now, setting } from '@jiannuo/engine'
import { dueMark, officeRule, tellAll } from '../commitments/clock-parts.ts'
import { safetyReaders, safetyRoles, peaceOffices, supervisors, warnedHeads, warnedStaff } from './roles.ts'
import { safetyActions } from './safety.actions.ts'
import { safetyExamples } from './safety.examples.ts'
import { safetyFields } from './safety.fields.ts'
import { safetySettings, safetySources } from './safety.settings.ts'
import { safetyWording } from './wording.zh.ts'

const clock = (title: string, limit: string, ...due: readonly Effect[]): ClockDefinition => ({
  title,
  limit: setting(limit),
  rule: officeRule,
  marks: { due: dueMark(...due) },
  source: safetySources.proposal,
})

const rectify = clock(
  '整改时限',
  'rectifyLimit',
  { set: 'lateAt', to: now },
  { urge: 'reminded' },
  ...tellAll('rectify-due', warnedHeads, peaceOffices, supervisors),
)

/** S50 平安预警: what a street does about a bad score, and who checks that it was done. */
export const safetyWarnings = defineLoop({
  id: 'safety-warnings',
  system: 'S50',
  version: 1,
  title: '平安预警',
  purpose: '平安指数连续偏低或分项越线时自动发出预警单，街道分析原因、整改、报送，平安办复核解除，逾期转督办。',
  basis: [safetySources.chasing, safetySources.dujiangyan, '《健全落实社会治安综合治理领导责任制规定》'],
  noun: '预警单',
  roles: safetyRoles,
  fields: safetyFields,
  titleField: 'title',
  categoryField: 'kind',
  states: {
    issued: { title: '已发预警', kind: 'open', clock: 'accept', waitsFor: '街道签收' },
    rectifying: { title: '整改中', kind: 'open', clock: 'rectify', waitsFor: '街道整改' },
    checking: { title: '待复核', kind: 'open', clock: 'check', waitsFor: '平安办复核' },
    lifted: { title: '已解除', kind: 'final' },
    withdrawn: { title: '已撤销', kind: 'final' },
  },
  actions: safetyActions,
  clocks: {
    accept: clock('签收时限', 'acceptLimit', { urge: 'reminded' }, ...tellAll('accept-due', warnedStaff, peaceOffices)),
    rectify: {
      ...rectify,
      marks: {
        ...rectify.marks,
        warned: { title: '临期提醒', at: { left: 0.3 }, effects: tellAll('rectify-warned', warnedStaff) },
      },
    },
    check: clock('复核时限', 'checkLimit', ...tellAll('check-due', peaceOffices)),
  },
  urging: { reminded: '提醒', supervised: '督办', talked: '约谈' },
  settings: safetySettings,
  readers: safetyReaders,
  wording: safetyWording,
  examples: safetyExamples,
})
