import type { SettingDefinition } from '@jiannuo/engine'
import { ledgerSources as sources } from './sources.ts'

type Settings = Readonly<Record<string, SettingDefinition>>

const rules: Settings = {
  lightRules: {
    title: '亮灯规则（空表即用随软件提供的规则）',
    type: 'table',
    default: {},
    source: `${sources.yinchuan}；${sources.suqian}；各地不一，${sources.proposal}`,
  },
  returnRhythm: {
    title: '报送节奏（每月、每季或每周，第几日，宽限几日）',
    type: 'table',
    default: { every: 'month', day: 28, graceDays: 0 },
    source: sources.panjin,
  },
  tolerance: { title: '“左右”的容差（比例）', type: 'number', default: 0.05, source: sources.proposal },
  indicators: {
    title: '本区自有指标和指标归并',
    type: 'table',
    default: {},
    source: '由区管理员在指标管理中维护（本项目建议）',
  },
}

const limits: Settings = {
  consultationLimit: {
    title: '征求意见时限',
    type: 'limit',
    default: { value: 5, unit: 'workday' },
    source: sources.proposal,
  },
  acceptanceLimit: {
    title: '签收时限',
    type: 'limit',
    default: { value: 2, unit: 'workday' },
    source: sources.proposal,
  },
  returnLimit: {
    title: '报送时限（未按报送节奏给出天数时用）',
    type: 'limit',
    default: { value: 30, unit: 'day' },
    source: sources.panjin,
  },
  explainLimit: {
    title: '红灯说明时限',
    type: 'limit',
    default: { value: 5, unit: 'workday' },
    source: sources.proposal,
  },
  reviewLimit: {
    title: '销号复核时限',
    type: 'limit',
    default: { value: 5, unit: 'workday' },
    source: sources.proposal,
  },
  deliveryLimit: {
    title: '任务期限（没有完成时限时的备用值）',
    type: 'limit',
    default: { value: 365, unit: 'day' },
    source: sources.table,
  },
}

/** Everything of the ledger that a district may set, with defaults and where they come from. */
export const commitmentSettings: Settings = { ...rules, ...limits }
