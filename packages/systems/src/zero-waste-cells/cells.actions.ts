import type { ActionDefinition, Condition, Effect, Expr, FieldDefinition } from '@jiannuo/engine'
import {
  actorUnit,
  any,
  constant,
  equals,
  fact,
  field,
  gte,
  input,
  minus,
  not,
  now,
  present,
  setting,
  when,
} from '@jiannuo/engine'
import { tellAll } from '../commitments/clock-parts.ts'
import { sheetForm } from './cells.fields.ts'
import { auditors, keepers, reviewers, taskForce } from './cells.people.ts'
import { hasMust, meets, reachesLine, score, withinMarks } from './cells.standards.ts'

type Actions = Readonly<Record<string, ActionDefinition>>
type Guards = NonNullable<ActionDefinition['guards']>

export const note: FieldDefinition = { title: '情况', type: 'longText', required: true, maxLength: 1000 }

/** Reasons for which a cell is not named in the end. */
export const withdrawReasons = {
  giveUp: '申报单位撤回',
  below: '整改后仍达不到标准',
  ineligible: '查实不具备申报资格',
  mistaken: '重复、错误登记',
} as const

/** A visit: how many came, what they found, with photographs. */
export const visitFields: Readonly<Record<string, FieldDefinition>> = {
  people: { title: '核查人数', type: 'number', required: true, min: 2 },
  found: { ...note, title: '扣分理由和发现的问题' },
  photos: { title: '现场照片、台账', type: 'files', required: true },
}

const other = (unit: Expr) => ({ when: not(equals(field('siteUnit'), unit)), code: 'own-cell' })

/**
 * Who goes to look: a unit that has no hand in the cell, neither its department nor its street nor who ran the self-check or passed the
 * papers, nor whose finding an objection has overturned. Appointed for one visit.
 */
const appoint: ActionDefinition = {
  title: '安排核查单位',
  from: ['audited', 'named', 'mending'],
  to: 'same',
  by: taskForce,
  input: ['siteUnit'],
  needs: ['siteUnit'],
  guards: [
    other(fact('lead')),
    other(fact('area')),
    other(field('selfUnit')),
    other(field('auditUnit')),
    other(field('doubtedUnit')),
  ],
  effects: [{ release: 'co' }, { assign: 'co', to: field('siteUnit') }, ...tellAll('appointed', reviewers)],
}

/** What holds of every visit. */
export const onTheSpot: Guards = [
  { when: equals(actorUnit, field('siteUnit')), code: 'not-appointed' },
  { when: gte(input('people'), setting('leastReviewers')), code: 'too-few-reviewers' },
  { when: withinMarks('site'), code: 'over-marks' },
]

/** The score of the visit, with which the appointment ends. */
export const noteVisit: readonly Effect[] = [{ set: 'siteScore', to: score('site') }, { release: 'co' }]

const applying: Actions = {
  selfCheck: {
    title: '登记自评',
    from: ['applied'],
    to: 'checked',
    by: keepers,
    input: sheetForm('self'),
    needs: sheetForm('self'),
    fields: { evidence: { title: '自评表和佐证材料', type: 'files', required: true } },
    guards: [
      { when: withinMarks('self'), code: 'over-marks' },
      { when: hasMust('self'), code: 'must-missing' },
      { when: reachesLine('self'), code: 'self-below' },
    ],
    effects: [
      { set: 'selfScore', to: score('self') },
      { set: 'selfUnit', to: actorUnit },
      { stop: 'selfCheck' },
      { start: 'audit' },
      ...tellAll('checked', auditors),
    ],
  },
  audit: {
    title: '初审通过',
    from: ['checked'],
    to: 'audited',
    by: auditors,
    fields: { note },
    guards: [{ when: not(equals(actorUnit, field('selfUnit'))), code: 'own-self-check' }],
    effects: [
      { set: 'auditUnit', to: actorUnit },
      { stop: 'audit' },
      { start: 'site' },
      ...tellAll('audited', taskForce),
    ],
  },
  appoint,
  review: {
    title: '登记现场核查',
    from: ['audited'],
    to: [{ when: meets('site'), to: 'published' }, { to: 'applied' }],
    by: reviewers,
    input: sheetForm('site'),
    needs: sheetForm('site'),
    fields: visitFields,
    guards: onTheSpot,
    effects: [
      ...noteVisit,
      when(not(present(field('firstSiteAt'))), [
        { set: 'firstSiteAt', to: now },
        when(meets('site'), [{ set: 'firstMet', to: constant(true) }]),
      ]),
      when(gte(minus(field('selfScore'), field('siteScore')), setting('gapLimit')), tellAll('overscored', keepers)),
      { stop: 'site' },
      when(
        meets('site'),
        [{ set: 'metAt', to: now }, { start: 'publicity' }, ...tellAll('published', keepers)],
        [{ count: 'siteFailed' }, { start: 'selfCheck' }, ...tellAll('site-failed', keepers)],
      ),
    ],
  },
  withdraw: {
    title: '终止申报',
    from: ['applied', 'checked', 'audited', 'published'],
    to: 'ended',
    by: [...keepers, ...taskForce],
    fields: { reason: { title: '终止原因', type: 'choice', required: true, choices: withdrawReasons }, note },
    effects: [{ set: 'exitReason', to: input('reason') }],
  },
}

const publishing: Actions = {
  object: {
    title: '登记公示异议',
    from: ['published'],
    to: 'same',
    by: [...keepers, ...taskForce],
    fields: { note: { ...note, title: '异议内容', help: '只写事，不写提出人。' } },
    guards: [
      { when: not(present(field('publicityEndedAt'))), code: 'publicity-over' },
      { when: not(present(field('objectedAt'))), code: 'objection-open' },
    ],
    effects: [{ set: 'objectedAt', to: now }, ...tellAll('objected', taskForce)],
  },
  settle: {
    title: '处理异议',
    from: ['published'],
    to: [{ when: equals(input('upheld'), constant(true)), to: 'audited' }, { to: 'published' }],
    by: taskForce,
    fields: { upheld: { title: '异议成立，重新核查', type: 'boolean', required: true }, note },
    guards: [{ when: present(field('objectedAt')), code: 'no-objection' }],
    effects: [
      { clear: 'objectedAt' },
      when(equals(input('upheld'), constant(true)), [
        { set: 'doubtedUnit', to: field('siteUnit') },
        { clear: 'metAt' },
        { clear: 'publicityEndedAt' },
        { stop: 'publicity' },
        { stop: 'naming' },
        { start: 'site' },
      ]),
    ],
  },
  name: {
    title: '命名',
    from: ['published'],
    to: 'named',
    by: taskForce,
    input: ['number'],
    needs: ['number'],
    fields: { document: { title: '命名文件', type: 'files', required: true } },
    guards: [
      { when: present(field('publicityEndedAt')), code: 'publicity-running' },
      { when: not(present(field('objectedAt'))), code: 'objection-open' },
    ],
    effects: [{ set: 'namedAt', to: now }, { stop: 'naming' }, { start: 'recheck' }, ...tellAll('named', keepers)],
  },
}

/** From the application to the name. */
export const namingActions: Actions = { ...applying, ...publishing }

/** Holds unless this reason is given. */
export const unlessFor = (reason: string, test: Condition): Condition =>
  any(not(equals(input('reason'), constant(reason))), test)
