import type { ActionDefinition } from '@jiannuo/engine'
import { supervisors } from './hotline.grants.ts'
import { hotlineUrging, urgingReasons } from './hotline.requests.ts'

const atUnit = ['dispatched', 'handling', 'review', 'redo', 'shelved']

const urge = (level: keyof typeof hotlineUrging): ActionDefinition => ({
  title: `督办：${hotlineUrging[level]}`,
  from: atUnit,
  to: 'same',
  by: supervisors,
  fields: {
    reason: { title: '督办理由', type: 'choice', required: true, choices: urgingReasons },
    demand: { title: '督办要求', type: 'longText', required: true, maxLength: 1000 },
  },
  effects: [
    { urge: level },
    { notify: { role: 'handler', at: 'lead' }, message: `urge-${level}` },
    { notify: { role: 'reviewer', at: 'lead' }, message: `urge-${level}` },
  ],
})

/** Urging by hand, level by level (济南 第28条, 潍坊 第26条); the clocks urge by themselves besides. */
export const urgingActions: Readonly<Record<string, ActionDefinition>> = {
  urgeRemind: urge('remind'),
  urgeOrder: urge('order'),
  urgeTalk: urge('talk'),
}
