import { between, type Draw, type LifePlan, oneOf, some } from '../life.ts'

const number = ({ record }: Draw, field: string): number => Number(record?.fields[field] ?? 0)

/** 微网格: 1,900 of them, patrolled and visited through the year. */
export const microGrids: LifePlan = {
  machine: 'micro-grids',
  clock: 'visit',
  yearly: 1900,
  least: 20,
  coming: 'stock',
  values: {
    name: ({ number: of }) => `第${of + 1}微网格`,
    code: ({ number: of }) =>
      `420199001001-${String(Math.floor(of / 99) % 100).padStart(2, '0')}-${String((of % 99) + 1).padStart(2, '0')}`,
    grid: some('grid'),
    street: ({ world, chance }) => world.unit(chance, 'street'),
    households: between(50, 95),
    residents: between(120, 280),
    buildings: between(1, 4),
    posts: ({ record, chance }) => (record === undefined ? chance.whole(2, 4) : undefined),
    filled: (draw) => Math.min(number(draw, 'posts'), draw.chance.whole(1, 4)),
    partners: between(6, 12),
    activePartners: between(2, 6),
    newHolder: true,
    shownName: true,
    shownRange: true,
    shownHolder: true,
    shownPhone: true,
    visited: (draw) =>
      Math.max(1, Math.min(draw.chance.whole(4, 12), number(draw, 'households') - number(draw, 'visitedHouseholds'))),
    subject: oneOf(['hazard', 20], ['quarrel', 20], ['order', 15], ['facility', 25], ['service', 20]),
    handled: oneOf(['own', 75], ['passed', 25]),
    reason: 'merged',
  },
  open: [
    { do: 'enter', share: 80, at: 'community' },
    { do: 'enter', share: 20, at: 'street' },
  ],
  states: {
    planned: [
      { do: 'staff', share: 900, after: 2, most: 1 },
      { do: 'promote:active', share: 100, after: 3 },
    ],
    active: [
      { do: 'publish', share: 300, after: 2, most: 1 },
      { do: 'patrol', share: 40, after: [8, 16] },
      {
        do: 'visit',
        share: 40,
        after: [8, 16],
        when: (record) => Number(record.fields['visitedHouseholds'] ?? 0) < Number(record.fields['households'] ?? 0),
      },
      {
        do: 'closeRound',
        share: 40,
        after: 4,
        when: (record) =>
          Number(record.fields['visitedHouseholds'] ?? 0) >= Number(record.fields['households'] ?? 1) * 0.9,
      },
      { do: 'matter', share: 18, after: [5, 15] },
      { do: 'verify', share: 8, after: 4, when: (record) => record.fields['patrolledAt'] !== undefined },
      { do: 'staff', share: 3, after: 20, most: 3, give: { newHolder: false } },
      { do: 'promote:adjusting', share: 0.3, after: 30, most: 1 },
    ],
    adjusting: [
      { do: 'redraw', share: 500, after: 5, most: 1 },
      { do: 'promote:active', share: 100, after: 6 },
    ],
  },
}
