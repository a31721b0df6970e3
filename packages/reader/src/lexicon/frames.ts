import { Lexicon, words } from '../text/lexicon.ts'

/** Words that frame what follows and are themselves nothing to be done: 坚持…, 以…为抓手, 围绕…, 面对…. */
export const FRAMES = new Lexicon<true>(
  words(
    `坚持 围绕 聚焦 按照 立足 锚定 紧扣 紧盯 依托 结合 以 通过 牢牢 把握 抢抓 根据 针对 对标 瞄准 着眼 借助 顺应 面向 遵循 贯彻 紧抓 紧紧 积极适应 深刻 树牢 始终 随着 为了 为 在 当好 秉持 站在
     面对 面临 对照 本着 立足于 着眼于 基于 鉴于 按 依据 遵照 沿着 朝着 向着 对于 关于 当前 同时 今天 过去 回顾 展望`,
    true,
  ),
)
