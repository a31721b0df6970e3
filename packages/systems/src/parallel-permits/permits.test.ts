import type { RecordState } from '@jiannuo/engine'
import { simulatedOffice, actorFor, momentOf } from '@jiannuo/engine/testing'
import { describe, expect, it } from 'vitest'
import { figureOf } from '../../testing/play.ts'
import { on, type Step, step } from '../example.ts'
import {
  accepted,
  BUILD,
  clerk,
  fail,
  head,
  issueAll,
  leader,
  paper,
  pass,
  PLAN,
  received,
  window,
} from './permits.examples-steps.ts'
import { parallelPermits } from './permits.loop.ts'
import { parallelPermitMeasures } from './permits.measures.ts'

interface Result {
  readonly of: (name: string) => RecordState
  readonly all: readonly RecordState[]
  readonly codes: readonly string[]
}

/** Plays steps on the project and its permits; the name of a record is its id. */
function run(steps: readonly Step[], until?: string, settings = {}): Result {
  const office = simulatedOffice(parallelPermits, { settings })
  const codes: string[] = []
  for (const { role = '', unit = '', action, at, input = {}, record = '' } of steps) {
    const outcome = office.act(record, action, input, actorFor(role, unit), momentOf(at))
    if (!outcome.ok) codes.push(outcome.refusal.code)
  }
  if (until !== undefined) office.settle(momentOf(until))
  const of = (name: string): RecordState => {
    const record = office.record(name)
    if (record === undefined) throw new Error(`no record ${name}`)
    return record
  }
  return { of, all: office.records(), codes }
}

const valueOf = (records: readonly RecordState[], measure: string) =>
  Number(figureOf(parallelPermitMeasures, parallelPermits, records, measure).value?.toFixed(1))
const states = (result: Result): readonly string[] => ['项目', '规划证', '施工证'].map((name) => result.of(name).state)

const issued = [
  ...accepted('2025-03-03'),
  ...pass('规划证', PLAN, '2025-03-10'),
  ...pass('施工证', BUILD, '2025-03-12'),
  ...issueAll('2025-03-13 09:00'),
]
const special = (name: string, unit: string, from: string, to: string): readonly Step[] =>
  on(name, [
    step(clerk(unit), 'askSpecial', `${from} 09:00`, '', { reason: 'experts', days: 10, notice: paper }),
    step(head(unit), 'grantSpecial', `${from} 10:00`, '', { reason: 'experts' }),
    step(clerk(unit), 'endSpecial', `${to} 09:00`, '', { result: paper }),
  ])

describe('Y109 together', () => {
  it('Y109 permits are accepted with the project and issued with it at the same moment', () => {
    const result = run(issued)
    expect(states(result)).toEqual(['issued', 'certified', 'certified'])
    expect(new Set(result.all.map(({ fields }) => fields['issuedAt'])).size).toBe(1)
    expect(new Set(result.all.map(({ fields }) => fields['acceptedAt'])).size).toBe(1)
  })

  it('Y109 nothing is issued before every permit has passed, and one permit alone is not taken in', () => {
    const early = run([
      ...accepted('2025-03-03'),
      ...pass('规划证', PLAN, '2025-03-10'),
      ...issueAll('2025-03-11 09:00'),
    ])
    expect([early.codes, early.of('规划证').state]).toEqual([['engine/wrong-state'], 'passed'])
    const alone = run(received('2025-03-03').filter(({ record }) => record !== '施工证'))
    expect([alone.codes, alone.of('项目').state]).toEqual([['engine/wrong-state'], 'listing'])
  })

  it('Y109 a permit is looked into by one person and passed by another', () => {
    const alone = on('规划证', [step(head(PLAN), 'pass', '2025-03-10 09:00', '', { certificate: '1号' })])
    expect(run([...accepted('2025-03-03'), ...alone]).codes).toEqual(['not-reviewed'])
  })
})

describe('Y110 acceptance', () => {
  const inHand = received('2025-03-03')
  const ask = (at: string): readonly Step[] =>
    on('项目', [step(window, 'askCorrection', at, '', { missing: '缺图。', notice: paper })])
  const correct = on('项目', [step(window, 'correct', '2025-03-06 09:00', '', { materials: paper })])

  it('Y110 correction is asked for once', () => {
    expect(run([...inHand, ...ask('2025-03-04 09:00'), ...correct, ...ask('2025-03-06 10:00')]).codes).toEqual([
      'corrected-once',
    ])
  })

  it('Y110 who is not told within five working days is accepted from the day the papers came', () => {
    const result = run(inHand, '2025-03-11 01:00')
    const { fields, clocks } = result.of('项目')
    expect(states(result)).toEqual(['reviewing', 'underReview', 'underReview'])
    expect([fields['acceptedAt'] === fields['submittedAt'], clocks['joint']?.run.limit.value]).toEqual([true, 40])
    expect(states(run(inHand, '2025-03-10 23:00'))).toEqual(['checking', 'prepared', 'prepared'])
  })
})

describe('Y111 what is not counted', () => {
  it('Y111 a special procedure stops the time of its permit and of the project, not of the others', () => {
    const steps = [...accepted('2025-03-03'), ...special('施工证', BUILD, '2025-03-06', '2025-03-20')]
    const open = run(steps.slice(0, -1))
    const paused = (name: string, clock: string): boolean => {
      const last = open.of(name).clocks[clock]?.run.pauses.at(-1)
      return last !== undefined && last.to === undefined
    }
    expect([paused('施工证', 'single'), paused('项目', 'joint'), paused('规划证', 'single')]).toEqual([
      true,
      true,
      false,
    ])
    expect(run(steps).of('项目').clocks['joint']?.run.pauses[0]?.to).toBeDefined()
  })

  it('Y111 where two overlap the time of the project goes on with the last', () => {
    const begin = (name: string, unit: string, day: string) => special(name, unit, day, '2025-03-30').slice(0, 2)
    const end = (name: string, unit: string, at: string): readonly Step[] =>
      on(name, [step(clerk(unit), 'endSpecial', at, '', { result: paper })])
    const both = [
      ...accepted('2025-03-03'),
      ...begin('施工证', BUILD, '2025-03-05'),
      ...begin('规划证', PLAN, '2025-03-06'),
    ]
    const one = run([...both, ...end('施工证', BUILD, '2025-03-12 09:00')])
    expect(one.of('项目').clocks['joint']?.run.pauses.map(({ to }) => to)).toEqual([undefined])
    const none = run([...both, ...end('施工证', BUILD, '2025-03-12 09:00'), ...end('规划证', PLAN, '2025-03-14 09:00')])
    expect(none.of('项目').clocks['joint']?.run.pauses[0]?.to).toBe(momentOf('2025-03-14 09:00'))
  })

  it('Y111 the time is extended once, up to the sum of the law, and only with the reason told', () => {
    const extend = (days: number, at: string, told = true): readonly Step[] =>
      on('项目', [step(leader, 'extendJoint', at, '', { reason: '重大。', days, told })])
    const base = accepted('2025-03-03')
    expect(run([...base, ...extend(10, '2025-03-04 09:00', false)]).codes).toEqual(['tell-applicant'])
    expect(run([...base, ...extend(16, '2025-03-04 09:00')]).codes).toHaveLength(1)
    expect(run([...base, ...extend(10, '2025-03-04 09:00'), ...extend(5, '2025-03-05 09:00')]).codes).toHaveLength(1)
  })
})

describe('Y112 papers that come later', () => {
  const deferred = [{ item: '地勘审查报告', kind: 'report' }]
  const taken = [
    ...received('2025-03-03'),
    ...on('项目', [
      step(window, 'acceptWithPromise', '2025-03-03 11:00', '', {
        deferred,
        deferredUntil: '2025-03-20',
        promise: paper,
      }),
    ]),
    ...pass('规划证', PLAN, '2025-03-10'),
    ...pass('施工证', BUILD, '2025-03-11'),
  ]
  const supply = (at: string, item = '地勘审查报告'): readonly Step[] =>
    on('项目', [step(window, 'supply', at, '', { papers: [{ item, paper }] })])

  it('Y112 nothing is issued before all of them are in, unless the place allows it', () => {
    expect(run([...taken, ...issueAll('2025-03-12 09:00')]).codes).toEqual(['deferred-missing'])
    expect(run([...taken, ...supply('2025-03-12 08:00', '别的'), ...issueAll('2025-03-12 09:00')]).codes).toEqual([
      'deferred-missing',
    ])
    expect(run([...taken, ...supply('2025-03-12 08:00'), ...issueAll('2025-03-12 09:00')]).codes).toEqual([])
    expect(run([...taken, ...issueAll('2025-03-12 09:00')], undefined, { issueBeforeSupplied: true }).codes).toEqual([])
  })

  it('Y112 the rate of supply is over those that came in time and those that ran out', () => {
    const good = run([...taken, ...supply('2025-03-20 16:00')]).all
    const late = run([...taken, ...supply('2025-03-24 09:00')]).all
    expect([valueOf(good, 'supplyRate'), valueOf([...good, ...late], 'supplyRate')]).toEqual([100, 50])
  })
})

describe('Y113 one that fails', () => {
  const failed = [...accepted('2025-03-03'), ...fail('规划证', PLAN, '2025-03-10')]

  it('Y113 hangs up the whole, while the time runs on; revised it goes on', () => {
    const result = run([...failed, ...pass('施工证', BUILD, '2025-03-11')])
    expect(states(result)).toEqual(['suspended', 'failed', 'passed'])
    expect(result.of('项目').clocks['joint']?.run.pauses).toEqual([])
    const revise = on('规划证', [step(window, 'revise', '2025-03-12 09:00', '', { revised: '调整。' })])
    const again = [...failed, ...pass('施工证', BUILD, '2025-03-11'), ...revise, ...pass('规划证', PLAN, '2025-03-14')]
    expect(run(again).of('项目').state).toBe('gathered')
  })

  it('Y113 refused or withdrawn, it ends with everything that belongs to it', () => {
    const refuse = step(head(PLAN), 'refuseAll', '2025-03-12 09:00', '', { why: '不符合规划。', decision: paper })
    expect(states(run([...failed, ...on('项目', [refuse])]))).toEqual(['refused', 'ended', 'ended'])
  })
})

describe('Y114 figures', () => {
  it('Y114 a project is counted once, its permits by themselves', () => {
    const { all } = run(issued)
    expect(['accepted', 'permitsAccepted', 'issued', 'certificates'].map((id) => valueOf(all, id))).toEqual([
      1, 2, 1, 2,
    ])
  })

  it('Y114 the mean is of working days without special procedures, and of natural days with them', () => {
    expect([valueOf(run(issued).all, 'meanNet'), valueOf(run(issued).all, 'meanNatural')]).toEqual([7, 9.9])
    const stopped = run([
      ...accepted('2025-03-03'),
      ...special('施工证', BUILD, '2025-03-05', '2025-03-19'),
      ...pass('规划证', PLAN, '2025-03-20'),
      ...pass('施工证', BUILD, '2025-03-21'),
      ...issueAll('2025-03-24 09:00'),
    ])
    expect([valueOf(stopped.all, 'meanNet'), valueOf(stopped.all, 'meanNatural')]).toEqual([4, 20.9])
  })

  it('Y114 in time is over what fell due, project and permit each by their own time', () => {
    const late = run(accepted('2025-03-03'), '2025-06-03 09:00').all
    expect([valueOf(late, 'permitsOverdue'), valueOf(late, 'onTimeRate')]).toEqual([2, 0])
    expect([
      valueOf(run(issued).all, 'onTimeRate'),
      valueOf([...run(issued).all, ...late], 'permitOnTimeRate'),
    ]).toEqual([100, 50])
  })
})
