import type { ClockDefinition, Effect, Grant, MarkDefinition } from '@jiannuo/engine'
import { field, now, setting } from '@jiannuo/engine'
import { dueMark, officeRule, promisedRule, tellAll } from '../commitments/clock-parts.ts'
import { coStaff, desks, leadHeads, leadStaff, leaders, liaisons, offices, supervisors } from './proposals.roles.ts'
import { sources } from './proposals.sources.ts'

const warning = (message: string, ...who: readonly (readonly Grant[])[]): MarkDefinition => ({
  title: '临期预警',
  at: { left: 0.3 },
  effects: tellAll(message, ...who),
})

/** Overdue goes up a level as time passes: the head of the unit, the supervisors, the leader in charge. */
const escalation: Readonly<Record<string, MarkDefinition>> = {
  order: {
    title: '超期5个工作日，发督办单',
    at: { after: { value: 5, unit: 'workday' } },
    effects: [{ urge: 'order' }, ...tellAll('urge-order', leadHeads, supervisors)],
  },
  talk: {
    title: '超期10个工作日，报区领导约谈',
    at: { after: { value: 10, unit: 'workday' } },
    effects: [{ urge: 'talk' }, ...tellAll('urge-talk', leadHeads, leaders)],
  },
}

const reply: ClockDefinition = {
  title: '答复时限',
  limit: setting('replyLimits', field('difficulty')),
  rule: officeRule,
  marks: {
    warning: warning('reply-warning', leadStaff),
    due: dueMark(
      { set: 'overdueAt', to: now },
      { urge: 'remind' },
      ...tellAll('reply-due', leadHeads, offices, supervisors),
    ),
    ...escalation,
  },
  extension: { times: setting('extensionTimes'), total: setting('extensionTotal') },
  source: `${sources.law}；${sources.civilCode}`,
}

const redo: ClockDefinition = {
  title: '重办时限',
  limit: setting('redoLimit'),
  rule: officeRule,
  marks: {
    warning: warning('reply-warning', leadStaff),
    due: dueMark({ urge: 'order' }, ...tellAll('redo-due', leadHeads, offices, supervisors)),
  },
  source: `${sources.beijing}；${sources.chongqing}`,
}

const promise: ClockDefinition = {
  title: '承诺落实期限',
  limit: setting('promiseLimit'),
  // A day that was promised to a deputy stands as it was promised, rest day or not.
  rule: promisedRule,
  marks: {
    warning: warning('promise-warning', leadStaff),
    due: dueMark(
      { set: 'promiseLateAt', to: now },
      { urge: 'remind' },
      ...tellAll('promise-due', leadHeads, offices, supervisors),
    ),
  },
  source: sources.chongqing,
}

/** A clock whose running out is told: what happens, and the limit's setting. */
const plain = (title: string, limit: string, source: string, ...due: readonly Effect[]): ClockDefinition => ({
  title,
  limit: setting(limit),
  rule: officeRule,
  marks: { due: dueMark(...due) },
  source,
})

/** Clocks of S14 (domain.md 14): the answer in three or six months, and what has to happen on the way. */
export const proposalClocks: Readonly<Record<string, ClockDefinition>> = {
  examining: plain('审查立案时限', 'examiningLimit', sources.proposal, ...tellAll('step-due', desks)),
  dispatching: plain('交办时限', 'dispatchLimit', sources.proposal, ...tellAll('step-due', offices, supervisors)),
  takeBack: {
    ...plain('退办时限', 'returnLimit', sources.chongqing),
    // What is not given back in time is taken: nobody may let it lie.
    marks: { due: { ...dueMark(...tellAll('deemed-accepted', leadStaff)), action: 'deemAccepted' } },
  },
  ruling: plain('退办审核时限', 'rulingLimit', sources.proposal, ...tellAll('step-due', offices, supervisors)),
  contact: plain(
    '首次联系代表委员时限',
    'contactLimit',
    sources.chongqing,
    ...tellAll('contact-due', leadStaff, offices),
  ),
  coAnswer: plain('会办意见时限', 'coLimit', sources.chongqing, ...tellAll('co-due', coStaff, leadStaff, offices)),
  coAgain: plain(
    '会办意见重提时限',
    'coAgainLimit',
    sources.chongqing,
    ...tellAll('co-due', coStaff, leadStaff, offices),
  ),
  reply,
  signing: plain('签发时限', 'signingLimit', sources.proposal, ...tellAll('step-due', leadHeads)),
  vetting: plain('答复审核时限', 'vettingLimit', sources.proposal, ...tellAll('step-due', offices, supervisors)),
  rating: plain('评价时限', 'ratingLimit', sources.beijing, ...tellAll('rating-due', liaisons, offices)),
  silence: {
    ...plain('催请后评价时限', 'silenceLimit', sources.chongqing),
    // Reminded and still silent: it goes on without a rating, and counts in no rate of content.
    marks: { due: { ...dueMark(...tellAll('rating-lapsed', liaisons, offices)), action: 'lapse' } },
  },
  redo,
  promise,
  verifying: plain('承诺核实时限', 'verifyLimit', sources.proposal, ...tellAll('step-due', offices, supervisors)),
  archiving: plain('公开归档时限', 'archiveLimit', sources.proposal, ...tellAll('step-due', offices, supervisors)),
}
