import { defineLoop } from '@jiannuo/engine'
import { heardActions } from './permits.actions-heard.ts'
import { permitActions } from './permits.actions-permit.ts'
import { projectActions } from './permits.actions-project.ts'
import { permitClocks } from './permits.clocks.ts'
import { permitExamples } from './permits.examples.ts'
import { permitFields, permitReaders, permitRoles, permitUnmask, specials } from './permits.fields.ts'
import { permitSettings } from './permits.settings.ts'
import { sources } from './permits.sources.ts'
import { permitStates } from './permits.states.ts'
import { permitWording } from './wording.zh.ts'

/**
 * S15 多证齐发: one record for the project and one for each of its permits, which follow it: what is accepted, issued or ended with the
 * project is so in the same moment (domain.md 6).
 */
export const parallelPermits = defineLoop({
  id: 'parallel-permits',
  system: 'S15',
  version: 1,
  title: '多证齐发、分阶段施工、开工一张证',
  purpose: '一个项目的多个审批事项一次告知、并联受理、各部门同时审查、同一天发证，时限按工作日算清楚。',
  basis: [sources.joint, sources.single, sources.special, sources.correction, sources.delivery, sources.environment],
  noun: '并联审批件',
  roles: permitRoles,
  fields: permitFields,
  titleField: 'title',
  categoryField: 'permit',
  states: permitStates,
  actions: { ...projectActions, ...heardActions, ...permitActions },
  clocks: permitClocks,
  requests: { special: { title: '特别程序申请', reasons: specials, source: sources.special } },
  urging: { remind: '提醒', order: '督办' },
  settings: permitSettings,
  readers: permitReaders,
  unmask: permitUnmask,
  wording: permitWording,
  examples: permitExamples,
})
