import type { ClockDefinition, Effect, Grant, MarkDefinition } from '@jiannuo/engine'
import { constant, firstOf, field, now, setting } from '@jiannuo/engine'
import { cadence } from '../buildings/cadence.ts'
import { promisedRule, tellAll } from '../commitments/clock-parts.ts'
import { titleSources as sources } from './firms.settings.ts'
import { of, termOf, type TitleId, titleIds, titles } from './firms.titles.ts'

export const sectors: readonly Grant[] = [{ role: 'sector', at: 'lead' }]
export const streets: readonly Grant[] = [{ role: 'streetClerk', at: 'area' }]
export const keepers: readonly Grant[] = [...sectors, ...streets]
export const leaders: readonly Grant[] = [{ role: 'leader', at: 'district' }]

/** System action by which a title lapses. */
export const lapseOf = (title: TitleId): string => `lapse-${title}`

const ahead = (title: string, days: number, ...effects: readonly Effect[]): MarkDefinition => ({
  title,
  at: { before: { value: days, unit: 'day' } },
  effects: [...effects, ...tellAll('title-ends', keepers)],
})

/** The term of a title, to the last day of its certificate: told a year, half a year and a quarter before, lapsed at its end. */
const term = (id: TitleId): ClockDefinition => ({
  title: `${titles[id].name}有效期`,
  limit: setting('terms', constant(id)),
  rule: promisedRule,
  marks: {
    year: ahead('到期前12个月', 365),
    half: ahead('到期前6个月', 180, { set: of(id, 'Due'), to: firstOf(field(of(id, 'Due')), now) }),
    quarter: ahead('到期前3个月', 90),
    due: { title: '到期失效', at: { due: true }, effects: [], action: lapseOf(id) },
  },
  source: `以证书载明的有效期为准；提前12、6、3个月提醒为${sources.proposal}`,
})

const rhythm = `时长为${sources.proposal}；计算按${sources.civilCode}`

/** Terms of the six titles, and the rhythms of tutoring, checking and following an application. */
export const firmClocks: Readonly<Record<string, ClockDefinition>> = {
  tutoring: cadence({
    title: '培育走访周期',
    limit: 'tutoringLimit',
    code: 'tutoring',
    doers: streets,
    above: sectors,
    source: rhythm,
  }),
  review: cadence({
    title: '条件核对周期',
    limit: 'reviewLimit',
    code: 'review',
    doers: keepers,
    above: leaders,
    source: rhythm,
  }),
  application: cadence({
    title: '申报结果跟踪时限',
    limit: 'applicationLimit',
    code: 'application',
    doers: sectors,
    above: leaders,
    source: rhythm,
  }),
  ...Object.fromEntries(titleIds.map((id) => [termOf(id), term(id)])),
}
