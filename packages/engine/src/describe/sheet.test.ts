import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lending } from '../../testing/lending.ts'
import type { FieldDefinition, Machine } from '../model/definition.ts'
import type { Json } from '../model/value.ts'
import { checkHeaders, exportRow, importAction, importRow, rowReader, type SheetOptions, xlsxColumns } from './index.ts'

/** The lending loop whose opening form has just these fields. */
function machineOf(fields: Readonly<Record<string, FieldDefinition>>): Machine {
  const reserve = lending.actions['reserve']
  if (reserve === undefined) throw new Error('action gone')
  return {
    ...lending,
    fields,
    titleField: Object.keys(fields)[0] ?? '',
    actions: { reserve: { ...reserve, input: Object.keys(fields), guards: [], effects: [] } },
  }
}

const one = (field: FieldDefinition): Machine => machineOf({ x: field })

const read = (field: FieldDefinition, text: string, options?: SheetOptions): Json | string[] => {
  const result = importRow(one({ ...field, title: 'X' }), { x: text }, options)
  return result.ok ? (result.value['x'] ?? null) : result.problems.map(({ code }) => code)
}

const problems = (code: string): string[] => [`engine/${code}`]

describe('E72 columns', () => {
  it('E72 those of the form come first, the others are only exported', () => {
    const columns = xlsxColumns(lending)
    expect(columns.filter(({ imported }) => imported).map(({ header, required }) => [header, required])).toEqual([
      ['书名', true],
      ['类别', true],
      ['分馆', true],
      ['读者姓名', true],
      ['联系电话', false],
      ['架位', false],
    ])
    expect(columns.filter(({ imported }) => !imported).map(({ header }) => header)).toEqual([
      '估价（元）',
      '是否损坏',
      '在先预约',
      '借阅单编号',
      '当前状态',
      '牵头单位',
      '属地',
      '登记时间',
      '办结时间',
    ])
  })

  it('E72 each says how it is written', () => {
    const said = Object.fromEntries(xlsxColumns(lending).map(({ id, writtenAs }) => [id, writtenAs]))
    expect(said['book']).toBe('文字，不超过60字')
    expect(said['kind']).toBe('下列之一：小说、地图、善本')
    expect(said['shelf']).toBe('下列之一：一层东、二层西')
    expect(said['phone']).toBe('文字，11位手机号码')
    expect(said['value']).toBe('数字，单位为元，不小于0，不大于100000')
  })

  it('E72 the examples can be imported as they stand', () => {
    const columns = xlsxColumns(lending)
    const row = Object.fromEntries(columns.map(({ header, example }) => [header, example]))
    expect(importRow(lending, row)).toMatchObject({ ok: true, value: { phone: '10000000000', kind: 'novel' } })
    const units = new Map([['dongmen', '东门街道']])
    const examples = Object.fromEntries(xlsxColumns(lending, { units }).map(({ header, example }) => [header, example]))
    expect(importRow(lending, examples, { units })).toMatchObject({ ok: true, value: { branch: 'dongmen' } })
  })

  it('E72 fields of one title, or of the title of a fact, are told apart', () => {
    const machine = machineOf({
      a: { title: '金额', type: 'money', unit: '元' },
      b: { title: '金额', type: 'money', unit: '元' },
      c: { title: '属地', type: 'text' },
    })
    const headers = xlsxColumns(machine).map(({ header }) => header)
    expect(headers.slice(0, 3)).toEqual(['金额（元）（a）', '金额（元）（b）', '属地（c）'])
    expect(new Set(headers).size).toBe(headers.length)
  })

  it('E72 the fact 属地 is no answer to a field that has its id', () => {
    const machine = machineOf({ area: { title: '事发地', type: 'text' } })
    expect(importRow(machine, { 属地: '东门', 事发地: '桂花' })).toEqual({ ok: true, value: { area: '桂花' } })
    expect(importRow(machine, { 属地: '东门' })).toEqual({ ok: true, value: {} })
  })

  it('E72 another action may be imported, and a machine that nobody opens has no import', () => {
    expect(xlsxColumns(lending, { action: 'lend' })[0]).toMatchObject({ id: 'value', imported: true, required: true })
    const { lapse } = lending.actions
    if (lapse === undefined) throw new Error('action gone')
    expect(importAction({ ...lending, actions: { lapse } })).toBeUndefined()
    expect(xlsxColumns({ ...lending, actions: { lapse } }).some(({ imported }) => imported)).toBe(false)
  })
})

describe('E73 headers', () => {
  const machine = machineOf({
    money: { title: '营业收入', type: 'money', unit: '万元', required: true },
    name: { title: '企业名称', type: 'text', required: true },
  })

  it.each([
    '营业收入（万元）',
    '营业收入(万元)',
    ' 营业 收入（万元） ',
    '营业收入',
    'money',
    '*营业收入（万元）',
    '营业收入（万元）*',
  ])('E73 %s is known', (header) => {
    expect(importRow(machine, { [header]: '12', 企业名称: '甲' })).toEqual({
      ok: true,
      value: { money: 12, name: '甲' },
    })
  })

  it('E73 unknown and missing ones are told once', () => {
    expect(checkHeaders(machine, ['营业收入', '备注', '', '当前状态'])).toEqual({
      unknown: ['备注'],
      missing: ['企业名称'],
    })
    expect(checkHeaders(machine, ['money', 'name'])).toEqual({ unknown: [], missing: [] })
  })

  it('E73 of two headers for one column the first counts', () => {
    expect(rowReader(machine, ['企业名称', 'name', '营业收入'])(['甲', '乙', '1'])).toEqual({
      ok: true,
      value: { name: '甲', money: 1 },
    })
  })

  it('E73 a title that begins another with a unit is no guess', () => {
    const two = machineOf({
      a: { title: '收入', type: 'money', unit: '元' },
      b: { title: '收入', type: 'money', unit: '万元' },
    })
    expect(checkHeaders(two, ['收入'])).toMatchObject({ unknown: ['收入'] })
  })
})

describe('E74 cells', () => {
  const number: FieldDefinition = { title: 'X', type: 'number', unit: '万元' }
  it.each([
    ['1234.5', 1234.5],
    ['1,234.50', 1234.5],
    ['１２３', 123],
    ['-3', -3],
    ['12万元', 12],
    ['-0', 0],
    ['999999999999999', 999_999_999_999_999],
  ])('E74 the number %s', (text, value) => expect(read(number, text)).toBe(value))
  it.each(['十二', '12元', '1,2', '1e3', '0x10', '1234567890123456', '12.', '--1', 'Infinity'])(
    'E74 no number: %s',
    (text) => expect(read(number, text)).toEqual(problems('cell-number')),
  )

  it.each([
    '2025-01-31',
    '2025/1/31',
    '2025.1.31',
    '2025年1月31日',
    '20250131',
    '２０２５-01-31',
    '2025 年 1 月 31 日',
  ])('E74 the date %s', (text) => expect(read({ title: 'X', type: 'date' }, text)).toBe('2025-01-31'))
  it.each(['2025-02-30', '2025-1/31', '31.1.2025', '2025-01-31 10:00', '250131', '昨天'])('E74 no date: %s', (text) =>
    expect(read({ title: 'X', type: 'date' }, text)).toEqual(problems('cell-date')),
  )

  const moment = 1_759_282_200_000
  it.each([
    '2025-10-01 09:30',
    '2025/10/1 9:30',
    '2025-10-01T09:30:00+08:00',
    '2025年10月1日 9时30分',
    '2025-10-01 09:30:00',
  ])('E74 the time %s', (text) => expect(read({ title: 'X', type: 'instant' }, text)).toBe(moment))
  it.each(['2025-10-01', '2025-10-01 25:00', '09:30', '2025-13-01 09:30'])('E74 no time: %s', (text) =>
    expect(read({ title: 'X', type: 'instant' }, text)).toEqual(problems('cell-instant')),
  )

  const utilities: FieldDefinition = {
    title: 'X',
    type: 'choices',
    choices: { all: '水、电、气', water: '水', power: '电', gas: '气' },
  }
  it.each<[string, Json]>([
    ['水', ['water']],
    ['water', ['water']],
    ['水、电', ['water', 'power']],
    ['水，电；气', ['water', 'power', 'gas']],
    ['水、电、气', ['all']],
    ['水、水', ['water']],
    ['气、水、电、气', ['gas', 'all']],
  ])('E74 the choices %s', (text, value) => expect(read(utilities, text)).toEqual(value))
  it('E74 a choice that there is not is named, with those that there are', () => {
    const result = importRow(one(utilities), { x: '水、煤、电' })
    expect(result).toMatchObject({
      problems: [
        { code: 'engine/cell-choice', place: '“X”列', params: { text: '煤', allowed: '水、电、气、水、电、气' } },
      ],
    })
    expect(read({ title: 'X', type: 'choice', choices: { a: '甲' } }, '乙')).toEqual(problems('cell-choice'))
    expect(read({ title: 'X', type: 'choice', choices: { a: '甲' } }, '甲')).toBe('a')
  })

  it.each([
    ['是', true],
    ['√', true],
    ['TRUE', true],
    ['否', false],
    ['0', false],
    ['无', false],
  ])('E74 %s', (text, value) => expect(read({ title: 'X', type: 'boolean' }, text)).toBe(value))
  it('E74 neither yes nor no', () => {
    expect(read({ title: 'X', type: 'boolean' }, '大概')).toEqual(problems('cell-boolean'))
  })

  const units = new Map([
    ['water', '水务局'],
    ['east', '建设所'],
    ['west', '建设所'],
  ])
  it('E74 units by id or by a name that only one has', () => {
    const unit: FieldDefinition = { title: 'X', type: 'unit' }
    expect(read(unit, 'water', { units })).toBe('water')
    expect(read(unit, '水务局', { units })).toBe('water')
    expect(read(unit, '建设所', { units })).toEqual(problems('cell-unit'))
    expect(read(unit, '财政局', { units })).toEqual(problems('cell-unit'))
    expect(read(unit, 'anything')).toBe('anything')
    expect(read({ title: 'X', type: 'units' }, '水务局、east、water', { units })).toEqual(['water', 'east'])
  })

  it('E74 places, files, people, records', () => {
    expect(read({ title: 'X', type: 'place' }, '兰台路8号')).toEqual({ text: '兰台路8号' })
    expect(read({ title: 'X', type: 'place' }, '兰台路8号[114.3, -30.6]')).toEqual({
      text: '兰台路8号',
      x: 114.3,
      y: -30.6,
    })
    expect(read({ title: 'X', type: 'files' }, 'aa、bb')).toEqual(['aa', 'bb'])
    expect(read({ title: 'X', type: 'person' }, 'p1')).toBe('p1')
    expect(read({ title: 'X', type: 'record' }, '有 空格')).toEqual(problems('wrong-type'))
  })
})

describe('E75 rows', () => {
  it('E75 every fault is listed with its column', () => {
    const result = importRow(lending, { 书名: '', 类别: '戏曲', 分馆: 'lantai', 读者姓名: '王某', 联系电话: '123' })
    expect(result).toEqual({
      ok: false,
      problems: [
        { code: 'engine/missing', severity: 'error', place: '“书名”列', params: { column: '书名' } },
        {
          code: 'engine/cell-choice',
          severity: 'error',
          place: '“类别”列',
          params: { column: '类别', text: '戏曲', allowed: '小说、地图、善本' },
        },
        {
          code: 'engine/pattern',
          severity: 'error',
          place: '“联系电话”列',
          params: { column: '联系电话', says: '11位手机号码' },
        },
      ],
    })
  })

  it('E75 values are held against their fields', () => {
    expect(read({ title: 'X', type: 'number', min: 5 }, '4')).toEqual(problems('too-small'))
    expect(read({ title: 'X', type: 'money', max: 5 }, '6')).toEqual(problems('too-large'))
    expect(read({ title: 'X', type: 'text', maxLength: 2 }, '三个字')).toEqual(problems('too-long'))
    expect(read({ title: 'X', type: 'files' }, 'aa、aa')).toEqual(problems('repeated'))
  })

  it('E75 empty cells give nothing', () => {
    expect(
      importRow(lending, { 书名: '甲', 类别: '小说', 分馆: 'lantai', 读者姓名: '王某', 联系电话: ' ', 架位: '' }),
    ).toEqual({
      ok: true,
      value: { book: '甲', kind: 'novel', branch: 'lantai', reader: '王某' },
    })
  })

  it('E75 columns that an import does not take are left alone', () => {
    const row = { 书名: '甲', 类别: '小说', 分馆: 'lantai', 读者姓名: '王某', 当前状态: '借阅中', 备注: '旧' }
    expect(importRow(lending, row)).toMatchObject({ ok: true })
  })
})

const word = fc.stringMatching(/^[一-龟a-z0-9]{1,12}$/)
const values: Readonly<Record<string, { readonly field: FieldDefinition; readonly of: fc.Arbitrary<Json> }>> = {
  text: { field: { title: '文字', type: 'text' }, of: word },
  longText: { field: { title: '长文字', type: 'longText' }, of: word },
  number: { field: { title: '数字', type: 'number', unit: '人' }, of: fc.integer({ min: -1e9, max: 1e9 }) },
  money: {
    field: { title: '金额', type: 'money', unit: '元' },
    of: fc.integer({ min: 0, max: 1e9 }).map((n) => n / 100),
  },
  date: {
    field: { title: '日期', type: 'date' },
    of: fc.integer({ min: 1, max: 28 }).map((day) => `2025-02-${String(day).padStart(2, '0')}`),
  },
  instant: {
    field: { title: '时间', type: 'instant' },
    of: fc.integer({ min: 0, max: 3e7 }).map((minute) => minute * 60_000),
  },
  choice: {
    field: { title: '单选', type: 'choice', choices: { a: '甲', b: '乙、丙' } },
    of: fc.constantFrom('a', 'b'),
  },
  choices: {
    field: { title: '多选', type: 'choices', choices: { a: '甲', b: '乙、丙', c: '乙' } },
    of: fc.subarray(['a', 'b', 'c'], { minLength: 1 }),
  },
  boolean: { field: { title: '是否', type: 'boolean' }, of: fc.boolean() },
  unit: { field: { title: '单位', type: 'unit' }, of: word },
  units: { field: { title: '多单位', type: 'units' }, of: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }) },
  person: { field: { title: '人员', type: 'person' }, of: word },
  place: {
    field: { title: '地点', type: 'place' },
    of: fc.oneof(
      word.map((text) => ({ text })),
      fc.tuple(word, fc.integer({ min: -1000, max: 1000 })).map(([text, n]) => ({ text, x: n / 8, y: (1 - n) / 4 })),
    ),
  },
  files: { field: { title: '附件', type: 'files' }, of: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }) },
  record: { field: { title: '记录', type: 'record' }, of: word },
}

describe('E76 there and back', () => {
  it('E76 what is exported is read back', () => {
    const machine = machineOf(Object.fromEntries(Object.entries(values).map(([id, { field }]) => [id, field])))
    const header = xlsxColumns(machine).map((column) => column.header)
    const reader = rowReader(machine, header)
    const record = fc.record(Object.fromEntries(Object.entries(values).map(([id, { of }]) => [id, of])), {
      requiredKeys: [],
    })
    fc.assert(
      fc.property(record, (given) => {
        expect(reader(exportRow(machine, given as Record<string, Json>))).toEqual({ ok: true, value: { ...given } })
      }),
    )
  })

  it('E76 what a field cannot hold is written, not swallowed', () => {
    const machine = one({ title: 'X', type: 'choice', choices: { a: '甲' } })
    expect(exportRow(machine, { x: 'gone' })[0]).toBe('gone')
    expect(exportRow(machine, { x: { odd: 1 } })[0]).toBe('{"odd":1}')
    expect(exportRow(machine, { x: null })[0]).toBe('')
  })
})
