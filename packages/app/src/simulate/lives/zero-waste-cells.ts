import { type Draw, filled, type LifePlan, oneOf, some } from '../life.ts'

/** Points that are taken off for a part. */
const points = ({ chance }: Draw): number => (chance.hit(0.4) ? chance.whole(1, 4) : 0)

/** 无废细胞: applied for in spring, named after audit, visit and publicity. */
export const zeroWasteCells: LifePlan = {
  machine: 'zero-waste-cells',
  clock: 'selfCheck',
  yearly: 160,
  least: 5,
  coming: { months: [1, 4, 10, 10, 5, 3, 2, 2, 2, 1, 0, 0] },
  values: {
    street: some('street'),
    sector: ({ world, chance }) => world.named(chance, ['ecology', 'urban', 'education', 'health', 'commerce']),
    batch: '2025-1',
    siteUnit: some('department'),
    clean: true,
    selfReduce: points,
    selfSort: points,
    selfReuse: points,
    selfDispose: points,
    selfRun: points,
    siteReduce: points,
    siteSort: points,
    siteReuse: points,
    siteDispose: points,
    siteRun: points,
    people: 3,
    siteMust: ({ chance }) => chance.hit(0.93),
    number: ({ number }) => `兰无废〔2025〕${number + 1}号`,
    upheld: ({ chance }) => chance.hit(0.3),
    reason: oneOf(['below', 60], ['giveUp', 40]),
    kind: oneOf(['office', 20], ['school', 25], ['estate', 30], ['mall', 15], ['hospital', 10]),
  },
  open: [{ do: 'enter', share: 1, at: 'street' }],
  states: {
    applied: [
      { do: 'selfCheck', share: 95, after: 8 },
      { do: 'withdraw', share: 5, after: 15 },
    ],
    checked: [
      { do: 'audit', share: 90, after: 5 },
      { do: 'return:applied', share: 10, after: 5, most: 1 },
    ],
    audited: [
      { do: 'appoint', share: 100_000, after: 2, when: (record) => record.co.length === 0 },
      { do: 'review', share: 100, after: 7 },
    ],
    published: [
      { do: 'object', share: 4, after: 2, most: 1, when: filled('publicityEndedAt', false) },
      { do: 'settle', share: 500, after: 3, when: filled('objectedAt') },
      {
        do: 'name',
        share: 100,
        after: 4,
        when: (record) => record.fields['publicityEndedAt'] !== undefined && record.fields['objectedAt'] === undefined,
      },
      { share: 30, after: [2, 4] },
    ],
    named: [{ do: 'orderRecheck', share: 4, after: [40, 90], most: 1 }, { share: 96 }],
    mending: [
      { do: 'appoint', share: 100_000, after: 2, when: (record) => record.co.length === 0 },
      { do: 'recheck', share: 100, after: 14 },
    ],
  },
}
