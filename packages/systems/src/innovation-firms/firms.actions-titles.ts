import type { ActionDefinition, Effect, FieldDefinition } from '@jiannuo/engine'
import {
  any,
  equals,
  field,
  firstOf,
  gt,
  inState,
  input,
  lt,
  constant,
  not,
  now,
  present,
  today,
  when,
} from '@jiannuo/engine'
import { tellAll } from '../commitments/clock-parts.ts'
import { keepers, lapseOf, sectors } from './firms.clocks.ts'
import { certificates } from './firms.fields.ts'
import {
  fallBy,
  givenIn,
  holds,
  of,
  riseBy,
  stageIds,
  stagesFrom,
  termOf,
  type TitleId,
  titleIds,
  titles,
} from './firms.titles.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

const anyTitle = any(...titleIds.map(holds))

/** Firms with a title have their conditions checked, those without are tutored. */
const rhythm: Effect = when(
  anyTitle,
  [{ stop: 'tutoring' }, { start: 'review' }],
  [{ stop: 'review' }, { start: 'tutoring' }],
)

/** What a certificate says; its own dates count, whatever the usual term is. */
export const certificateFields: Readonly<Record<string, FieldDefinition>> = {
  from: { title: '有效期自', type: 'date', required: true },
  until: { title: '有效期至', type: 'date', required: true },
  issued: { ...certificates, title: '证书、名单信息' },
  document: { title: '认定文件或证书', type: 'files', required: true },
}

export const datesInOrder = [
  { when: lt(input('from'), input('until')), code: 'dates-crossed' },
  { when: gt(input('until'), today), code: 'ended-already' },
]

/** The title is in force to its last day. */
export const putInForce = (id: TitleId): readonly Effect[] => [
  { set: of(id, 'From'), to: input('from') },
  { set: of(id, 'Until'), to: input('until') },
  { clear: of(id, 'Lapsed') },
  { clear: of(id, 'Due') },
  { start: termOf(id), limit: input('until') },
]

/** The application that waited for this title has its answer. */
export const answered = (id: TitleId): Effect =>
  when(equals(field('applying'), constant(id)), [{ clear: 'applying' }, { stop: 'application' }])

const award = (id: TitleId): ActionDefinition => {
  const below = stageIds.slice(0, stageIds.indexOf(titles[id].stage))
  return {
    title: `登记认定：${titles[id].name}`,
    from: givenIn(id),
    to: riseBy(id),
    by: sectors,
    fields: certificateFields,
    guards: [{ when: not(holds(id)), code: 'held-already' }, ...datesInOrder],
    effects: [
      // A title that is won back is renewed, not new: the first time is kept for good.
      when(present(field(of(id, 'Since'))), [{ set: of(id, 'Renewed'), to: now }]),
      { set: of(id, 'Since'), to: firstOf(field(of(id, 'Since')), now) },
      ...putInForce(id),
      { put: 'certificates', rows: input('issued') },
      when(inState(...below), [{ set: 'promotedAt', to: now }]),
      answered(id),
      rhythm,
      ...tellAll('awarded', keepers),
    ],
  }
}

const end = (id: TitleId): readonly Effect[] => [
  { clear: of(id, 'Until') },
  { clear: of(id, 'Due') },
  { set: of(id, 'Lapsed'), to: now },
  { stop: termOf(id) },
  rhythm,
]

const lapse = (id: TitleId): ActionDefinition => ({
  title: `到期失效：${titles[id].name}`,
  from: stagesFrom(id),
  to: fallBy(id),
  by: [],
  system: true,
  effects: [...end(id), ...tellAll('lapsed', keepers)],
})

const revoke = (id: TitleId): ActionDefinition => ({
  title: `取消资格：${titles[id].name}`,
  from: stagesFrom(id),
  to: fallBy(id),
  by: sectors,
  fields: {
    cause: {
      title: '原因',
      type: 'choice',
      required: true,
      choices: {
        fraud: '申报中弄虚作假',
        accident: '重大事故或严重违法',
        unmet: '条件不再满足',
        unreported: '未按规定报告',
      },
    },
    document: { title: '取消资格的文件', type: 'files', required: true },
  },
  guards: [{ when: holds(id), code: 'not-held' }],
  effects: [...end(id), ...tellAll('revoked', keepers)],
})

/** For each title: given, lapsed by its clock, taken away. A firm's stage follows its highest title in force. */
export const titleActions: Actions = Object.fromEntries([
  ...titleIds.map((id) => [`award-${id}`, award(id)] as const),
  ...titleIds.map((id) => [lapseOf(id), lapse(id)] as const),
  ...titleIds.map((id) => [`revoke-${id}`, revoke(id)] as const),
])
