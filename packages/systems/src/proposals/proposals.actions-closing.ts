import type { ActionDefinition } from '@jiannuo/engine'
import { any, constant, equals, field, input, not, now, oneOf, present, truthField } from '@jiannuo/engine'
import { tellAll } from '../commitments/clock-parts.ts'
import { satisfactions } from './proposals.choices.ts'
import { afterRating, doAgain, oneOfList, ratedTo, words } from './proposals.parts.ts'
import { desks, leadHeads, liaisons, offices, supervisors, watchers } from './proposals.roles.ts'

import { settled } from './proposals.actions-promises.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const rating: Actions = {
  rate: {
    title: '登记代表委员评价',
    from: ['replied'],
    to: ratedTo,
    by: liaisons,
    fields: {
      attitude: oneOfList('对办理态度', satisfactions),
      satisfaction: oneOfList('对办理结果', satisfactions),
      note: words('具体意见', false),
      form: { title: '征询意见表', type: 'files', required: true },
    },
    effects: [
      { state: 'citizen', fields: ['attitude', 'satisfaction', 'note', 'form'] },
      { set: 'ratedAt', to: now },
      { stop: 'rating' },
      { stop: 'silence' },
      ...afterRating,
    ],
  },
  remindRating: {
    title: '催请评价',
    from: ['replied'],
    to: 'same',
    by: desks,
    fields: { how: words('催请情况', false) },
    effects: [{ start: 'silence' }],
  },
  lapse: {
    title: '催请后未评价',
    from: ['replied'],
    to: 'archiving',
    by: [],
    system: true,
    effects: [{ stop: 'rating' }, { stop: 'silence' }, { set: 'unrated', to: constant(true) }, { start: 'archiving' }],
  },
}

const open = ['handling', 'signing', 'vetting', 'replied', 'redo', 'tracking', 'verifying', 'archiving']

const ending: Actions = {
  publish: {
    title: '公开答复',
    from: ['replied', 'tracking', 'verifying', 'archiving'],
    to: 'same',
    by: offices,
    fields: { address: { title: '公开网址', type: 'text', required: true, maxLength: 300 } },
    guards: [
      { when: oneOf(field('disclosure'), 'full', 'summary'), code: 'not-public' },
      { when: not(present(field('publishedAt'))), code: 'published-already' },
    ],
    effects: [{ set: 'publishedAt', to: now }],
  },
  archive: {
    title: '归档',
    from: ['archiving'],
    to: 'closed',
    by: offices,
    guards: [
      {
        when: any(equals(field('disclosure'), constant('none')), present(field('publishedAt'))),
        code: 'not-published',
      },
      { when: any(not(present(field('promises'))), settled), code: 'promise-untracked' },
    ],
    effects: [{ stop: 'archiving' }],
  },
  inspect: {
    title: '回头看核查',
    from: ['replied', 'tracking', 'archiving', 'closed'],
    to: 'same',
    by: supervisors,
    fields: {
      verdict: oneOfList('核查结论', { true: '与答复相符', partly: '部分相符', false: '不符' }),
      seen: words('核查情况'),
      photos: { title: '照片等佐证', type: 'files', required: true },
    },
    effects: [{ state: 'evidence', fields: ['verdict', 'seen', 'photos'] }],
  },
  reopen: {
    title: '核查不符，退回重办',
    from: ['closed'],
    to: 'redo',
    by: supervisors,
    fields: { reason: words('理由') },
    guards: [{ when: oneOf(truthField('evidence', 'verdict'), 'partly', 'false'), code: 'no-evidence' }],
    effects: [
      ...['turnedAt', 'givenUpAt', 'delivered', 'promiseLateAt'].map((clear) => ({ clear })),
      ...doAgain(input('reason')),
    ],
  },
  urge: {
    title: '督办',
    from: open,
    to: 'same',
    by: watchers,
    fields: { demand: words('督办要求') },
    effects: [{ urge: 'order' }, ...tellAll('urge-order', leadHeads)],
  },
}

/** Rating, disclosure and archive, and the look back (domain.md 14). */
export const closingActions: Actions = { ...rating, ...ending }
