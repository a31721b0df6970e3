import { between, both, day, filled, has, idle, type LifePlan, oneOf, pending, some } from '../life.ts'
import { placeText } from '../world.ts'

const minor = has('level', 'minor')
const major = has('level', 'major')

/** What was stopped is let go on before it is struck off. */
const RESTART = { do: 'restart', share: 100_000, after: 0.4, when: has('suspended', true) } as const

/** 安全隐患: one in eighty is major; a quarter is put right at once, one in fourteen fails the re-check. */
export const hazards: LifePlan = {
  machine: 'hazards',
  clock: 'rectification',
  yearly: 9600,
  coming: 'workdays',
  slow: [0.02, 3],
  values: {
    source: oneOf(['inspection', 55], ['self', 18], ['grid', 17], ['campaign', 8], ['expert', 2]),
    site: ({ chance }) => placeText(chance),
    place: ({ chance }) => ({ text: placeText(chance) }),
    foundOn: day(-2, 0),
    area: some('community'),
    level: oneOf(['minor', 79], ['major', 1]),
    mode: oneOf(['limited', 97], ['partial', 3]),
    deadline: day(9, 30),
    newDeadline: day(4, 12),
    dutyHolder: '场所负责人',
    measures: '更换老化线路，清理疏散通道。',
    funds: between(1, 20),
    contingency: '整改期间专人看守。',
    goal: '整改到位，验收合格。',
    staffing: '3人',
    planFiles: ({ world }) => [world.evidence],
    noticed: true,
    days: between(5, 15),
    lead: () => undefined,
    spent: between(1, 12),
  },
  open: [
    { do: 'register', share: 76, at: 'street' },
    { do: 'register', share: 24, at: 'department' },
  ],
  states: {
    found: [
      { do: 'grade', share: 97, after: 0.5 },
      { do: 'dismiss', share: 3, after: 0.8 },
    ],
    toOrder: [
      { do: 'fixAtOnce', share: 26, after: 0.2, when: minor },
      { do: 'order', share: 74, after: 0.4 },
    ],
    planning: [
      { do: 'reportUp', share: 5000, after: 0.1, most: 1, when: both(major, filled('reportedUpAt', false)) },
      {
        do: 'post',
        share: 5000,
        after: 0.6,
        most: 1,
        when: both(major, filled('reportedUpAt'), filled('posted', false)),
      },
      { do: 'plan', share: 5000, after: 0.6, most: 1, when: both(major, filled('goal', false)) },
      { do: 'begin', share: 100, after: 0.7, when: (record) => minor(record) || record.fields['posted'] === true },
      { share: 1, after: 2 },
    ],
    rectifying: [
      { do: 'grantExtension', share: 900, after: 0.5, when: both(minor, pending('extension')) },
      { do: 'grantMajorExtension', share: 900, after: 0.5, when: both(major, pending('extension')) },
      { do: 'refuseExtension', share: 100, after: 0.5, when: pending('extension') },
      { do: 'progress', share: 30, after: 1.5, most: 2 },
      { do: 'reportDone', share: 60, after: 1.6, when: idle },
      { do: 'askExtension', share: 3, after: 2, most: 1, when: idle },
    ],
    recheck: [
      { do: 'pass', share: 93, after: 0.8, when: minor },
      { do: 'accept', share: 93, after: 2, when: both(major, filled('reportedUpAt')) },
      { do: 'reportUp', share: 5000, after: 0.1, most: 1, when: both(major, filled('reportedUpAt', false)) },
      { do: 'fail', share: 7, after: 0.8 },
    ],
    striking: [RESTART, { do: 'strike', share: 100, after: 0.6 }],
    deleting: [RESTART, { do: 'strikeMajor', share: 100, after: 1.5 }],
    struckOff: [
      { do: 'lookBack', share: 6, after: [20, 60], most: 1 },
      { do: 'relapse', share: 1, after: [20, 60], most: 1 },
      { share: 93 },
    ],
  },
}
