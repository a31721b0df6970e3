import { defineLoop } from '@jiannuo/engine'
import { PROPOSAL } from '../street-whistle/form.ts'
import { closingActions } from './requests.actions-closing.ts'
import { handlingActions } from './requests.actions-handling.ts'
import { hardActions } from './requests.actions-hard.ts'
import { intakeActions } from './requests.actions-intake.ts'
import { requestClocks } from './requests.clocks.ts'
import { requestExamples } from './requests.examples.ts'
import { requestFields } from './requests.fields.ts'
import { requestReaders, requestRoles, requestUnmask } from './requests.grants.ts'
import { requestSettings } from './requests.settings.ts'
import { requestSources as sources } from './requests.sources.ts'
import { requestStates } from './requests.states.ts'
import { requestWording } from './wording.zh.ts'

/** S07 企业诉求收集办理: from the visit to the firm's own word, with what is hard kept in sight until it is done. */
export const enterpriseRequests = defineLoop({
  id: 'enterprise-requests',
  system: 'S07',
  version: 1,
  title: '企业诉求收集办理',
  purpose: '企业诉求统一收集、受理、交办、答复，由企业自己评价，难题会商、挂账，承诺跟踪到兑现。',
  basis: [sources.business(48), sources.beijing(14), sources.jinan(27), '《民法典》第200条至第203条'],
  noun: '诉求',
  roles: requestRoles,
  fields: requestFields,
  titleField: 'title',
  categoryField: 'category',
  states: requestStates,
  actions: { ...intakeActions, ...handlingActions, ...hardActions, ...closingActions },
  clocks: requestClocks,
  requests: {
    extension: { title: '延期申请', source: `${sources.beijing(15)}；比照适用` },
    shelf: { title: '挂账申请', source: PROPOSAL },
    deferral: { title: '承诺日期调整申请', source: `${sources.promises}；程序为${PROPOSAL}` },
  },
  urging: { remind: '提醒', order: '督办' },
  settings: requestSettings,
  readers: requestReaders,
  unmask: requestUnmask,
  wording: requestWording,
  examples: requestExamples,
})
