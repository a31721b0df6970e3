import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { catalogue, type Machine } from '@jiannuo/engine'
import { aboveScaleFirms, hotline, hotlineMeasures } from '@jiannuo/systems'
import { afterAll, describe, expect, it } from 'vitest'
import { advance, codeOf, lantai, moment, offices, openCase, TEST_KEY, testClock, valueOf } from '../../testing/kit.ts'
import {
  backupOffice,
  caseView,
  figure,
  furnishStore,
  openOffice,
  restoreOffice,
  sealOffice,
  verifyOffice,
} from '../index.ts'
import { machinesOf } from './machines.ts'
import { recent } from './recent.ts'

const folder = mkdtempSync(join(tmpdir(), 'jiannuo-office-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const open = offices()

describe('office', () => {
  it('A1 opens in an empty folder, and finds everything the next time', async () => {
    const clock = testClock('2025-03-03 09:00')
    const data = join(folder, 'data')
    const first = valueOf(await openOffice({ folder: data, now: clock.now }))
    const { act } = await lantai(first)
    const record = await openCase(act)
    await first.close()
    const second = valueOf(await openOffice({ folder: data, now: clock.now }))
    const { as, act: go } = await lantai(second)
    expect(await advance(go, record, 'dispatch')).toMatchObject({ state: 'dispatched', seq: 3 })
    const view = valueOf(await caseView(second, await as('lantai-operator-1'), record))
    expect(view.fields.find(({ id }) => id === 'callerPhone')).toMatchObject({ text: '100****5678' })
    expect((await verifyOffice(second)).findings).toEqual([])
    await second.close()
    expect(codeOf(await openOffice({ folder: data, now: clock.now, masterKey: 'short' }))).toBe('store/master-key-bad')
  }, 120_000)

  it('A2 a definition that was changed without a new version is refused by name', async () => {
    const clock = testClock('2025-03-03 09:00')
    const office = await open(clock)
    const furnish = (machine: Machine) =>
      furnishStore(office.store, {
        now: clock.now,
        calendar: office.calendar,
        catalogue: catalogue({ machines: [machine], measures: [] }),
      })
    expect(codeOf(await furnish(hotline))).toBe('ok')
    const changed = { ...hotline, states: { ...hotline.states, told: { title: '已告知', kind: 'final' as const } } }
    const refused = await furnish(changed)
    expect(codeOf(refused)).toBe('store/definition-changed')
    expect(JSON.stringify(refused)).toContain('hotline')
    // Wording and examples decide nothing.
    expect(codeOf(await furnish({ ...hotline, wording: {}, examples: [] }))).toBe('ok')
    expect(codeOf(await furnish(aboveScaleFirms))).toBe('ok')
    const { received: _gone, ...counters } = hotlineMeasures.counters
    const marks = machinesOf(
      catalogue({ machines: [hotline], measures: [{ ...hotlineMeasures, counters, measures: [] }] }),
    ).marks
    expect(codeOf(await office.store.registerDefinitions(marks))).toBe('store/definition-changed')
  })

  it('A68 a backup of one office opens in another, sealed and whole', async () => {
    const clock = testClock('2025-03-03 09:00')
    const office = await open(clock)
    const { as, act } = await lantai(office)
    const record = await openCase(act)
    await advance(act, record, 'callBack')
    const seal = await sealOffice(office, 'lantai')
    const path = join(folder, 'office.backup')
    valueOf(await backupOffice(office, path))
    const masterKey = Buffer.from(TEST_KEY).toString('hex')
    const other = valueOf(await openOffice({ folder: join(folder, 'other'), masterKey, now: clock.now }))
    valueOf(await restoreOffice(other, path))
    expect((await verifyOffice(other)).findings).toEqual([])
    expect((await other.store.seals((await as('lantai-admin')).scope)).map(({ root }) => root)).toEqual([seal.root])
    const seen = await as('lantai-supervisor-1')
    expect(valueOf(await figure(other, seen, 'hotline.satisfactionRate@2025'))).toEqual(
      valueOf(await figure(office, seen, 'hotline.satisfactionRate@2025')),
    )
    expect(codeOf(await restoreOffice(other, path))).not.toBe('ok')
    expect(codeOf(await restoreOffice(other, path, { overwrite: true }))).toBe('ok')
    await other.close()
  }, 60_000)

  it('A69 a figure that was changed behind the log is found by the naive count', async () => {
    const clock = testClock('2025-03-03 09:00')
    const office = await open(clock)
    const { act } = await lantai(office)
    await openCase(act)
    const change = "update measure_delta set raw = raw + 1 where counter = 'hotline.received'"
    await office.store.database.once('owner', {}, change)
    await office.store.database.once('owner', {}, change.replace('measure_delta', 'measure_total'))
    const { findings } = await verifyOffice(office)
    expect(findings).toContainEqual({
      code: 'app/figure-differs',
      params: { district: 'lantai', counter: 'hotline.received', kept: 2, counted: 1 },
    })
  })

  it('A1 what was used longest ago is forgotten first, and more is kept when there is room', () => {
    const kept = recent<number>(4)
    for (let n = 0; n < 4; n++) kept.set(String(n), n)
    expect(kept.get('0')).toBe(0)
    kept.set('4', 4)
    kept.set('5', 5)
    expect(kept.get('0')).toBe(0)
    expect(kept.size()).toBeLessThanOrEqual(4)
    kept.grow(100)
    for (let n = 0; n < 50; n++) kept.set(String(n), n)
    expect(kept.get('49')).toBe(49)
    kept.drop('49')
    expect(kept.get('49')).toBeUndefined()
    kept.clear()
    expect(kept.size()).toBe(0)
    expect(moment('2025-01-01 00:00')).toBeGreaterThan(0)
  })
})
