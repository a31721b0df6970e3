import { between, both, day, filled, idle, type LifePlan, oneOf, pending, some } from '../life.ts'

/** Applications of a year, and permits of each. */
const APPLICATIONS = 60
const PERMITS = 4
const EACH = 1 + PERMITS

const isApplication = ({ number }: { readonly number: number }): boolean => number % EACH === 0
const begins = (number: number): number => Math.floor(number / EACH) * (230 / APPLICATIONS)

/** 多证齐发: each application lists four permits; one in fifteen is sent back once, one in twenty-five fails. */
export const parallelPermits: LifePlan = {
  machine: 'parallel-permits',
  clock: 'joint',
  yearly: APPLICATIONS * EACH,
  least: EACH,
  coming: { each: (number) => begins(number) + (isApplication({ number }) ? 0 : 1.2 + 0.3 * (number % EACH)) },
  slow: [0.03, 3],
  values: {
    leadUnit: some('department'),
    projectCode: ({ number }) => `2501-420199-04-01-${String(number + 1).padStart(6, '0')}`,
    application: ({ number, idOf }) => idOf('parallel-permits', number - (number % EACH)),
    told: true,
    days: between(3, 10),
    deferredUntil: day(20, 40),
    reason: oneOf(['hearing', 30], ['test', 40], ['experts', 30]),
  },
  open: [
    { do: 'register', share: 1, ready: isApplication },
    {
      do: 'addPermit',
      share: 1,
      ready: (draw) =>
        !isApplication(draw) &&
        draw.look(draw.idOf('parallel-permits', draw.number - (draw.number % EACH))) !== undefined,
    },
  ],
  states: {
    planning: [{ share: 1, after: [1, 2] }],
    listing: [{ share: 1, after: [1, 2] }],
    listed: [{ do: 'submit', share: 1, after: [4, 8] }],
    checking: [
      { do: 'askCorrection', share: 7, after: 0.8, most: 1 },
      { do: 'accept', share: 88, after: 0.8 },
      { share: 2 },
    ],
    correcting: [{ do: 'correct', share: 1, after: 2.5 }],
    suspended: [
      { do: 'withdraw', share: 3, after: 20 },
      { share: 97, after: [3, 6] },
    ],
    gathered: [{ do: 'issueAll', share: 1, after: 0.7 }],
    issued: [{ do: 'deliver', share: 1, after: 0.6 }],
    building: [{ do: 'applyCompletion', share: 1, after: [90, 200] }],
    completing: [
      { do: 'passCompletion', share: 92, after: 4 },
      { do: 'failCompletion', share: 8, after: 4 },
    ],
    prepared: [{ share: 1, after: [1, 2] }],
    underReview: [
      {
        do: 'grantSpecial',
        share: 900,
        after: 0.4,
        when: pending('special'),
        give: { reason: ({ record }) => reasonOf(record) },
      },
      { do: 'review', share: 900, after: 2, most: 1, when: idle },
      { do: 'askSpecial', share: 5, after: 0.8, most: 1, when: idle },
      { do: 'pass', share: 96, after: 1.2, when: both(idle, filled('reviewedBy')) },
      { do: 'fail', share: 4, after: 1.2, most: 1, when: both(idle, filled('reviewedBy')) },
    ],
    special: [{ do: 'endSpecial', share: 1, after: [5, 15] }],
    failed: [
      { do: 'revise', share: 90, after: 3 },
      { do: 'drop', share: 10, after: 4 },
    ],
    passed: [{ share: 1, after: [3, 6] }],
  },
}

type Reader = NonNullable<Parameters<ReturnType<typeof pending>>[0]>

const reasonOf = (record: Reader | undefined): string => {
  const reason = record?.requests.find(({ decision }) => decision === undefined)?.fields['reason']
  return typeof reason === 'string' ? reason : 'test'
}
