import { addWorkdays, describePeriod, stateCouncilCalendar } from '@jiannuo/kernel'
import { chapters, clause, day, numbered, paragraph, say, unitsIn } from './text.ts'
import type { CircularBlock, CircularInput, CircularSilence } from './types.ts'

/** Working days within which a red is explained [P] (systems.md S01). */
const EXPLAIN_WITHIN = 5

/** 四、未报送单位. */
export function silenceSection(silent: readonly CircularSilence[]): CircularBlock[] {
  const heard = silent.filter(({ titles }) => titles.length > 0)
  if (heard.length === 0) return [paragraph(say('silence.none'))]
  const count = heard.reduce((sum, { titles }) => sum + titles.length, 0)
  return [paragraph(say('silence.all', { count, units: unitsIn(heard) })), ...numbered(heard, silenceItem)]
}

function silenceItem({ unit, titles, periods }: CircularSilence, number: number): string {
  const params = { number, unit, titles: titles.join(say('semicolon')) }
  const told = periods.map(describePeriod).join(say('pause'))
  return told === '' ? say('silence.item', params) : say('silence.itemWithPeriods', { ...params, periods: told })
}

/** 五、本月销号与调整. */
export function changeSection({ struckOff, adjustments }: CircularInput): CircularBlock[] {
  if (struckOff.length + adjustments.length === 0) return [paragraph(say('changes.none'))]
  const struck = numbered(struckOff, ({ title, unit, date }, number) =>
    say('struck.item', { number, title, unit, date: day(date) }),
  )
  const adjusted = numbered(adjustments, ({ title, unit, before, after, approval }, number) =>
    say('adjusted.item', {
      number,
      title,
      unit,
      before: clause(before),
      after: clause(after),
      approval: clause(approval),
    }),
  )
  return chapters([
    { title: 'struck', blocks: withLead(say('struck.all', { count: struck.length }), struck) },
    { title: 'adjusted', blocks: withLead(say('adjusted.all', { count: adjusted.length }), adjusted) },
  ])
}

const withLead = (lead: string, items: readonly CircularBlock[]): CircularBlock[] =>
  items.length === 0 ? [] : [paragraph(lead), ...items]

/** 六、下步要求: what falls due next month, what the reds, the yellows and the silent owe now. */
export function nextSection(input: CircularInput): CircularBlock[] {
  const { yellow, silent } = input.totals.byLight
  return chapters([
    { title: 'dueNext', blocks: dueNext(input) },
    { title: 'explanations', blocks: explanations(input) },
    { title: 'catchUp', blocks: yellow === 0 ? [] : [paragraph(say('catchUp.all', { count: yellow }))] },
    { title: 'lateReturns', blocks: silent === 0 ? [] : [paragraph(say('lateReturns.all', { count: silent }))] },
  ])
}

function dueNext({ year, month, next }: CircularInput): CircularBlock[] {
  const coming = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 }
  if (next.length === 0) return [paragraph(say('dueNext.none', coming))]
  const items = numbered(next, ({ title, unit, due }, number) =>
    say('dueNext.item', { number, title, unit, due: day(due) }),
  )
  return [paragraph(say('dueNext.all', { ...coming, count: next.length })), ...items]
}

function explanations({ reds, date, asOf, calendar = stateCouncilCalendar }: CircularInput): CircularBlock[] {
  if (reds.length === 0) return []
  const open = reds.filter(({ answered }) => answered === undefined || clause(answered) === '').length
  if (open === 0) return [paragraph(say('explanations.done', { count: reds.length }))]
  const limit = addWorkdays(calendar, date ?? asOf, EXPLAIN_WITHIN)
  const phrase = limit.provisional ? 'explanations.openProvisional' : 'explanations.open'
  return [paragraph(say(phrase, { count: open, days: EXPLAIN_WITHIN, until: day(limit.date) }))]
}
