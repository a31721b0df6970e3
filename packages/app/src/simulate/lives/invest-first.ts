import { between, both, day, filled, type LifePlan } from '../life.ts'
import { firmName, FIRM_NAMES, TRADES } from '../texts.zh.ts'

const paid = (record: { readonly fields: Readonly<Record<string, unknown>> }): boolean =>
  Number(record.fields['paidTotal'] ?? 0) > 0

/** 先投后股: two dozen a year; four in ten are approved, a few of them turned into shares. */
export const investFirst: LifePlan = {
  machine: 'invest-first',
  clock: 'review',
  yearly: 24,
  least: 4,
  coming: { months: [1, 1, 4, 4, 3, 2, 2, 2, 3, 2, 1, 1] },
  values: {
    firmName: ({ chance, number }) => firmName(chance.one(FIRM_NAMES), chance.one(TRADES), number + 5001),
    creditCode: ({ number }) => `91420000${String(number + 1).padStart(9, '0')}X`,
    requested: between(200, 500),
    approved: ({ record }) => Math.round(Number(record?.fields['requested'] ?? 200) * 0.6),
    experts: between(7, 9),
    score: between(60, 95),
    shareCap: between(10, 20),
    share: between(2, 9),
    equity: between(100, 400),
    endsOn: day(700, 1000),
    sum: ({ record }) => Math.round(Number(record?.fields['approved'] ?? 100) * 0.25),
    trigger: ({ record }) => firstOf(record?.fields['triggers']),
    reached: true,
    proceeds: between(100, 500),
    way: 'buyback',
  },
  open: [{ do: 'apply', share: 1, at: 'department' }],
  states: {
    applied: [
      { do: 'admit', share: 90, after: 3 },
      { do: 'reject', share: 10, after: 4 },
    ],
    reviewing: [
      { do: 'review', share: 97, after: 12 },
      { do: 'withdraw', share: 3, after: 10 },
    ],
    diligence: [{ do: 'examine', share: 1, after: 15 }],
    deciding: [
      { do: 'approve', share: 75, after: 8 },
      { do: 'reject', share: 25, after: 8 },
    ],
    approved: [{ do: 'sign', share: 1, after: 10 }],
    running: [
      { do: 'pay', share: 500, after: 6, most: 1 },
      { do: 'check', share: 60, after: [30, 60], most: 3, when: paid },
      { do: 'finance', share: 10, after: [40, 80], most: 1, when: paid },
      { do: 'claim', share: 12, after: [40, 90], most: 1, when: both(paid, filled('triggers')) },
      { share: 40, after: [30, 60] },
    ],
    triggered: [
      { do: 'convert', share: 80, after: 8 },
      { do: 'defer', share: 20, after: 8 },
    ],
    converting: [{ do: 'register', share: 1, after: 10 }],
    held: [{ do: 'follow', share: 70, after: [40, 80] }, { share: 30 }],
    exiting: [{ do: 'exit', share: 1, after: 10 }],
  },
}

const firstOf = (list: unknown): string | undefined =>
  Array.isArray(list) && typeof list[0] === 'string' ? list[0] : undefined
