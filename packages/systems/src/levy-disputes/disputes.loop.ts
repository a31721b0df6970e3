import { defineLoop } from '@jiannuo/engine'
import { PROPOSAL } from '../street-whistle/form.ts'
import { closingActions } from './disputes.actions-closing.ts'
import { intakeActions } from './disputes.actions-intake.ts'
import { mediationActions } from './disputes.actions-mediation.ts'
import { disputeClocks } from './disputes.clocks.ts'
import { disputeExamples } from './disputes.examples.ts'
import { disputeFields } from './disputes.fields.ts'
import { disputeReaders, disputeRoles, disputeUnmask } from './disputes.grants.ts'
import { disputeSettings } from './disputes.settings.ts'
import { disputeSources as sources } from './disputes.sources.ts'
import { disputeStates } from './disputes.states.ts'
import { disputeWording } from './wording.zh.ts'

/** S08 征收争议闭环调解: one desk for contribution disputes, from the facts to the last payment. */
export const levyDisputes = defineLoop({
  id: 'levy-disputes',
  system: 'S08',
  version: 1,
  title: '征收争议闭环调解',
  purpose: '社保费征收争议一处登记，税务、社保核定事实，限期调解，协议可司法确认，跟踪履行到位后结案。',
  basis: [sources.mediation(33), sources.shenzhen(25), sources.shenzhen(45), sources.shenzhen(46), sources.insurance],
  noun: '争议',
  roles: disputeRoles,
  fields: disputeFields,
  titleField: 'title',
  categoryField: 'category',
  states: disputeStates,
  actions: { ...intakeActions, ...mediationActions, ...closingActions },
  clocks: disputeClocks,
  requests: { extension: { title: '延长调解申请', source: `${sources.shenzhen(25)}；程序为${PROPOSAL}` } },
  urging: { remind: '督促履行' },
  settings: disputeSettings,
  readers: disputeReaders,
  unmask: disputeUnmask,
  wording: disputeWording,
  examples: disputeExamples,
})
