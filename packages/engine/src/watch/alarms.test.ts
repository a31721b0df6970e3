import { describe, expect, it } from 'vitest'
import { patrolInput, patrolMeasures } from '../../testing/patrol.ts'
import { lateInput, quietInput } from '../../testing/quiet.ts'
import { type Edit, spoil } from '../../testing/spoil.ts'
import {
  alarmInput,
  alarmsOf,
  catalogue,
  DefinitionError,
  defineIndex,
  defineLoop,
  defineWatch,
  type WatchPoint,
} from '../index.ts'

const watched = defineLoop(
  spoil(
    patrolInput(),
    ['fields.watch', { title: '监测', type: 'text', facet: true }],
    ['actions.file.input', ['title', 'kind', 'urgency', 'spot', 'name', 'phone', 'size', 'area', 'repeats', 'watch']],
  ),
)
const give = () => ({
  title: { alarm: 'words' },
  kind: { const: 'road' },
  area: { alarm: 'area' },
  watch: { alarm: 'watch' },
})
const variant = (...edits: readonly Edit[]) =>
  defineWatch(spoil(lateInput, ['opens.give', give()], ['opens.as', 'clerk'], ...edits), watched)

const alarms = (watch: ReturnType<typeof variant>, months: readonly (number | WatchPoint)[]) =>
  alarmsOf(watch, {
    areas: ['east'],
    periods: months.map((_, at) => `2026-0${at + 1}`),
    point: (_, period) => {
      const cell = months[Number(period.slice(5)) - 1]
      return typeof cell === 'number' ? { value: cell, base: 10 } : cell
    },
    settings: {},
  })

describe('watches', () => {
  it('E140 an alarm comes when the line was crossed as many months in a row as the watch asks', () => {
    const watch = variant()
    expect(alarms(watch, [70, 85, 79])).toEqual([])
    expect(alarms(watch, [85, 79, 78])).toEqual([
      { watch: 'late', area: 'east', period: '2026-03', value: 78, line: 80, months: 2 },
    ])
    expect(alarms(watch, [79, 78, 80])).toEqual([])
    expect(alarms(watch, [79, { value: 10, base: 4 }])).toEqual([])
    expect(alarms(watch, [79, { value: undefined }])).toEqual([])
  })

  it('E141 a rise or a fall is held against the month before, a run against the index', () => {
    const rising = variant(['line', { is: 'rise', percent: { const: 20 } }], ['periods', { const: 1 }])
    expect(alarms(rising, [100, 120])).toEqual([])
    expect(alarms(rising, [100, 121])).toMatchObject([{ value: 121, line: 100, months: 1 }])
    expect(alarms(rising, [0, 121])).toEqual([])
    expect(alarms(rising, [121])).toEqual([])
    const falling = variant(['line', { is: 'fall', percent: { const: 20 } }], ['periods', { const: 1 }])
    expect(alarms(falling, [100, 79])).toHaveLength(1)
    const run = variant(['on', { index: 'quiet' }], ['line', { is: 'run', run: 'poor' }], ['periods', { const: 1 }])
    expect(alarms(run, [{ value: 60, base: 9, runs: ['poor'] }])).toHaveLength(1)
    expect(alarms(run, [{ value: 60, base: 9, runs: [] }])).toEqual([])
  })

  it('E142 the case is given what the definition says', () => {
    const watch = variant(['opens.give.size', { setting: 'weight' }])
    const [alarm] = alarms(watch, [70, 60])
    if (alarm === undefined) throw new Error('no alarm')
    expect(alarmInput(watch, alarm, { weight: 3 }, '东街道连续2个月低于80')).toEqual({
      title: '东街道连续2个月低于80',
      kind: 'road',
      area: 'east',
      watch: 'late',
      size: 3,
    })
  })

  it('E143 names every fault at once', () => {
    const faults = (...edits: readonly Edit[]): readonly string[] => {
      try {
        const index = defineIndex(spoil(quietInput, ['settings', watched.id]), watched)
        catalogue({ machines: [watched], measures: [patrolMeasures], indexes: [index], watches: [variant(...edits)] })
        return []
      } catch (error) {
        if (!(error instanceof DefinitionError)) throw error
        return error.problems.map(({ code, path }) => `${path} ${code}`)
      }
    }
    expect(faults()).toEqual([])
    expect(
      faults(
        ['line.value', { now: true }],
        ['opens.as', 'handler'],
        ['opens.give.nothing', { const: 1 }],
        ['opens.give.title'],
        ['opens.mark', 'title'],
      ),
    ).toEqual([
      'line.value engine/looks-outside',
      'opens.as engine/role-cannot',
      'opens.give.nothing engine/unknown-input',
      'opens.give engine/watch-needs-input',
      'opens.mark engine/mark-not-given',
      'opens.mark engine/mark-no-facet',
    ])
    expect(faults(['opens.action', 'send'])).toContain('opens.action engine/unknown-opening')
    expect(faults(['line', { is: 'run', run: 'poor' }])).toEqual(['line.run engine/run-without-index'])
    expect(faults(['on.measure', 'patrol.none'])).toEqual(['watches[0].on.measure engine/unknown-measure'])
    expect(faults(['on', { index: 'quiet' }], ['line', { is: 'run', run: 'none' }])).toEqual([
      'watches[0].line.run engine/unknown-run',
    ])
  })
})
