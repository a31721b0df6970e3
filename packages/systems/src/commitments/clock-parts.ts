import type { ClockRule, Effect, Grant, MarkDefinition } from '@jiannuo/engine'

/** A limit of the office: the last day ends at 24:00, and one that ends on a rest day ends on the next working day (民法典 203条). */
export const officeRule: ClockRule = { lastDay: 'midnight', roll: true }

/** A day that was promised to the public: it stands as it was promised, rest day or not. */
export const promisedRule: ClockRule = { lastDay: 'midnight', roll: false }

/** The same message to several. */
export const tellAll = (message: string, ...who: readonly (readonly Grant[])[]): readonly Effect[] =>
  who.flat().map((notify) => ({ notify, message }))

/** What happens as a limit runs out. */
export const dueMark = (...effects: readonly Effect[]): MarkDefinition => ({
  title: '到期',
  at: { due: true },
  effects,
})
