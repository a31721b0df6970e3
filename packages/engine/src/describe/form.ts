import type { FieldDefinition, FieldType, Machine, Mask } from '../model/definition.ts'
import type { Settings } from '../model/run.ts'
import { type Choice, choicesOf, inputField, own } from './names.ts'
import { labels } from './wording.zh.ts'

/** One field of a form, ready to be drawn. */
export interface FormField {
  readonly id: string
  readonly title: string
  readonly type: FieldType
  /** By the field itself, or because the action needs it. */
  readonly required: boolean
  readonly help?: string
  /** In order; empty for fields without choices. */
  readonly choices: readonly Choice[]
  /** Unit of measurement of a number. */
  readonly unit?: string
  readonly min?: number
  readonly max?: number
  /** In UTF-16 code units. */
  readonly maxLength?: number
  /** What the text must match whole, and what it asks for in words. */
  readonly pattern?: { readonly regex: string; readonly says: string }
  /** Personal: how it is masked for those who may not see it whole. */
  readonly personal?: Mask
  /** For `rows`: the columns of the table in order, and the one that names a row. */
  readonly columns?: readonly FormField[]
  readonly key?: string
  /** Where the value goes: onto the record, or only into the entry of the action. */
  readonly kept: 'record' | 'entry'
}

/** The form of an action. */
export interface FormModel {
  readonly machine: string
  readonly action: string
  readonly title: string
  /** Whether it opens a record. */
  readonly opens: boolean
  readonly fields: readonly FormField[]
}

/**
 * The form of an action: its input in order, with everything that a page needs to ask for it.
 *
 * @param settings settings in force, for choices that come from one; without them the defaults hold
 * @returns `undefined` when the machine has no such action
 */
export function formModel(machine: Machine, actionId: string, settings?: Settings): FormModel | undefined {
  const action = own(machine.actions, actionId)
  if (action === undefined) return undefined
  const fields = (action.input ?? []).flatMap((id) => {
    const field = inputField({ machine, action: actionId }, id)
    if (field === undefined) return []
    const kept = own(action.fields, id) === undefined ? 'record' : 'entry'
    const required = field.required === true || (action.needs ?? []).includes(id)
    return [formField(id, field, required, kept, choicesOf(machine, field, settings))]
  })
  return { machine: machine.id, action: actionId, title: action.title, opens: action.from === 'new', fields }
}

function formField(
  id: string,
  field: FieldDefinition,
  required: boolean,
  kept: FormField['kept'],
  choices: readonly Choice[],
): FormField {
  const { title, type, help, unit, min, max, maxLength, pattern, personal, columns, key } = field
  return {
    id,
    title,
    type,
    required,
    choices,
    kept,
    ...(help === undefined ? {} : { help }),
    ...(unit === undefined ? {} : { unit }),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(pattern === undefined ? {} : { pattern }),
    ...(personal === undefined ? {} : { personal: personal.mask }),
    ...(columns === undefined || key === undefined ? {} : { key, columns: columnsOf(columns, kept) }),
  }
}

const columnsOf = (columns: Readonly<Record<string, FieldDefinition>>, kept: FormField['kept']): FormField[] =>
  Object.entries(columns).map(([id, column]) =>
    formField(id, column, column.required === true, kept, choicesWithin(column)),
  )

const choicesWithin = ({ choices = {} }: FieldDefinition): readonly Choice[] =>
  Object.entries(choices).map(([code, title]) => ({ code, title }))

/** One column of the list of records. */
export interface ListColumn {
  /** A field of the record, or something that every record knows. */
  readonly kind: 'field' | 'fact'
  /** Field id; `id`, `state`, `lead`, `openedAt`, or `due`: the nearest due moment of the running clocks. */
  readonly id: string
  readonly title: string
  readonly type: FieldType
  /** Personal: shown masked. */
  readonly mask?: Mask
}

/** The columns of a machine's list. */
export interface ListModel {
  readonly machine: string
  readonly noun: string
  readonly columns: readonly ListColumn[]
}

const factColumn = (id: 'id' | 'state' | 'lead' | 'openedAt' | 'due', type: FieldType): ListColumn => ({
  kind: 'fact',
  id,
  title: labels[id],
  type,
})

/** The list of a machine's records: number, title, the fields that ask for a column, state, lead, due and opening moment. */
export function listModel(machine: Machine): ListModel {
  const ordered = Object.entries(machine.fields)
    .flatMap(([id, field]) =>
      field.column === undefined || id === machine.titleField ? [] : [{ id, field, at: field.column }],
    )
    .toSorted((a, b) => a.at - b.at)
  const title = own(machine.fields, machine.titleField)
  const fields = title === undefined ? ordered : [{ id: machine.titleField, field: title }, ...ordered]
  const hasClocks = Object.keys(machine.clocks).length > 0
  return {
    machine: machine.id,
    noun: machine.noun,
    columns: [
      factColumn('id', 'record'),
      ...fields.map(({ id, field }): ListColumn => {
        const column: ListColumn = { kind: 'field', id, title: field.title, type: field.type }
        return field.personal === undefined ? column : { ...column, mask: field.personal.mask }
      }),
      factColumn('state', 'choice'),
      factColumn('lead', 'unit'),
      ...(hasClocks ? [factColumn('due', 'instant')] : []),
      factColumn('openedAt', 'instant'),
    ],
  }
}
