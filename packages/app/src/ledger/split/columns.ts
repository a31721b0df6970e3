import { isObject, type Json, type RecordState } from '@jiannuo/engine'
import { type Comparator, describeQuantity, isPlainDate, monthOf } from '@jiannuo/kernel'
import type { DistrictView } from '../../office/district-view.ts'
import type { Kit } from '../../office/machines.ts'
import { choiceTitle } from '../../reading/words.ts'
import { phrase } from '../../wording.zh.ts'
import { cellText as plainCell, listField, numberField, rowsField, textField } from '../fields.ts'

// The columns of a 目标任务分解表 as offices lay it out (domain.md 1.1): what may be changed in the sheet, and what is only shown.

/** What a column needs to say or read its value. */
export interface SplitContext {
  readonly kit: Kit
  readonly view: DistrictView
  readonly at: RecordState['openedAt']
}

/** A value that was read, or what is wrong with the cell: a code of this package's wording. */
export type CellRead = { readonly value: Json } | { readonly code: string; readonly allowed?: string }

/** One column of the table. */
export interface SplitColumn {
  readonly id: string
  readonly title: string
  readonly kind: 'text' | 'number' | 'date'
  readonly width: number
  readonly write: (state: RecordState, context: SplitContext) => string | number | null
  /** Reads a cell that may be changed; a column without it is only shown. */
  readonly read?: (text: string, context: SplitContext) => CellRead
}

const shown = (
  id: string,
  width: number,
  write: SplitColumn['write'],
  kind: SplitColumn['kind'] = 'text',
): SplitColumn => ({ id, title: phrase(titleKey(id)), kind, width, write })

const TITLES = {
  number: 'split/number',
  id: 'split/id',
  version: 'split/version',
  title: 'split/title',
  target: 'split/target',
  value: 'split/value',
  unit: 'split/unit',
  leader: 'split/leader',
  leadUnit: 'split/leadUnit',
  partners: 'split/partners',
  due: 'split/due',
  q1: 'split/q1',
  q2: 'split/q2',
  q3: 'split/q3',
  q4: 'split/q4',
  chapter: 'split/chapter',
  state: 'split/state',
  light: 'split/light',
  current: 'split/current',
  completion: 'split/completion',
  sentence: 'split/sentence',
} as const

type TitleKey = keyof typeof TITLES
const isTitle = (id: string): id is TitleKey => Object.hasOwn(TITLES, id)
const titleKey = (id: string): (typeof TITLES)[TitleKey] => (isTitle(id) ? TITLES[id] : 'split/id')

const field =
  (id: string): SplitColumn['write'] =>
  ({ fields }) =>
    textField(fields, id) ?? ''

const plain = (text: string): CellRead => ({ value: text === '' ? null : text })

function readNumber(text: string): CellRead {
  if (text === '') return { value: null }
  const value = Number(text.replace(/[,，\s]/g, ''))
  return Number.isFinite(value) ? { value } : { code: 'app/split-number' }
}

function readUnit(text: string, { view }: SplitContext): CellRead {
  if (text === '') return { value: null }
  const open = view.tree.all.filter(({ closed }) => closed !== true)
  const named = open.filter(({ id, name }) => id === text || name === text)
  return named.length === 1 ? { value: named[0]?.id ?? null } : { code: 'app/split-unit' }
}

function readUnits(text: string, context: SplitContext): CellRead {
  const units: Json[] = []
  for (const part of text.split(/[、,，;；\s]+/).filter((name) => name !== '')) {
    const read = readUnit(part, context)
    if (!('value' in read)) return read
    if (read.value !== null && !units.includes(read.value)) units.push(read.value)
  }
  return { value: units.length === 0 ? null : units }
}

function readDate(text: string): CellRead {
  if (text === '') return { value: null }
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? []
  const date = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  return isPlainDate(date) ? { value: date } : { code: 'app/split-date' }
}

/** The target in words, bound word and all. */
export function targetText({ fields }: RecordState): string {
  const value = numberField(fields, 'value')
  const unit = textField(fields, 'unit')
  if (value === undefined || unit === undefined) return ''
  const to = numberField(fields, 'valueTo')
  const comparator = textField(fields, 'comparator') ?? 'eq'
  return describeQuantity({ value: to === undefined ? value : [value, to], unit, comparator: comparatorOf(comparator) })
}

const COMPARATORS: readonly Comparator[] = ['eq', 'gte', 'gt', 'lte', 'lt', 'approx', 'range']
const comparatorOf = (text: string): Comparator => COMPARATORS.find((known) => known === text) ?? 'eq'

/** Steps that are due within a quarter, as one cell. */
const quarter = (number: number): SplitColumn['write'] => {
  const inQuarter = (due: Json | undefined): boolean =>
    typeof due === 'string' && isPlainDate(due) && Math.ceil(monthOf(due) / 3) === number
  return ({ fields }) =>
    rowsField(fields, 'milestones')
      .filter(({ due }) => inQuarter(due))
      .map(({ title, due }) => `${plainCell(title)}（${plainCell(due)}）`)
      .join('\n')
}

const unitNames = (state: RecordState, { view }: SplitContext): string =>
  listField(state.fields, 'partners')
    .map((unit) => view.tree.name(unit))
    .join('、')

const percent = (share: number | undefined): number | null =>
  share === undefined ? null : Math.round(share * 1000) / 10

/** The columns, in order. */
export const SPLIT_COLUMNS: readonly SplitColumn[] = [
  shown('id', 22, ({ id }) => id),
  shown('version', 6, ({ seq }) => seq, 'number'),
  {
    ...shown('title', 40, field('title')),
    read: (text) => (text === '' ? { code: 'app/split-empty' } : { value: text }),
  },
  shown('target', 16, targetText),
  { ...shown('value', 10, ({ fields }) => numberField(fields, 'value') ?? null, 'number'), read: readNumber },
  shown('unit', 8, field('unit')),
  { ...shown('leader', 12, field('leader')), read: plain },
  {
    ...shown('leadUnit', 18, ({ fields }, { view }) => {
      const unit = textField(fields, 'leadUnit')
      return unit === undefined ? '' : view.tree.name(unit)
    }),
    read: readUnit,
  },
  { ...shown('partners', 24, unitNames), read: readUnits },
  { ...shown('due', 12, ({ fields }) => textField(fields, 'due') ?? null, 'date'), read: readDate },
  shown('q1', 24, quarter(1)),
  shown('q2', 24, quarter(2)),
  shown('q3', 24, quarter(3)),
  shown('q4', 24, quarter(4)),
  shown('chapter', 16, field('chapter')),
  shown('state', 10, ({ state }, { kit }) => kit.machine.states[state]?.title ?? state),
  shown('light', 8, ({ fields }, { kit, view, at }) =>
    choiceTitle(kit, view, 'light', textField(fields, 'light') ?? '', at),
  ),
  shown('current', 10, ({ fields }) => numberField(fields, 'current') ?? null, 'number'),
  shown('completion', 8, ({ fields }) => percent(numberField(fields, 'completion')), 'number'),
  shown('sentence', 60, field('sentence')),
]

/** A value of a column in words, for a list of differences. */
export function cellText(column: SplitColumn, value: Json, { view }: SplitContext): string {
  if (value === null) return ''
  if (column.id === 'leadUnit') return view.tree.name(plainCell(value))
  if (Array.isArray(value)) return value.map((unit) => view.tree.name(plainCell(unit))).join('、')
  return isObject(value) ? JSON.stringify(value) : plainCell(value)
}
