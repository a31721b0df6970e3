import { between, coOpen, day, filled, has, type LifePlan, mostly, oneOf, some } from '../life.ts'
import { otherThan } from '../world.ts'

/** 矛盾纠纷: 5,200 a year, of which 76 are hard; nine in ten are agreed on. */
export const disputes: LifePlan = {
  machine: 'disputes',
  clock: 'mediation',
  yearly: 5200,
  least: 15,
  coming: 'workdays',
  slow: [0.03, 3],
  values: {
    area: some('community'),
    people: ({ chance }) => 2 + Math.floor(chance.wait(2)),
    occurredOn: day(-20, 0),
    risk: oneOf(['blue', 78], ['yellow', 17], ['orange', 4], ['red', 1]),
    complexity: oneOf(['simple', 75], ['complex', 25]),
    hard: mostly(76 / 5200),
    body: oneOf(['justice', 62], ['police', 20], ['department', 12], ['lawyers', 6]),
    lead: ({ world, record, chance }) =>
      world.view.tree.line(record?.area ?? '').find((id) => world.view.tree.unit(id)?.kind === 'street') ??
      world.unit(chance, 'street'),
    keeperUnit: some('department'),
    co: (draw) => [otherThan(draw.record?.lead, draw)],
    heldOn: day(0, 0),
    performBy: day(10, 40),
    days: between(5, 20),
    silent: '会商单位未在时限内回复。',
    satisfied: oneOf(['satisfied', 84], ['basic', 13], ['dissatisfied', 1], ['silent', 2]),
    performed: true,
    settled: mostly(0.98),
  },
  open: [{ do: 'register', share: 100, at: 'community' }],
  states: {
    registered: [
      { do: 'screen', share: 99, after: 0.3 },
      { do: 'withdraw', share: 1, after: 1 },
    ],
    toDispatch: [
      { do: 'takeCharge', share: 900, after: 0.5, most: 1, when: has('hard', true) },
      { do: 'dispatch', share: 100, after: 0.3, give: { co: () => undefined } },
    ],
    accepting: [
      { do: 'accept', share: 93, after: 0.5, give: { willing: true, told: true } },
      { do: 'giveBack', share: 3, after: 0.5, most: 1 },
      { do: 'decline', share: 4, after: 0.8 },
    ],
    returned: [
      {
        do: 'dispatch',
        share: 100,
        after: 0.5,
        give: { co: () => undefined, lead: (draw) => otherThan(draw.record?.lead, draw), body: 'department' },
      },
    ],
    mediating: [
      { do: 'session', share: 60, after: 1.2, most: 3 },
      { do: 'keepReport', share: 30, after: 4, most: 4, when: filled('keeper') },
      { do: 'agree', share: 60, after: 1.5 },
      { do: 'confer', share: 3, after: 2, most: 1 },
      { do: 'prolong', share: 3, after: 3, most: 1 },
      { do: 'fail', share: 5, after: 4 },
    ],
    conferring: [
      { do: 'opine', share: 80, after: 1.2, when: coOpen },
      { do: 'conclude', share: 40, after: 2 },
    ],
    agreed: [
      { do: 'applyConfirm', share: 18, after: 1 },
      { do: 'perform', share: 82, after: 1 },
    ],
    confirming: [
      { do: 'confirmed', share: 97, after: [5, 15] },
      { do: 'refusedByCourt', share: 3, after: [5, 15] },
    ],
    performing: [
      { do: 'performed', share: 97, after: 3.5 },
      { do: 'breach', share: 3, after: 20 },
    ],
    followUp: [{ do: 'visit', share: 100, after: 2 }],
    guiding: [{ do: 'guide', share: 100, after: 1 }],
    archived: [{ do: 'relapse', share: 1, after: [10, 60], most: 1 }, { share: 120 }],
  },
}
