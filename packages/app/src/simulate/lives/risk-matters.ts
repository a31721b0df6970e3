import { between, both, coOpen, day, filled, idle, type LifePlan, oneOf, pending, some } from '../life.ts'
import { otherThan } from '../world.ts'

const graver = (record: { readonly fields: Readonly<Record<string, unknown>> }): boolean =>
  record.fields['level'] === 'orange' || record.fields['level'] === 'red'

/** 风险事项: a tenth is no risk, one in twelve is grave. */
export const riskMatters: LifePlan = {
  machine: 'risk-matters',
  clock: 'handling',
  yearly: 480,
  least: 8,
  coming: 'workdays',
  slow: [0.05, 3],
  values: {
    foundOn: day(-5, 0),
    area: some('community'),
    level: oneOf(['blue', 60], ['yellow', 31], ['orange', 7], ['red', 2]),
    lead: some('department'),
    keeper: '包案区领导',
    co: (draw) => [otherThan(draw.record?.lead, draw)],
    rolledOn: day(0, 0),
    trend: oneOf(['easing', 60], ['steady', 33], ['rising', 7]),
    days: between(5, 15),
    coExplained: '协同单位未反馈，已另行核实。',
  },
  open: [{ do: 'report', share: 1, at: 'community' }],
  states: {
    found: [
      { do: 'assess', share: 90, after: 0.5 },
      { do: 'dismiss', share: 10, after: 0.8 },
    ],
    assessed: [{ do: 'assign', share: 100, after: 0.4, give: { co: () => undefined } }],
    assigned: [
      { do: 'answer', share: 95, after: 0.7 },
      { do: 'giveBack', share: 5, after: 0.7, most: 1 },
    ],
    handling: [
      { do: 'coAnswer', share: 300, after: 2, when: coOpen },
      { do: 'grantExtension', share: 850, after: 0.5, when: pending('extension') },
      { do: 'refuseExtension', share: 150, after: 0.5, when: pending('extension') },
      { do: 'progress', share: 60, after: 2.5, most: 3 },
      { do: 'roll', share: 70, after: 3, most: 4 },
      { do: 'submit', share: 40, after: 3, when: idle },
      { do: 'invite', share: 8, after: 1, most: 1, when: idle },
      { do: 'askExtension', share: 5, after: 3, most: 1, when: idle },
      { do: 'order', share: 20, after: 4, most: 1, when: both(graver, idle) },
    ],
    reviewing: [
      { do: 'conclude', share: 92, after: 0.8 },
      { do: 'sendBack', share: 8, after: 0.8 },
    ],
    observing: [
      { do: 'roll', share: 60, after: [5, 20], most: 3 },
      { do: 'strike', share: 40, after: [15, 30], when: filled('rolledAt') },
      { do: 'relapse', share: 2, after: [10, 30], most: 1 },
    ],
  },
}
