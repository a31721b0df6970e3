import type { SettingDefinition } from '@jiannuo/engine'
import { defaultCategories, defaultDirectory } from './hotline.catalogue.ts'
import { ordinaryLimits } from './hotline.limits.ts'
import { sources } from './hotline.sources.ts'

type Settings = Readonly<Record<string, SettingDefinition>>

const tables: Settings = {
  categories: {
    title: '诉求分类（三级）',
    type: 'table',
    default: defaultCategories,
    source: sources.beijing(10),
  },
  directory: {
    title: '派单目录',
    type: 'table',
    default: defaultDirectory,
    source: sources.beijing(12),
  },
}

const limits: Settings = {
  limits: {
    title: '办理时限（按紧急程度和诉求类型）',
    type: 'table',
    default: ordinaryLimits,
    source: `${sources.beijingDraft}；${sources.jinan(24)}；${sources.weifang(20)}`,
  },
  triageLimit: {
    title: '派单时限',
    type: 'limit',
    default: { value: 2, unit: 'hour' },
    source: sources.beijingDraft,
  },
  signInLimit: { title: '签收时限', type: 'limit', default: { value: 2, unit: 'hour' }, source: sources.qinglong },
  returnLimit: { title: '退单时限', type: 'limit', default: { value: 2, unit: 'workday' }, source: sources.shandong },
  redispatchLimit: {
    title: '退单后重新派单时限',
    type: 'limit',
    default: { value: 1, unit: 'workday' },
    source: sources.proposal,
  },
  arbitrationLimit: {
    title: '异议审核时限',
    type: 'limit',
    default: { value: 2, unit: 'workday' },
    source: `${sources.beijing(12)}；时长为${sources.proposal}`,
  },
  coAnswerLimit: {
    title: '协办单位答复时限',
    type: 'limit',
    default: { value: 2, unit: 'workday' },
    source: `${sources.beijing(14)}；时长为${sources.proposal}`,
  },
  reviewLimit: {
    title: '办结审核时限',
    type: 'limit',
    default: { value: 1, unit: 'workday' },
    source: `${sources.jinan(27)}；时长为${sources.proposal}`,
  },
  callBackLimit: {
    title: '回访时限',
    type: 'limit',
    default: { value: 3, unit: 'workday' },
    source: `${sources.beijing(23)}；时长为${sources.proposal}`,
  },
  redoLimit: {
    title: '重办时限',
    type: 'limit',
    default: { value: 5, unit: 'workday' },
    source: `${sources.jinan(27)}；时长为${sources.proposal}`,
  },
  shelfLimit: {
    title: '挂账复核周期',
    type: 'limit',
    default: { value: 90, unit: 'day' },
    source: sources.proposal,
  },
}

const rules: Settings = {
  extensionTimes: { title: '可延期次数', type: 'number', default: 1, source: sources.shandong },
  extensionTotal: {
    title: '延期合计上限（与办理时限同单位）',
    type: 'number',
    default: 10,
    source: sources.shandong,
  },
  returnAfterRuling: {
    title: '裁定后是否还可退单',
    type: 'boolean',
    default: false,
    source: sources.weifang(22),
  },
  maxRedo: {
    title: '重办次数上限',
    type: 'number',
    default: 2,
    source: `${sources.jinan(27)}；次数为${sources.proposal}`,
  },
  missedCalls: { title: '回访未接通几次后归档', type: 'number', default: 3, source: sources.proposal },
}

const weights: Settings = {
  basicWeight: { title: '基本满意折算系数', type: 'number', default: 0.9, source: sources.code },
  respondedWeight: { title: '综合分中响应率的权重', type: 'number', default: 0.1, source: sources.code },
  satisfiedWeight: { title: '综合分中满意率的权重', type: 'number', default: 0.4, source: sources.code },
  solvedWeight: { title: '综合分中解决率的权重', type: 'number', default: 0.5, source: sources.code },
  unreachedInBase: {
    title: '未接通的回访计入三率分母的比例（0为不计，1为全计）',
    type: 'number',
    default: 0,
    source: `${sources.code}（分母为有效回访）`,
  },
  population: { title: '常住人口（万人）', type: 'number', default: 0, source: '区统计局公布数' },
}

/** Everything of the hotline loop that a district may set, with defaults and where they come from. */
export const hotlineSettings: Settings = { ...tables, ...limits, ...rules, ...weights }
