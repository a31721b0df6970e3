import type { Effect, Grant } from '../model/definition.ts'
import type { Json } from '../model/value.ts'
import { coHandlerOf } from './condition.ts'
import { type Draft, emit, type Stop, stop, textOf } from './draft.ts'
import { isPresent, valueOf } from './view.ts'

type Of<K extends string> = Extract<Effect, Readonly<Record<K, unknown>>>

/** The units that an expression names: one, several or none; `undefined` when it gives something else. */
function unitsIn(value: Json): readonly string[] | undefined {
  if (!isPresent(value)) return []
  if (typeof value === 'string') return [value]
  if (!Array.isArray(value)) return undefined
  const texts = value.filter((part) => typeof part === 'string')
  return texts.length === value.length ? texts : undefined
}

function assignCo(draft: Draft, unit: string): void {
  const { lead, co } = draft.record
  if (unit === lead || co.some((other) => other.unit === unit && other.answeredAt === undefined)) return
  emit(draft, { type: 'assigned', as: 'co', unit })
}

/** Gives the record to a unit. There is one lead and one area; co-handlers are added. Only a lead must be named. */
export function assignUnit(draft: Draft, effect: Of<'assign'>): Stop | undefined {
  const named = unitsIn(valueOf(effect.to, draft))
  if (named === undefined) return stop('engine/no-unit')
  const stranger = named.find((unit) => draft.units.line(unit).length === 0)
  if (stranger !== undefined) return stop('engine/no-such-unit', { value: stranger })
  if (effect.assign === 'co') {
    for (const unit of named) assignCo(draft, unit)
    return undefined
  }
  const [unit, ...more] = named
  if (more.length > 0) return stop('engine/one-unit')
  if (effect.assign === 'area') {
    if (unit !== undefined && unit !== draft.record.area) emit(draft, { type: 'assigned', as: 'area', unit })
    return undefined
  }
  if (unit === undefined) return stop('engine/no-unit')
  const basis = effect.basis === undefined ? undefined : textOf(effect.basis, draft)
  emit(draft, { type: 'assigned', as: 'lead', unit, ...(basis === undefined ? {} : { basis }) })
  return undefined
}

/** Takes the record from its lead, or from all co-handlers; nothing when there is none. */
export function releaseUnits(draft: Draft, { release }: Of<'release'>): undefined {
  const { lead, co } = draft.record
  if (release === 'lead' && lead !== undefined) emit(draft, { type: 'released', as: 'lead', unit: lead })
  if (release === 'co' && co.length > 0) emit(draft, { type: 'released', as: 'co' })
  return undefined
}

/** Notes that the co-handler for whom the actor acts has answered. */
export function answerAsCo(draft: Draft): Stop | undefined {
  const co = coHandlerOf(draft)
  if (co === undefined) return stop('engine/no-co-handler')
  emit(draft, { type: 'coAnswered', unit: co.unit })
  return undefined
}

/** The district's own unit, seen from any unit that the record or the actor has. */
function districtUnit(draft: Draft): string {
  for (const unit of [draft.record.lead, draft.record.area, draft.unit]) {
    const root = unit === undefined ? undefined : draft.units.line(unit).at(-1)
    if (root !== undefined) return root
  }
  return draft.district
}

function unitsNotified(draft: Draft, at: Grant['at']): readonly string[] {
  const { lead, area, co } = draft.record
  switch (at) {
    case 'lead':
      return lead === undefined ? [] : [lead]
    case 'co':
      return co.map((other) => other.unit)
    case 'area':
      return area === undefined ? [] : [area]
    case 'district':
    case 'anywhere':
      return [districtUnit(draft)]
  }
}

/** Leaves a message for a role at each unit that stands so to the record; the message is a code of the wording. */
export function notifyRole(draft: Draft, { notify, message }: Of<'notify'>): undefined {
  for (const unit of unitsNotified(draft, notify.at))
    draft.out.push({ type: 'notify', role: notify.role, unit, message })
  return undefined
}
