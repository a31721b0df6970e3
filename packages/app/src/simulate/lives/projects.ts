import { day, filled, type LifePlan, oneOf, some } from '../life.ts'

/** 投资项目三库: 220 projects, of which three in ten begin in the year. Starts that are not real are sent back. */
export const projects: LifePlan = {
  machine: 'projects',
  clock: 'start',
  yearly: 220,
  least: 12,
  coming: 'stock',
  slow: [0.04, 2],
  values: {
    totalInvestment: ({ chance }) => Math.round(5000 + chance.wait(45_000)),
    leadUnit: some('department'),
    street: some('street'),
    owner: '兰台区城市建设投资有限公司',
    funding: oneOf(['enterprise', 60], ['budget', 20], ['bond', 10], ['mixed', 10]),
    projectCode: ({ number }) => `2501-420199-04-01-${String(number + 1).padStart(6, '0')}`,
    startWorks: ({ chance, setting }) => {
      const works = Object.entries(setting('startWorks') ?? {})
      const real = works.filter(
        ([, row]) => typeof row === 'object' && row !== null && 'counts' in row && row.counts === true,
      )
      return chance.one(chance.hit(0.92) && real.length > 0 ? real : works)[0]
    },
    plannedStart: day(40, 110),
    plannedEnd: day(300, 700),
    startedOn: day(-2, 0),
    permitOn: day(-12, -3),
    completedOn: day(-2, 0),
    enteredOn: day(0, 0),
    year: ({ world, at }) => Number(world.day(at, 0).slice(0, 4)),
    yearPlan: ({ record }) => Math.round(Number(record?.fields['totalInvestment'] ?? 0) * 0.4),
    curve: ({ record, world, at }) => {
      const plan = Math.round(Number(record?.fields['totalInvestment'] ?? 0) * 0.4)
      return Array.from({ length: 12 }, (_, month) => ({
        month: `${world.day(at, 0).slice(0, 4)}-${String(month + 1).padStart(2, '0')}`,
        planned: Math.round((plan * (month + 1)) / 12),
      }))
    },
    amount: ({ record, chance }) =>
      Math.round(Number(record?.fields['totalInvestment'] ?? 0) * (0.02 + 0.05 * chance.next())),
    name: ({ chance, number }) =>
      `${chance.one(['城市更新', '产业园', '道路改造', '学校新建', '科创中心', '数据中心', '物流枢纽', '生态修复'])}项目（${number + 1}号）`,
  },
  open: [{ do: 'enter', share: 1 }],
  states: {
    idea: [
      { do: 'promote:reserve', share: 75, after: 6 },
      { do: 'review', share: 20, after: [40, 80], most: 2 },
      { do: 'leave', share: 5, after: 60, give: { reason: 'cancelled' } },
    ],
    reserve: [
      { do: 'promote:preparing', share: 6, after: [5, 40] },
      { do: 'setPlan', share: 15, after: 8, most: 1 },
      { do: 'review', share: 20, after: [40, 90], most: 2 },
      { share: 50, after: [30, 60] },
    ],
    preparing: [
      { do: 'setPlan', share: 900, after: 4, when: filled('yearPlan', false), most: 1 },
      { do: 'reportStart', share: 60, after: [10, 45] },
      { do: 'askFunds', share: 8, after: 20, most: 1 },
      { do: 'reschedule', share: 8, after: [10, 30], most: 1 },
      { do: 'supplement', share: 10, after: 30, most: 1 },
      { share: 15, after: [20, 40] },
    ],
    startReported: [
      { do: 'verifyStart', share: 88, after: 2.5 },
      { do: 'rejectStart', share: 12, after: 2.5 },
    ],
    building: [
      { do: 'enterStatistics', share: 500, after: 8, most: 1, when: filled('enteredAt', false) },
      { do: 'supplement', share: 10, after: 40, most: 2 },
      { do: 'suspend', share: 3, after: [40, 100], most: 1 },
      { do: 'reportCompletion', share: 9, after: [80, 200], when: filled('enteredAt') },
      { share: 60, after: [30, 60] },
    ],
    suspended: [
      { do: 'studySuspension', share: 50, after: 10, most: 2 },
      { do: 'resume', share: 60, after: [15, 50] },
    ],
    accepting: [
      { do: 'verifyCompletion', share: 94, after: 3 },
      { do: 'rejectCompletion', share: 6, after: 3 },
    ],
    completed: [{ do: 'confirmEffect', share: 70, after: [40, 120] }, { share: 30 }],
  },
}
