import type { ActionDefinition } from '@jiannuo/engine'
import { actorPerson, actorUnit, constant, field, gt, gte, lte, now, present, setting, today } from '@jiannuo/engine'
import { tellAll } from '../commitments/clock-parts.ts'
import { agreementForm, applyForm, reviewForm } from './invest.fields.ts'
import { another, evidence, finance, leaders, opinion, sectors, trustees } from './invest.people.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

/** From the call to the agreement: nothing is paid before it. */
export const beforeActions: Actions = {
  apply: {
    title: '登记申报',
    from: 'new',
    to: 'applied',
    by: [{ role: 'sector', at: 'anywhere' }],
    input: applyForm,
    fields: { materials: { title: '申报材料', type: 'files', required: true } },
    effects: [{ assign: 'lead', to: actorUnit }, { start: 'formal' }],
  },
  admit: {
    title: '形式审查通过',
    from: ['applied'],
    to: 'reviewing',
    by: sectors,
    effects: [{ stop: 'formal' }, { start: 'review' }],
  },
  review: {
    title: '登记专家评审',
    from: ['reviewing'],
    to: [{ when: gte(field('score'), setting('passScore')), to: 'diligence' }, { to: 'rejected' }],
    by: sectors,
    input: reviewForm,
    needs: ['experts', 'score'],
    fields: { minutes: { title: '评审意见书和回避声明', type: 'files', required: true } },
    guards: [{ when: gte(field('experts'), setting('leastExperts')), code: 'experts-few' }],
    effects: [
      { set: 'reviewedBy', to: actorPerson },
      { stop: 'review' },
      { start: 'diligence' },
      ...tellAll('to-examine', trustees),
    ],
  },
  examine: {
    title: '提交尽职调查',
    from: ['diligence'],
    to: 'deciding',
    by: trustees,
    fields: { report: { title: '尽职调查报告', type: 'files', required: true }, opinion },
    effects: [
      { set: 'diligentBy', to: actorPerson },
      { stop: 'diligence' },
      { start: 'decision' },
      ...tellAll('to-decide', leaders),
    ],
  },
  approve: {
    title: '核准立项',
    from: ['deciding'],
    to: 'approved',
    by: leaders,
    input: ['approved'],
    needs: ['approved'],
    fields: { document: { title: '会议纪要或批复', type: 'files', required: true } },
    guards: [
      { when: another('diligentBy'), code: 'own-report' },
      { when: another('reviewedBy'), code: 'own-report' },
      { when: gt(field('approved'), constant(0)), code: 'nothing-approved' },
      { when: lte(field('approved'), field('requested')), code: 'over-requested' },
      { when: lte(field('approved'), setting('cap')), code: 'over-cap' },
    ],
    effects: [
      { set: 'approvedAt', to: now },
      { stop: 'decision' },
      { start: 'signing' },
      ...tellAll('approved', trustees),
    ],
  },
  reject: {
    title: '不予支持',
    from: ['applied', 'diligence', 'deciding'],
    to: 'rejected',
    by: [...sectors, ...leaders],
    fields: { opinion },
  },
  withdraw: {
    title: '企业撤回',
    from: ['applied', 'reviewing', 'diligence', 'deciding', 'approved'],
    to: 'withdrawn',
    by: sectors,
    fields: { opinion, evidence },
  },
  sign: {
    title: '签订协议',
    from: ['approved'],
    to: 'running',
    by: trustees,
    input: agreementForm,
    needs: ['triggers', 'triggerTerms', 'valuation', 'shareCap', 'endsOn'],
    fields: { agreement: { title: '先投后股协议', type: 'files', required: true } },
    guards: [
      { when: present(field('triggers')), code: 'no-trigger' },
      { when: gt(field('endsOn'), today), code: 'ends-before' },
    ],
    effects: [
      { set: 'signedAt', to: now },
      { stop: 'signing' },
      { start: 'check' },
      { start: 'term', limit: field('endsOn') },
      ...tellAll('to-pay', finance),
    ],
  },
}
