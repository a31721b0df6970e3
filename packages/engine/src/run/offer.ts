import type { ActionDefinition, FieldDefinition, Machine } from '../model/definition.ts'

/** A field of an action's form: of the record, which it then sets, or the action's own. */
export interface OfferedField {
  readonly id: string
  readonly definition: FieldDefinition
  readonly own: boolean
  /** Must be given whatever the record holds. */
  readonly needed: boolean
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
