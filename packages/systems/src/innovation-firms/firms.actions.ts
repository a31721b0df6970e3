import type { ActionDefinition, FieldDefinition, Grant } from '@jiannuo/engine'
import { all, any, constant, equals, field, input, not, now, present, when } from '@jiannuo/engine'
import { certificateFields, datesInOrder, answered, putInForce, titleActions } from './firms.actions-titles.ts'
import { keepers, sectors } from './firms.clocks.ts'
import { conditions, whenAsked } from './firms.conditions.ts'
import { checkForm } from './firms.fields.ts'
import { holds, of, stageIds, titleIds, titleNames } from './firms.titles.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

/** Roles around the ladder of firms. */
export const firmRoles = {
  sector: '科技（经信）主管部门专员',
  streetClerk: '街道（园区）专员',
  supervisor: '督查室',
  leader: '区领导',
} as const

/** Before there is an entry nobody leads it. */
export const finders: readonly Grant[] = [
  { role: 'sector', at: 'anywhere' },
  { role: 'streetClerk', at: 'anywhere' },
]

const note: FieldDefinition = { title: '说明', type: 'longText', required: true, maxLength: 1000 }
const title: FieldDefinition = { title: '称号', type: 'choice', required: true, choices: titleNames }

const others: Actions = {
  check: {
    title: '核对条件（走访）',
    from: stageIds,
    to: 'same',
    by: keepers,
    input: checkForm,
    fields: { note: { ...note, title: '核对情况、缺口和辅导安排' } },
    effects: [
      { set: 'checkedAt', to: now },
      when(any(...titleIds.map(holds)), [{ start: 'review' }], [{ start: 'tutoring' }]),
    ],
  },
  apply: {
    title: '登记申报',
    from: stageIds,
    to: 'same',
    by: keepers,
    fields: { title, batch: { title: '申报批次', type: 'text', required: true, maxLength: 40 } },
    guards: [
      { when: not(present(field('applying'))), code: 'applying-already' },
      ...titleIds.map((id) => ({ when: whenAsked(id, conditions[id]), code: `${id}-unmet` })),
    ],
    effects: [
      { set: 'applying', to: input('title') },
      ...titleIds.map((id) => when(equals(input('title'), constant(id)), [{ set: of(id, 'Applied'), to: now }])),
      { start: 'application' },
    ],
  },
  reject: {
    title: '登记申报未通过',
    from: stageIds,
    to: 'same',
    by: sectors,
    fields: { note: { ...note, title: '未通过的原因' } },
    guards: [{ when: present(field('applying')), code: 'not-applying' }],
    effects: [{ clear: 'applying' }, { stop: 'application' }],
  },
  renew: {
    title: '登记复审、重新认定通过',
    from: stageIds.slice(1),
    to: 'same',
    by: sectors,
    fields: { title, ...certificateFields },
    guards: [
      { when: any(...titleIds.map((id) => all(equals(input('title'), constant(id)), holds(id)))), code: 'not-held' },
      ...datesInOrder,
    ],
    effects: [
      ...titleIds.map((id) =>
        when(equals(input('title'), constant(id)), [
          { set: of(id, 'Renewed'), to: now },
          ...putInForce(id),
          answered(id),
        ]),
      ),
      { put: 'certificates', rows: input('issued') },
    ],
  },
}

/** What is done besides entering, changing and leaving. */
export const firmActions: Actions = { ...others, ...titleActions }
