import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FigureAddress, formatFigureAddress, parseFigureAddress } from './address.ts'

const read = (text: string): FigureAddress => {
  const result = parseFigureAddress(text)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

const codeOf = (text: string): string | undefined => {
  const result = parseFigureAddress(text)
  return result.ok ? undefined : `${result.problems[0]?.code} ${result.problems[0]?.params?.text}`
}

describe('figure addresses', () => {
  it('A40 a measure with a year, a month, a quarter, a half or a span of months', () => {
    expect(read('hotline.satisfaction')).toEqual({ machine: 'hotline', measure: 'satisfaction' })
    expect(read(' hotline.satisfaction@2025 ')).toMatchObject({ from: '2025-01', to: '2025-12' })
    expect(read('hotline.satisfaction@2025-09')).toMatchObject({ from: '2025-09', to: '2025-09' })
    expect(read('hotline.satisfaction@2025q3')).toMatchObject({ from: '2025-07', to: '2025-09' })
    expect(read('hotline.satisfaction@2025H2')).toMatchObject({ from: '2025-07', to: '2025-12' })
    expect(read('hotline.satisfaction@2025-11..2026-02')).toMatchObject({ from: '2025-11', to: '2026-02' })
    expect(read('hotline.satisfaction@2024..2025Q1')).toMatchObject({ from: '2024-01', to: '2025-03' })
    expect(read('above-scale-firms.inStatistics;unit=jingxin;category=industry')).toEqual({
      machine: 'above-scale-firms',
      measure: 'inStatistics',
      unit: 'jingxin',
      category: 'industry',
    })
  })

  it('A40 what cannot be read is named', () => {
    expect(codeOf('满意率')).toBe('app/bad-figure-name 满意率')
    expect(codeOf('hotline.')).toBe('app/bad-figure-name hotline.')
    expect(codeOf('hotline.rate@2025-13')).toBe('app/bad-figure-period 2025-13')
    expect(codeOf('hotline.rate@2025-06..2025-01')).toBe('app/bad-figure-period 2025-06..2025-01')
    expect(codeOf('hotline.rate@2025..2026..2027')).toBe('app/bad-figure-period 2025..2026..2027')
    expect(codeOf('hotline.rate@2025;street=a')).toBe('app/bad-figure-part street=a')
    expect(codeOf('hotline.rate@2025;unit=a;unit=b')).toBe('app/bad-figure-part unit=b')
    expect(codeOf('hotline.rate;unit=')).toBe('app/bad-figure-part unit=')
  })

  it('A40 what is written is read back', () => {
    const month = fc
      .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }))
      .map(([year, m]) => `${year}-${String(m).padStart(2, '0')}`)
    const address = fc.record({ months: fc.option(fc.tuple(month, month)), unit: fc.option(fc.constant('望江街道')) })
    fc.assert(
      fc.property(address, ({ months, unit }) => {
        const [from, to] = months?.toSorted() ?? []
        const given: FigureAddress = {
          machine: 'a-b',
          measure: 'c',
          ...(from !== undefined && to !== undefined ? { from, to } : {}),
          ...(unit === null ? {} : { unit }),
        }
        expect(read(formatFigureAddress(given))).toEqual(given)
      }),
    )
  })
})
