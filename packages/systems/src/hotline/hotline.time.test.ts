import { type Json, type RecordState, settingOf, type Settings } from '@jiannuo/engine'
import { momentOf } from '@jiannuo/engine/testing'
import { CHINA_OFFSET, describeInstant } from '@jiannuo/kernel'
import { describe, expect, it } from 'vitest'
import { play } from '../../testing/play.ts'
import { step } from '../example.ts'
import { kinds, urgencies } from './hotline.fields.ts'
import { dispatcher, handler, matter, received, supervisor, underWay } from './hotline.examples-steps.ts'
import { hotlinePresets } from './hotline.limits.ts'
import { hotline } from './hotline.loop.ts'

/** The limit that a dispatched order of this kind got. */
function limitOf(urgency: string, kind: string, settings: Settings = {}): string {
  const { record } = play(
    hotline,
    [
      received('2025-09-22 09:00', { ...matter, urgency, kind }),
      step(dispatcher, 'clear', '2025-09-22 09:10', 'ready'),
      step(dispatcher, 'dispatch', '2025-09-22 09:20', 'dispatched'),
    ],
    settings,
  )
  const limit = record.clocks['handling']?.run.limit
  return limit === undefined ? 'none' : `${limit.value} ${limit.unit}`
}

const preset = (id: string): Settings => hotlinePresets[id]?.settings ?? {}

describe('Y15 published limits', () => {
  it.each([
    ['beijing-draft', 'critical', 'help', '2 hour'],
    ['beijing-draft', 'urgent', 'complaint', '24 hour'],
    ['beijing-draft', 'ordinary', 'complaint', '7 day'],
    ['beijing-draft', 'complex', 'report', '15 day'],
    ['shandong', 'ordinary', 'complaint', '5 workday'],
    ['shandong', 'critical', 'consult', '5 workday'],
    ['guangdong', 'ordinary', 'consult', '2 workday'],
    ['guangdong', 'ordinary', 'help', '10 workday'],
    ['guangdong', 'ordinary', 'advice', '10 workday'],
    ['guangdong', 'ordinary', 'complaint', '15 workday'],
    ['guangdong', 'ordinary', 'report', '15 workday'],
    ['qinglong', 'ordinary', 'consult', '1 day'],
    ['qinglong', 'ordinary', 'help', '5 day'],
    ['qinglong', 'ordinary', 'complaint', '10 day'],
    ['wuhan-summer-2024', 'urgent', 'complaint', '3 workday'],
  ])('Y15 %s: %s %s has %s', (id, urgency, kind, limit) => {
    expect(limitOf(urgency, kind, preset(id))).toBe(limit)
  })

  it('Y15 the default: 2 hours, 24 hours, 5 working days, 15 days', () => {
    expect(Object.keys(urgencies).map((urgency) => limitOf(urgency, 'complaint'))).toEqual([
      '2 hour',
      '24 hour',
      '5 workday',
      '15 day',
    ])
  })

  it('Y15 presets set known settings by values of their type, and leave no kind without a limit', () => {
    for (const [id, { settings, source }] of Object.entries(hotlinePresets)) {
      expect(source).not.toBe('')
      for (const [setting, value] of Object.entries(settings)) {
        const { type, default: usual } = hotline.settings[setting] ?? {}
        expect(typeof value).toBe(typeof usual)
        if (type === 'limit') expect(Object.keys(value ?? {})).toEqual(['value', 'unit'])
      }
      for (const urgency of Object.keys(urgencies))
        for (const kind of Object.keys(kinds)) expect(limitOf(urgency, kind, preset(id))).not.toBe('none')
    }
  })

  it('Y15 the default limits stand in the setting', () => {
    const limits = settingOf(hotline, {}, 'limits') as Readonly<Record<string, Json>>
    expect(Object.keys(limits)).toEqual(Object.keys(urgencies))
  })
})

/** When each mark of handling came, with the level of urging after it. */
function marks(steps: Parameters<typeof play>[1], until: string): readonly string[] {
  const { office } = play(hotline, steps, {}, until)
  return office.entries().flatMap(({ transition: { entry, record } }) => {
    if (!entry.action.startsWith('mark:handling')) return []
    const at = describeInstant(entry.at, CHINA_OFFSET)
    return [`${entry.action.slice('mark:handling.'.length)} ${at} ${record.urging ?? '-'}`]
  })
}

it('Y16 warning, reminder, order and talk come by themselves', () => {
  expect(marks(underWay('2025-09-22'), '2025-10-20 09:00')).toEqual([
    'warning 2025-09-27 00:00 -',
    'due 2025-09-29 00:00 remind',
    'order 2025-09-30 00:00 order',
    'talk 2025-10-10 00:00 talk',
  ])
})

it('Y16 the warning of an urgent order comes with three tenths of its 24 hours left', () => {
  const urgent = underWay('2025-09-22', 'lantai-housing', { ...matter, urgency: 'urgent' })
  expect(marks(urgent, '2025-09-23 09:00')).toEqual(['warning 2025-09-23 02:18 -'])
})

it('Y16 a level of urging never goes down', () => {
  const urged = [
    ...underWay('2025-09-22'),
    step(supervisor, 'urgeTalk', '2025-09-23 09:00', 'handling', { reason: 'effect', demand: '说明情况。' }),
    step(supervisor, 'urgeRemind', '2025-09-24 09:00', 'handling', { reason: 'effect', demand: '尽快办理。' }),
  ]
  expect(play(hotline, urged, {}, '2025-09-29 09:00').record.urging).toBe('talk')
})

it('Y16 a finished order is urged no more', () => {
  const { record } = play(hotline, underWay('2025-09-22'), {}, '2025-09-28 12:00')
  expect(record.urging).toBeUndefined()
  expect(record.clocks['handling']?.reached).toEqual(['warning'])
})

const asked = (days: number, told = true) =>
  step(handler('lantai-housing'), 'askExtension', '2025-09-24 10:00', 'handling', {
    reason: 'works',
    explanation: '等配件。',
    days,
    told,
  })
const granted = step(dispatcher, 'grantExtension', '2025-09-24 11:00', 'handling', { reason: '同意。' })
const extensions = (record: RecordState) => record.clocks['handling']?.run.extensions.map(({ by }) => by)

it('Y17 the days that were asked for are granted, once and up to the sum set', () => {
  const once = play(hotline, [...underWay('2025-09-22'), asked(10), granted])
  expect(extensions(once.record)).toEqual([10])
  const much = play(hotline, [...underWay('2025-09-22'), asked(11), granted])
  expect([extensions(much.record), much.refusals.map(({ code }) => code)]).toEqual([[], ['engine/extension-total']])
  const twice = play(hotline, [...underWay('2025-09-22'), asked(2), granted, { ...asked(2), at: '2025-09-25 10:00' }])
  expect(twice.refusals.map(({ code }) => code)).toEqual(['extension-used-up'])
  const settings = { extensionTimes: 2 }
  const allowed = play(
    hotline,
    [...underWay('2025-09-22'), asked(2), granted, { ...asked(2), at: '2025-09-25 10:00' }],
    settings,
  )
  expect(allowed.refusals).toEqual([])
})

it('Y17 the caller is told first, and nothing is asked for after the time has run out', () => {
  const silent = play(hotline, [...underWay('2025-09-22'), asked(2, false)])
  expect(silent.refusals.map(({ code }) => code)).toEqual(['tell-caller'])
  const late = play(hotline, [...underWay('2025-09-22'), { ...asked(2), at: '2025-09-29 08:00' }])
  expect(late.refusals.map(({ code }) => code)).toEqual(['extension-too-late'])
})

it('Y17 a pause keeps reason and approver, and takes its days out', () => {
  const { record } = play(hotline, [
    ...underWay('2025-09-25'),
    step(handler('lantai-housing'), 'askPause', '2025-09-26 15:00', 'handling', {
      reason: 'testing',
      explanation: '检测。',
    }),
    step(dispatcher, 'grantPause', '2025-09-26 16:00', 'handling', { reason: 'testing' }),
    step(handler('lantai-housing'), 'resume', '2025-10-10 09:00', 'handling'),
  ])
  expect(record.clocks['handling']?.run.pauses).toEqual([
    {
      from: momentOf('2025-09-26 16:00'),
      to: momentOf('2025-10-10 09:00'),
      reason: 'testing',
      approver: 'dispatcher@lantai',
    },
  ])
})

it('Y17 a request that finishing has overtaken can be refused, no longer granted', () => {
  const steps = [
    ...underWay('2025-09-22'),
    asked(2),
    step(handler('lantai-housing'), 'finish', '2025-09-24 15:00', 'review', {
      contacted: true,
      solved: true,
      reply: '已修复。',
    }),
  ]
  const decided = (action: string) =>
    play(hotline, [...steps, step(dispatcher, action, '2025-09-24 16:00', 'review', { reason: '已办结。' })])
  expect(decided('grantExtension').refusals.map(({ code }) => code)).toEqual(['engine/wrong-state'])
  expect(decided('refuseExtension').record.requests.map(({ decision }) => decision?.granted)).toEqual([false])
})

it('Y17 shelving pauses handling and keeps a review of its own', () => {
  const { record, office } = play(
    hotline,
    [
      ...underWay('2025-09-22'),
      step(['reviewer', 'lantai-housing'], 'askShelf', '2025-09-24 10:00', 'handling', {
        reason: 'planned',
        explanation: '列入明年计划。',
        planned: '2026-03-31',
        told: true,
      }),
      step(supervisor, 'grantShelf', '2025-09-24 16:00', 'shelved', { reason: 'planned' }),
    ],
    {},
    '2025-12-25 09:00',
  )
  expect(record.fields['overdueAt']).toBeUndefined()
  expect(record.clocks['handling']?.run.pauses.map(({ reason }) => reason)).toEqual(['planned'])
  expect(office.entries().map(({ transition }) => transition.entry.action)).toContain('mark:shelf.due')
})
