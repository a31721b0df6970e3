import type { ActionDefinition, Effect } from '@jiannuo/engine'
import {
  actorPerson,
  any,
  constant,
  equals,
  field,
  firstOf,
  gt,
  gte,
  input,
  lte,
  not,
  now,
  plus,
  present,
  when,
} from '@jiannuo/engine'
import { tellAll } from '../commitments/clock-parts.ts'
import { instalments } from './invest.fields.ts'
import { amount, another, evidence, finance, leaders, opinion, supervisors, trustees } from './invest.people.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const zero = constant(0)
const paid = firstOf(field('paidTotal'), zero)

/** Puts the instalment into the first slot that is free. */
const intoSlot = instalments.reduceRight<readonly Effect[]>(
  (later, { amount: slot, at }) => [
    when(present(field(at)), later, [
      { set: slot, to: input('sum') },
      { set: at, to: now },
    ]),
  ],
  [],
)

const LAST = 'paid4At'

/** A later instalment waits for one more passed check than there were instalments after the first. */
const checked = any(
  not(present(field('paid1At'))),
  ...[1, 2, 3].map((no) => ({
    all: [present(field(`paid${no}At`)), not(present(field(`paid${no + 1}At`))), gte(field('passed'), constant(no))],
  })),
)

/** The agreement runs: instalments, milestones, and whether what was agreed has come about. */
export const runningActions: Actions = {
  pay: {
    title: '登记拨付',
    from: ['running'],
    to: 'same',
    by: finance,
    fields: { sum: amount('本次拨付额'), voucher: { title: '拨付凭证', type: 'files', required: true } },
    guards: [
      { when: not(present(field(LAST))), code: 'instalments-over' },
      { when: gt(input('sum'), zero), code: 'nothing-paid' },
      { when: lte(plus(paid, input('sum')), field('approved')), code: 'over-approved' },
      { when: checked, code: 'not-checked' },
      { when: another('checkedBy'), code: 'own-check' },
    ],
    effects: [...intoSlot, { set: 'paidTotal', to: plus(paid, input('sum')) }],
  },
  check: {
    title: '检查里程碑',
    from: ['running'],
    to: 'same',
    by: trustees,
    fields: {
      reached: { title: '里程碑达成', type: 'boolean', required: true },
      steps: {
        title: '里程碑进展',
        type: 'rows',
        key: 'no',
        columns: {
          no: { title: '序号', type: 'text', required: true, maxLength: 10 },
          goal: { title: '目标', type: 'text', required: true, maxLength: 200 },
          due: { title: '应完成日期', type: 'date', required: true },
          done: { title: '完成日期', type: 'date' },
        },
      },
      opinion,
      evidence,
    },
    effects: [
      { set: 'checkedBy', to: actorPerson },
      { put: 'milestones', rows: input('steps') },
      when(
        equals(input('reached'), constant(true)),
        [{ set: 'passed', to: plus(firstOf(field('passed'), zero), constant(1)) }],
        [{ count: 'missed' }, ...tellAll('milestone-missed', leaders, supervisors)],
      ),
      { start: 'check' },
    ],
  },
  claim: {
    title: '上报转股条件触发',
    from: ['running'],
    to: 'triggered',
    by: trustees,
    input: ['trigger'],
    needs: ['trigger'],
    fields: { evidence },
    guards: [
      { when: { holds: field('triggers'), value: field('trigger') }, code: 'not-agreed' },
      { when: gt(paid, zero), code: 'nothing-in' },
    ],
    effects: [
      { set: 'claimedBy', to: actorPerson },
      { stop: 'check' },
      { start: 'conversion' },
      ...tellAll('triggered', leaders),
    ],
  },
  convert: {
    title: '决定转股',
    from: ['triggered'],
    to: 'converting',
    by: leaders,
    input: ['share', 'equity'],
    needs: ['share', 'equity'],
    fields: { document: { title: '决定和估值依据', type: 'files', required: true } },
    guards: [
      { when: another('claimedBy'), code: 'own-claim' },
      { when: gt(field('share'), zero), code: 'no-share' },
      { when: lte(field('share'), field('shareCap')), code: 'over-share' },
    ],
    effects: [{ stop: 'conversion' }, { start: 'register' }],
  },
  defer: {
    title: '暂不转股，继续执行',
    from: ['triggered'],
    to: 'running',
    by: leaders,
    fields: { opinion },
    guards: [{ when: another('claimedBy'), code: 'own-claim' }],
    effects: [{ clear: 'trigger' }, { stop: 'conversion' }, { start: 'check' }],
  },
  register: {
    title: '登记股权',
    from: ['converting'],
    to: 'held',
    by: trustees,
    fields: { registration: { title: '企业变更登记和股东名册', type: 'files', required: true } },
    effects: [{ set: 'convertedAt', to: now }, { stop: 'register' }, { stop: 'term' }, { start: 'holding' }],
  },
}
