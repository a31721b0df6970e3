import { isHan } from '../text/chars.ts'
import { Lexicon, words, wordSet } from '../text/lexicon.ts'
import { boundBefore } from '../lexicon/bounds.ts'
import { WEAK_CLASSIFIERS } from '../lexicon/units.ts'
import { quantity } from './quantity.ts'
import { chineseAt, type Construct, type Token } from './token.ts'
import { readUnit } from './unit.ts'

// Nouns that a number only arranges: 六个方面, 四大主导产业. They count nothing that could be reached.
const STRUCTURE = wordSet(
  `方面 领域 环节 维度 关键 重点 层面 层次 阶段 方向 着力 抓手 坚持 确立 维护 意识 自信 必须 注重 结合 步走 不放 持续 聚焦 更加 突出 主题 战略 行动 攻坚 体系 机制 格局 理念 要求 原则 目标 任务 中心 优势 特色 主导 细分 地区 市场 轮子 文明 屏障 作用 问题 关系 群体 时期 季度 工作日 小时 工程 计划 专项 清单 转变 提升 强化 高地 支柱 梯队 梯次 转型 抓 创 新 统筹 不变 落实 到位 主要 基本 核心 难题 短板 千 百 会 字 文章 硬仗 样板 名片 牌 字招牌 品牌 人民 没有 口子 根本 板块 类别 台阶 重大 亿 行业 链条 国家 大局 需求 认识 翼 极 带 圈 廊 片 面 点 线 区域 三 四 五 百千 一线 新区`,
)

// Things that are counted even in Chinese numerals and with the plainest classifiers.
const CONCRETE = wordSet(
  '项目 企业 园区 乡镇 镇 村 社区 小区 学校 公司 基地 平台 车间 实验室 街道 港区 码头 机场 电站 泵站 水库 医院 公园 广场 行政村 自然村 县 市 开发区 集团 品种 景区 车站 厂 工厂 小学 中学 幼儿园 养老 农贸市场 污水 垃圾 变电 公租房 安置 省级 国家级 市级',
)

const BUILT = new Lexicon<true>(
  words(
    '建成 新建 投用 建设 完成 开工 竣工 改造 引进 落户 成立 创建 新增 修建 启动 扩建 改建 打通 关停 拆除 举办 召开 组建',
    true,
  ),
)

const STRONG_ONE = new Set(['座', '所', '处', '家', '栋'])

/**
 * A count in Chinese numerals: 三座, 十二项, 两千余人, 百余家, 近千家. Refuses names and arrangements (四大产业, 六个方面, 一批).
 */
export const chineseQuantity: Construct = (cx) => {
  const { text, at, end } = cx
  const number = chineseAt(cx)
  const numeralEnd = number?.end ?? at
  const unit = readUnit(text, numeralEnd, end)
  if (unit === undefined || unit.text === '') return undefined
  const bounded = boundBefore(text, at, cx.floor) !== undefined || unit.more
  const token = quantity(cx, { number: number ?? { end: at, value: 1 }, unit, end: unit.end }, 'R12.chinese')
  if (token.form === 'excluded') return token
  if (number?.counted !== true) return bareScale(cx.text, token, unit.base, bounded, cx.end)
  if (unit.bare) return bounded && !isHan(text.charCodeAt(unit.end)) ? token : undefined
  return counts(cx.text, token, number.value, unit, cx.floor, cx.end) ? token : undefined
}

// 百, 千, 万, 亿 without a digit count only with a bound word: 近百家, 突破千亿元; 百姓 and 万家灯火 are words
function bareScale(text: string, token: Token, base: string, bounded: boolean, limit: number): Token | undefined {
  if (!bounded) return undefined
  if (base === '') return token.end >= limit || !isHan(text.charCodeAt(token.end)) ? token : undefined
  return token
}

function counts(
  text: string,
  token: Token,
  value: number,
  unit: { base: string; unitClass: string; end: number },
  floor: number,
  limit: number,
): boolean {
  if (unit.unitClass === 'age') return false
  const next = token.end
  if (unit.unitClass === 'times') return true
  if (value <= 1) return STRONG_ONE.has(unit.base) && BUILT.suffix(text, token.outer, floor) !== undefined
  if (STRUCTURE.prefix(text, next, limit) !== undefined) return false
  if (unit.unitClass !== 'count')
    return unit.unitClass !== 'time' && unit.base !== '里' && unit.base !== '方' && unit.base !== '度'
  if (unit.base === '个' || unit.base === '项')
    return (
      value >= 11 ||
      CONCRETE.prefix(text, next, limit) !== undefined ||
      text[token.outer - 1] === '等' ||
      BUILT.suffix(text, token.outer, floor) !== undefined
    )
  if (WEAK_CLASSIFIERS.has(unit.base)) return value >= 20 && '台人名支部本份口床张块片批'.includes(unit.base)
  return true
}
