import { between, coOpen, filled, idle, type LifePlan, mostly, oneOf, pending, some } from '../life.ts'
import { otherThan } from '../world.ts'

const EXTENSION = [
  { do: 'grantExtension', share: 900, after: 0.4, when: pending('extension') },
  { do: 'refuseExtension', share: 100, after: 0.4, when: pending('extension') },
] as const

const communityOf = ({ record, world, chance }: Parameters<ReturnType<typeof some>>[0]): string =>
  world.view.tree
    .line(record?.area ?? record?.lead ?? '')
    .find((id) => world.view.tree.unit(id)?.kind === 'community') ?? world.unit(chance, 'community')
const streetOf = ({ record, world, chance }: Parameters<ReturnType<typeof some>>[0]): string =>
  world.view.tree.line(record?.area ?? record?.lead ?? '').find((id) => world.view.tree.unit(id)?.kind === 'street') ??
  world.unit(chance, 'street')

/** 民呼我应: three in four are settled by grid or community, one in nine is whistled for. */
export const streetWhistle: LifePlan = {
  machine: 'street-whistle',
  clock: 'handling',
  yearly: 8000,
  coming: 'everyday',
  slow: [0.025, 2.5],
  values: {
    source: oneOf(['patrol', 50], ['neighbour', 30], ['visit', 10], ['board', 10]),
    urgency: oneOf(['ordinary', 80], ['urgent', 12], ['complex', 8]),
    community: communityOf,
    area: communityOf,
    street: streetOf,
    grid: some('grid'),
    solved: mostly(0.96),
    satisfaction: oneOf(['good', 78], ['fair', 19], ['bad', 3]),
    called1: (draw) => otherThan(draw.record?.lead, draw),
    points: between(70, 100),
    founded: mostly(0.93),
    comment: '街道可自行处置。',
    who: between(1, 4),
    score1: ({ record, chance }) => (record?.fields['called1'] === undefined ? undefined : chance.whole(70, 100)),
    more: between(1, 3),
  },
  open: [
    { do: 'report', share: 62, at: 'grid' },
    { do: 'register', share: 26, at: 'community' },
    {
      do: 'registerAtStreet',
      share: 12,
      at: 'street',
      give: { area: ({ world, chance }) => world.unit(chance, 'community') },
    },
  ],
  states: {
    grid: [
      { do: 'finish', share: 62, after: 0.3, when: idle },
      { do: 'raiseToCommunity', share: 30, after: 0.4, when: idle },
      { do: 'record', share: 15, after: 0.3, most: 1 },
    ],
    toCommunity: [
      { do: 'takeInCommunity', share: 98, after: 0.15 },
      { do: 'dismiss', share: 2, after: 0.2, give: { endedFor: 'untrue' } },
    ],
    community: [
      { do: 'finish', share: 60, after: 0.5, when: idle },
      { do: 'raiseToStreet', share: 30, after: 0.4, when: idle },
      { do: 'record', share: 12, after: 0.5, most: 1 },
      { do: 'askExtension', share: 4, after: 0.5, most: 1, when: idle },
      ...EXTENSION,
    ],
    toStreet: [
      { do: 'takeInStreet', share: 96, after: 0.15 },
      { do: 'transfer', share: 4, after: 0.3, give: { route: 'hotline' } },
    ],
    street: [
      { do: 'blow', share: 920, after: 0.3, when: pending('whistle') },
      { do: 'refuseWhistle', share: 80, after: 0.3, when: pending('whistle') },
      { do: 'finish', share: 45, after: 0.7, when: idle },
      { do: 'askWhistle', share: 50, after: 0.4, when: idle, most: 2 },
      { do: 'record', share: 10, after: 0.5, most: 1 },
      ...EXTENSION,
    ],
    whistled: [
      { do: 'arrive', share: 93, after: 0.12, when: coOpen },
      { do: 'objectDuty', share: 4, after: 0.15, most: 1, when: coOpen },
      { share: 3 },
    ],
    dutyReview: [
      { do: 'upholdWhistle', share: 70, after: 0.4 },
      { do: 'excuse', share: 30, after: 0.4 },
    ],
    escalated: [
      { do: 'orderArrival', share: 60, after: 0.3, when: coOpen },
      { do: 'coordinate', share: 40, after: 1 },
    ],
    onSite: [
      { do: 'finish', share: 80, after: 0.7, when: idle },
      { do: 'record', share: 30, after: 0.5, most: 2 },
      { do: 'raiseToDistrict', share: 3, after: 1, most: 1, when: idle },
      ...EXTENSION,
    ],
    redo: [{ do: 'finish', share: 100, after: 0.8, when: idle }],
    verify: [
      { do: 'strikeOff', share: 95, after: 0.4 },
      { do: 'sendBack', share: 5, after: 0.4 },
    ],
    jointCheck: [
      { do: 'strikeOff', share: 95, after: 0.5 },
      { do: 'sendBack', share: 5, after: 0.5 },
      { do: 'rateWhistle', share: 60, after: 0.2, most: 1 },
    ],
    feedback: [
      {
        do: 'takeFeedback',
        share: 85,
        after: 0.6,
        when: filled('reporterPhone'),
        give: { satisfaction: oneOf(['good', 80], ['fair', 20]) },
      },
      { do: 'missResident', share: 15, after: 0.5 },
    ],
    scoring: [
      { do: 'rateWhistle', share: 40, after: 0.3, most: 1 },
      { do: 'score', share: 60, after: 0.6 },
    ],
    published: [{ do: 'objectScore', share: 3, after: 0.5, most: 1 }, { share: 97 }],
    scoreReview: [{ do: 'keepScore', share: 70, after: 0.8 }],
  },
}
