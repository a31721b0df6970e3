import type { RecordState } from '@jiannuo/engine'
import { momentOf } from '@jiannuo/engine/testing'
import { describe, expect, it } from 'vitest'
import { figureOf, type Played, play } from '../../testing/play.ts'
import { as, type Step, step } from '../example.ts'
import { office, paper } from '../projects/examples-people.ts'
import {
  applying,
  assigned,
  dispatching,
  escalating,
  raising,
  relapsing,
  shelving,
  striking,
  weekly,
} from './issues.examples-steps.ts'
import { projectIssues } from './issues.loop.ts'
import { issueMeasures } from './issues.measures.ts'

const run = (steps: readonly Step[], until?: string, settings = {}): Played =>
  play(projectIssues, steps, settings, until)
const codes = (steps: readonly Step[], settings = {}) =>
  run(steps, undefined, settings).refusals.map(({ code }) => code)
const value = (measure: string, records: readonly RecordState[], month?: string) =>
  figureOf(issueMeasures, projectIssues, records, measure, month ? { from: month, to: month } : {}).value
const solved = [...assigned, applying('2025-09-24 09:00'), striking('2025-09-25 09:00')]
const told = ({ office: desk }: Played) =>
  desk
    .entries()
    .flatMap(({ transition }) =>
      transition.effects.flatMap((e) => (e.type === 'notify' ? [`${e.role} ${e.message}`] : [])),
    )

describe('Y127 the rounds', () => {
  it('Y127 every open issue is touched each week, else the office is told', () => {
    expect(told(run(assigned, '2025-09-27 09:00'))).toContain('projectOffice weekly-due')
    expect(told(run([...assigned, weekly('2025-09-25 09:00')], '2025-09-27 09:00'))).not.toContain(
      'projectOffice weekly-due',
    )
  })

  it('Y127 the monthly meeting takes what two weekly rounds did not settle; how many is a setting', () => {
    const one = [...assigned, weekly('2025-09-25 09:00'), dispatching('2025-09-26 09:00')]
    expect(codes(one)).toEqual(['too-few-rounds'])
    expect(codes(one, { roundsBeforeDispatch: 1 })).toEqual([])
    const two = [...assigned, weekly('2025-09-25 09:00'), weekly('2025-09-26 09:00'), dispatching('2025-09-26 10:00')]
    expect(run(two).record.state).toBe('agenda')
  })
})

describe('Y128 levels', () => {
  const limit = ({ record }: Played) => record.clocks['solve']?.run.limit

  it('Y128 each level has its own time, and there is none above the last', () => {
    const up = [escalating('2025-09-22 09:00'), escalating('2025-09-23 09:00'), escalating('2025-09-24 09:00')]
    expect(limit(run(assigned))).toEqual({ value: 14, unit: 'day' })
    expect(limit(run([...assigned, up[0]!]))).toEqual({ value: 15, unit: 'workday' })
    const top = run([...assigned, ...up])
    expect([limit(top), top.record.fields['level']]).toEqual([{ value: 20, unit: 'workday' }, 'chief'])
    expect(top.refusals.map(({ code }) => code)).toEqual(['top-level'])
    expect([
      value('escalated', [top.record]),
      value('escalations', [top.record]),
      value('atChief', [top.record]),
    ]).toEqual([1, 2, 1])
  })

  it('Y128 a week after its time it rises by itself, level by level up to the last', () => {
    expect(run(assigned, '2025-10-15 09:00').record.fields['level']).toBe('department')
    expect(run(assigned, '2025-10-17 09:00').record.fields['level']).toBe('deputy')
    const late = run(assigned, '2026-03-31 09:00').record
    expect([late.fields['level'], value('escalations', [late])]).toEqual(['chief', 2])
  })
})

describe('Y129 time', () => {
  it('Y129 late is late from the end of the last day, in that month, solved later or not', () => {
    expect(value('overdue', [run(assigned, '2025-10-09 23:59').record])).toBe(0)
    const late = [...assigned, applying('2025-10-13 09:00'), striking('2025-10-14 09:00')]
    const { record } = run(late)
    expect([
      value('overdue', [record], '2025-10'),
      value('openOverdue', [record]),
      value('inTimeRate', [record]),
    ]).toEqual([1, 0, 0])
  })

  it('Y129 applied for in time it is not late while the office looks at it, unless it is sent back', () => {
    const applied = [...assigned, applying('2025-10-09 15:00')]
    expect(value('overdue', [run([...applied, striking('2025-10-11 09:00')]).record])).toBe(0)
    const back = step(office, 'sendBack', '2025-10-11 09:00', 'handling', { reason: '没有解决。' })
    expect(value('overdue', [run([...applied, back]).record])).toBe(1)
  })

  it('Y129 shelved with approval its time stands still', () => {
    const { office: desk } = run([...assigned, shelving('2025-09-22 09:00')])
    desk.settle(momentOf('2025-12-01 09:00'))
    expect(desk.record('r-1')?.fields['overdueAt']).toBeUndefined()
    expect(value('shelved', desk.records())).toBe(1)
  })
})

describe('Y130 strike-off and relapse', () => {
  it('Y130 by another person than the one who applied, with evidence of the claim and of the check', () => {
    const applied = as('何川', applying('2025-09-24 09:00'))
    expect(codes([...assigned, applied, as('何川', striking('2025-09-25 09:00'))])).toEqual(['second-person'])
    const { record } = run([...assigned, applied, striking('2025-09-25 09:00')])
    expect([record.truths.handler?.fields['proof'], record.truths.evidence?.fields['checked']]).toEqual([
      paper('a'),
      paper('b'),
    ])
    const bare = step(office, 'strikeOff', '2025-09-25 09:00', '', { way: 'site', finding: '好。', checked: [] })
    expect(codes([...assigned, applied, bare])).toEqual(['engine/bad-input'])
  })

  it('Y130 what comes back is opened again with what was said before kept, and counts as struck off no more', () => {
    const { record } = run([...solved, relapsing('2025-10-13 09:00')])
    expect([record.state, record.rounds.length, record.rounds[0]?.truths.handler?.fields['result']]).toEqual([
      'handling',
      1,
      '线路已入地，基坑已开挖。',
    ])
    expect(['struck', 'strikeRate', 'relapsed', 'relapseRate', 'open'].map((id) => value(id, [record]))).toEqual([
      0, 0, 1, 100, 1,
    ])
  })

  it('Y130 an issue raised anew is linked with the one it comes from, and counts there', () => {
    const note = step(office, 'noteRelapse', '2025-10-13 09:00', 'struckOff', { issue: 'other' })
    const { record } = run([...solved, note])
    expect(record.links).toEqual([{ kind: 'relapsedIn', record: 'other' }])
    expect([value('relapseRate', [record]), value('relapses', [record])]).toEqual([100, 1])
    expect(run([raising('2025-10-13 09:00', { relapseOf: 'r-0' })]).record.links).toEqual([
      { kind: 'relapseOf', record: 'r-0' },
    ])
  })
})

describe('Y131 figures', () => {
  it('Y131 the rate struck off is over those assigned in the same months; the days run from assignment', () => {
    const dismissed = step(office, 'dismiss', '2025-09-19 09:00', 'dismissed', { reason: '重复。' })
    const records = [run(solved).record, run(assigned).record, run([raising('2025-09-18 10:00'), dismissed]).record]
    const figure = figureOf(issueMeasures, projectIssues, records, 'strikeRate')
    expect([figure.numerator, figure.base, value('raised', records), value('averageDays', records)]).toEqual([
      1, 2, 3, 6,
    ])
  })

  it('Y131 levels of open issues add up to them', () => {
    const records = [
      run(assigned).record,
      run([...assigned, escalating('2025-09-22 09:00')]).record,
      run(solved).record,
    ]
    expect(['atDepartment', 'atDeputy', 'atChief', 'open'].map((id) => value(id, records))).toEqual([1, 1, 0, 2])
  })
})
