import { addDays, CHINA_OFFSET, type Instant, instant, isPlainDate, localDate, MS_PER_DAY } from '@jiannuo/kernel'
import { choicesOf } from '../describe/names.ts'
import { samplePattern } from '../describe/pattern-sample.ts'
import type { FieldDefinition, FieldType, Machine } from '../model/definition.ts'
import type { RecordState } from '../model/record.ts'
import type { Context } from '../model/run.ts'
import type { Json } from '../model/value.ts'
import { checkFieldValue } from '../run/field-value.ts'
import { fieldsOffered, type OfferedField } from '../run/offer.ts'
import { type Mentions, mentionsOf } from './mentions.ts'

/** Input of an action, made up. */
export type Input = Readonly<Record<string, Json>>

/** Choices of one field beyond these say nothing new. */
const MOST_VALUES = 12

const text = '示例文字'

/** What a unit may be where it makes a difference: two departments, a street, a community. */
const UNITS = ['lantai-housing', 'lantai-urban', 'lantai-dongmen', 'lantai-dongmen-guihua']

type Values = (field: FieldDefinition, context: Context, machine: Machine, seen: readonly Json[]) => readonly Json[]

const texts: Values = ({ pattern, maxLength }, _context, _machine, seen) => [
  pattern === undefined ? text.slice(0, maxLength) : (samplePattern(pattern.regex) ?? text),
  ...seen,
]

const numbers: Values = ({ min, max }, _context, _machine, seen) => [
  Math.min(Math.max(1, min ?? 1), max ?? Number.MAX_VALUE),
  ...seen,
]

const choices: Values = (field, context, machine) => choicesOf(machine, field, context.settings).map(({ code }) => code)

const units: Values = (_field, context) => {
  const known = UNITS.filter((unit) => context.units.line(unit).length > 0)
  return known.length > 0 ? known : [context.district]
}

const today = ({ at }: Context): string => localDate(at, CHINA_OFFSET)

const days: Values = (_field, context) => {
  const day = today(context)
  return isPlainDate(day) ? [day, addDays(day, -1), addDays(day, 1), addDays(day, -400)] : [day]
}

const moments: Values = (_field, { at }) => [at, at - MS_PER_DAY, at + MS_PER_DAY]

/** Values that a field may have, the plainest first; `seen` are those that tests of the machine look for. */
const VALUES: Readonly<Record<FieldType, Values>> = {
  text: texts,
  longText: texts,
  number: numbers,
  money: numbers,
  date: days,
  instant: moments,
  choice: choices,
  choices: (field, context, machine, seen) => {
    const all = choices(field, context, machine, seen)
    return [all.slice(0, 1), ...all.slice(1).map((code) => [code])]
  },
  boolean: () => [true, false],
  unit: units,
  units: (field, context, machine, seen) => units(field, context, machine, seen).map((id) => [id]),
  person: () => ['p1', 'p2'],
  place: () => [{ text: '兰台路8号' }],
  files: () => [['0'.repeat(64)]],
  record: () => ['another-record'],
  rows: ({ columns = {} }, context, machine) => [[sampleRow(columns, context, machine)]],
}

/** A line of a table with every column that must be filled, and the one that names it. */
function sampleRow(columns: Readonly<Record<string, FieldDefinition>>, context: Context, machine: Machine): Json {
  const row: Record<string, Json> = {}
  for (const [id, column] of Object.entries(columns)) {
    const [value] = VALUES[column.type](column, context, machine, [])
    if (value !== undefined) row[id] = value
  }
  return row
}

/** Values that a field takes, the plainest first: those that its own rules let pass. */
export function sampleValues(
  field: FieldDefinition,
  machine: Machine,
  context: Context,
  seen: readonly Json[] = [],
): readonly Json[] {
  const { settings, units: tree } = context
  return VALUES[field.type](field, context, machine, seen)
    .filter((value) => checkFieldValue(value, field, { machine, settings, units: tree }) === undefined)
    .slice(0, MOST_VALUES)
}

/** Whether a form of the action must hold the field. */
const mustHave = (offered: OfferedField, record: RecordState | undefined): boolean =>
  offered.needed || (offered.definition.required === true && (offered.own || record?.fields[offered.id] === undefined))

/**
 * The plainest input that an action takes: what must be given, nothing else.
 *
 * @returns `undefined` when no value can be made up for a field that must be given
 */
export function sampleInput(
  machine: Machine,
  actionId: string,
  context: Context,
  record?: RecordState,
): Input | undefined {
  const action = machine.actions[actionId]
  if (action === undefined) return undefined
  const input: Record<string, Json> = {}
  for (const offered of fieldsOffered(machine, action)) {
    if (!mustHave(offered, record)) continue
    const [value] = sampleValues(offered.definition, machine, context)
    if (value === undefined) return undefined
    input[offered.id] = value
  }
  return input
}

/** More forms than these are not tried for one action at one place. */
const MOST_FORMS = 80

/**
 * Forms of an action that may make a difference: the plainest first, then with one, two and more of its fields otherwise, where a test
 * of the machine looks at them.
 */
export function inputVariants(
  machine: Machine,
  actionId: string,
  context: Context,
  record?: RecordState,
  mentions: Mentions = mentionsOf(machine, context.settings),
): readonly Input[] {
  const action = machine.actions[actionId]
  const plainest = sampleInput(machine, actionId, context, record)
  if (action === undefined || plainest === undefined) return []
  const options = fieldsOffered(machine, action).flatMap((offered) => {
    const { id, definition } = offered
    const seen = mentions.get(id)
    if (seen === undefined && !CHANGES_OWNER.has(definition.type) && id !== ASKED_FOR) return []
    const values: (Json | undefined)[] = [...sampleValues(definition, machine, context, seen ?? [])]
    if (!mustHave(offered, record)) values.unshift(undefined)
    return [{ id, values: values.slice(1) }]
  })
  const forms: Input[] = [plainest]
  let last: readonly { readonly form: Input; readonly from: number }[] = [{ form: plainest, from: 0 }]
  while (last.length > 0 && forms.length < MOST_FORMS) {
    last = last.flatMap(({ form, from }) =>
      options.slice(from).flatMap(({ id, values }, at) =>
        values.map((value) => ({
          form: value === undefined ? without(form, id) : { ...form, [id]: value },
          from: from + at + 1,
        })),
      ),
    )
    forms.push(...last.map(({ form }) => form))
  }
  return forms.slice(0, MOST_FORMS)
}

/** The field that pauses, extensions and decisions take their reason from. */
const ASKED_FOR = 'reason'

/** Units decide who may act next, whether a test looks at them or not. */
const CHANGES_OWNER: ReadonlySet<FieldType> = new Set(['unit', 'units'])

function without(form: Input, id: string): Input {
  const { [id]: _gone, ...rest } = form
  return rest
}

/** A moment so much later. */
export const later = (at: Instant, ms: number): Instant => instant(at + ms)
