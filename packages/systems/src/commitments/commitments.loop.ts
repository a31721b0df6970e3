import { defineLoop } from '@jiannuo/engine'
import { changeActions } from './commitments.actions-changes.ts'
import { closingActions } from './commitments.actions-closing.ts'
import { deliveryActions } from './commitments.actions-delivery.ts'
import { draftingActions } from './commitments.actions-drafting.ts'
import { commitmentClocks } from './commitments.clocks.ts'
import { commitmentExamples } from './commitments.examples.ts'
import { commitmentFields } from './commitments.fields.ts'
import { commitmentRequests, commitmentUrging } from './commitments.requests.ts'
import { commitmentSettings } from './commitments.settings.ts'
import { commitmentStates } from './commitments.states.ts'
import { commitmentsWording } from './commitments.wording.zh.ts'
import { ledgerReaders, ledgerRoles } from './roles.ts'
import { ledgerSources as sources } from './sources.ts'

/** S01 目标任务台账: one record a promise, from the sentence in the document to its strike-off and what the next report says of it. */
export const commitments = defineLoop({
  id: 'commitments',
  system: 'S01',
  version: 1,
  title: '目标任务台账',
  purpose: '报告和计划里说要做的事逐条落到单位，按期报送，亮灯督办，凭佐证销号，调整留原值，年终与下年报告比对。',
  basis: [
    '《政府督查工作条例》',
    sources.wuhan,
    sources.panjin,
    sources.yancheng,
    sources.ningbo,
    sources.yinchuan,
    sources.tongliang,
  ],
  noun: '任务',
  roles: ledgerRoles,
  fields: commitmentFields,
  titleField: 'title',
  categoryField: 'chapter',
  states: commitmentStates,
  actions: { ...draftingActions, ...deliveryActions, ...changeActions, ...closingActions },
  clocks: commitmentClocks,
  requests: commitmentRequests,
  urging: commitmentUrging,
  settings: commitmentSettings,
  readers: ledgerReaders,
  wording: commitmentsWording,
  examples: commitmentExamples,
})
