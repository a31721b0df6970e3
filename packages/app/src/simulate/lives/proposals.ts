import { between, both, coOpen, day, filled, idle, type LifePlan, oneOf, pending, some } from '../life.ts'
import { otherThan } from '../world.ts'

/** Kinds of a year: 142 suggestions of the people's congress and 81 proposals of the consultative conference. */
const SUGGESTIONS = 142

/** 建议提案: nearly all come with the session in January, and are answered by the middle of the year. */
export const proposals: LifePlan = {
  machine: 'proposals',
  clock: 'reply',
  yearly: SUGGESTIONS + 81,
  least: 8,
  coming: { months: [70, 12, 3, 3, 3, 2, 2, 2, 1, 1, 1, 0] },
  slow: [0.03, 2],
  values: {
    kind: ({ number }) => (number % 223 < SUGGESTIONS ? 'suggestion' : 'proposal'),
    number: ({ number, world, at }) => `兰建〔${world.day(at, 0).slice(0, 4)}〕${number + 1}号`,
    year: ({ world, at }) => Number(world.day(at, 0).slice(0, 4)),
    term: '第七届第四次会议',
    occasion: oneOf(['session', 85], ['between', 15]),
    leadAuthor: '领衔人',
    supporters: between(0, 12),
    mode: 'single',
    difficulty: oneOf(['ordinary', 78], ['wide', 22]),
    leadUnit: some('department'),
    coUnits: () => undefined,
    more: (draw) => [otherThan(draw.record?.lead, draw)],
    stage: oneOf(['before', 50], ['during', 50]),
    way: oneOf(['meet', 80], ['phone', 20]),
    on: day(0, 0),
    told: true,
    days: between(10, 30),
    replyClass: ({ record, chance }) =>
      record?.fields['promises'] !== undefined
        ? 'B'
        : chance.weighted([
            ['A', 78],
            ['C', 12],
          ] as const),
    disclosure: oneOf(['full', 88], ['summary', 9], ['none', 3]),
    explained: '受条件限制，已向代表委员说明。',
    closedWhy: '涉及尚未公开的规划。',
    coExplained: '会办单位意见未到，已先行答复。',
    promises: ({ world, at }) => [{ item: '1', what: '年内完成改造并投用', by: world.day(at, 150) }],
    promiseDue: day(120, 200),
    rows: ({ world, at }) => [{ item: '1', result: '已完成', doneOn: world.day(at, 0), proof: [world.evidence] }],
    attitude: oneOf(['satisfied', 92], ['basic', 8]),
    satisfaction: oneOf(['satisfied', 88], ['basic', 10], ['dissatisfied', 2]),
    address: 'https://lantai.example/answers',
  },
  open: [{ do: 'register', share: 1 }],
  states: {
    registered: [
      { do: 'file', share: 96, after: 4 },
      { do: 'refuseFiling', share: 4, after: 5 },
    ],
    filed: [
      { do: 'dispatch', share: 100, after: 5 },
      { do: 'markKey', share: 6, after: 3, most: 1 },
    ],
    dispatched: [{ do: 'accept', share: 92, after: 2 }, { do: 'askReturn', share: 5, after: 2, most: 1 }, { share: 3 }],
    returning: [
      { do: 'agreeReturn', share: 50, after: 2 },
      { do: 'refuseReturn', share: 50, after: 2 },
    ],
    handling: [
      { do: 'grantExtension', share: 900, after: 1, when: pending('extension') },
      { do: 'coAnswer', share: 400, after: 6, when: coOpen },
      { do: 'contact', share: 120, after: 6, most: 1, give: { way: 'meet' } },
      { do: 'contact', share: 20, after: 10, most: 3, give: { way: 'meet' } },
      { do: 'record', share: 40, after: 10, most: 2 },
      { do: 'invite', share: 20, after: 4, most: 1, when: idle },
      { do: 'promise', share: 9, after: 12, most: 1, when: idle },
      { do: 'askExtension', share: 3, after: 15, most: 1, when: idle },
      { do: 'draftReply', share: 60, after: 14, when: both(idle, filled('metAt')) },
    ],
    signing: [
      { do: 'sign', share: 95, after: 1.5 },
      { do: 'sendBack', share: 5, after: 2 },
    ],
    vetting: [
      { do: 'send', share: 94, after: 2, give: { leaderView: '同意答复。' } },
      { do: 'vetBack', share: 6, after: 2 },
    ],
    replied: [{ do: 'rate', share: 88, after: 4 }, { do: 'remindRating', share: 10, after: 8, most: 1 }, { share: 4 }],
    redo: [{ do: 'takeUp', share: 100, after: 2 }],
    archiving: [
      {
        do: 'publish',
        share: 500,
        after: 2,
        most: 1,
        when: (record) => record.fields['disclosure'] !== 'none' && record.fields['publishedAt'] === undefined,
      },
      {
        do: 'track',
        share: 900,
        after: 1,
        when: both(filled('promises'), filled('turnedAt', false), filled('givenUpAt', false)),
      },
      {
        do: 'archive',
        share: 100,
        after: 3,
        when: (record) => record.fields['disclosure'] === 'none' || record.fields['publishedAt'] !== undefined,
      },
    ],
    tracking: [
      { do: 'deliver', share: 60, after: [40, 90], most: 1 },
      { do: 'askTurn', share: 100, after: 5, when: filled('delivered') },
      { do: 'record', share: 20, after: 20, most: 2 },
    ],
    verifying: [
      { do: 'confirmTurn', share: 95, after: 3 },
      { do: 'rejectTurn', share: 5, after: 3 },
    ],
  },
}
