import { between, both, coOpen, day, department, idle, type LifePlan, mostly, oneOf, pending } from '../life.ts'
import { firmName, FIRM_NAMES, TRADES } from '../texts.zh.ts'
import { otherThan } from '../world.ts'

const REQUESTS = [
  { do: 'grantExtension', share: 850, after: 0.5, when: pending('extension') },
  { do: 'refuseExtension', share: 150, after: 0.5, when: pending('extension') },
  { do: 'grantShelf', share: 700, after: 1, when: pending('shelf') },
  { do: 'refuseShelf', share: 300, after: 1, when: pending('shelf') },
] as const

/** 企业诉求: a tenth is answered at once, four in a hundred are returned, one in twenty ends in a promise that is followed up. */
export const enterpriseRequests: LifePlan = {
  machine: 'enterprise-requests',
  clock: 'handling',
  yearly: 3870,
  least: 15,
  coming: 'workdays',
  slow: [0.015, 3],
  values: {
    firmName: ({ chance, number }) => firmName(chance.one(FIRM_NAMES), chance.one(TRADES), number + 1),
    complexity: oneOf(['simple', 70], ['complex', 30]),
    satisfaction: oneOf(['satisfied', 85], ['basic', 12], ['dissatisfied', 3]),
    solved: mostly(0.93),
    conclusion: oneOf(['solved', 66], ['explained', 28], ['refused', 6]),
    material: ({ world }) => [world.evidence],
    coExplained: '已催办，协办单位尚未答复。',
    lead: department('industry', 'commerce', 'market', 'housing', 'labour', 'development', 'science', 'planning'),
    promiseDue: day(30, 120),
    planned: day(60, 200),
    day: day(30, 90),
    days: between(2, 5),
    told: true,
    contacted: true,
  },
  open: [{ do: 'collect', share: 100 }],
  states: {
    submitted: [
      { do: 'accept', share: 86, after: 0.15 },
      {
        do: 'answerAtOnce',
        share: 10,
        after: 0.1,
        give: { solved: true, satisfaction: oneOf(['satisfied', 92], ['basic', 8]) },
        when: (record) => record.fields['category'] === 'policy',
      },
      { do: 'decline', share: 3, after: 0.3, give: { told: '该事项不属受理范围，已告知途径。' } },
    ],
    accepted: [{ do: 'assign', share: 100, after: 0.2 }],
    assigned: [
      { do: 'signIn', share: 95, after: 0.2 },
      { do: 'giveBack', share: 4, after: 0.3, most: 1 },
      { do: 'withdraw', share: 1, after: 0.5 },
    ],
    returned: [
      { do: 'insist', share: 45, after: 0.3 },
      { do: 'assign', share: 55, after: 0.3, give: { lead: (draw) => otherThan(draw.record?.lead, draw) } },
    ],
    handling: [
      { do: 'coAnswer', share: 200, after: 0.8, when: both(coOpen, idle) },
      { do: 'answer', share: 60, after: 1.1, when: idle },
      { do: 'answerWithPromise', share: 5, after: 1.2, when: idle },
      { do: 'record', share: 25, after: 0.8, most: 2 },
      {
        do: 'invite',
        share: 8,
        after: 0.5,
        most: 1,
        when: idle,
        give: { co: (draw) => [otherThan(draw.record?.lead, draw)] },
      },
      {
        do: 'convene',
        share: 3,
        after: 1,
        most: 1,
        when: idle,
        give: { co: (draw) => [otherThan(draw.record?.lead, draw)] },
      },
      { do: 'askExtension', share: 5, after: 0.8, most: 1, when: idle },
      { do: 'askShelf', share: 2, after: 1, most: 1, when: idle },
      ...REQUESTS,
    ],
    consulting: [
      { do: 'coAnswer', share: 80, after: 0.8, when: coOpen },
      { do: 'conclude', share: 40, after: 1.5, give: { consultOutcome: 'solution' } },
    ],
    shelved: [
      { do: 'reviewShelf', share: 50, after: [15, 40], most: 3 },
      { do: 'clearShelf', share: 50, after: [20, 70] },
    ],
    checking: [
      { do: 'approve', share: 95, after: 0.3 },
      { do: 'sendBack', share: 5, after: 0.4 },
    ],
    pledging: [
      { do: 'approvePledge', share: 97, after: 0.3 },
      { do: 'sendBack', share: 3, after: 0.4 },
    ],
    rating: [
      { do: 'rate', share: 88, after: 0.8 },
      { do: 'missFirm', share: 12, after: 0.6 },
    ],
    promised: [
      { do: 'keep', share: 90, after: [15, 60] },
      { do: 'record', share: 40, after: 8, most: 2 },
      { do: 'giveUp', share: 3, after: 70 },
    ],
    promiseCheck: [
      { do: 'confirmKept', share: 92, after: 1, give: { satisfaction: oneOf(['satisfied', 85], ['basic', 15]) } },
      { do: 'rejectKept', share: 8, after: 1 },
    ],
  },
}
