import { between, day, type Draw, filled, type LifePlan, oneOf, some } from '../life.ts'
import { firmName, FIRM_NAMES, TRADES } from '../texts.zh.ts'

const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY'

const code = ({ chance }: Draw): string =>
  `91420000${Array.from({ length: 10 }, () => SIGNS.charAt(chance.whole(0, SIGNS.length - 1))).join('')}`

const ready = (record: { readonly fields: Readonly<Record<string, unknown>> }): boolean =>
  record.fields['applying'] === undefined

/** 创新企业: small firms with technology first, then those with high technology, then gazelles and specialised ones. */
export const innovationFirms: LifePlan = {
  machine: 'innovation-firms',
  clock: 'application',
  yearly: 900,
  least: 12,
  coming: { months: [40, 6, 8, 8, 6, 6, 6, 4, 4, 4, 4, 4] },
  values: {
    name: ({ chance, number }) => firmName(chance.one(FIRM_NAMES), chance.one(TRADES), number + 3001),
    creditCode: code,
    street: some('street'),
    sector: ({ world, chance }) => world.named(chance, ['science', 'industry']),
    age: between(1, 12),
    staff: between(8, 180),
    techStaffShare: between(8, 60),
    revenue: between(200, 9000),
    assets: between(100, 9000),
    rd: between(60, 900),
    rdShare: between(3, 15),
    highTechShare: between(40, 95),
    ownRights: between(0, 30),
    accident: false,
    smeScore: between(50, 95),
    nicheYears: between(0, 9),
    specialisedScore: between(50, 90),
    growth: between(-10, 45),
    title: 'sme',
    batch: ({ world, at }) => world.day(at, 0).slice(0, 7),
    from: day(0, 0),
    until: day(360, 1080),
    issued: ({ world, at, number }) => [
      {
        number: `KJ2025-${number + 1}`,
        title: '认定证书',
        level: 'provincial',
        from: world.day(at, 0),
        until: world.day(at, 720),
      },
    ],
    reason: oneOf(['moved', 30], ['deregistered', 20], ['merged', 10], ['hopeless', 40]),
  },
  open: [
    { do: 'enter', share: 70, at: 'department' },
    { do: 'enter', share: 30, at: 'street' },
  ],
  states: {
    potential: [
      { do: 'check', share: 50, after: [20, 60], most: 4 },
      {
        do: 'apply',
        share: 30,
        after: [10, 60],
        when: (record) =>
          ready(record) &&
          Number(record.fields['smeScore'] ?? 0) >= 60 &&
          Number(record.fields['revenue'] ?? 0) < 20_000,
      },
      { do: 'award-sme', share: 200, after: [10, 30], when: filled('applying') },
      { do: 'reject', share: 30, after: [10, 30], when: filled('applying') },
      { do: 'leave', share: 2, after: 60 },
      { share: 20, after: [40, 80] },
    ],
    sme: [
      { do: 'check', share: 50, after: [30, 70], most: 4 },
      { do: 'award-highTech', share: 8, after: [40, 100], most: 1 },
      { do: 'leave', share: 1, after: 80 },
      { share: 40, after: [50, 100] },
    ],
    highTech: [
      { do: 'check', share: 50, after: [40, 80], most: 4 },
      { do: 'award-gazelle', share: 6, after: [30, 90], most: 1 },
      { do: 'award-specialised', share: 8, after: [30, 90], most: 1 },
      { share: 40, after: [60, 120] },
    ],
    growing: [
      { do: 'check', share: 50, after: [40, 80], most: 4 },
      { share: 50, after: [60, 120] },
    ],
  },
}
