import type { ActionDefinition, FieldDefinition, Machine } from '../model/definition.ts'

/** A field of an action's form: of the record, which it then sets, or the action's own. */
export interface OfferedField {
  readonly id: string
  readonly definition: FieldDefinition
  readonly own: boolean
  /** Must be given whatever the record holds. */
  readonly needed: boolean
}

/**
 * What a name that a value is kept under means: a field of the record, or else an action's own field of that name,
 * for truths and requests keep values of forms. Where several actions have one, a personal one stands for all, so
 * that no value is shown by mistake.
 */
export function findField(machine: Machine, id: string): FieldDefinition | undefined {
  if (Object.hasOwn(machine.fields, id)) return machine.fields[id]
  const own = Object.values(machine.actions).flatMap(({ fields }) =>
    fields !== undefined && Object.hasOwn(fields, id) ? (fields[id] ?? []) : [],
  )
  return own.find(({ personal }) => personal !== undefined) ?? own[0]
}

/** The fields of an action's form, in order; ids that are no field are left out (the definition's check names them). */
export function fieldsOffered(machine: Machine, action: ActionDefinition): readonly OfferedField[] {
  const needs = action.needs ?? []
  return (action.input ?? []).flatMap((id) => {
    const own = action.fields !== undefined && Object.hasOwn(action.fields, id)
    const definition = own ? action.fields?.[id] : Object.hasOwn(machine.fields, id) ? machine.fields[id] : undefined
    return definition === undefined ? [] : [{ id, definition, own, needed: needs.includes(id) }]
  })
}
