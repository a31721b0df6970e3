import type { ActionDefinition } from '@jiannuo/engine'
import {
  constant,
  equals,
  fact,
  field,
  firstOf,
  groupIs,
  holds,
  input,
  not,
  oneOf,
  present,
  setting,
  when,
} from '@jiannuo/engine'
import { sendTo } from './hotline.effects.ts'
import { amendable, receiptInput } from './hotline.fields.ts'
import { dispatchers, operators } from './hotline.grants.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const area = { title: '事发地（街道、社区或网格）', type: 'unit' } as const
const reason = { title: '理由', type: 'longText', required: true, maxLength: 500 } as const

// Followers wait for their head to be handled, so a head is not closed at the desk.
const noFollowers = { when: not(groupIs('head')), code: 'has-followers' }

const intake: Actions = {
  accept: {
    title: '受理登记',
    from: 'new',
    to: 'accepted',
    by: operators,
    input: receiptInput,
    fields: { area },
    effects: [
      when(present(input('area')), [{ assign: 'area', to: input('area') }]),
      when(present(field('repeatOf')), [{ link: 'repeatOf', to: field('repeatOf') }]),
      { start: 'triage' },
    ],
  },
  amend: {
    title: '更正登记内容',
    from: ['accepted', 'ready', 'returned'],
    to: 'same',
    by: [...operators, ...dispatchers],
    input: amendable,
    fields: { area },
    effects: [when(present(input('area')), [{ assign: 'area', to: input('area') }])],
  },
  addWord: {
    title: '登记追加反映',
    from: [
      'accepted',
      'merged',
      'ready',
      'dispatched',
      'returned',
      'arbitration',
      'handling',
      'shelved',
      'review',
      'callBack',
      'redo',
    ],
    to: 'same',
    by: operators,
    fields: {
      said: { title: '追加内容', type: 'longText', required: true, maxLength: 2000 },
      files: { title: '追加附件', type: 'files' },
    },
    effects: [{ notify: { role: 'handler', at: 'lead' }, message: 'added' }],
  },
  answerAtOnce: {
    title: '直接答复',
    from: ['accepted'],
    to: 'answered',
    by: operators,
    input: ['directReply'],
    needs: ['directReply'],
    guards: [{ when: oneOf(field('kind'), 'consult', 'advice', 'praise'), code: 'needs-handling' }, noFollowers],
    effects: [{ stop: 'triage' }],
  },
  tellRoute: {
    title: '告知途径',
    from: ['accepted'],
    to: 'told',
    by: operators,
    fields: {
      route: {
        title: '应走的途径',
        type: 'choice',
        required: true,
        choices: {
          emergency: '紧急求助，转110、119、120、122',
          lawsuit: '诉讼、仲裁',
          discipline: '纪检监察',
          reconsideration: '行政复议',
          petition: '信访',
          repeat: '重复诉求无新情况，告知办理状况',
        },
      },
      told: { title: '告知内容', type: 'longText', required: true, maxLength: 1000 },
    },
    guards: [noFollowers],
    effects: [{ stop: 'triage' }],
  },
  clear: {
    title: '判重通过（不重复）',
    from: ['accepted'],
    to: 'ready',
    by: dispatchers,
    guards: [{ when: present(fact('area')), code: 'area-missing' }],
  },
  merge: {
    title: '判重合并',
    from: ['accepted', 'ready'],
    to: 'merged',
    by: dispatchers,
    fields: { head: { title: '并入的主件', type: 'record', required: true } },
    guards: [{ when: not(groupIs('head')), code: 'is-head' }],
    effects: [{ stop: 'triage' }, { join: input('head') }],
  },
  split: {
    title: '拆出合并',
    from: ['merged'],
    to: 'ready',
    by: dispatchers,
    fields: { reason },
    effects: [{ leave: true }, { start: 'triage' }],
  },
}

const entry = (column: string) => setting('directory', field('category'), constant(column))
const catalogueLead = firstOf(entry('lead'), fact('area'))

const dispatch: Actions = {
  dispatch: {
    title: '按目录派单',
    from: ['ready', 'returned'],
    to: 'dispatched',
    by: dispatchers,
    guards: [
      { when: present(setting('directory', field('category'))), code: 'not-in-directory' },
      { when: present(catalogueLead), code: 'area-missing' },
      { when: not(equals(catalogueLead, field('returnedBy'))), code: 'same-unit-again' },
    ],
    effects: [
      { stop: 'triage' },
      { stop: 'redispatch' },
      ...sendTo({ lead: catalogueLead, co: entry('co'), basis: entry('clause'), message: 'dispatched' }),
    ],
  },
  dispatchByHand: {
    title: '指明单位派单',
    from: ['ready', 'returned'],
    to: 'dispatched',
    by: dispatchers,
    fields: {
      lead: { title: '主办单位', type: 'unit', required: true },
      co: { title: '协办单位', type: 'units' },
      clause: { title: '派单依据（目录条目或职责规定）', type: 'text', required: true, maxLength: 200 },
    },
    guards: [
      { when: not(equals(input('lead'), field('returnedBy'))), code: 'same-unit-again' },
      { when: not(holds(input('co'), input('lead'))), code: 'lead-is-co' },
    ],
    effects: [
      { stop: 'triage' },
      { stop: 'redispatch' },
      ...sendTo({ lead: input('lead'), co: input('co'), basis: input('clause'), message: 'dispatched' }),
    ],
  },
}

/** From the call to the unit: receipt, duplicates, dispatch by the catalogue (domain.md 2.1, 2.2). */
export const intakeActions: Actions = { ...intake, ...dispatch }
