import type { SettingDefinition } from '@jiannuo/engine'
import { disputeSources as sources } from './disputes.sources.ts'

const categories = {
  neighbour: { title: '邻里纠纷' },
  property: { title: '物业纠纷' },
  labour: { title: '劳动人事争议' },
  expropriation: { title: '征收拆迁补偿' },
  consumer: { title: '消费纠纷' },
  family: { title: '婚姻家事' },
  mass: { title: '涉众型经济纠纷' },
  debt: { title: '民间借贷' },
  damage: { title: '损害赔偿' },
  traffic: { title: '道路交通事故' },
  medical: { title: '医疗纠纷' },
  construction: { title: '工程建设和施工扰民' },
  other: { title: '其他' },
} as const

const limit = (title: string, value: number, unit: 'workday' | 'day', source: string): SettingDefinition => ({
  title,
  type: 'limit',
  default: { value, unit },
  source,
})

const proposed = (source: string): string => `${source}；时长为${sources.proposal}`

/** Everything of the loop of disputes that a district may set, with defaults and where they come from. */
export const disputeSettings: Readonly<Record<string, SettingDefinition>> = {
  categories: { title: '纠纷类型', type: 'table', default: categories, source: sources.counting },
  screeningLimit: limit('甄别定级时限', 1, 'workday', proposed(sources.centre)),
  dispatchLimit: limit('分流时限', 1, 'workday', proposed(sources.centre)),
  acceptLimit: {
    title: '决定是否受理的时限（按繁简）',
    type: 'table',
    default: { simple: { value: 5, unit: 'workday' }, complex: { value: 10, unit: 'workday' } },
    source: sources.shenzhen(45),
  },
  transferLimit: limit('不属于职责的移送时限', 3, 'workday', sources.shenzhen(46)),
  mediationLimit: limit('调解时限（当事人没有约定的）', 30, 'day', sources.shenzhen(25)),
  extensionTimes: {
    title: '当事人同意延长调解的次数',
    type: 'number',
    default: 2,
    source: proposed(sources.shenzhen(25)),
  },
  extensionTotal: {
    title: '延长调解的合计上限（自然日）',
    type: 'number',
    default: 60,
    source: proposed(sources.shenzhen(25)),
  },
  conferLimit: limit('会商时限', 5, 'workday', sources.proposal),
  confirmLimit: limit('共同申请司法确认的期限', 30, 'day', sources.mediation(33)),
  courtLimit: limit('等待法院裁定的跟踪时限', 30, 'day', sources.proposal),
  performLimit: limit('履行期限（协议没有写明的）', 30, 'day', sources.proposal),
  followUpLimit: limit('回访时限', 15, 'day', proposed(sources.mediation(31))),
  guideLimit: limit('引导法定途径时限', 5, 'workday', proposed(sources.mediation(26))),
  keepLimit: limit('包保跟踪周期', 10, 'day', sources.proposal),
}
