import { defineLoop } from '@jiannuo/engine'
import { afterActions } from './disputes.actions-after.ts'
import { intakeActions } from './disputes.actions-intake.ts'
import { mediationActions } from './disputes.actions-mediation.ts'
import { disputeClocks } from './disputes.clocks.ts'
import { disputeExamples } from './disputes.examples.ts'
import { disputeFields } from './disputes.fields.ts'
import { disputeReaders, disputeRoles, disputeUnmask } from './disputes.roles.ts'
import { disputeSettings } from './disputes.settings.ts'
import { disputeSources as sources } from './disputes.sources.ts'
import { disputeStates } from './disputes.states.ts'
import { disputeWording } from './wording.zh.ts'

/** S09 “1+5+N”矛盾纠纷多元化解: one centre takes it in, five bodies and the departments settle it (systems.md S09, domain.md 11). */
export const disputes = defineLoop({
  id: 'disputes',
  system: 'S09',
  version: 1,
  title: '“1+5+N”矛盾纠纷多元化解',
  purpose: '纠纷由综治中心登记、定级、分流，五类专业力量和部门先行调解，限时办理，司法确认、履行、回访，反弹重启。',
  basis: ['《人民调解法》', '《深圳经济特区矛盾纠纷多元化解条例》', sources.centre, sources.civilCode],
  noun: '纠纷',
  roles: disputeRoles,
  fields: disputeFields,
  titleField: 'title',
  categoryField: 'category',
  states: disputeStates,
  actions: { ...intakeActions, ...mediationActions, ...afterActions },
  clocks: disputeClocks,
  urging: { remind: '提醒', order: '督办', talk: '约谈' },
  settings: disputeSettings,
  readers: disputeReaders,
  unmask: disputeUnmask,
  wording: disputeWording,
  examples: disputeExamples,
})
