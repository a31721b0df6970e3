import { defineLoop } from '@jiannuo/engine'
import { PROPOSAL } from './form.ts'
import { escalatingActions } from './whistle.actions-escalating.ts'
import { handlingActions } from './whistle.actions-handling.ts'
import { levelActions } from './whistle.actions-levels.ts'
import { scoringActions } from './whistle.actions-scoring.ts'
import { timeActions } from './whistle.actions-time.ts'
import { whistleActions } from './whistle.actions-whistle.ts'
import { whistleClocks } from './whistle.clocks.ts'
import { whistleExamples } from './whistle.examples.ts'
import { whistleFields } from './whistle.fields.ts'
import { whistleReaders, whistleRoles, whistleUnmask } from './whistle.grants.ts'
import { whistleSettings } from './whistle.settings.ts'
import { whistleSources as sources } from './whistle.sources.ts'
import { whistleStates } from './whistle.states.ts'
import { whistleWording } from './wording.zh.ts'

/** S06 民呼我应: reports rise from the grid level by level; the street whistles for departments, and both sides are scored. */
export const streetWhistle = defineLoop({
  id: 'street-whistle',
  system: 'S06',
  version: 1,
  title: '民呼我应（街道吹哨、部门报到）',
  purpose: '居民报事由网格、社区、街道逐级解决，街道解决不了的吹哨，部门限时到场联合处置，核实销号后双向评价。',
  basis: [sources.beijing(16), sources.beijing(33), sources.levels, sources.grid, '《民法典》第200条至第203条'],
  noun: '呼应事项',
  roles: whistleRoles,
  fields: whistleFields,
  titleField: 'title',
  categoryField: 'category',
  states: whistleStates,
  actions: {
    ...levelActions,
    ...whistleActions,
    ...escalatingActions,
    ...handlingActions,
    ...scoringActions,
    ...timeActions,
  },
  clocks: whistleClocks,
  requests: {
    whistle: { title: '吹哨申请', source: `${sources.beijing(16)}；签发人为${PROPOSAL}` },
    duty: { title: '应哨异议', source: sources.beijing(12) },
    score: { title: '评分异议', source: `${sources.beijing(33)}；程序为${PROPOSAL}` },
    extension: { title: '延期申请', source: sources.beijing(15) },
    pause: { title: '暂停计时申请', source: '暂停须有理由、起止时间和批准人（本项目建议）' },
  },
  urging: { remind: '提醒', order: '督办' },
  settings: whistleSettings,
  readers: whistleReaders,
  unmask: whistleUnmask,
  wording: whistleWording,
  examples: whistleExamples,
})
