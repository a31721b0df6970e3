import { clause, clauses, day, numbered, oneDecimal, paragraph, percent, say, shown, unitsIn } from './text.ts'
import { redTable } from './tables.ts'
import type { CircularBlock, CircularItem } from './types.ts'

/** 二、亮红灯事项: each with its figures, the reasons, and what its unit explained. */
export const redSection = (reds: readonly CircularItem[]): CircularBlock[] =>
  reds.length === 0
    ? [paragraph(say('reds.none'))]
    : [
        paragraph(say('reds.all', { count: reds.length, units: unitsIn(reds) })),
        ...numbered(reds, red),
        redTable(reds),
        { kind: 'note', text: say('table.redNote') },
      ]

/** 三、亮黄灯事项: shorter, with the first reason only. */
export const yellowSection = (yellows: readonly CircularItem[]): CircularBlock[] =>
  yellows.length === 0
    ? [paragraph(say('yellows.none'))]
    : [paragraph(say('yellows.all', { count: yellows.length, units: unitsIn(yellows) })), ...numbered(yellows, yellow)]

function red(item: CircularItem, number: number): string {
  const { title, unit, partners, why, answered } = item
  const lead =
    partners.length === 0
      ? say('item.lead', { number, title, unit })
      : say('item.leadWithPartners', { number, title, unit, partners: partners.join(say('pause')) })
  const explained = answered === undefined ? '' : clause(answered)
  const answer = explained === '' ? say('item.unanswered') : say('item.answered', { answered: explained })
  return lead + figures(item, true) + reasons(why) + answer
}

const yellow = (item: CircularItem, number: number): string =>
  say('item.lead', { number, title: item.title, unit: item.unit }) +
  figures(item, false) +
  reasons(item.why.slice(0, 1))

function reasons(why: readonly string[]): string {
  const words = clauses(why)
  return words === '' ? '' : say('item.why', { why: words })
}

/** Figures of an item in one sentence; what is not known is not told. The target and the time limit stand in the longer form only. */
function figures(item: CircularItem, long: boolean): string {
  const { value, target, completion, pace, gap, due } = item
  const parts = [
    ...(long && target !== undefined ? [say('item.target', { target })] : []),
    ...(value === undefined ? [] : [say('item.value', { value })]),
    ...(shown(completion) ? [say('item.completion', { completion: percent(completion) })] : []),
    ...(shown(pace) ? [say('item.pace', { pace: percent(pace) })] : []),
    ...(shown(gap) ? [say(gap < 0 ? 'item.behind' : 'item.ahead', { gap: oneDecimal(gap) })] : []),
    ...(long ? [say('item.due', { due: day(due) })] : []),
  ]
  return parts.length === 0 ? '' : parts.join(say('comma')) + say('stop')
}
