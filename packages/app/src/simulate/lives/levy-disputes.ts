import { between, both, coOpen, day, holder, idle, type LifePlan, oneOf, pending } from '../life.ts'
import { otherThan } from '../world.ts'

/** 征收争议: two in three are agreed, a third of these confirmed by the court. */
export const levyDisputes: LifePlan = {
  machine: 'levy-disputes',
  clock: 'mediation',
  yearly: 620,
  least: 6,
  coming: 'workdays',
  slow: [0.05, 3],
  values: {
    mediator: holder('mediator'),
    complexity: oneOf(['ordinary', 80], ['complex', 20]),
    years: '2023-2024',
    applicantSide: oneOf(['worker', 70], ['self', 20], ['firm', 10]),
    respondentSide: oneOf(['firm', 80], ['levier', 20]),
    claimed: between(2000, 60_000),
    verified: between(1500, 40_000),
    unanswered: '核定单位逾期未出具意见，按现有材料核定。',
    agreedAmount: between(2000, 30_000),
    performBy: day(15, 45),
    co: (draw) => [otherThan(draw.record?.lead, draw)],
    amount: ({ record }) => Number(record?.fields['agreedAmount'] ?? 0) - Number(record?.fields['paid'] ?? 0),
    applicantSays: oneOf(['content', 80], ['basic', 17], ['not', 3]),
    respondentSays: oneOf(['content', 70], ['basic', 27], ['not', 3]),
    days: between(5, 15),
  },
  open: [{ do: 'register', share: 1, at: 'street' }],
  states: {
    registered: [
      { do: 'accept', share: 90, after: 0.8 },
      { do: 'refuse', share: 5, after: 1 },
      { do: 'findOutside', share: 5, after: 1 },
    ],
    transferring: [{ do: 'transfer', share: 100, after: 1 }],
    checking: [
      { do: 'giveFacts', share: 300, after: 2, when: coOpen },
      { do: 'settleFacts', share: 60, after: 1.5 },
      { do: 'withdraw', share: 2, after: 2 },
    ],
    mediating: [
      { do: 'grantExtension', share: 900, after: 0.6, when: pending('extension') },
      { do: 'meet', share: 90, after: 2.5, most: 2 },
      { do: 'agree', share: 45, after: 3, when: idle },
      { do: 'fail', share: 16, after: 5, when: idle },
      { do: 'askExtension', share: 6, after: 3, most: 1, when: idle },
      { do: 'withdraw', share: 3, after: 3 },
    ],
    unsettled: [{ do: 'route', share: 100, after: 1 }],
    agreed: [
      { do: 'applyConfirmation', share: 35, after: 1.5 },
      { do: 'skipConfirmation', share: 65, after: 2 },
    ],
    confirming: [
      { do: 'confirm', share: 96, after: [6, 16] },
      { do: 'notConfirm', share: 4, after: [6, 16] },
    ],
    performing: [
      {
        do: 'pay',
        share: 80,
        after: 6,
        when: (record) => Number(record.fields['paid'] ?? 0) < Number(record.fields['agreedAmount'] ?? 0),
      },
      {
        do: 'complete',
        share: 100,
        after: 1,
        when: (record) => Number(record.fields['paid'] ?? 0) >= Number(record.fields['agreedAmount'] ?? 0),
      },
      {
        do: 'breach',
        share: 3,
        after: [45, 60],
        when: both(
          (record) => record.fields['paid'] === undefined,
          (record) => record.clocks['performance']?.late === true,
        ),
      },
    ],
    performed: [{ do: 'close', share: 100, after: 2 }],
  },
}
