import type { FieldDefinition, Machine } from '../model/definition.ts'
import { checkCondition } from './check-value.ts'
import type { Names } from './names.ts'
import { type Faults, fault, known } from './problem.ts'

const CHOSEN: readonly string[] = ['choice', 'choices']
const LISTED: readonly string[] = ['table', 'list']

function* checkChoices(field: FieldDefinition, path: string, machine: Machine): Faults {
  const named = Object.keys(field.choices ?? {}).length > 0
  if (CHOSEN.includes(field.type) && !named && field.choicesFrom === undefined)
    yield fault('choice-without-choices', path, field.type)
  if (!CHOSEN.includes(field.type) && (named || field.choicesFrom !== undefined))
    yield fault('choices-of-other-type', path, field.type, CHOSEN)
  if (field.choicesFrom === undefined) return
  const lists = Object.keys(machine.settings).filter((id) => LISTED.includes(machine.settings[id]?.type ?? ''))
  yield* known('unknown-setting', `${path}.choicesFrom`, field.choicesFrom, lists)
}

function isRegex(regex: string): boolean {
  try {
    return new RegExp(`^(?:${regex})$`, 'u') instanceof RegExp
  } catch {
    return false
  }
}

function* checkBounds(field: FieldDefinition, path: string): Faults {
  const { min, max, pattern, personal, search } = field
  if (min !== undefined && max !== undefined && min > max) yield fault('bounds-crossed', path, [min, max])
  if (pattern !== undefined && !isRegex(pattern.regex))
    yield fault('bad-pattern', `${path}.pattern.regex`, pattern.regex)
  if (personal !== undefined && search === true) yield fault('personal-search', `${path}.search`, true)
}

const PLAIN: readonly string[] = [
  'text',
  'longText',
  'number',
  'money',
  'date',
  'choice',
  'boolean',
  'unit',
  'person',
  'record',
  'files',
]
const ONE_VALUE: readonly string[] = ['text', 'choice', 'boolean', 'unit', 'number', 'record']

const columnsOf = (
  columns: Readonly<Record<string, FieldDefinition>>,
  ...types: readonly string[]
): readonly string[] => Object.keys(columns).filter((id) => types.includes(columns[id]?.type ?? ''))

/** Tables have plain columns and a text that names a row; lists are narrowed by fields of one plain value. */
function* checkTable(field: FieldDefinition, path: string): Faults {
  const { type, columns = {}, key, facet, personal, plan } = field
  if (type === 'rows') {
    yield* known('unknown-key-column', `${path}.key`, key ?? '', columnsOf(columns, 'text'))
    for (const [id, column] of Object.entries(columns))
      if (!PLAIN.includes(column.type) || column.personal !== undefined)
        yield fault('column-not-plain', `${path}.columns.${id}`, column.type, PLAIN)
  } else if (key !== undefined || Object.keys(columns).length > 0)
    yield fault('columns-of-other-type', path, type, ['rows'])
  if (plan !== undefined) {
    yield* known('unknown-column', `${path}.plan.by`, plan.by, columnsOf(columns, 'text'))
    yield* known('unknown-column', `${path}.plan.value`, plan.value, columnsOf(columns, 'number', 'money'))
  }
  if (facet === true && (personal !== undefined || !ONE_VALUE.includes(type)))
    yield fault('facet-not-plain', `${path}.facet`, type, ONE_VALUE)
}

function* checkField(field: FieldDefinition, path: string, machine: Machine): Faults {
  if (field.title.trim() === '') yield fault('empty-text', `${path}.title`, field.title)
  yield* checkChoices(field, path, machine)
  yield* checkBounds(field, path)
  yield* checkTable(field, path)
  for (const [id, column] of Object.entries(field.columns ?? {}))
    yield* checkField(column, `${path}.columns.${id}`, machine)
}

function* checkSeal(id: string, machine: Machine, names: Names): Faults {
  const seal = machine.fields[id]?.personal?.sealed
  if (seal === undefined) return
  yield* checkCondition(seal.when, `fields.${id}.personal.sealed.when`, { machine, names, inputs: [], only: 'record' })
}

/** The fields that name and sort a record in lists. */
function* checkNaming(machine: Machine): Faults {
  const { titleField, categoryField, fields } = machine
  yield* known('unknown-field', 'titleField', titleField, fields)
  if (fields[titleField]?.personal !== undefined) yield fault('personal-title', 'titleField', titleField)
  if (categoryField !== undefined) yield* known('unknown-field', 'categoryField', categoryField, fields)
}

/** Finds what is wrong with the fields of the record and of every form. */
export function* checkFields(machine: Machine, names: Names): Faults {
  yield* checkNaming(machine)
  for (const [id, field] of Object.entries(machine.fields)) {
    yield* checkField(field, `fields.${id}`, machine)
    yield* checkSeal(id, machine, names)
    if (!names.filled.has(id)) yield fault('field-never-filled', `fields.${id}`, id)
  }
  for (const [action, { fields = {} }] of Object.entries(machine.actions))
    for (const [id, field] of Object.entries(fields)) {
      const path = `actions.${action}.fields.${id}`
      yield* checkField(field, path, machine)
      if (machine.fields[id] !== undefined) yield fault('field-shadowed', path, id)
    }
}
