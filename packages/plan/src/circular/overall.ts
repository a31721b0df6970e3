import { LIGHTS } from './agree.ts'
import { chapters, clause, numbered, paragraph, percent, say } from './text.ts'
import { unitTable } from './tables.ts'
import type { CircularBlock, CircularHeadline, CircularInput, CircularTurn } from './types.ts'

/** 一、总体进展: how many stand where, who reported, what changed, the main indicators, and the table of the units. */
export const overall = (input: CircularInput): CircularBlock[] => [
  ...chapters([
    { title: 'progress', blocks: [paragraph(progress(input))] },
    { title: 'returns', blocks: [paragraph(returns(input))] },
    { title: 'turns', blocks: turns(input.turned) },
    { title: 'headline', blocks: numbered(input.headline ?? [], headlineItem) },
  ]),
  ...unitTable(input),
]

function progress({ district, year, totals }: CircularInput): string {
  const { commitments, byLight, struckOff } = totals
  if (commitments === 0) return say('progress.none', { district, year })
  const counts = [
    [say('count.struckOff'), struckOff] as const,
    ...LIGHTS.map((light) => [say(`light.${light}`), byLight[light]] as const),
  ]
  const parts = counts.map(([name, count]) => say('part', { name, count, share: percent(count / commitments) }))
  return say('progress.all', { district, year, commitments, parts: parts.join(say('semicolon')) })
}

function returns({ totals: { owed, returned }, units }: CircularInput): string {
  if (owed === 0) return say('returns.none')
  const inTime = units.reduce((sum, unit) => sum + unit.returnedInTime, 0)
  const rate = percent(returned / owed)
  const all = say('returns.all', { owed, returned, rate, inTime, late: returned - inTime, missing: owed - returned })
  const owing = units.filter(({ missing }) => missing > 0).map(({ unit }) => unit)
  return owing.length === 0
    ? all
    : all + say('returns.missing', { units: owing.length, names: owing.join(say('pause')) })
}

const turns = (turned: readonly CircularTurn[]): CircularBlock[] =>
  turned.length === 0 ? [] : [paragraph(say('turns.all', { count: turned.length })), ...numbered(turned, turnItem)]

function turnItem({ title, unit, from, to, why }: CircularTurn, number: number): string {
  const params = { number, title, unit, from: say(`light.${from}`), to: say(`light.${to}`), why: clause(why) }
  return say(params.why === '' ? 'turns.bare' : 'turns.item', params)
}

function headlineItem(
  { name, value, growth, target, pace, version, source }: CircularHeadline,
  number: number,
): string {
  const wanted = target === undefined ? undefined : say('headline.target', { target })
  const more = [growth, wanted, pace].map((text) => (text === undefined ? '' : clause(text)))
  const joined = more.filter((text) => text !== '').map((text) => say('comma') + text)
  return say('headline.item', {
    number,
    name,
    value,
    more: joined.join(''),
    version: say(`version.${version}`),
    source,
  })
}
