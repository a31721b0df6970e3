import type { ActionDefinition } from '@jiannuo/engine'
import { not, now, setting } from '@jiannuo/engine'
import { noneAsked, proof, tell, words } from './form.ts'
import { assembled, atLevel, clearCalled, holdAt } from './whistle.effects.ts'
import { calledStaff, streetHead, streetLead, supervisors } from './whistle.grants.ts'
import { allHere } from './whistle.slots.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

/** A whistle that nobody answered, or that did not help, goes to the supervisor. */
export const escalatingActions: Actions = {
  escalate: {
    title: '哨未应，提级督办',
    from: ['whistled'],
    to: 'escalated',
    by: [],
    system: true,
    effects: [{ set: 'unansweredAt', to: now }, { start: 'ruling' }],
  },
  raiseToDistrict: {
    title: '上呼区级协调',
    from: ['onSite'],
    to: 'escalated',
    by: streetHead,
    fields: { tried: words('联合处置情况'), lacking: words('需要区级协调的事项') },
    guards: [noneAsked('extension'), noneAsked('pause')],
    effects: [{ stop: 'handling' }, atLevel('district'), { start: 'ruling' }, ...tell('to-district', ...supervisors)],
  },
  orderArrival: {
    title: '责令限时到场',
    from: ['escalated'],
    to: 'whistled',
    by: supervisors,
    fields: { order: words('督办意见') },
    guards: [{ when: not(allHere), code: 'all-here' }],
    effects: [
      atLevel('district'),
      { stop: 'ruling' },
      { start: 'arrival', limit: setting('orderedArrivalLimit') },
      { urge: 'order' },
      ...tell('ordered', ...calledStaff),
    ],
  },
  coordinate: {
    title: '下达区级协调意见',
    from: ['escalated'],
    to: 'onSite',
    by: supervisors,
    fields: { decision: words('协调意见（责任部门、措施、时间）'), minutes: proof('会议纪要或批示') },
    effects: [atLevel('district'), ...assembled, ...tell('coordinated', ...calledStaff, ...streetLead)],
  },
  recall: {
    title: '认定吹哨不当，退回街道',
    from: ['escalated'],
    to: 'street',
    by: supervisors,
    fields: { reason: words('认定理由') },
    effects: [
      { set: 'unfoundedAt', to: now },
      { stop: 'arrival' },
      { stop: 'ruling' },
      ...clearCalled,
      ...holdAt('street'),
      ...tell('recalled', ...streetLead),
    ],
  },
}
