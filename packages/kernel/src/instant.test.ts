import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CHINA_OFFSET,
  describeInstant,
  type Instant,
  instant,
  instantOf,
  instantOfDay,
  isInstant,
  localDate,
  localDayNumber,
  minuteOfDay,
  monthKey,
  parseInstant,
} from './instant.ts'
import { addDays, dayNumber, plainDate } from './plain-date.ts'

const FIRST = Date.parse('0001-01-01T00:00:00.000Z')
const LAST = Date.parse('9999-12-31T23:59:59.999Z')
const anyMoment = fc.integer({ min: FIRST + 86_400_000, max: LAST - 86_400_000 }).map(instant)
const anyOffset = fc.integer({ min: -840, max: 840 })

function read(text: string, utcOffset?: number): Instant {
  const result = parseInstant(text, utcOffset)
  if (!result.ok) throw new Error(`not read: ${text}`)
  return result.value
}

describe('a moment', () => {
  it('K60 is whole milliseconds of the years 0001 to 9999', () => {
    expect([isInstant(FIRST), isInstant(FIRST - 1), isInstant(LAST), isInstant(LAST + 1)]).toEqual([
      true,
      false,
      true,
      false,
    ])
    expect(isInstant(0.5)).toBe(false)
    expect(() => instant(Number.NaN)).toThrow(RangeError)
    expect(() => instant(Number.POSITIVE_INFINITY)).toThrow(RangeError)
    expect(instant(0)).toBe(0)
  })

  it('K61 lies on a local day and minute', () => {
    const at = instantOf(plainDate(2025, 10, 1), 570, CHINA_OFFSET)
    expect(at).toBe(Date.parse('2025-10-01T09:30:00+08:00'))
    expect(localDate(at, CHINA_OFFSET)).toBe('2025-10-01')
    expect(minuteOfDay(at, CHINA_OFFSET)).toBe(570)
    expect(localDate(at, 0)).toBe('2025-10-01')
    expect(localDate(at, -120)).toBe('2025-09-30')
    expect(minuteOfDay(at, -120)).toBe(1410)
  })

  it('K61 24:00 is the first moment of the next day', () => {
    const end = instantOf(plainDate(2025, 12, 31), 1440, CHINA_OFFSET)
    expect(end).toBe(instantOf(plainDate(2026, 1, 1), 0, CHINA_OFFSET))
    expect(localDate(end, CHINA_OFFSET)).toBe('2026-01-01')
    expect(minuteOfDay(end, CHINA_OFFSET)).toBe(0)
    expect(minuteOfDay(instant(end - 1), CHINA_OFFSET)).toBe(1439)
  })

  it('K61 throws on a minute that no day has', () => {
    for (const minute of [-1, 1441, 0.5, Number.NaN])
      expect(() => instantOf(plainDate(2025, 1, 1), minute, CHINA_OFFSET)).toThrow(RangeError)
  })

  it('K61 agrees with the platform at any moment and distance', () => {
    fc.assert(
      fc.property(anyMoment, anyOffset, (at, offset) => {
        const platform = new Date(at + offset * 60_000)
        expect(localDate(at, offset)).toBe(platform.toISOString().slice(0, 10))
        expect(minuteOfDay(at, offset)).toBe(platform.getUTCHours() * 60 + platform.getUTCMinutes())
        expect(describeInstant(at, offset)).toBe(platform.toISOString().slice(0, 16).replace('T', ' '))
        expect(monthKey(at, offset)).toBe(platform.toISOString().slice(0, 7))
      }),
    )
  })

  it('K61 day and minute lead back to the moment', () => {
    fc.assert(
      fc.property(anyMoment, anyOffset, (ms, offset) => {
        const at = instant(Math.floor(ms / 60_000) * 60_000)
        expect(instantOf(localDate(at, offset), minuteOfDay(at, offset), offset)).toBe(at)
        expect(instantOfDay(localDayNumber(at, offset), minuteOfDay(at, offset), offset)).toBe(at)
        expect(localDayNumber(at, offset)).toBe(dayNumber(localDate(at, offset)))
      }),
    )
  })

  it('K61 a month ends at its last midnight in the district, not in Greenwich', () => {
    const last = read('2025-09-30 23:59:59')
    expect([monthKey(last, CHINA_OFFSET), monthKey(instant(last + 1000), CHINA_OFFSET)]).toEqual(['2025-09', '2025-10'])
    expect(monthKey(instant(last + 1000), 0)).toBe('2025-09')
  })

  it('K62 is shown to the minute that has begun', () => {
    expect(describeInstant(read('2025-10-01 09:30:59.999'), CHINA_OFFSET)).toBe('2025-10-01 09:30')
    expect(describeInstant(read('1969-12-31 23:59:59Z'), 0)).toBe('1969-12-31 23:59')
    expect(describeInstant(read('2025-10-01 00:05'), CHINA_OFFSET)).toBe('2025-10-01 00:05')
  })
})

describe('reading a moment', () => {
  it.each([
    ['2025-10-01 09:30', '2025-10-01T01:30:00.000Z'],
    ['2025-10-01 09:30:15', '2025-10-01T01:30:15.000Z'],
    ['2025-10-01T09:30', '2025-10-01T01:30:00.000Z'],
    ['2025-10-01T09:30:15+08:00', '2025-10-01T01:30:15.000Z'],
    ['2025-10-01T09:30:15+0800', '2025-10-01T01:30:15.000Z'],
    ['2025-10-01T01:30:15Z', '2025-10-01T01:30:15.000Z'],
    ['2025-09-30T21:30:15.25-04:00', '2025-10-01T01:30:15.250Z'],
    ['2025-10-01T01:30:15.1239999Z', '2025-10-01T01:30:15.123Z'],
    ['2025-10-01 07:00+05:30', '2025-10-01T01:30:00.000Z'],
    ['2024-02-29 00:00', '2024-02-28T16:00:00.000Z'],
    ['2025-12-31 24:00', '2025-12-31T16:00:00.000Z'],
    ['2025-12-31T24:00:00Z', '2026-01-01T00:00:00.000Z'],
  ])('K63 %s', (text, iso) => {
    expect(new Date(read(text)).toISOString()).toBe(iso)
  })

  it('K63 another district may lie elsewhere, a zone in the text goes before', () => {
    expect(read('2025-10-01 09:30', 0)).toBe(Date.parse('2025-10-01T09:30Z'))
    expect(read('2025-10-01T09:30Z', 600)).toBe(Date.parse('2025-10-01T09:30Z'))
  })

  it.each([
    '',
    '2025-10-01',
    '2025-10-01 9:30',
    '2025-02-29 09:30',
    '2025-10-01 24:01',
    '2025-10-01 24:00:00.001',
    '2025-10-01 25:00',
    '2025-10-01 09:60',
    '2025-10-01 09:30:60',
    '2025-10-01 09:30:',
    '2025-10-01 09:30:15.',
    '2025-10-01  09:30',
    '2025-10-01 09:30 ',
    '2025/10/01 09:30',
    '2025-10-01t09:30z',
    '2025-10-01T09:30+15:00',
    '2025-10-01T09:30+14:01',
    '2025-10-01T09:30+08:60',
    '2025-10-01T09:30+8',
    '２０２５-10-01 09:30',
    '0001-01-01T00:00+08:00',
    '9999-12-31T24:00Z',
  ])('K63 refuses %j with kernel/bad-instant', (text) => {
    expect(parseInstant(text)).toEqual({
      ok: false,
      problems: [{ code: 'kernel/bad-instant', severity: 'error', params: { text } }],
    })
  })

  it('K63 shortens a long text in the problem', () => {
    const result = parseInstant('x'.repeat(500))
    expect(result.ok ? '' : result.problems[0]?.params?.text).toHaveLength(40)
  })

  it('K63 reads what the platform writes', () => {
    fc.assert(
      fc.property(anyMoment, (at) => {
        expect(read(new Date(at).toISOString())).toBe(at)
      }),
    )
  })

  it('K62 K63 reads what describeInstant writes, to the minute', () => {
    fc.assert(
      fc.property(anyMoment, anyOffset, (at, offset) => {
        expect(read(describeInstant(at, offset), offset)).toBe(Math.floor(at / 60_000) * 60_000)
      }),
    )
  })

  it('K61 the next day at the same minute is a day later', () => {
    const date = plainDate(2024, 2, 28)
    expect(instantOf(addDays(date, 2), 60, CHINA_OFFSET) - instantOf(date, 60, CHINA_OFFSET)).toBe(2 * 86_400_000)
  })
})
