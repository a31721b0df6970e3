import type { Condition, Effect, Expr, FieldDefinition } from '@jiannuo/engine'
import { actorPerson, all, constant, equals, field, firstOf, gt, now, present, requestIs, today } from '@jiannuo/engine'
import { tellAll } from '../commitments/clock-parts.ts'
import { inspectors } from './hazards.roles.ts'

/** A test of an action with the code of its refusal. */
export interface Guard {
  readonly when: Condition
  readonly code: string
}

export const isMajor: Condition = equals(field('level'), constant('major'))
export const isMinor: Condition = equals(field('level'), constant('minor'))

export const majorOnly: Guard = { when: isMajor, code: 'not-major' }
export const minorOnly: Guard = { when: isMinor, code: 'major-elsewhere' }

/** A day on which something is to be done lies ahead. */
export const ahead = (day: Expr, code = 'deadline-past'): Guard => ({ when: gt(day, today), code })

/** Whoever registered that it was done does not check it, and whoever checked it does not strike it off. */
export const notWho = (id: string, code: string): Guard => ({
  when: { not: equals(actorPerson, field(id)) },
  code,
})

export const noneAsked: Guard = { when: { not: requestIs('extension', 'pending') }, code: 'request-pending' }
export const asked: Guard = { when: requestIs('extension', 'pending'), code: 'nothing-asked' }

/** 责任人, 措施, 资金, 预案 and the time limit: all five, before work begins (鄂安〔2010〕20号 第6条). */
export const fiveInPlace: Condition = all(
  ...['dutyHolder', 'measures', 'funds', 'deadline', 'contingency'].map((id) => present(field(id))),
)

/** The parts that the plan of a major one has besides (第7条). */
export const planComplete: Condition = all(...['goal', 'staffing', 'planFiles'].map((id) => present(field(id))))

export const photosAfter: FieldDefinition = { title: '整改后照片', type: 'files', required: true }
export const note = (title: string, required = true): FieldDefinition => ({
  title,
  type: 'longText',
  required,
  maxLength: 1000,
})
export const number = (title: string): FieldDefinition => ({ title, type: 'text', required: true, maxLength: 60 })

/** It is said to be done: the time for it stands, and that of the check begins. */
export const done: readonly Effect[] = [
  { set: 'doneBy', to: actorPerson },
  { set: 'doneAt', to: firstOf(field('doneAt'), now) },
  { stop: 'rectification' },
  { start: 'recheck' },
]

/** A check has been passed. */
export const passed: readonly Effect[] = [
  { set: 'checkedBy', to: actorPerson },
  { set: 'checkedAt', to: firstOf(field('checkedAt'), now) },
  { set: 'passedAt', to: now },
  { stop: 'recheck' },
  { start: 'strike' },
]

export const tellInspectors = (message: string): readonly Effect[] => tellAll(message, inspectors)
