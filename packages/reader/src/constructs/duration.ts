import { Lexicon, words } from '../text/lexicon.ts'

/**
 * A length of time is a quantity only where something was made shorter or longer, or is measured (办理时限压缩至3个工作日);
 * otherwise it dates (连续3年, 3个月内).
 */
export const MEASURED_TIME = new Lexicon<true>(
  words(
    `压缩 压减 缩短 缩减 减少 压缩至 压缩到 压减至 压减到 缩短至 缩短到 缩短为 缩减至 缩减到 减至 降至 提速 提速至 平均 仅用 只用 历时 用时 时间 时限 时长 时间为 时限为 控制在 延长 延长至 增加 放宽至 延至
     天气 天数 天数达 天数达到 天数为 天数增加 天数比例 优良天数 不少于 不超过 平均为 提前 节约 节省 日数 预期寿命 寿命 预期寿命达 寿命达 寿命达到 周期 工期 办结时间 学制 比上年 较上年 比去年 较去年 上年同期 去年同期 上年同期为 上年的 去年的`,
    true,
  ),
)
