import { type LifePlan, oneOf, some } from '../life.ts'

/** 平安预警: one a month for every street or so; one in eight is sent back. */
export const safetyWarnings: LifePlan = {
  machine: 'safety-warnings',
  clock: 'rectify',
  yearly: 180,
  least: 6,
  coming: 'workdays',
  slow: [0.06, 3],
  values: {
    street: some('street'),
    kind: oneOf(['index', 30], ['dispute', 25], ['hazard', 25], ['complaint', 20]),
    period: ({ world, at }) => world.day(at, -20).slice(0, 7),
    value: ({ chance }) => chance.whole(110, 180),
    line: 100,
    evidence: ({ world }) => [world.evidence],
    talkedOn: ({ world, at }) => world.day(at, 0),
  },
  open: [{ do: 'warn', share: 1 }],
  states: {
    issued: [
      { do: 'accept', share: 97, after: 0.8 },
      { do: 'withdraw', share: 3, after: 1 },
    ],
    rectifying: [
      { do: 'submit', share: 90, after: 6 },
      { do: 'supervise', share: 6, after: 10, most: 1 },
      { do: 'talk', share: 2, after: 12, most: 1 },
    ],
    checking: [
      { do: 'lift', share: 87, after: 1.5 },
      { do: 'sendBack', share: 13, after: 1.5 },
    ],
  },
}
