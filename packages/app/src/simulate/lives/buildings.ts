import { between, type Draw, filled, type LifePlan, oneOf, some } from '../life.ts'

/** Firms in a building in the mean: 135 buildings with 15,000 tenants. */
const TENANTS = 111

const rentable = ({ record }: Draw): number => Number(record?.fields['rentable'] ?? 20_000)
const firms = (record: Draw['record']): number => Number(record?.fields['firms'] ?? 0)

/** 楼宇: 135, nearly all of them in use; swept every quarter, their taxes reported every half year. */
export const buildings: LifePlan = {
  machine: 'buildings',
  clock: 'sweep',
  yearly: 135,
  least: 6,
  coming: 'stock',
  values: {
    name: ({ chance, number }) => `${chance.one(['芸阁', '青简', '文房', '砚池', '书带'])}大厦${number + 1}号楼`,
    code: ({ number }) => `B420199-${String((number % 999) + 1).padStart(3, '0')}`,
    street: some('street'),
    sector: ({ world, chance }) => world.named(chance, ['commerce']),
    floorArea: 32_000,
    rentable: ({ chance }) => chance.whole(12_000, 24_000),
    completedOn: '2018-06-30',
    letArea: (draw) =>
      Math.round((draw.record === undefined ? 12_000 : rentable(draw)) * (0.74 + 0.2 * draw.chance.next())),
    selfUsed: 300,
    firms: ({ record, chance }) =>
      Math.max(20, (firms(record) || Math.round(TENANTS * (0.55 + 0.9 * chance.next()))) + chance.whole(-3, 4)),
    registeredHere: between(10, 19),
    taxedHere: between(8, 18),
    aboveScale: between(2, 8),
    statedHere: between(0, 2),
    movedOut: between(0, 3),
    rent: between(1, 3),
    year: ({ world, at }) => world.day(at, 0).slice(0, 4),
    total: ({ chance }) => chance.whole(2000, 30_000),
    district: ({ chance }) => chance.whole(500, 1900),
    version: oneOf(['preliminary', 70], ['final', 30]),
    way: 'onSite',
    firm: ({ chance }) => `第${chance.whole(1, 400)}号租户`,
    outcome: oneOf(['kept', 65], ['left', 35]),
  },
  open: [
    { do: 'enter:operating', share: 80, at: 'street', give: { rentable: 16_000, letArea: between(13_500, 15_500) } },
    { do: 'enter:letting', share: 14, at: 'street', give: { rentable: 16_000, letArea: between(2000, 6000) } },
    {
      do: 'enter',
      share: 6,
      at: 'street',
      give: { completedOn: () => undefined, letArea: () => undefined, selfUsed: () => undefined },
    },
  ],
  states: {
    construction: [{ do: 'progress', share: 1, after: [20, 40], give: { completedOn: () => undefined } }],
    letting: [
      { do: 'sweep', share: 60, after: [25, 60] },
      { do: 'verify', share: 50, after: 4, most: 6, when: filled('sweptAt') },
      { share: 10, after: [20, 40] },
    ],
    operating: [
      { do: 'sweep', share: 60, after: [25, 60] },
      { do: 'verify', share: 50, after: 4, most: 6, when: filled('sweptAt') },
      { do: 'reportTax', share: 12, after: [60, 120], most: 2 },
      { do: 'warn', share: 7, after: 20, most: 3 },
      { do: 'settle', share: 200, after: 12, when: (record) => Number(record.fields['leaving'] ?? 0) > 0 },
      { share: 10, after: [20, 40] },
    ],
    hundredMillion: [
      { do: 'sweep', share: 60, after: [20, 50] },
      { do: 'verify', share: 40, after: 4, most: 6, when: filled('sweptAt') },
      { do: 'reportTax', share: 10, after: [60, 120], most: 2 },
    ],
    renewing: [{ do: 'sweep', share: 1, after: [40, 60] }],
  },
}
