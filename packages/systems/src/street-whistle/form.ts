import type { Condition, Effect, FieldDefinition, Grant, SettingDefinition } from '@jiannuo/engine'
import { actorPerson, equals, not, requestIs } from '@jiannuo/engine'

/** A guard of an action. */
export interface Guard {
  readonly when: Condition
  readonly code: string
}

type More = Partial<FieldDefinition>

/** A text of one line. */
export const line = (title: string, more: More = {}): FieldDefinition => ({
  title,
  type: 'text',
  maxLength: 200,
  ...more,
})

/** A text of several lines that must be given. */
export const words = (title: string, more: More = {}): FieldDefinition => ({
  title,
  type: 'longText',
  required: true,
  maxLength: 1000,
  ...more,
})

/** Files that must be given: a claim is made with them. */
export const proof = (title: string, more: More = {}): FieldDefinition => ({
  title,
  type: 'files',
  required: true,
  ...more,
})

/** One of a list that must be chosen. */
export const oneOfList = (
  title: string,
  choices: Readonly<Record<string, string>>,
  more: More = {},
): FieldDefinition => ({ title, type: 'choice', required: true, choices, ...more })

/** A moment that an action keeps; no form asks for it. */
export const moment = (title: string): FieldDefinition => ({ title, type: 'instant' })

/** The same message to several. */
export const tell = (message: string, ...who: readonly Grant[]): readonly Effect[] =>
  who.map((notify) => ({ notify, message }))

export const grant = (role: string, at: Grant['at']): Grant => ({ role, at })

/** Nobody passes what they did themselves. */
export const notOwn = (by: string, code = 'own-work'): Guard => ({
  when: not(equals(actorPerson, { field: by })),
  code,
})

export const noneAsked = (request: string): Guard => ({
  when: not(requestIs(request, 'pending')),
  code: 'request-pending',
})
export const isAsked = (request: string): Guard => ({ when: requestIs(request, 'pending'), code: 'nothing-asked' })

/** The wording of a proposal without a public source. */
export const PROPOSAL = '本项目建议口径，请按本地规定核定'

type Unit = 'workday' | 'day' | 'workhour' | 'hour'

/** A limit that the district may set otherwise. */
export const limitSetting = (
  title: string,
  value: number,
  unit: Unit,
  source: string = PROPOSAL,
): SettingDefinition => ({
  title,
  type: 'limit',
  default: { value, unit },
  source,
})

/** A number that the district may set otherwise. */
export const numberSetting = (title: string, value: number, source: string = PROPOSAL): SettingDefinition => ({
  title,
  type: 'number',
  default: value,
  source,
})

/** A list of the district's own: code → title. */
export const listSetting = (
  title: string,
  rows: Readonly<Record<string, string>>,
  source: string = PROPOSAL,
): SettingDefinition => ({
  title,
  type: 'table',
  default: Object.fromEntries(Object.entries(rows).map(([code, name]) => [code, { title: name }])),
  source,
})
