import type { Json, SettingDefinition } from '@jiannuo/engine'
import { categories, replyClasses } from './proposals.choices.ts'
import { sources } from './proposals.sources.ts'

const limit = (title: string, value: number, unit: string, source: string): SettingDefinition => ({
  title,
  type: 'limit',
  default: { value, unit } satisfies Json,
  source,
})

/** Everything of S14 that a district may set. */
export const proposalSettings: Readonly<Record<string, SettingDefinition>> = {
  categories: { title: '内容分类', type: 'table', default: categories, source: sources.proposal },
  replyClasses: {
    title: '答复分类（各地各年口径不同；A、B两类的含义不变）',
    type: 'table',
    default: replyClasses,
    source: sources.classes,
  },
  replyLimits: {
    title: '答复时限（按办理难度；交办时可填对应日期）',
    type: 'table',
    default: { '*': { value: 90, unit: 'day' }, wide: { value: 180, unit: 'day' } },
    source: `${sources.law}；三个月、六个月折算的天数为${sources.proposal}`,
  },
  examiningLimit: limit('审查立案时限', 15, 'workday', sources.proposal),
  dispatchLimit: limit('交办时限', 20, 'workday', sources.proposal),
  returnLimit: limit('退办时限', 10, 'workday', `${sources.chongqing}；另有3个、7个工作日的规定`),
  rulingLimit: limit('退办审核时限', 3, 'workday', sources.proposal),
  contactLimit: limit('首次联系代表委员时限', 20, 'workday', sources.chongqing),
  coLimit: limit('会办意见时限', 30, 'workday', sources.chongqing),
  coAgainLimit: limit('会办意见重提时限', 5, 'workday', sources.chongqing),
  signingLimit: limit('签发时限', 3, 'workday', sources.proposal),
  vettingLimit: limit('答复审核时限', 3, 'workday', sources.proposal),
  ratingLimit: limit('评价时限', 15, 'workday', sources.beijing),
  silenceLimit: limit('催请后评价时限', 15, 'workday', `${sources.chongqing}；时长为${sources.proposal}`),
  redoLimit: limit(
    '重办时限',
    60,
    'day',
    `${sources.beijing}；${sources.chongqing}；两个月折算的天数为${sources.proposal}`,
  ),
  promiseLimit: limit('没有写明日期的承诺的落实期限', 365, 'day', sources.proposal),
  verifyLimit: limit('承诺核实时限', 10, 'workday', sources.proposal),
  archiveLimit: limit('公开归档时限', 20, 'workday', `${sources.law}；时长为${sources.proposal}`),
  extensionTimes: { title: '可延期次数', type: 'number', default: 1, source: sources.proposal },
  extensionTotal: {
    title: '延期合计上限（天；三个月延到六个月）',
    type: 'number',
    default: 90,
    source: `${sources.law}；天数为${sources.proposal}`,
  },
  maxRedo: {
    title: '不满意的重办次数上限',
    type: 'number',
    default: 1,
    source: `${sources.chongqing}；次数为${sources.proposal}`,
  },
  meetBeforeReply: { title: '答复前须面商', type: 'boolean', default: true, source: sources.proposal },
}
