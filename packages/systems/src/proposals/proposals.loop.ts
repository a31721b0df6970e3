import { defineLoop } from '@jiannuo/engine'
import { closingActions } from './proposals.actions-closing.ts'
import { handlingActions } from './proposals.actions-handling.ts'
import { intakeActions } from './proposals.actions-intake.ts'
import { promiseActions } from './proposals.actions-promises.ts'
import { replyActions } from './proposals.actions-reply.ts'
import { extensionReasons, promiseReasons, returnReasons } from './proposals.choices.ts'
import { proposalClocks } from './proposals.clocks.ts'
import { proposalExamples } from './proposals.examples.ts'
import { proposalFields } from './proposals.fields.ts'
import { proposalReaders, proposalRoles, proposalUnmask } from './proposals.roles.ts'
import { proposalSettings } from './proposals.settings.ts'
import { sources } from './proposals.sources.ts'
import { proposalStates } from './proposals.states.ts'
import { proposalWording } from './wording.zh.ts'

/** S14 人大议案建议、政协提案办理: from the hand-over to the last promise kept (domain.md 14). */
export const proposals = defineLoop({
  id: 'proposals',
  system: 'S14',
  version: 1,
  title: '人大议案建议、政协提案办理',
  purpose: '每件议案、建议、提案交办到单位，与代表委员面商，按时分类答复，不满意的重办，答应的事跟踪到兑现。',
  basis: [sources.law, sources.beijing, sources.chongqing, sources.cppcc, sources.civilCode],
  noun: '建议提案',
  roles: proposalRoles,
  fields: proposalFields,
  titleField: 'subject',
  categoryField: 'kind',
  states: proposalStates,
  actions: { ...intakeActions, ...handlingActions, ...replyActions, ...closingActions, ...promiseActions },
  clocks: proposalClocks,
  requests: {
    return: { title: '退办申请', reasons: returnReasons, source: sources.chongqing },
    extension: { title: '延期答复申请', reasons: extensionReasons, source: `${sources.law}；${sources.proposal}` },
    promiseChange: { title: '承诺期限调整申请', reasons: promiseReasons, source: sources.proposal },
    giveUp: { title: 'B类转C类申请', reasons: promiseReasons, source: sources.proposal },
  },
  urging: { remind: '提醒', order: '督办单', talk: '约谈' },
  settings: proposalSettings,
  readers: proposalReaders,
  unmask: proposalUnmask,
  wording: proposalWording,
  examples: proposalExamples,
})
