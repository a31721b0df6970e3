import type { ActionDefinition } from '@jiannuo/engine'
import {
  all,
  any,
  clockIs,
  constant,
  field,
  gt,
  inState,
  input,
  now,
  present,
  setting,
  today,
  when,
} from '@jiannuo/engine'
import { tellAll } from '../commitments/clock-parts.ts'
import { note, noteVisit, onTheSpot, unlessFor, visitFields } from './cells.actions.ts'
import { sheetForm } from './cells.fields.ts'
import { keepers, reviewers, taskForce } from './cells.people.ts'
import { meets } from './cells.standards.ts'

/** Reasons for which a name is taken away or ends. */
export const lossReasons = {
  unmended: '复核不达标且整改后仍不达标',
  fraud: '申报、复核中弄虚作假',
  unlawful: '固体废物违法被处罚，或发生污染事件',
  closed: '单位撤销、停业、搬离',
  renounced: '自愿放弃',
} as const

/** Losses that are laid to the cell. */
export const faults = ['unmended', 'fraud', 'unlawful'] as const

/** Re-checks of those that have the name, and its loss. */
export const namedActions: Readonly<Record<string, ActionDefinition>> = {
  orderRecheck: {
    title: '责令提前复核',
    from: ['named'],
    to: 'same',
    by: taskForce,
    fields: {
      cause: {
        title: '起因',
        type: 'choice',
        required: true,
        choices: { report: '投诉举报', patrol: '日常巡查发现', media: '媒体报道', handed: '上级交办' },
      },
      note,
    },
    effects: [{ start: 'recheck', limit: setting('earlyLimit') }, ...tellAll('recheck-ordered', keepers)],
  },
  recheck: {
    title: '登记复核',
    from: ['named', 'mending'],
    to: [{ when: meets('site'), to: 'named' }, { to: 'mending' }],
    by: reviewers,
    input: sheetForm('site'),
    needs: sheetForm('site'),
    fields: visitFields,
    guards: onTheSpot,
    effects: [
      ...noteVisit,
      { set: 'recheckedAt', to: now },
      when(
        meets('site'),
        [
          { set: 'recheckResult', to: constant('met') },
          { clear: 'mendFailedAt' },
          { stop: 'mend' },
          { start: 'recheck' },
        ],
        [
          { set: 'recheckResult', to: constant('unmet') },
          // The time to mend is given once; a visit that finds it not mended does not give it again.
          when(
            inState('named'),
            [{ stop: 'recheck' }, { start: 'mend' }, ...tellAll('recheck-failed', keepers)],
            [{ set: 'mendFailedAt', to: now }, ...tellAll('mend-failed', taskForce)],
          ),
        ],
      ),
    ],
  },
  revoke: {
    title: '摘牌',
    from: ['named', 'mending'],
    to: 'removed',
    by: taskForce,
    input: ['barredUntil'],
    fields: {
      reason: { title: '摘牌原因', type: 'choice', required: true, choices: lossReasons },
      note,
      document: { title: '摘牌文件', type: 'files', required: true },
    },
    guards: [
      {
        when: unlessFor(
          'unmended',
          all(inState('mending'), any(clockIs('mend', 'overdue'), present(field('mendFailedAt')))),
        ),
        code: 'may-still-mend',
      },
      { when: unlessFor('fraud', gt(field('barredUntil'), today)), code: 'bar-missing' },
    ],
    effects: [{ set: 'exitReason', to: input('reason') }, ...tellAll('removed', keepers)],
  },
}
