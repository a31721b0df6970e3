import type { Problem } from '@jiannuo/kernel'
import type { ReadDocument } from './types.ts'

const TAIL = /(?:特别行政区|自治区|自治州|自治县|地区|省|市|区|县|旗|盟|州)$/

const stem = (place: string): string => (place.length > 2 ? place.replace(TAIL, '') : place)

/** Whether two names are of one place: 徐某县 and 某市徐某区 are, since a county may have become a district. */
function samePlace(a: string, b: string): boolean {
  const [left, right] = [stem(a), stem(b)]
  return left.endsWith(right) || right.endsWith(left)
}

/**
 * Why a report cannot answer a plan: another year, a year that is not known, another place.
 *
 * @returns every problem, none when it can
 */
export function refusalsOf(promises: ReadDocument, report: ReadDocument): readonly Problem[] {
  const problems: Problem[] = []
  const { year, place } = promises.reading.meta
  const { reviewYear: reviewed, place: there } = report.reading.meta
  if (year === undefined) problems.push({ code: 'match/plan-year-unknown', severity: 'error' })
  if (reviewed === undefined) problems.push({ code: 'match/report-year-unknown', severity: 'error' })
  if (year !== undefined && reviewed !== undefined && year !== reviewed)
    problems.push({ code: 'match/other-year', severity: 'error', params: { promised: year, reviewed } })
  if (place !== undefined && there !== undefined && !samePlace(place, there))
    problems.push({ code: 'match/other-place', severity: 'error', params: { promised: place, reported: there } })
  return problems
}
