import { ANYONE } from '@jiannuo/engine'
import { describe, expect, it } from 'vitest'
import { codeOf, lantai, moment, offices, testClock, valueOf } from '../../testing/kit.ts'
import {
  addPerson,
  addUnit,
  appoint,
  closeUnit,
  createDistrict,
  endPost,
  type Office,
  perform,
  renameUnit,
  type Session,
  sessionOf,
} from '../index.ts'
import { organisationTree } from './tree.ts'

const open = offices()

const auditLog = (office: Office, session: Session) =>
  office.store.log({ ...session.scope, audit: true }, { limit: 1000 })

/** A district of its own with one administrator. */
async function small() {
  const clock = testClock('2025-03-03 09:00')
  const office = await open(clock)
  const district = { id: 'shuiyun', name: '水云区', administrator: { id: 'gu', name: '顾安' } }
  valueOf(await createDistrict(office, district))
  const gu = async () => valueOf(await sessionOf(office, 'shuiyun', 'gu'))
  return { clock, office, district, gu }
}

describe('organisation', () => {
  it('A4 a district is founded once, with its first administrator', async () => {
    const { office, district, gu } = await small()
    expect(await gu()).toMatchObject({ name: '顾安', scope: { units: 'all' } })
    const again = { ...district, administrator: { id: 'lu', name: '陆行' } }
    expect(codeOf(await createDistrict(office, again))).toBe('app/district-exists')
    // Sent again by whoever lost the answer, it is no other district.
    expect(codeOf(await createDistrict(office, district))).toBe('ok')
    expect(codeOf(await createDistrict(office, { ...district, id: '水云' }))).toBe('app/bad-id')
    expect(codeOf(await sessionOf(office, 'nowhere', 'gu'))).toBe('app/no-district')
    expect(codeOf(await sessionOf(office, 'shuiyun', 'nobody'))).toBe('app/no-person')
  })

  it('A5 units stand where their kind may stand, and keep their line', async () => {
    const { office, gu } = await small()
    const admin = await gu()
    const add = async (id: string, kind: 'department' | 'street' | 'community' | 'grid', parent: string) =>
      codeOf(await addUnit(office, admin, { id, name: `${id}号`, kind, parent }))
    expect(await add('east', 'street', 'shuiyun')).toBe('ok')
    expect(await add('east-1', 'community', 'east')).toBe('ok')
    expect(await add('east-1-1', 'grid', 'east-1')).toBe('ok')
    expect(await add('east', 'street', 'shuiyun')).toBe('app/unit-exists')
    expect(await add('x', 'community', 'shuiyun')).toBe('app/bad-parent')
    expect(await add('x', 'department', 'east')).toBe('app/bad-parent')
    expect(await add('x', 'grid', 'nowhere')).toBe('app/no-unit')
    expect(await add('a b', 'street', 'shuiyun')).toBe('app/bad-id')
    valueOf(await renameUnit(office, admin, 'east', '东街道'))
    expect(codeOf(await renameUnit(office, admin, 'east', ' '))).toBe('app/bad-name')
    const { tree } = await office.districts.view('shuiyun')
    expect(tree.name('east')).toBe('东街道')
    expect(tree.line('east-1-1')).toEqual(['east-1-1', 'east-1', 'east', 'shuiyun'])
    expect(tree.below('east')).toEqual(['east', 'east-1', 'east-1-1'])
    expect(tree.line('nowhere')).toEqual([])
  })

  it('A6 a unit that is in use is not closed, and nothing is given to a closed one', async () => {
    const clock = testClock('2025-03-03 09:00')
    const office = await open(clock)
    const { as, act } = await lantai(office)
    const admin = await as('lantai-admin')
    const close = async (unit: string) => {
      const closed = await closeUnit(office, admin, unit)
      return closed.ok ? 'ok' : closed.problems[0]!.params?.reason
    }
    expect(await close('lantai')).toBe('区本级不能撤销')
    expect(await close('lantai-parks')).toBe('仍有在任岗位')
    expect(await close('lantai-yanchi')).toBe('仍有在任岗位')
    valueOf(await addUnit(office, admin, { id: 'spare', name: '空置站', kind: 'community', parent: 'lantai-yanchi' }))
    valueOf(await addUnit(office, admin, { id: 'annex', name: '附属站', kind: 'community', parent: 'lantai-yanchi' }))
    const input = {
      title: '便民设施',
      channel: 'phone',
      kind: 'help',
      category: '110102',
      urgency: 'ordinary',
      content: '请增设座椅。',
      area: 'annex',
    }
    const opened = await act('lantai-operator-1', { action: 'accept', input })
    const record = 'record' in opened ? opened.record : ''
    await act('lantai-dispatcher-1', { action: 'clear', record, input: {} })
    expect(await act('lantai-dispatcher-1', { action: 'dispatch', record, input: {} })).toMatchObject({
      state: 'dispatched',
    })
    expect(await close('annex')).toBe('仍有未办结的记录')
    expect(await close('spare')).toBe('ok')
    expect(codeOf(await closeUnit(office, admin, 'spare'))).toBe('app/unit-closed')
    const grid = { id: 'g', name: '网格', kind: 'grid', parent: 'spare' } as const
    expect(codeOf(await addUnit(office, admin, grid))).toBe('app/unit-closed')
    const { tree } = await office.districts.view('lantai')
    expect(tree.name('spare')).toBe('空置站')
  })

  it('A7 people and their accounts are told apart', async () => {
    const { office, gu } = await small()
    const admin = await gu()
    expect(codeOf(await addPerson(office, admin, { id: 'lin', name: '林知远', account: 'lin' }))).toBe('ok')
    expect(codeOf(await addPerson(office, admin, { id: 'lin', name: '林知微' }))).toBe('app/person-exists')
    expect(codeOf(await addPerson(office, admin, { id: 'lin2', name: '林知微', account: 'lin' }))).toBe(
      'app/account-taken',
    )
    expect(codeOf(await addPerson(office, admin, { id: 'system', name: '某人' }))).toBe('app/person-exists')
    expect(codeOf(await addPerson(office, admin, { id: 'x', name: '' }))).toBe('app/bad-name')
  })

  it('A8 A9 posts have a role, a unit and a term, and a session has those in force', async () => {
    const { office, gu, clock } = await small()
    const admin = await gu()
    valueOf(await addUnit(office, admin, { id: 'east', name: '东街道', kind: 'street', parent: 'shuiyun' }))
    valueOf(await addPerson(office, admin, { id: 'lin', name: '林知远' }))
    const post = { person: 'lin', role: 'handler', unit: 'east' }
    expect(codeOf(await sessionOf(office, 'shuiyun', 'lin'))).toBe('app/no-post')
    expect(codeOf(await appoint(office, admin, { ...post, role: 'king' }))).toBe('app/unknown-role')
    expect(codeOf(await appoint(office, admin, { ...post, unit: 'west' }))).toBe('app/no-unit')
    expect(codeOf(await appoint(office, admin, { ...post, person: 'x' }))).toBe('app/no-person')
    expect(codeOf(await appoint(office, admin, { ...post, role: 'administrator' }))).toBe('app/role-needs-district')
    expect(codeOf(await appoint(office, admin, { ...post, to: moment('2025-01-01 00:00') }))).toBe('app/bad-term')
    const from = moment('2025-03-10 00:00')
    const id = valueOf(await appoint(office, admin, { ...post, from }))
    expect(codeOf(await appoint(office, admin, { ...post, from }))).toBe('app/post-held')
    expect(codeOf(await sessionOf(office, 'shuiyun', 'lin'))).toBe('app/no-post')
    clock.to('2025-03-10 00:00')
    expect(valueOf(await sessionOf(office, 'shuiyun', 'lin')).scope).toEqual({
      district: 'shuiyun',
      person: 'lin',
      units: ['east', ANYONE],
    })
    expect(codeOf(await endPost(office, admin, id, moment('2025-03-09 00:00')))).toBe('app/bad-term')
    valueOf(await endPost(office, admin, id, moment('2025-03-12 12:00')))
    clock.to('2025-03-12 11:59')
    expect(codeOf(await sessionOf(office, 'shuiyun', 'lin'))).toBe('ok')
    clock.to('2025-03-12 12:00')
    expect(codeOf(await sessionOf(office, 'shuiyun', 'lin'))).toBe('app/no-post')
    expect(codeOf(await endPost(office, admin, 'x'))).toBe('app/no-such-post')
  })

  it('A9 a post at the district sees everything, an auditor the log besides', async () => {
    const office = await open(testClock('2025-03-03 09:00'))
    const { as } = await lantai(office)
    expect((await as('lantai-operator-1')).scope).toEqual({
      district: 'lantai',
      person: 'lantai-operator-1',
      units: 'all',
    })
    expect((await as('lantai-auditor-1')).scope).toMatchObject({ units: 'all', audit: true })
    expect((await as('lantai-urban-a')).scope.units).toEqual(['lantai-urban', ANYONE])
  })

  it('A10 only an administrator changes the district, each change leaves its entry, and one administrator stays', async () => {
    const { office, gu } = await small()
    const admin = await gu()
    valueOf(await addPerson(office, admin, { id: 'lin', name: '林知远' }))
    valueOf(await appoint(office, admin, { person: 'lin', role: 'operator', unit: 'shuiyun' }))
    const lin = valueOf(await sessionOf(office, 'shuiyun', 'lin'))
    expect(codeOf(await addPerson(office, lin, { id: 'x', name: '某' }))).toBe('app/not-administrator')
    expect(codeOf(await endPost(office, admin, 'gu-1'))).toBe('app/last-administrator')
    const entries = await auditLog(office, admin)
    expect(entries.map(({ stream, entry }) => `${stream} ${entry.action} ${entry.by}`)).toEqual([
      'post:lin-1 post.appoint gu',
      'person:lin person.add gu',
      'unit:shuiyun unit.add system',
      'post:gu-1 post.appoint system',
      'person:gu person.add system',
    ])
    expect(entries[1]!.entry.input).toEqual({ id: 'lin', name: '林知远' })
  })

  it('A10 the same key changes nothing twice', async () => {
    const { office, gu } = await small()
    const admin = await gu()
    const unit = { id: 'east', name: '东街道', kind: 'street', parent: 'shuiyun' } as const
    expect(codeOf(await addUnit(office, admin, unit, 'k1'))).toBe('ok')
    expect(codeOf(await addUnit(office, admin, unit, 'k1'))).toBe('ok')
    expect(codeOf(await addUnit(office, admin, unit, 'k2'))).toBe('app/unit-exists')
  })

  it('A3 what another process changed is seen once the view has grown old', async () => {
    const clock = testClock('2025-03-03 09:00')
    const office = await open(clock, { freshMs: 0 })
    const { as, act } = await lantai(office)
    const admin = await as('lantai-admin')
    const other = {
      ...office,
      districts: (await import('../office/districts.ts')).districtsOf(office.store, 0, () => performance.now()),
    }
    valueOf(await endPost(other, admin, 'lantai-operator-1-1'))
    clock.pass(1)
    expect(codeOf(await sessionOf(office, 'lantai', 'lantai-operator-1'))).toBe('app/no-post')
    await expect(act('lantai-operator-1', { action: 'accept', input: {} })).rejects.toThrow('app/no-post')
    expect(
      await perform(office, await as('lantai-operator-2'), { machine: 'x', action: 'y', input: {}, key: 'z' }),
    ).toMatchObject({
      ok: false,
      refusal: { code: 'app/no-machine' },
    })
  })

  it('A5 a tree without its root holds nothing', () => {
    const tree = organisationTree('d', [
      { id: 'a', name: '甲', kind: 'street', parent: 'd', line: ['a', 'd'], order: 0 },
    ])
    expect(tree.all).toEqual([])
    expect(tree.below('a')).toEqual([])
    expect(tree.name('b')).toBe('b')
  })
})
