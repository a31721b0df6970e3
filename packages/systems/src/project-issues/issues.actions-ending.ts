import type { ActionDefinition } from '@jiannuo/engine'
import {
  actorPerson,
  clockIs,
  constant,
  equals,
  fact,
  field,
  firstOf,
  input,
  minus,
  not,
  now,
  over,
  when,
} from '@jiannuo/engine'
import { tellAll } from '../commitments/clock-parts.ts'
import { evidence, secondPerson, words } from '../projects/projects.parts.ts'
import { leaders, projectOffice, unitHeads, unitStaff } from '../projects/roles.ts'
import { nowOverdue } from './issues.settings.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const DAY = 86_400_000

/** Strike-off by a second person, and what comes of an issue that returns (systems.md S03). */
export const endingActions: Actions = {
  apply: {
    title: '申请销号',
    from: ['handling'],
    to: 'applied',
    by: unitStaff,
    fields: { result: words('解决结果'), proof: evidence('解决佐证') },
    effects: [
      { state: 'handler', fields: ['result', 'proof'] },
      { set: 'appliedBy', to: actorPerson },
      { stop: 'weekly' },
      { start: 'review' },
      ...tellAll('to-verify', projectOffice),
    ],
  },
  strikeOff: {
    title: '验证销号',
    from: ['applied'],
    to: 'struckOff',
    by: projectOffice,
    fields: {
      way: {
        title: '验证方式',
        type: 'choice',
        required: true,
        choices: { site: '现场核查', papers: '核对批文、凭证', owner: '业主书面确认' },
      },
      finding: words('验证情况'),
      checked: evidence('验证佐证'),
    },
    guards: [secondPerson('appliedBy')],
    effects: [
      { state: 'evidence', fields: ['way', 'finding', 'checked'] },
      { set: 'struckAt', to: now },
      { set: 'firstStruckAt', to: firstOf(field('firstStruckAt'), now) },
      { set: 'solveDays', to: over(minus(now, field('assignedAt')), constant(DAY)) },
      ...tellAll('struck-off', unitStaff),
    ],
  },
  sendBack: {
    title: '验证不通过，退回办理',
    from: ['applied'],
    to: 'handling',
    by: projectOffice,
    fields: { reason: words('不通过的理由') },
    effects: [
      { stop: 'review' },
      when(clockIs('solve', 'overdue'), [nowOverdue]),
      { start: 'weekly' },
      ...tellAll('sent-back', unitStaff),
    ],
  },
  relapse: {
    title: '反弹，重新办理',
    from: ['struckOff'],
    to: 'handling',
    by: projectOffice,
    fields: { reason: words('反弹情况'), seen: evidence('反弹佐证') },
    effects: [
      { redo: true },
      { set: 'relapsedAt', to: now },
      { clear: 'struckAt' },
      { clear: 'solveDays' },
      { start: 'solve' },
      { start: 'weekly' },
      ...tellAll('relapsed', unitHeads, leaders),
    ],
  },
  noteRelapse: {
    title: '登记另立的反弹问题',
    from: ['struckOff'],
    to: 'same',
    by: projectOffice,
    fields: { issue: { title: '另立的问题', type: 'record', required: true } },
    guards: [{ when: not(equals(input('issue'), fact('id'))), code: 'same-issue' }],
    effects: [
      { set: 'relapsedAt', to: now },
      { count: 'relapsedElsewhere' },
      { link: 'relapsedIn', to: input('issue') },
    ],
  },
}
