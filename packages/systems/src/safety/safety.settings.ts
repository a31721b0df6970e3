import type { SettingDefinition } from '@jiannuo/engine'

/** What the safety index and its warnings rest on. */
export const safetySources = {
  chasing: '深圳、珠海平安指数“预警、督办、考核”闭环（按周、按日发布）',
  dujiangyan: '都江堰平安指数（按月，90分以上绿色、80至90分黄色、70至80分橙色、70分以下红色）',
  huizhou: '惠州平安指数（每万实有人口折算，死亡直接扣分）',
  proposal: '本项目建议值，请按本地规定核定',
} as const

const number = (title: string, value: number, source: string = safetySources.proposal): SettingDefinition => ({
  title,
  type: 'number',
  default: value,
  source,
})

const limit = (title: string, value: number, unit: string): SettingDefinition => ({
  title,
  type: 'limit',
  default: { value, unit },
  source: safetySources.proposal,
})

/** Limits of warnings; weights, lines and bands of the index (domain.md 10). */
export const safetySettings = {
  acceptLimit: limit('签收时限', 3, 'workday'),
  rectifyLimit: limit('整改时限', 30, 'day'),
  checkLimit: limit('复核时限', 5, 'workday'),
  bandGreen: number('绿色起点', 90, safetySources.dujiangyan),
  bandYellow: number('黄色起点', 80, safetySources.dujiangyan),
  bandOrange: number('橙色起点', 70, safetySources.dujiangyan),
  runMonths: number('连续偏低的月数', 2),
  weights: {
    title: '分组和分项权重',
    type: 'table',
    default: {
      groupDisputes: 0.3,
      groupHazards: 0.25,
      groupPublic: 0.25,
      groupGrids: 0.2,
      disputes: 0.4,
      resolved: 0.4,
      relapse: 0.2,
      mended: 1,
      calls: 0.5,
      content: 0.5,
      staffed: 0.4,
      patrolled: 0.6,
    },
    source: safetySources.proposal,
  },
  lines: {
    title: '计分界线（零分、满分、预警）',
    type: 'table',
    default: {
      resolved: { zero: 60, full: 98 },
      relapse: { zero: 10, full: 0 },
      mended: { zero: 70, full: 100 },
      calls: { zero: 80, full: 100, warn: 90 },
      content: { zero: 70, full: 98 },
      staffed: { zero: 70, full: 100 },
      patrolled: { zero: 60, full: 100 },
    },
    source: safetySources.proposal,
  },
  ownMonths: number('与本街道前几个月比较', 3),
  ownEven: number('持平得分', 80),
  ownSpan: number('满幅变化（%）', 50),
  leastBase: number('比率的最小分母（小于时不计）', 5),
  leastCases: number('升降预警的最少件数', 10),
  risePercent: number('升幅预警线（%）', 50),
  criminalEach: number('民转刑每件扣分', 5, safetySources.huizhou),
  criminalMost: number('民转刑最多扣分', 20, safetySources.huizhou),
} as const satisfies Readonly<Record<string, SettingDefinition>>
