import type { ActionDefinition, FieldDefinition } from '@jiannuo/engine'
import {
  actorUnit,
  any,
  constant,
  equals,
  fact,
  field,
  firstOf,
  input,
  not,
  now,
  oneOf,
  present,
  when,
} from '@jiannuo/engine'
import { grant, line, noneAsked, oneOfList, tell, words } from './form.ts'
import { atLevel, holdAt } from './whistle.effects.ts'
import { amendable, reportInput } from './whistle.fields.ts'
import {
  communityHere,
  communityLead,
  desk,
  gridWorkers,
  streetHere,
  streetLead,
  supervisors,
} from './whistle.grants.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const area: FieldDefinition = { title: '事发网格或社区', type: 'unit', required: true }
const why = words('理由')

/** In another round it is the level that was at work that may raise it. */
const heldAt = (level: string) => ({ when: equals(field('level'), constant(level)), code: 'other-level' }) as const

const opening: Actions = {
  report: {
    title: '网格报事',
    from: 'new',
    to: 'grid',
    by: [grant('gridWorker', 'anywhere')],
    input: reportInput,
    effects: [{ assign: 'area', to: actorUnit }, { assign: 'lead', to: actorUnit }, ...holdAt('grid')],
  },
  register: {
    title: '社区或平台登记',
    from: 'new',
    to: 'toCommunity',
    by: [grant('communityWorker', 'anywhere'), grant('streetDesk', 'anywhere'), ...desk],
    input: [...reportInput, 'community'],
    needs: ['community'],
    fields: { area },
    effects: [
      { assign: 'area', to: input('area') },
      { assign: 'lead', to: field('community') },
      atLevel('community'),
      { start: 'intake' },
      ...tell('to-take', ...communityLead),
    ],
  },
  registerAtStreet: {
    title: '街道直接登记',
    from: 'new',
    to: 'street',
    by: [grant('streetDesk', 'anywhere')],
    input: [...reportInput, 'community'],
    fields: { area },
    effects: [{ assign: 'area', to: input('area') }, { assign: 'lead', to: actorUnit }, ...holdAt('street')],
  },
  addResident: {
    title: '补登报事居民',
    from: ['grid', 'toCommunity', 'community', 'toStreet', 'street', 'onSite', 'redo', 'scoring', 'published'],
    to: 'same',
    by: [...communityHere, ...streetHere, ...desk],
    input: ['reporterName', 'reporterPhone', 'reporterAddress'],
    needs: ['reporterPhone'],
  },
  amend: {
    title: '更正登记内容',
    from: ['grid', 'toCommunity', 'community', 'toStreet', 'street'],
    to: 'same',
    by: [...gridWorkers, ...communityLead, ...streetLead, ...desk],
    input: amendable,
    fields: { reason: why },
  },
}

// A level that gives up has tried, or says what it lacks; nobody leaps over a level.
const rising: Actions = {
  raiseToCommunity: {
    title: '上呼社区',
    from: ['grid', 'redo'],
    to: 'toCommunity',
    by: gridWorkers,
    input: ['community'],
    needs: ['community'],
    fields: { tried: words('已做的处置'), lacking: words('本级不能解决的原因') },
    guards: [heldAt('grid'), noneAsked('extension'), noneAsked('pause')],
    effects: [
      { assign: 'lead', to: field('community') },
      { set: 'raisedAt', to: firstOf(field('raisedAt'), now) },
      atLevel('community'),
      { stop: 'handling' },
      { start: 'intake' },
      ...tell('to-take', ...communityLead),
    ],
  },
  takeInCommunity: {
    title: '社区接件',
    from: ['toCommunity'],
    to: 'community',
    by: communityLead,
    effects: holdAt('community'),
  },
  sendToGrid: {
    title: '回退网格处置',
    from: ['toCommunity', 'community'],
    to: 'grid',
    by: communityLead,
    fields: { grid: { title: '处置网格', type: 'unit', required: true }, reason: why },
    guards: [
      { when: not(equals(input('grid'), fact('lead'))), code: 'same-level' },
      noneAsked('extension'),
      noneAsked('pause'),
    ],
    effects: [{ assign: 'lead', to: input('grid') }, ...holdAt('grid'), ...tell('sent-down', ...gridWorkers)],
  },
  raiseToStreet: {
    title: '上呼街道',
    from: ['community', 'redo'],
    to: 'toStreet',
    by: communityLead,
    input: ['street'],
    needs: ['street'],
    fields: { tried: words('已做的处置'), lacking: words('本级不能解决的原因') },
    guards: [
      heldAt('community'),
      { when: not(equals(field('street'), fact('lead'))), code: 'same-level' },
      noneAsked('extension'),
      noneAsked('pause'),
    ],
    effects: [
      { set: 'community', to: firstOf(field('community'), fact('lead')) },
      { assign: 'lead', to: field('street') },
      { set: 'raisedAt', to: firstOf(field('raisedAt'), now) },
      atLevel('street'),
      { stop: 'handling' },
      { start: 'intake' },
      ...tell('to-take', ...streetLead),
    ],
  },
  takeInStreet: {
    title: '街道接件',
    from: ['toStreet'],
    to: 'street',
    by: streetLead,
    effects: holdAt('street'),
  },
  reconsider: {
    title: '返工件由街道重新研判',
    from: ['redo'],
    to: 'street',
    by: streetLead,
    guards: [
      { when: oneOf(field('level'), 'street', 'whistle', 'district'), code: 'other-level' },
      noneAsked('extension'),
      noneAsked('pause'),
    ],
    effects: holdAt('street'),
  },
  sendToCommunity: {
    title: '回退社区处置',
    from: ['toStreet', 'street'],
    to: 'community',
    by: streetLead,
    fields: { reason: why },
    guards: [
      { when: present(field('community')), code: 'no-community' },
      noneAsked('whistle'),
      noneAsked('extension'),
      noneAsked('pause'),
    ],
    effects: [
      { assign: 'lead', to: field('community') },
      ...holdAt('community'),
      ...tell('sent-down', ...communityLead),
    ],
  },
}

const early = ['toCommunity', 'community', 'toStreet', 'street']
const endings = [{ stop: 'intake' }, { stop: 'handling' }] as const

const leaving: Actions = {
  transfer: {
    title: '转出',
    from: early,
    to: 'transferred',
    by: [...communityLead, ...streetLead, ...desk],
    fields: {
      route: oneOfList('去向', {
        hotline: '转市民热线',
        forum: '转议事协商',
        mediation: '转矛盾纠纷调解',
        city: '上报市级平台',
        legal: '告知法定途径',
      }),
      number: line('对方编号', { help: '已在对方系统登记的，填其编号。' }),
      reason: why,
    },
    guards: [noneAsked('whistle')],
    effects: endings,
  },
  dismiss: {
    title: '终止（重复、不实或居民撤回）',
    from: early,
    to: 'dismissed',
    by: [...communityHere, ...streetHere, ...desk, ...supervisors],
    input: ['endedFor'],
    needs: ['endedFor'],
    fields: {
      duplicateOf: { title: '重复的事项', type: 'record' },
      reason: why,
    },
    guards: [
      {
        when: any(not(equals(field('endedFor'), constant('duplicate'))), present(input('duplicateOf'))),
        code: 'duplicate-of-what',
      },
      noneAsked('whistle'),
    ],
    effects: [when(present(input('duplicateOf')), [{ link: 'duplicateOf', to: input('duplicateOf') }]), ...endings],
  },
}

/** Reports and their way up and down the levels: grid, community, street (domain.md 18.1, 18.3). */
export const levelActions: Actions = { ...opening, ...rising, ...leaving }
