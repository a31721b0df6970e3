import { defineLoop } from '@jiannuo/engine'
import { closingActions } from './hotline.actions-closing.ts'
import { dutyActions } from './hotline.actions-duty.ts'
import { handlingActions } from './hotline.actions-handling.ts'
import { intakeActions } from './hotline.actions-intake.ts'
import { requestActions } from './hotline.actions-requests.ts'
import { urgingActions } from './hotline.actions-urging.ts'
import { hotlineClocks } from './hotline.clocks.ts'
import { hotlineExamples } from './hotline.examples.ts'
import { hotlineFields } from './hotline.fields.ts'
import { hotlineReaders, hotlineRoles, hotlineUnmask } from './hotline.grants.ts'
import { hotlineRequests, hotlineUrging } from './hotline.requests.ts'
import { hotlineSettings } from './hotline.settings.ts'
import { sources } from './hotline.sources.ts'
import { hotlineStates } from './hotline.states.ts'
import { hotlineWording } from './wording.zh.ts'

/** S05 市民热线案件办理闭环: from the call to the archive, with everything that may come between. */
export const hotline = defineLoop({
  id: 'hotline',
  system: 'S05',
  version: 1,
  title: '市民热线案件办理闭环',
  purpose: '市民诉求从受理、派单、办理、回访到归档，限时办结，办得不好的重办，每个数字都能追到工单。',
  basis: [
    '《北京市接诉即办工作条例》',
    '《济南市12345市民服务热线条例》',
    '《潍坊市12345政务服务便民热线条例》',
    sources.standard,
    sources.civilCode,
  ],
  noun: '工单',
  roles: hotlineRoles,
  fields: hotlineFields,
  titleField: 'title',
  categoryField: 'category',
  states: hotlineStates,
  actions: {
    ...intakeActions,
    ...dutyActions,
    ...handlingActions,
    ...closingActions,
    ...requestActions,
    ...urgingActions,
  },
  clocks: hotlineClocks,
  requests: hotlineRequests,
  urging: hotlineUrging,
  settings: hotlineSettings,
  readers: hotlineReaders,
  unmask: hotlineUnmask,
  wording: hotlineWording,
  migrations: [],
  examples: hotlineExamples,
})
