import { describe, expect, it } from 'vitest'
import { figureOf, play } from '../../testing/play.ts'
import { on, step } from '../example.ts'
import {
  asked,
  call,
  came,
  checked,
  community,
  done,
  gridWorker,
  handler,
  head,
  MARKET,
  matter,
  photo,
  solvedTogether,
  street,
  streetLead,
  supervisor,
  toCommunity,
  toStreet,
  upToStreet,
  URBAN,
  whistled,
} from './whistle.examples-steps.ts'
import { streetWhistle } from './whistle.loop.ts'
import { whistleMeasures } from './whistle.measures.ts'

const codes = (steps: Parameters<typeof play>[1], until?: string) => {
  const { record, refusals } = play(streetWhistle, steps, {}, until)
  return [record.state, refusals.map(({ code }) => code)] as const
}

describe('levels', () => {
  it('Y60 a report rises level by level, each with its own time, and no level is leapt over', () => {
    const { record, refusals } = play(streetWhistle, [
      step(gridWorker, 'report', '2025-09-22 09:00', 'grid', matter),
      step(gridWorker, 'raiseToStreet', '2025-09-22 09:10', 'grid', toStreet),
      step(gridWorker, 'raiseToCommunity', '2025-09-22 10:00', 'toCommunity', toCommunity),
      step(community, 'takeInCommunity', '2025-09-22 11:00', 'community'),
    ])
    expect(refusals.map(({ code }) => code)).toEqual(['engine/wrong-state'])
    expect([record.lead, record.area, record.fields['level']]).toEqual([
      'lantai-dongmen-guihua',
      'lantai-dongmen-guihua-1',
      'community',
    ])
    expect(record.clocks['handling']?.run.limit).toEqual({ value: 3, unit: 'workday' })
    expect(record.clocks['intake']?.run.limit).toEqual({ value: 1, unit: 'workday' })
  })

  it('Y61 a matter is struck off by another person than who finished it, with evidence', () => {
    const steps = [
      step(gridWorker, 'report', '2025-09-22 09:00', 'grid', matter),
      step(community, 'raiseToCommunity', '2025-09-22 09:30', 'grid', toCommunity),
      step(gridWorker, 'raiseToCommunity', '2025-09-22 10:00', 'toCommunity', toCommunity),
      step(community, 'takeInCommunity', '2025-09-22 11:00', 'community'),
      step(community, 'finish', '2025-09-23 09:00', 'verify', done),
      step(community, 'strikeOff', '2025-09-23 10:00', 'verify', checked),
      step(street, 'strikeOff', '2025-09-23 10:10', 'verify', { found: '已看。' }),
    ]
    expect(codes(steps)).toEqual(['verify', ['engine/not-permitted', 'own-work', 'engine/bad-input']])
    expect(codes([...steps, step(street, 'strikeOff', '2025-09-23 11:00', 'closed', checked)])[0]).toBe('closed')
  })

  it('Y62 a bad word of the resident means another round, as often as the setting allows', () => {
    const round = (day: string) => [
      step(street, 'finish', `${day} 09:00`, 'verify', done),
      step(community, 'strikeOff', `${day} 10:00`, 'feedback', checked),
      step(community, 'workAgain', `${day} 11:00`, 'redo', { satisfaction: 'bad', remark: '没有解决。' }),
    ]
    const opened = step(street, 'registerAtStreet', '2025-03-03 09:00', 'street', asked)
    const days = ['2025-03-04', '2025-03-05', '2025-03-06']
    const { record, refusals } = play(streetWhistle, [opened, ...days.flatMap(round)])
    expect(refusals.map(({ code }) => code)).toEqual(['redone-enough'])
    expect([record.state, record.rounds.length]).toEqual(['feedback', 2])
  })
})

describe('the whistle', () => {
  it('Y63 the desk asks and the head signs; a department is called once, and the street never calls itself', () => {
    const asks = (input: Readonly<Record<string, string>>) =>
      codes([
        ...upToStreet('2025-09-22'),
        step(street, 'askWhistle', '2025-09-22 15:00', 'street', { ...call, ...input }),
      ])[1]
    expect(asks({ called2: URBAN })).toEqual(['called-twice'])
    expect(asks({ called1: 'lantai-dongmen' })).toEqual(['street-called'])
    expect(asks({})).toEqual([])
    expect(codes([...upToStreet('2025-09-22'), step(streetLead, 'blow', '2025-09-22 15:00', 'street')])[1]).toEqual([
      'nothing-asked',
    ])
  })

  it('Y64 work together begins when the last department has come', () => {
    const first = [
      ...upToStreet('2025-09-22'),
      ...whistled('2025-09-22'),
      step(handler(URBAN), 'arrive', '2025-09-23 09:00', 'whistled', came),
    ]
    expect(codes(first)[0]).toBe('whistled')
    const again = step(handler(URBAN), 'arrive', '2025-09-23 09:10', 'whistled', came)
    const second = step(handler(MARKET), 'arrive', '2025-09-23 09:20', 'onSite', came)
    expect(codes([...first, again, second])).toEqual(['onSite', ['arrived-already']])
  })

  it('Y65 a whistle that is not answered in time goes to the supervisor by itself; who comes when ordered is late', () => {
    const steps = [
      ...upToStreet('2025-09-22'),
      ...whistled('2025-09-22'),
      step(handler(URBAN), 'arrive', '2025-09-23 09:00', 'whistled', came),
    ]
    const { record } = play(streetWhistle, steps, {}, '2025-09-24 00:01')
    expect([record.state, record.urging]).toEqual(['escalated', 'order'])
    const later = play(streetWhistle, [
      ...steps,
      step(supervisor, 'orderArrival', '2025-09-24 09:00', 'whistled', { order: '到场。' }),
      step(handler(MARKET), 'arrive', '2025-09-24 10:00', 'onSite', came),
    ]).record
    expect([later.state, later.fields['inTime1'], later.fields['inTime2']]).toEqual(['onSite', true, false])
  })

  it('Y66 an objection does not stop the time to come; who is excused was not called', () => {
    const objected = [
      ...upToStreet('2025-09-22'),
      ...whistled('2025-09-22'),
      step(head(MARKET), 'objectDuty', '2025-09-22 16:00', 'dutyReview', { reason: 'duty', explanation: '不涉及。' }),
    ]
    const upheld = play(streetWhistle, [
      ...objected,
      step(supervisor, 'upholdWhistle', '2025-09-24 09:00', 'escalated', { basis: '职责规定。' }),
    ]).record
    expect(upheld.state).toBe('escalated')
    const { record } = play(streetWhistle, [
      ...objected,
      step(handler(URBAN), 'arrive', '2025-09-22 16:30', 'dutyReview', came),
      step(supervisor, 'excuse', '2025-09-22 17:00', 'onSite', { basis: '职责规定。' }),
    ])
    expect([record.state, record.fields['called2'], record.co.map(({ unit }) => unit)]).toEqual([
      'onSite',
      undefined,
      [URBAN],
    ])
  })
})

describe('scores and figures', () => {
  const scoredAs = (name: string, score1: number, score2: number) =>
    on(name, [
      ...upToStreet('2025-09-22'),
      ...whistled('2025-09-22'),
      ...solvedTogether('2025-09-23'),
      step(handler(URBAN), 'rateWhistle', '2025-09-24 09:00', 'scoring', { points: 90, founded: true }),
      step(street, 'score', '2025-09-24 10:00', 'published', { score1, score2, scoreNote2: '说明' }),
    ])
  const { office } = play(
    streetWhistle,
    [
      ...scoredAs('one', 90, 50),
      ...scoredAs('two', 80, 100),
      ...on('three', [...upToStreet('2025-09-22'), ...whistled('2025-09-22')]),
    ],
    {},
    '2025-10-15 00:00',
  )
  const figure = (measure: string, units?: readonly string[]) =>
    figureOf(whistleMeasures, streetWhistle, office.records(), measure, {
      from: '2025-09',
      to: '2025-10',
      ...(units === undefined ? {} : { units }),
    })

  it('Y67 scores stand open to objection and then close the matter by themselves; a correction is another person’s', () => {
    expect(office.records().map(({ state }) => state)).toEqual(['closed', 'closed', 'escalated'])
    const { record } = play(streetWhistle, [
      ...scoredAs('one', 90, 50),
      ...on('one', [
        step(handler(MARKET), 'objectScore', '2025-09-25 09:00', 'scoreReview', {
          reason: 'facts',
          explanation: '已出具文书。',
          material: photo,
        }),
        step(supervisor, 'correctScore', '2025-09-26 09:00', 'published', { score1: 90, score2: 85, reason: '属实。' }),
      ]),
    ])
    expect([record.state, record.fields['score2']]).toEqual(['published', 85])
    expect(record.clocks['objecting']?.former.length).toBe(1)
  })

  it('Y68 rates of answering and mean scores are of each department, worked out of sums', () => {
    expect([figure('answerRate').numerator, figure('answerRate').base]).toEqual([4, 6])
    expect(figure('answerInTimeRate', [MARKET]).value).toBeCloseTo(66.67, 0)
    expect([figure('meanScore').numerator, figure('meanScore').base]).toEqual([320, 4])
    expect(figure('meanScore', [MARKET]).value).toBe(75)
    expect(figure('meanBackScore', ['lantai-dongmen']).value).toBe(90)
  })

  it('Y69 what was solved counts at the level that solved it', () => {
    expect([figure('closedAt:whistle').value, figure('closedAt:grid').value]).toEqual([2, 0])
    expect([figure('whistles').value, figure('unanswered').value]).toEqual([3, 1])
    expect(figure('whistleDoneRate').base).toBe(3)
  })
})
