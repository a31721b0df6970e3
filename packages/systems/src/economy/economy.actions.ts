import type { ActionDefinition, Effect, FieldDefinition, Grant } from '@jiannuo/engine'
import {
  actorPerson,
  constant,
  equals,
  field,
  firstOf,
  input,
  lte,
  not,
  now,
  present,
  today,
  when,
} from '@jiannuo/engine'
import { coverages } from '../commitments/choices.ts'
import { tellAll } from '../commitments/clock-parts.ts'
import { reason } from '../commitments/commitments.parts.ts'
import { leaders, leadStaff } from '../commitments/roles.ts'
import { collectInput, returnedInput, revisionInput } from './economy.fields.ts'
import { economists } from './roles.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const collectors: readonly Grant[] = [...economists, ...leadStaff]

/** Where the figure goes as a reading: given along, for only the program knows how series are named. */
const destination: Readonly<Record<string, FieldDefinition>> = {
  series: { title: '数值序列', type: 'text', maxLength: 200 },
  growthSeries: { title: '增速序列', type: 'text', maxLength: 200 },
  covers: { title: '覆盖时段', type: 'choice', choices: coverages, help: '不填按年初累计。' },
}

const version = firstOf(field('version'), constant('preliminary'))
const covers = firstOf(input('covers'), constant('toDate'))
const source = constant('measure')

/** A version stands beside the ones before (domain.md 15.2). Growth at comparable prices is taken where there is one (15.1). */
const readFigure: readonly Effect[] = [
  {
    read: {
      series: input('series'),
      period: field('period'),
      version,
      covers,
      value: field('value'),
      unit: field('unit'),
      source,
    },
  },
  {
    read: {
      series: input('growthSeries'),
      period: field('period'),
      version,
      covers,
      value: firstOf(field('comparableGrowth'), field('nominalGrowth')),
      unit: constant('%'),
      source,
    },
  },
]

const collecting: Actions = {
  collect: {
    title: '建立采集',
    from: 'new',
    to: 'collect',
    by: economists,
    input: collectInput,
    effects: [
      when(present(field('department')), [{ assign: 'lead', to: field('department') }]),
      { start: 'collection' },
      ...tellAll('to-collect', leadStaff),
    ],
  },
  fill: { title: '填写数据', from: ['collect'], to: 'same', by: collectors, input: returnedInput },
  hand: {
    title: '提交核对',
    from: ['collect'],
    to: 'check',
    by: collectors,
    input: returnedInput,
    guards: [
      { when: present(field('value')), code: 'figure-missing' },
      { when: present(field('version')), code: 'version-missing' },
    ],
    effects: [
      { set: 'collectedBy', to: actorPerson },
      { stop: 'collection' },
      { start: 'checking' },
      ...tellAll('figure-to-check', economists),
    ],
  },
  sendBack: {
    title: '退回采集',
    from: ['check', 'consult'],
    to: 'collect',
    by: economists,
    fields: { reason: reason('退回理由') },
    effects: [
      { stop: 'checking' },
      { stop: 'consultation' },
      { start: 'collection' },
      ...tellAll('figure-sent-back', leadStaff, economists),
    ],
  },
}

const using: Actions = {
  check: {
    title: '核对通过，送会商',
    from: ['check'],
    to: 'consult',
    by: economists,
    guards: [{ when: not(equals(actorPerson, field('collectedBy'))), code: 'own-figure' }],
    effects: [{ stop: 'checking' }, { start: 'consultation' }],
  },
  release: {
    title: '会商通过，可内部使用',
    from: ['consult'],
    to: 'internal',
    by: economists,
    fields: { ...destination, opinion: { title: '会商意见', type: 'longText', maxLength: 2000 } },
    effects: [{ stop: 'consultation' }, { set: 'usableAt', to: now }, ...readFigure, ...tellAll('usable', leaders)],
  },
  revise: {
    title: '修订',
    from: ['internal', 'public'],
    to: 'same',
    by: economists,
    input: revisionInput,
    needs: ['version', 'value'],
    fields: { ...destination, reason: reason('修订理由', false) },
    effects: [{ set: 'revisedAt', to: now }, ...readFigure, ...tellAll('revised', leaders)],
  },
  amend: {
    title: '更正目标和密级',
    from: ['collect', 'check', 'consult', 'internal'],
    to: 'same',
    by: economists,
    input: ['yearTarget', 'cityTarget', 'secrecy', 'releasedOn'],
    fields: { reason: reason('更正依据') },
  },
  publish: {
    title: '公开',
    from: ['internal'],
    to: 'public',
    by: economists,
    input: ['releasedOn'],
    guards: [
      { when: not(equals(field('secrecy'), constant('internal'))), code: 'secret' },
      // domain.md 15.9: nothing of ours before the statistics bureau's own release.
      { when: lte(field('releasedOn'), today), code: 'not-released' },
    ],
    effects: [{ set: 'publishedAt', to: now }],
  },
}

/** Collected, checked by a second person, consulted on, used inside, made public (systems.md S02). */
export const economyActions: Actions = { ...collecting, ...using }
