import { describe, expect, it } from 'vitest'
import { lending } from '../../testing/lending.ts'
import type { Grant, Machine } from '../model/definition.ts'
import { accessMatrix, describeAccess, formModel, listModel } from './index.ts'

describe('E70 forms', () => {
  it('E70 the input in order, with everything a page needs to ask for it', () => {
    const form = formModel(lending, 'reserve')
    expect(form).toMatchObject({ machine: 'lending', action: 'reserve', title: '预约', opens: true })
    expect(form?.fields.map(({ id, required, kept }) => [id, required, kept])).toEqual([
      ['book', true, 'record'],
      ['kind', true, 'record'],
      ['branch', true, 'record'],
      ['reader', true, 'record'],
      ['phone', false, 'record'],
      ['shelf', false, 'record'],
    ])
    expect(form?.fields[4]).toEqual({
      id: 'phone',
      title: '联系电话',
      type: 'text',
      help: '取书时联系用。',
      required: false,
      choices: [],
      kept: 'record',
      pattern: { regex: '1\\d{10}', says: '11位手机号码' },
      personal: 'phone',
    })
    expect(form?.fields[1]?.choices).toEqual([
      { code: 'novel', title: '小说' },
      { code: 'atlas', title: '地图' },
      { code: 'rare', title: '善本' },
    ])
  })

  it('E70 the action may need what the field leaves open', () => {
    expect(lending.fields['value']?.required).toBeUndefined()
    expect(formModel(lending, 'lend')?.fields).toMatchObject([
      { id: 'value', required: true, unit: '元', min: 0, max: 100_000 },
    ])
  })

  it('E70 own fields of the action stay in the entry', () => {
    expect(formModel(lending, 'return')?.fields.map(({ id, kept }) => [id, kept])).toEqual([
      ['damaged', 'record'],
      ['note', 'entry'],
    ])
  })

  it('E70 choices come from the setting in force', () => {
    const shelf = (settings?: Record<string, { readonly c3: { readonly title: string } }>) =>
      formModel(lending, 'reserve', settings)?.fields.at(-1)?.choices
    expect(shelf()).toEqual([
      { code: 'a1', title: '一层东' },
      { code: 'b2', title: '二层西' },
    ])
    expect(shelf({ shelves: { c3: { title: '地下' } } })).toEqual([{ code: 'c3', title: '地下' }])
  })

  it('E70 an action that is none has no form', () => {
    expect(formModel(lending, 'burn')).toBeUndefined()
    expect(formModel(lending, 'toString')).toBeUndefined()
  })
})

describe('E71 lists', () => {
  it('E71 number, title, columns in their order, state, lead, due, opened', () => {
    expect(listModel(lending).columns.map(({ kind, id, title }) => `${kind} ${id} ${title}`)).toEqual([
      'fact id 编号',
      'field book 书名',
      'field kind 类别',
      'fact state 当前状态',
      'fact lead 牵头单位',
      'fact due 到期时间',
      'fact openedAt 登记时间',
    ])
  })

  it('E71 personal columns carry their mask, the order is that of the numbers, no clocks have no due', () => {
    const { reader, kind, book } = lending.fields
    if (reader === undefined || kind === undefined || book === undefined) throw new Error('fields gone')
    const machine: Machine = {
      ...lending,
      clocks: {},
      fields: { kind: { ...kind, column: 9 }, reader: { ...reader, column: 3 }, book },
    }
    expect(listModel(machine).columns.map(({ id, mask }) => [id, mask])).toEqual([
      ['id', undefined],
      ['book', undefined],
      ['reader', 'name'],
      ['kind', undefined],
      ['state', undefined],
      ['lead', undefined],
      ['openedAt', undefined],
    ])
  })
})

describe('E77 access', () => {
  it('E77 actions of people, then reading and unmasking', () => {
    const { roles, rows } = accessMatrix(lending)
    expect(roles).toEqual(['librarian', 'director', 'inspector'])
    expect(rows.map(({ kind, action }) => `${kind} ${action}`.trim())).toEqual([
      ...Object.keys(lending.actions)
        .filter((id) => id !== 'lapse')
        .map((id) => `action ${id}`),
      'read',
      'unmask',
    ])
    expect(rows[0]?.roles).toEqual({ librarian: ['anywhere'], director: [], inspector: [] })
    expect(rows.at(-2)?.roles).toEqual({ librarian: ['lead'], director: ['lead'], inspector: ['district'] })
    expect(rows.at(-1)?.roles).toEqual({ librarian: [], director: ['lead'], inspector: [] })
  })

  it('E77 what is in the matrix is what is granted', () => {
    for (const { kind, action, roles } of accessMatrix(lending).rows) {
      const granted: readonly Grant[] =
        kind === 'action' ? (lending.actions[action]?.by ?? []) : kind === 'read' ? lending.readers : lending.unmask
      const told = Object.entries(roles).flatMap(([role, relations]) => relations.map((at) => `${role} ${at}`))
      expect(told.toSorted()).toEqual(granted.map(({ role, at }) => `${role} ${at}`).toSorted())
    }
  })

  it('E77 as a table', () => {
    const lines = describeAccess(lending).split('\n')
    expect(lines[0]).toBe('| 动作 | 馆员 | 馆长 | 督查员 |')
    expect(lines).toContain('| 谢绝 | 牵头 | 牵头 |  |')
    expect(lines.at(-1)).toBe('| 查看完整个人信息 |  | 牵头 |  |')
  })

  it('E77 several relations of one role stand in one cell, nearest first', () => {
    const by: readonly Grant[] = [
      { role: 'director', at: 'district' },
      { role: 'director', at: 'lead' },
    ]
    const decline = lending.actions['decline']
    if (decline === undefined) throw new Error('action gone')
    const machine: Machine = { ...lending, actions: { ...lending.actions, decline: { ...decline, by } } }
    expect(describeAccess(machine)).toContain('| 谢绝 |  | 牵头/区本级 |  |')
  })
})
