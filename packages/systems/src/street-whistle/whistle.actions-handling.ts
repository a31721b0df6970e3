import type { ActionDefinition } from '@jiannuo/engine'
import {
  actorPerson,
  all,
  clockIs,
  constant,
  counter,
  equals,
  field,
  firstOf,
  input,
  inState,
  lt,
  not,
  now,
  plus,
  present,
  setting,
  when,
} from '@jiannuo/engine'
import { noneAsked, notOwn, oneOfList, proof, tell, words } from './form.ts'
import { doAgain } from './whistle.effects.ts'
import { calledStaff, communityHere, communityLead, gridWorkers, streetHere, streetLead } from './whistle.grants.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const handledNow = ['grid', 'community', 'street', 'onSite', 'redo']
const holders = [...gridWorkers, ...communityLead, ...streetLead]

const work: Actions = {
  record: {
    title: '记录处置过程',
    from: handledNow,
    to: 'same',
    by: [...holders, ...calledStaff],
    fields: {
      progress: words('处置情况'),
      force: oneOfList('力量类型', {
        sunk: '下沉单位',
        property: '物业企业',
        department: '职能部门',
        volunteer: '志愿者',
        own: '本级人员',
      }),
      pictures: proof('处置照片', { required: false }),
    },
  },
  finish: {
    title: '提交办结',
    from: handledNow,
    to: [{ when: inState('onSite'), to: 'jointCheck' }, { to: 'verify' }],
    by: holders,
    fields: {
      result: words('处置结果'),
      solved: { title: '是否解决', type: 'boolean', required: true },
      after: proof('处置后照片'),
    },
    guards: [
      { when: clockIs('handling', 'running'), code: 'clock-paused' },
      noneAsked('extension'),
      noneAsked('pause'),
      noneAsked('whistle'),
    ],
    effects: [
      { state: 'handler', fields: ['result', 'solved', 'after'] },
      { set: 'finishedBy', to: actorPerson },
      { set: 'finishedAt', to: firstOf(field('finishedAt'), now) },
      { stop: 'handling' },
      { start: 'verifying' },
      ...tell('to-verify', ...communityHere, ...streetLead),
    ],
  },
}

/** 销号: somebody else looks, with evidence; the resident says what they think of it. */
const striking: Actions = {
  strikeOff: {
    title: '核实销号',
    from: ['verify', 'jointCheck'],
    to: [
      { when: inState('jointCheck'), to: 'scoring' },
      { when: present(field('reporterPhone')), to: 'feedback' },
      { to: 'closed' },
    ],
    by: [...communityHere, ...streetHere, ...streetLead],
    fields: { found: words('核实情况'), checkPhotos: proof('核实照片') },
    guards: [notOwn('finishedBy')],
    effects: [
      { state: 'evidence', fields: ['found', 'checkPhotos'] },
      { set: 'struckAt', to: now },
      { stop: 'verifying' },
      when(inState('jointCheck'), [{ start: 'scoring' }], [{ start: 'feedback' }]),
      ...tell('struck', ...holders),
    ],
  },
  sendBack: {
    title: '核实未解决，退回',
    from: ['verify', 'jointCheck'],
    to: [{ when: inState('jointCheck'), to: 'onSite' }, { to: 'redo' }],
    by: [...communityHere, ...streetHere, ...streetLead],
    fields: { found: words('核实情况'), checkPhotos: proof('核实照片') },
    guards: [notOwn('finishedBy')],
    effects: [
      { state: 'evidence', fields: ['found', 'checkPhotos'] },
      { stop: 'verifying' },
      ...doAgain(input('found')),
    ],
  },
  takeFeedback: {
    title: '登记居民评价',
    // A whistle is scored meanwhile: the resident's word does not wait for it, nor it for the resident.
    from: ['feedback', 'scoring', 'published'],
    to: [{ when: inState('feedback'), to: 'closed' }, { to: 'same' }],
    by: [...communityHere, ...streetHere],
    fields: {
      satisfaction: oneOfList('居民评价', { good: '好评', fair: '中评', bad: '差评' }),
      remark: words('居民意见', { required: false }),
    },
    guards: [
      notOwn('finishedBy'),
      { when: present(field('reporterPhone')), code: 'no-resident' },
      {
        when: not(all(equals(input('satisfaction'), constant('bad')), lt(counter('workAgain'), setting('maxRedo')))),
        code: 'bad-means-redo',
      },
    ],
    effects: [
      { state: 'citizen', fields: ['satisfaction', 'remark'] },
      { set: 'feedbackAt', to: now },
      { stop: 'feedback' },
    ],
  },
  workAgain: {
    title: '居民差评，返工',
    from: ['feedback', 'scoring'],
    to: [{ when: inState('scoring'), to: 'onSite' }, { to: 'redo' }],
    by: [...communityHere, ...streetHere],
    fields: {
      satisfaction: oneOfList('居民评价', { bad: '差评' }),
      remark: words('居民意见和返工要求'),
    },
    guards: [
      notOwn('finishedBy'),
      { when: present(field('reporterPhone')), code: 'no-resident' },
      { when: lt(counter('workAgain'), setting('maxRedo')), code: 'redone-enough' },
    ],
    effects: [
      { state: 'citizen', fields: ['satisfaction', 'remark'] },
      { set: 'feedbackAt', to: now },
      { clear: 'struckAt' },
      { stop: 'feedback' },
      { stop: 'scoring' },
      ...doAgain(input('remark')),
    ],
  },
  missResident: {
    title: '居民未联系上',
    from: ['feedback'],
    to: [{ when: lt(field('missedCalls'), setting('missedCalls')), to: 'same' }, { to: 'closed' }],
    by: [...communityHere, ...streetHere],
    fields: { remark: words('联系情况', { required: false }) },
    effects: [
      { set: 'missedCalls', to: plus(firstOf(field('missedCalls'), constant(0)), constant(1)) },
      when(not(lt(field('missedCalls'), setting('missedCalls'))), [{ stop: 'feedback' }]),
    ],
  },
}

/** Handling at any level, the strike-off, and the resident's word (domain.md 2.4, 18.1). */
export const handlingActions: Actions = { ...work, ...striking }
