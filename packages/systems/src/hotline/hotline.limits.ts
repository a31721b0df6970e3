import type { Json, Limit } from '@jiannuo/engine'
import { sources } from './hotline.sources.ts'

/** A rule set that a place has published, as values of the loop's settings. */
export interface HotlinePreset {
  readonly title: string
  /** Where the values stand. What the rule leaves open keeps the default of the setting. */
  readonly source: string
  readonly settings: Readonly<Record<string, Json>>
}

const hours = (value: number): Json & Limit => ({ value, unit: 'hour' })
const days = (value: number): Json & Limit => ({ value, unit: 'day' })
const workdays = (value: number): Json & Limit => ({ value, unit: 'workday' })

const anyKind = (limit: Json): Json => ({ '*': limit })

/**
 * Limits as the loop has them when a district sets nothing: danger and supplies as in the Beijing draft, everything ordinary in
 * five working days as in Shandong, Jinan and Weifang, and fifteen natural days for what is complex (domain.md 2.3).
 */
export const ordinaryLimits: Json = {
  critical: anyKind(hours(2)),
  urgent: anyKind(hours(24)),
  ordinary: anyKind(workdays(5)),
  complex: anyKind(days(15)),
}

/** Published rule sets (domain.md 2.3, 2.4) by name, each to be laid over the settings of a district as a whole. */
export const hotlinePresets: Readonly<Record<string, HotlinePreset>> = {
  'beijing-draft': {
    title: '北京（地方标准征求意见稿）：2小时、24小时、7日、15日',
    source: sources.beijingDraft,
    settings: {
      limits: {
        critical: anyKind(hours(2)),
        urgent: anyKind(hours(24)),
        ordinary: anyKind(days(7)),
        complex: anyKind(days(15)),
      },
    },
  },
  shandong: {
    title: '山东：5个工作日，可延长不超过10个工作日，2个工作日内可退单',
    source: `${sources.shandong}；${sources.jinan(24)}；${sources.weifang(20)}`,
    settings: {
      limits: { '*': anyKind(workdays(5)) },
      returnLimit: workdays(2),
      extensionTimes: 1,
      extensionTotal: 10,
    },
  },
  guangdong: {
    title: '广东：咨询2个、求助和建议10个、投诉和举报15个工作日',
    source: sources.guangdong,
    settings: {
      limits: {
        '*': {
          consult: workdays(2),
          help: workdays(10),
          advice: workdays(10),
          complaint: workdays(15),
          report: workdays(15),
          // The rule does not name praise; it is passed on like advice.
          praise: workdays(10),
        },
      },
    },
  },
  qinglong: {
    title: '晴隆：2小时签收，咨询1日、求助和建议5日、投诉10日',
    source: sources.qinglong,
    settings: {
      signInLimit: hours(2),
      limits: {
        '*': {
          consult: days(1),
          help: days(5),
          advice: days(5),
          complaint: days(10),
          // Not named by the rule: reports as complaints, praise as advice.
          report: days(10),
          praise: days(5),
        },
      },
    },
  },
  'wuhan-summer-2024': {
    title: '武汉夏季专项行动：2小时响应，3个工作日办结',
    source: sources.wuhan,
    settings: { signInLimit: hours(2), limits: { '*': anyKind(workdays(3)) } },
  },
}
