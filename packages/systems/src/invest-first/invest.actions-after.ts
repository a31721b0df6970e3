import type { ActionDefinition } from '@jiannuo/engine'
import { actorPerson, constant, equals, field, firstOf, gt, input, plus } from '@jiannuo/engine'
import { tellAll } from '../commitments/clock-parts.ts'
import { amount, another, evidence, finance, leaders, opinion, trustees } from './invest.people.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const zero = constant(0)
const LIVE = ['running', 'held'] as const
const stopAll = ['check', 'holding', 'conversion', 'term'].map((stop) => ({ stop }))

/** Held shares and their end: sold, paid back, called back, or lost with those who decided exempt from blame. */
export const afterActions: Actions = {
  follow: {
    title: '投后检查',
    from: ['held'],
    to: 'same',
    by: trustees,
    fields: { opinion, evidence },
    effects: [{ start: 'holding' }],
  },
  finance: {
    title: '登记后续融资',
    from: ['running', 'triggered', 'held'],
    to: 'same',
    by: trustees,
    fields: {
      round: { title: '轮次、投资方', type: 'text', required: true, maxLength: 120 },
      sum: amount('融资额'),
      evidence,
    },
    effects: [{ set: 'followOn', to: plus(firstOf(field('followOn'), zero), input('sum')) }],
  },
  proposeExit: {
    title: '提出退出',
    from: ['held'],
    to: 'exiting',
    by: trustees,
    fields: {
      way: {
        title: '退出方式',
        type: 'choice',
        required: true,
        choices: {
          transfer: '股权转让',
          buyback: '企业或创始团队回购',
          listing: '上市后减持',
          liquidation: '清算分配',
        },
      },
      price: { title: '定价依据', type: 'files', required: true },
      opinion,
    },
    effects: [
      { set: 'proposedBy', to: actorPerson },
      { stop: 'holding' },
      { start: 'exit' },
      ...tellAll('exit-proposed', finance),
    ],
  },
  refuseExit: {
    title: '不同意退出',
    from: ['exiting'],
    to: 'held',
    by: finance,
    fields: { opinion },
    guards: [{ when: another('proposedBy'), code: 'own-proposal' }],
    effects: [{ stop: 'exit' }, { start: 'holding' }],
  },
  exit: {
    title: '确认退出到账',
    from: ['exiting'],
    to: 'exited',
    by: finance,
    input: ['proceeds'],
    needs: ['proceeds'],
    fields: { voucher: { title: '到账凭证', type: 'files', required: true } },
    guards: [{ when: another('proposedBy'), code: 'own-proposal' }],
  },
  callBack: {
    title: '要求返还、追回',
    from: ['running', 'triggered', 'lossReview'],
    to: 'returning',
    by: leaders,
    fields: {
      cause: {
        title: '原因',
        type: 'choice',
        required: true,
        choices: { unmet: '届满没有触发转股', breach: '违反协议、挪用', moved: '迁出本区', notExempt: '损失不予免责' },
      },
      opinion,
    },
    effects: [...stopAll, { stop: 'loss' }, { start: 'return' }, ...tellAll('call-back', trustees)],
  },
  receive: {
    title: '确认返还、追回到账',
    from: ['returning'],
    to: 'returned',
    by: finance,
    input: ['returnedSum'],
    needs: ['returnedSum'],
    fields: { voucher: { title: '到账凭证', type: 'files', required: true } },
    guards: [{ when: gt(field('returnedSum'), zero), code: 'nothing-returned' }],
  },
  reportLoss: {
    title: '上报损失',
    from: [...LIVE, 'returning'],
    to: 'lossReview',
    by: trustees,
    input: ['lossCause'],
    needs: ['lossCause'],
    fields: { opinion, evidence },
    effects: [
      { set: 'proposedBy', to: actorPerson },
      ...stopAll,
      { stop: 'return' },
      { start: 'loss' },
      ...tellAll('loss', leaders),
    ],
  },
  exempt: {
    title: '认定免责并核销',
    from: ['lossReview'],
    to: 'exempted',
    by: leaders,
    fields: {
      procedure: { title: '履行了评审、尽调、核准、检查程序', type: 'boolean', required: true },
      honest: { title: '没有牟取非法利益、没有利益输送', type: 'boolean', required: true },
      audit: { title: '审计或专项核查报告', type: 'files', required: true },
      opinion,
    },
    guards: [
      { when: another('proposedBy'), code: 'own-proposal' },
      { when: another('diligentBy'), code: 'own-report' },
      { when: equals(input('procedure'), constant(true)), code: 'procedure-broken' },
      { when: equals(input('honest'), constant(true)), code: 'not-honest' },
    ],
  },
}
