import { constant, defineIndex, type IndexPart, setting } from '@jiannuo/engine'
import { safetyWarnings } from './safety.loop.ts'
import { safetySources as sources } from './safety.settings.ts'

const weight = (part: string) => setting('weights', constant(part))
const line = (part: string, end: 'zero' | 'full') => setting('lines', constant(part), constant(end))

/** A part that is held against the lines of the setting. */
const byLine = (part: Omit<IndexPart, 'weight' | 'standard' | 'source' | 'missing'>): IndexPart => ({
  ...part,
  weight: weight(part.id),
  standard: { by: 'line', zero: line(part.id, 'zero'), full: line(part.id, 'full') },
  missing: 'omit',
  source: sources.proposal,
})

/** A part that is held against the street's own months before. */
const byOwn = (part: Omit<IndexPart, 'weight' | 'standard' | 'source' | 'missing'>): IndexPart => ({
  ...part,
  weight: weight(part.id),
  standard: { by: 'own', periods: setting('ownMonths'), even: setting('ownEven'), span: setting('ownSpan') },
  missing: 'neutral',
  source: sources.dujiangyan,
})

const people = { measure: 'micro-grids.residents', times: 10_000 } as const

const parts: readonly IndexPart[] = [
  byOwn({
    id: 'disputes',
    title: '每万人矛盾纠纷',
    group: 'disputes',
    measure: 'disputes.registered',
    per: people,
    direction: 'down',
    least: setting('leastCases'),
    says: '当月登记的纠纷按微网格覆盖人数折算，与本街道前几个月比较。',
  }),
  byLine({
    id: 'resolved',
    title: '纠纷调解成功率',
    group: 'disputes',
    measure: 'disputes.successRate',
    direction: 'up',
    least: setting('leastBase'),
    says: '当月达成协议的÷当月有调解结果的。',
  }),
  byLine({
    id: 'relapse',
    title: '纠纷反弹率',
    group: 'disputes',
    measure: 'disputes.relapseRate',
    direction: 'down',
    least: setting('leastBase'),
    says: '当月登记的纠纷里反弹过的÷当月登记的。',
  }),
  byLine({
    id: 'mended',
    title: '隐患按期整改率',
    group: 'hazards',
    measure: 'hazards.onTimeRate',
    direction: 'up',
    least: setting('leastBase'),
    says: '街道负责的隐患，按期整改合格的÷到期应整改的。',
  }),
  byLine({
    id: 'calls',
    title: '诉求按时办结率',
    group: 'public',
    measure: 'hotline.onTimeRate',
    direction: 'up',
    least: setting('leastBase'),
    says: '街道承办的热线工单，按时办结的÷到期的。',
  }),
  byLine({
    id: 'content',
    title: '诉求满意率',
    group: 'public',
    measure: 'hotline.satisfactionRate',
    direction: 'up',
    least: setting('leastBase'),
    says: '街道承办的热线工单，有效回访中满意的占比。',
  }),
  byLine({
    id: 'staffed',
    title: '微网格配备率',
    group: 'grids',
    measure: 'micro-grids.staffedRate',
    direction: 'up',
    says: '在岗力量÷应配力量。',
  }),
  byLine({
    id: 'patrolled',
    title: '微网格巡查率',
    group: 'grids',
    measure: 'micro-grids.patrolRate',
    direction: 'up',
    says: '在巡查周期内的÷运行的微网格。',
  }),
]

/**
 * S50 平安指数 by street and month: disputes, hazards, what the public asks for, the grids; of records that the district keeps itself. Police figures are kept
 * by the police and are no part of it (systems.md S50, domain.md 10).
 */
export const safetyIndex = defineIndex(
  {
    id: 'safety',
    system: 'S50',
    version: 1,
    versionNote: '首版：以矛盾纠纷、安全隐患、群众诉求、微网格四组数据计分，不含公安机关掌握的警情数据。',
    title: '平安指数',
    purpose: '按街道逐月给平安状况打分，看分项、看变化、连续偏低的自动预警。',
    basis: [sources.dujiangyan, sources.huizhou, sources.chasing],
    settings: safetyWarnings.id,
    areas: 'street',
    groups: {
      disputes: { title: '矛盾纠纷', weight: weight('groupDisputes') },
      hazards: { title: '安全隐患', weight: weight('groupHazards') },
      public: { title: '群众诉求', weight: weight('groupPublic') },
      grids: { title: '基层基础', weight: weight('groupGrids') },
    },
    parts,
    deductions: [
      {
        id: 'criminal',
        title: '民转刑',
        measure: 'disputes.criminal',
        each: setting('criminalEach'),
        most: setting('criminalMost'),
        says: '民间纠纷转为刑事案件的，逐件扣分。',
        source: sources.huizhou,
      },
    ],
    bands: [
      { id: 'green', title: '绿色（好）', from: setting('bandGreen') },
      { id: 'yellow', title: '黄色（较好）', from: setting('bandYellow') },
      { id: 'orange', title: '橙色（一般）', from: setting('bandOrange') },
      { id: 'red', title: '红色（差）', from: constant(0) },
    ],
    runs: [{ id: 'low', title: '连续橙色以下', bands: ['orange', 'red'], periods: setting('runMonths') }],
    decimals: 1,
  },
  safetyWarnings,
)
