import { describe, expect, it } from 'vitest'
import { act, after, clerk, done, FILE, refusal, type Step } from '../../testing/kit.ts'
import { patrol } from '../../testing/patrol.ts'
import { listed, spoil } from '../../testing/spoil.ts'
import {
  checkCatalogue,
  checkMachine,
  covers,
  describeCondition,
  field,
  input,
  type Json,
  type Machine,
  type RecordState,
} from '../index.ts'

const STEPS: Json = {
  title: '节点',
  type: 'rows',
  key: 'id',
  columns: {
    id: { title: '编号', type: 'text', required: true },
    words: { title: '内容', type: 'text', maxLength: 4 },
    share: { title: '比例', type: 'number', min: 0, max: 1 },
  },
}

/** The machine whose `amend` takes a table, keeps it and has these effects. */
const machine = (effects: Json, guards: Json = []): Machine =>
  spoil(
    patrol,
    ['fields.steps', STEPS],
    ['actions.amend.effects', effects],
    ['actions.amend.guards', guards],
    ['actions.amend.from', ['filed']],
    ['actions.amend.fields', { more: { ...(STEPS as object), title: '新节点' } }],
    ['actions.amend.input', ['title', 'size', 'steps', 'more']],
    ['actions.amend.by', [{ role: 'clerk', at: 'anywhere' }]],
  )

const filed = after([FILE])
const PUT: Json = [{ put: 'steps', rows: { input: 'more' } }]
const step = (form: Step[2]): Step => [clerk, 'amend', form, '2025-09-26 12:00']
const amend = (form: Step[2], effects: Json = PUT, record: RecordState = filed) =>
  done(act(record, step(form), machine(effects)))
const fault = (rows: Json) => {
  const { fields } = refusal(act(filed, step({ steps: rows }), machine(PUT)))
  return [fields?.[0]?.code, fields?.[0]?.params]
}

describe('E113 tables', () => {
  it('E113 takes lines whose cells fit their columns', () => {
    const rows = [{ id: 'a', words: '开工', share: 0.5 }, { id: 'b' }]
    expect(amend({ steps: rows }).record.fields['steps']).toEqual(rows)
  })

  it.each([
    ['no list', 'a', ['engine/wrong-type', {}]],
    ['a line that is no table', ['a'], ['engine/wrong-type', {}]],
    ['a key twice', [{ id: 'a' }, { id: 'a' }], ['engine/row-repeated', { row: 2, key: '编号' }]],
    ['no key', [{ words: '开工' }], ['engine/bad-row', { row: 1, column: '编号', fault: '必填' }]],
    [
      'a column too many',
      [{ id: 'a', more: 1 }],
      ['engine/bad-row', { row: 1, column: 'more', fault: '不在本操作的填写范围内，请删去' }],
    ],
    [
      'a cell out of bounds',
      [{ id: 'a' }, { id: 'b', share: 2 }],
      ['engine/bad-row', { row: 2, column: '比例', fault: '不能大于1，现为2' }],
    ],
    [
      'a text too long',
      [{ id: 'a', words: '五个字的话' }],
      ['engine/bad-row', { row: 1, column: '内容', fault: '最多4个字，现有5个字' }],
    ],
  ] as const)('E113 refuses %s', (_what, rows, expected) => expect(fault(rows as unknown as Json)).toEqual(expected))

  it('E113 a faulty table is found in the definition', () => {
    const faults = (edit: Json): readonly string[] =>
      listed(checkMachine(spoil(machine(PUT), ['fields.steps', { ...(STEPS as object), ...(edit as object) }])))
    expect(faults({ key: 'words2' })).toContain('engine/unknown-key-column fields.steps.key')
    expect(faults({ columns: { id: { title: '编号', type: 'text' }, x: STEPS } })).toContain(
      'engine/column-not-plain fields.steps.columns.x',
    )
    expect(faults({ type: 'text' })).toContain('engine/columns-of-other-type fields.steps')
    expect(faults({ facet: true })).toContain('engine/facet-not-plain fields.steps.facet')
  })
})

describe('effects with values', () => {
  it('E114 puts lines in their place, and the entry holds no more than these', () => {
    const before = amend({ steps: [{ id: 'a' }, { id: 'b', words: '封顶' }] }).record
    const { record, entry } = amend({ more: [{ id: 'a', words: '开工' }, { id: 'c' }] }, PUT, before)
    expect(record.fields['steps']).toEqual([{ id: 'a', words: '开工' }, { id: 'b', words: '封顶' }, { id: 'c' }])
    expect(entry.events).toContainEqual({
      type: 'rowsPut',
      field: 'steps',
      key: 'id',
      rows: [{ id: 'a', words: '开工' }, { id: 'c' }],
    })
  })

  const READ = (value: Json): Json => [
    {
      read: {
        series: { const: 'c:1' },
        period: { const: '2025-03' },
        version: { const: 'final' },
        covers: { const: 'toDate' },
        unit: { const: '个' },
        source: { const: 'return' },
        value,
        denominator: { const: 8 },
      },
    },
  ]

  it('E115 a reading is an event and changes nothing on the record', () => {
    const { entry, record } = amend({}, READ({ const: 4 }))
    expect(entry.events).toEqual([
      {
        type: 'read',
        series: 'c:1',
        period: '2025-03',
        version: 'final',
        covers: 'toDate',
        value: 4,
        unit: '个',
        source: 'return',
        denominator: 8,
      },
    ])
    expect(record.fields).toEqual(filed.fields)
    expect(amend({}, READ({ field: 'steps' })).entry.events).toEqual([])
  })

  it('E115 a table of readings adds one for each row that is whole', () => {
    const rows = [
      {
        series: 'i:gdp',
        period: '2025',
        version: 'forecast',
        covers: 'toDate',
        value: 12,
        unit: '亿元',
        source: 'document',
      },
      { series: 'i:gdp', period: '2025' },
    ]
    expect(amend({}, [{ readRows: { const: rows } }]).entry.events).toEqual([{ type: 'read', ...rows[0] }])
  })

  it('E116 tells other records, never itself', () => {
    const tell = (to: Json): Json => [
      { tell: to, action: 'take', give: { value: { const: 3 }, none: { field: 'steps' } } },
    ]
    expect(amend({}, tell({ const: 'r2' })).effects).toEqual([
      { type: 'follow', records: ['r2'], action: 'take', input: { value: 3 } },
    ])
    expect(amend({}, tell({ fact: 'id' })).effects).toEqual([])
    expect(amend({}, tell({ field: 'steps' })).effects).toEqual([])
  })

  it('E116 what is told must be there, and be of the system', () => {
    const told = machine([{ tell: { const: 'r2' }, action: 'take', give: {} }])
    expect(listed(checkCatalogue({ machines: [told], measures: [] }))).toEqual([
      'engine/nobody-told machines[0].actions.amend.effects[0].action',
    ])
    const take: Json = { title: '接收', from: ['filed'], to: 'same', by: [], system: true }
    const withTake = (edit: object) =>
      listed(checkMachine(spoil(told, ['actions.take', { ...(take as object), ...edit }])))
    expect(withTake({})).toEqual(['engine/system-action-idle actions.take'])
    expect(withTake({ told: true })).toEqual([])
    expect(withTake({ told: true, system: false, by: [{ role: 'clerk', at: 'anywhere' }] })).toContain(
      'engine/told-by-people actions.take.told',
    )
  })

  it('E117 covers: every row has its counterpart', () => {
    const guarded = machine(PUT, [
      { when: covers(input('more'), field('steps'), 'id') as unknown as Json, code: 'not-covered' } as unknown as Json,
    ])
    const two = amend({ steps: [{ id: 'a' }, { id: 'b' }] }).record
    const more = (rows: Json, record = two) => act(record, step({ more: rows }), guarded)
    expect(more([{ id: 'b' }, { id: 'a' }]).ok).toBe(true)
    expect(more([{ id: 'b' }]).ok).toBe(false)
    expect(more([{ id: 'c' }], filed).ok).toBe(true)
  })

  it('E117 it is said with the column by which rows are held against each other', () => {
    const test = covers(field('steps'), input('more'), 'words')
    expect(describeCondition(test, machine(PUT), 'amend')).toBe('“节点”按“内容”逐行齐备（对照填报的“新节点”）')
  })
})
