import { LIGHTS } from './agree.ts'
import { day, percent, say, shown, signed } from './text.ts'
import type { CircularBlock, CircularInput, CircularItem, CircularTable, CircularUnit } from './types.ts'

/** Table 1: a row for each unit, those with most reds first, then those with most silences, then in the order given; the sum last. */
export function unitTable({ units }: CircularInput): CircularBlock[] {
  if (units.length === 0) return []
  const sorted = units
    .map((unit, at) => ({ unit, at }))
    .sort((a, b) => b.unit.red - a.unit.red || b.unit.silent - a.unit.silent || a.at - b.at)
    .map(({ unit }) => unit)
  const rows = sorted.map((unit) => [unit.unit, ...counts(unit).map(String)])
  const sums = counts(sorted[0]).map((_, at) => String(sorted.reduce((sum, unit) => sum + (counts(unit)[at] ?? 0), 0)))
  return [
    {
      kind: 'table',
      caption: say('table.units'),
      columns: [
        { title: say('column.unit'), width: 4, align: 'left' },
        ...LIGHTS.map((light) => ({ title: say(`light.${light}`) })),
        ...(['struckOff', 'owed', 'inTime', 'late', 'missing'] as const).map((name) => ({
          title: say(`column.${name}`),
        })),
      ],
      rows: [...rows, [say('column.sum'), ...sums]],
    },
    { kind: 'note', text: say('table.note') },
  ]
}

/** The counts of a row in the order of the columns. */
const counts = (unit: CircularUnit | undefined): number[] =>
  unit === undefined
    ? []
    : [
        ...LIGHTS.map((light) => unit[light]),
        unit.struckOff,
        unit.owed,
        unit.returnedInTime,
        unit.returnedLate,
        unit.missing,
      ]

/** Table 2: the reds with their figures; what is not known is a dash. */
export function redTable(reds: readonly CircularItem[]): CircularTable {
  const absent = say('absent')
  const share = (value: number | undefined): string => (shown(value) ? percent(value) : absent)
  return {
    kind: 'table',
    caption: say('table.reds'),
    columns: [
      { title: say('column.number'), width: 1 },
      { title: say('column.title'), width: 4, align: 'left' },
      { title: say('column.lead'), width: 2.6 },
      { title: say('column.target'), width: 2 },
      { title: say('column.value'), width: 2 },
      { title: say('column.completion'), width: 1.8 },
      { title: say('column.pace'), width: 1.8 },
      { title: say('column.gap'), width: 1.6 },
      { title: say('column.due'), width: 2.8 },
    ],
    rows: reds.map(({ title, unit, target, value, completion, pace, gap, due }, at) => [
      String(at + 1),
      title,
      unit,
      target ?? absent,
      value ?? absent,
      share(completion),
      share(pace),
      shown(gap) ? signed(gap) : absent,
      day(due),
    ]),
  }
}
