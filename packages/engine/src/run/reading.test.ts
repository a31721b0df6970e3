import { describe, expect, it } from 'vitest'
import {
  actor,
  after,
  at,
  clerk,
  done,
  FILE,
  handler,
  helper,
  inspector,
  moment,
  refusal,
  SEND,
  units,
} from '../../testing/kit.ts'
import { patrol } from '../../testing/patrol.ts'
import { spoil } from '../../testing/spoil.ts'
import {
  eraseEntry,
  fieldsFor,
  findField,
  isSealed,
  maskValue,
  mayRead,
  mayUnmask,
  type RecordState,
  ANYONE,
  seesOf,
  unmaskEntry,
  valuesFor,
} from '../index.ts'

const given = { title: '积水', name: 'enc:张三', phone: 'enc:13812345678', spot: { text: '桂花路5号' }, area: 'guihua' }
const of = (kind: string): RecordState =>
  after([
    [clerk, 'file', { ...given, kind }, FILE[3]],
    [clerk, 'send', { lead: 'roads', co: ['water'] }, SEND[3]],
  ])
const road = of('road')
const water = of('water')
const street = actor('zhou', 'chief@dongmen')
const context = at('2025-09-28 09:00')
const open = (_field: string, stored: string): string => stored.slice(4)

describe('who may read', () => {
  it('E100 by the readers of the definition, in their relations', () => {
    const may = (who: string) => mayRead(patrol, road, actor('a', who), units)
    expect(
      ['clerk@lantai', 'handler@roads', 'handler@water', 'inspector@lantai', 'chief@dongmen', 'chief@guihua'].map(may),
    ).toEqual(Array(6).fill(true))
    expect(['clerk@roads', 'handler@parks', 'chief@roads', 'chief@shiqiao', 'handler@nowhere'].map(may)).toEqual(
      Array(5).fill(false),
    )
    expect(mayRead(patrol, road, actor('a'), units)).toBe(false)
  })

  it('E100 whole only to those whom the definition names', () => {
    const may = (who: string, field?: string) => mayUnmask(patrol, water, actor('a', who), units, field)
    expect([may('inspector@lantai'), may('handler@roads'), may('handler@water'), may('clerk@lantai')]).toEqual([
      true,
      true,
      true,
      false,
    ])
    expect([may('inspector@lantai', 'name'), may('handler@roads', 'name'), may('handler@water', 'name')]).toEqual([
      true,
      true,
      false,
    ])
    expect(may('handler@water', 'phone')).toBe(true)
  })

  it('E100 a seal closes a field to those who stand only in the relations it names, while its test holds', () => {
    const sealed = (record: RecordState, who: ReturnType<typeof actor>) => isSealed(patrol, record, 'name', who, units)
    expect([sealed(water, helper), sealed(water, street), sealed(water, handler), sealed(water, inspector)]).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(sealed(road, helper)).toBe(false)
    // Who also stands in another relation is not kept out; who stands in none is.
    expect(sealed(water, actor('a', 'handler@water', 'inspector@lantai'))).toBe(false)
    expect(sealed(water, actor('a'))).toBe(true)
    expect(isSealed(patrol, water, 'phone', helper, units)).toBe(false)
    expect(isSealed(patrol, water, 'gone', helper, units)).toBe(false)
  })
})

describe('which units see a record', () => {
  it('E101 lead, co-handlers, area, who opened it, and all above each; sorted', () => {
    expect(seesOf(after([FILE]), patrol, units)).toEqual(['dongmen', 'guihua', 'lantai'])
    expect(seesOf(road, patrol, units)).toEqual(['dongmen', 'guihua', 'lantai', 'roads', 'water'])
    expect(seesOf({ ...road, openedUnit: 'roads-east' }, patrol, units)).toContain('roads-east')
    const { openedUnit: _gone, ...bare } = { ...after([FILE]), area: 'nowhere' }
    expect(seesOf(bare, patrol, units)).toEqual([])
    const toAll = { ...patrol, readers: [{ role: 'clerk', at: 'anywhere' as const }] }
    expect(seesOf(bare, toAll, units)).toEqual([ANYONE])
  })

  it('E101 the unit that opened it is that of the post, and none for the machine', () => {
    expect(road.openedUnit).toBe('lantai')
  })
})

describe('masks', () => {
  it.each([
    ['phone', '13812345678', '138****5678'],
    ['phone', '+86 138 1234 5678', '138****5678'],
    ['phone', '87654321', '****21'],
    ['idNumber', '420106199001011234', '420106********1234'],
    ['idNumber', 'E12345678', '********'],
    ['name', '张三丰', '张*'],
    ['name', '𠮷田', '𠮷*'],
    ['address', '兰台区东门街道桂花社区桂花路5号', '兰台区东门街道桂花社区****'],
    ['address', '兰台区东门街道桂花路5号', '兰台区东门街道****'],
    ['address', '兰台区桂花路5号', '兰台区****'],
    ['address', '桂花路5号', '****'],
    ['all', '任何文字', '****'],
    ['name', '', ''],
    ['phone', '', ''],
  ] as const)('E102 %s: %s is shown as %s', (mask, text, shown) => expect(maskValue(mask, text)).toBe(shown))

  it('E102 personal fields are shown masked, whole where that was allowed, not at all where they are sealed', () => {
    expect(fieldsFor(patrol, road, { actor: helper, units, open })).toEqual({
      title: '积水',
      kind: 'road',
      name: '张*',
      phone: '138****5678',
      spot: { text: '桂花路5号' },
    })
    expect(fieldsFor(patrol, road, { actor: helper, units, open, whole: ['phone'] })).toMatchObject({
      name: '张*',
      phone: '13812345678',
    })
    expect(fieldsFor(patrol, water, { actor: helper, units, open, whole: ['name'] })).not.toHaveProperty('name')
  })

  it('E102 what a form gave to a truth or a request is shown in the same way', () => {
    const machine = spoil(patrol, [
      'actions.finish.fields.witness',
      { title: '证人', type: 'text', personal: { mask: 'name' } },
    ])
    expect(
      findField(spoil(machine, ['actions.hold.fields.witness', { title: '证人', type: 'text' }]), 'witness')?.personal,
    ).toBeDefined()
    const given_ = { witness: 'enc:王五', solved: true, nothing: 1, name: 'enc:张三' }
    expect(valuesFor(machine, water, given_, { actor: helper, units, open })).toEqual({ witness: '王*', solved: true })
    expect(done(eraseEntry(machine, road, ['witness'], '申请', inspector, context)).entry.events).toHaveLength(1)
  })

  it('E102 what cannot be opened shows nothing of itself', () => {
    expect(fieldsFor(patrol, road, { actor: helper, units })).toMatchObject({ name: '****', phone: '****' })
    expect(fieldsFor(patrol, road, { actor: helper, units, open: () => undefined, whole: ['name'] })).toMatchObject({
      name: '****',
    })
  })

  it('E102 plain personal values are masked too, places by their words, other values wholly', () => {
    const machine = spoil(
      patrol,
      ['fields.spot.personal', { mask: 'address' }],
      ['fields.size.personal', { mask: 'all' }],
    )
    const record = { ...road, fields: { name: '李四', spot: { text: '东门街道1号' }, size: 5, gone: 1, phone: null } }
    expect(fieldsFor(machine, record, { actor: handler, units })).toEqual({
      name: '李*',
      spot: '东门街道****',
      size: '****',
      phone: null,
    })
    expect(fieldsFor(machine, { ...road, fields: { spot: ['x'] } }, { actor: handler, units })).toEqual({
      spot: '****',
    })
    expect(fieldsFor(machine, { ...road, fields: { spot: { text: 5 } } }, { actor: handler, units })).toEqual({
      spot: '****',
    })
  })
})

describe('entries about personal fields', () => {
  it('E103 nobody sees one whole without an entry that says who and why', () => {
    const { entry, record, effects } = done(unmaskEntry(patrol, road, 'phone', '回访', handler, context))
    expect(entry).toEqual({
      seq: 3,
      at: moment('2025-09-28 09:00'),
      by: 'li',
      unit: 'roads',
      role: 'handler',
      action: 'unmask',
      input: {},
      events: [{ type: 'unmasked', field: 'phone', reason: '回访' }],
    })
    expect(record).toEqual({ ...road, seq: 3, changedAt: entry.at })
    expect(effects).toEqual([])
  })

  it('E103 a reason, a personal field, a right and no seal', () => {
    const why = (field: string, reason: string, who = handler, record = road) =>
      refusal(unmaskEntry(patrol, record, field, reason, who, context)).code
    expect(why('title', '回访')).toBe('engine/not-personal')
    expect(why('gone', '回访')).toBe('engine/not-personal')
    expect(why('phone', ' ')).toBe('engine/no-reason')
    expect(why('phone', '回访', clerk)).toBe('engine/not-permitted')
    expect(why('name', '回访', helper, water)).toBe('engine/sealed')
    expect(() => unmaskEntry(patrol, { ...road, version: 2 }, 'phone', '回访', handler, context)).toThrow(RangeError)
  })

  it('E103 erased fields are gone from the record, and the entry says which', () => {
    const { entry, record } = done(eraseEntry(patrol, road, ['phone', 'name'], '本人申请', inspector, context))
    expect(entry).toMatchObject({
      by: 'qian',
      unit: 'lantai',
      role: 'inspector',
      action: 'erase',
      events: [{ type: 'erased', fields: ['phone', 'name'], reason: '本人申请' }],
    })
    expect(record.fields).toEqual({ title: '积水', kind: 'road', spot: { text: '桂花路5号' } })
    expect(record.counters).toEqual({ file: 1, send: 1 })
  })

  it('E103 only personal fields, and only for a reason', () => {
    const why = (fields: readonly string[], reason: string) =>
      refusal(eraseEntry(patrol, road, fields, reason, actor('a'), context))
    expect(why(['phone', 'title'], '申请')).toMatchObject({ code: 'engine/not-personal', params: { field: 'title' } })
    expect(why(['phone'], '').code).toBe('engine/no-reason')
    expect(done(eraseEntry(patrol, road, ['phone'], '申请', actor('a'), context)).entry).toMatchObject({
      unit: '',
      role: '',
    })
  })
})
