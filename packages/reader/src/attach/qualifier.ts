import { isHan } from '../text/chars.ts'
import type { Token } from '../constructs/token.ts'
import { wordSet } from '../text/lexicon.ts'
import { NOUN_CONTINUES, VERBS_AFTER } from '../lexicon/after.ts'

// Nouns that a threshold narrows: 亿元以上项目, 10亿元产业
const NARROWED = wordSet(
  '项目 企业 产业 大项目 楼宇 工程 平台 集群 园区 乡镇 镇 村 县 重大 产业项目 工业 单位 主体 街道 大户 招商 的项目 的企业 的产业 的园区 的镇 的县 的乡镇 的村 龙头 骨干 先进 制造 外资 内资 投资 优质 重点 标志性 高质量 县域 规模 特色 大型 战略 固投 签约 新兴 支柱 商圈 商业 商品 市场 单体 产值 市级 省级 主导 科技 农业 服务业 强企 强县 大企业 现代 物流 基金 数字 未来 开放 专业 建筑业 级 俱乐部 方阵 城市 能级 国企 文旅 旅游 民营 群体 人群 家庭 群众',
)

// 4个类型, 3个方面: arrangement, nothing that could be reached
const ARRANGED = wordSet(
  '方面 类型 领域 环节 维度 层面 层次 阶段 方向 着力点 关键 抓手 方面工作 关键环节 重点方向 重点领域 步骤',
)

// Capacities inside a project's name: 20万吨污水处理项目, 500千伏变电站
const CAPACITY = new Set(['mass', 'energy', 'capacity', 'volume'])

/**
 * Whether a quantity only narrows the thing that follows it and is not itself reached: 60岁以上老人, 亿元以上项目36个, 投资10亿元以上项目.
 *
 * @returns the reason, or undefined when it states something
 */
export function qualifies(
  text: string,
  token: Token,
  segmentEnd: number,
  before: Token | undefined,
  later: Token | undefined,
): 'qualifier' | 'name' | 'other' | undefined {
  if (token.form === 'rank') return undefined
  if (
    (token.unit === '个' || token.unit === '类' || token.unit === '种') &&
    ARRANGED.prefix(text, token.end, segmentEnd) !== undefined
  )
    return 'other'
  const adjacent =
    before !== undefined && before.end === token.outer && before.form === 'quantity' && before.unitClass === 'count'
  // 8个1类新药, 3个2万吨级泊位: a number right behind a classifier belongs to the thing's name
  if (adjacent && isHan(text.charCodeAt(token.end)) && (token.unit === '类' || token.unitClass !== 'count'))
    return 'name'
  if (/伏$|^k?V$|吨级$/.test(token.unit)) return 'name'
  // 20户以上自然村: a size of settlement
  if (
    threshold0(text, token) &&
    /^(?:户|人|户籍人口)$/.test(token.unit) &&
    /^[\u4e00-\u9fff]{0,10}?(?:村|寨|屯|聚居|小区|社区)/.test(
      text.slice(token.end, Math.min(segmentEnd, token.end + 14)),
    )
  )
    return 'qualifier'
  // 时速350公里高铁, 进入ESI排名前1%
  if (/(?:时速|速度)$/.test(text.slice(Math.max(0, token.outer - 2), token.outer)) && isHan(text.charCodeAt(token.end)))
    return 'name'
  if (token.unitClass === 'percent' && text[token.outer - 1] === '前') return 'name'
  if (among(text, token, segmentEnd)) return 'qualifier'
  if (token.unitClass === 'age')
    return isHan(text.charCodeAt(token.end)) || text[token.end] === '、' ? 'qualifier' : undefined
  if (token.end >= segmentEnd) return undefined
  const next = text[token.end] ?? ''
  if (next === '级') return 'qualifier'
  if (!isHan(text.charCodeAt(token.end))) return undefined
  if (
    token.unitClass === 'length' &&
    later?.unitClass === 'percent' &&
    later.start < segmentEnd &&
    /^(?:覆盖|服务|范围|半径)/.test(text.slice(token.end, token.end + 2))
  )
    return 'qualifier'
  if (next === '内' && token.unitClass === 'length' && later !== undefined && later.start < segmentEnd)
    return 'qualifier'
  const threshold =
    (token.comparator === 'gte' || token.comparator === 'lte') && /[上内下]$/.test(text.slice(token.start, token.end))
  // 收入过20万元的行政村超过75%: with 的 it narrows what the next number counts
  if (
    next === '的' &&
    before !== undefined &&
    before.form === 'quantity' &&
    before.unitClass === 'count' &&
    token.outer - before.end <= 4 &&
    token.outer > before.end &&
    !/[，。；、]/.test(text.slice(before.end, token.outer)) &&
    token.unitClass === 'money'
  )
    return 'qualifier'
  if (next === '的' && token.unitClass !== 'percent') {
    const cut =
      /^(?:超|过|逾|达)|(?:以上|以下|以内)$/.test(text.slice(token.start, token.end)) ||
      /(?:超过|达到|过|达)$/.test(text.slice(token.outer, token.start))
    const left = text.slice(Math.max(0, token.outer - 6), token.outer)
    const counted = later !== undefined && later.form === 'quantity' && later.start < segmentEnd
    if (
      cut &&
      (counted
        ? !/(?:投资|面积|占地|造价|资金|产值)$/.test(left)
        : token.unitClass === 'money' && !/(?:总投资|面积|占地|造价|资金|贷款)$/.test(left))
    )
      return 'qualifier'
  }
  const past = token.comparator === 'gt' && !/[余多来]/.test(text.slice(token.start + 1, token.end))
  if (token.unitClass === 'money' || (token.unitClass === 'none' && /[万亿]$/.test(token.unit))) {
    // 80万重点群体 are people; 10亿项目 are projects of a size
    if (
      NARROWED.prefix(text, token.end, segmentEnd) !== undefined &&
      (token.unitClass === 'money' || threshold || past || token.unit.endsWith('亿'))
    )
      return 'qualifier'
    if (token.unitClass === 'none') return undefined
    return (threshold || past) &&
      !/^(?:大关|新?台阶|关口|门槛)/.test(text.slice(token.end, token.end + 4)) &&
      nounFollows(text, token.end, segmentEnd)
      ? 'qualifier'
      : undefined
  }
  if (
    token.comparator === 'approx' &&
    later !== undefined &&
    later.start < segmentEnd &&
    MEASURES.has(token.unitClass) &&
    nounFollows(text, token.end, segmentEnd)
  )
    return 'qualifier'
  if (threshold && MEASURES.has(token.unitClass) && nounFollows(text, token.end, segmentEnd)) return 'qualifier'
  if (CAPACITY.has(token.unitClass) && BUILT.test(text.slice(token.end, Math.min(segmentEnd, token.end + 22))))
    return 'name'
  return undefined
}

// 在全国168个重点城市中位居前列: the field that something is compared in
function among(text: string, token: Token, segmentEnd: number): boolean {
  if (token.unitClass !== 'count') return false
  const stop = text
    .slice(token.end, Math.min(segmentEnd, token.end + 14))
    .search(/中(?:位居|居|列|位列|排名|排|名列|率先|首个|唯一|第)/)
  return stop > 0 && /在[\u4e00-\u9fff]{0,8}$/.test(text.slice(Math.max(0, token.outer - 10), token.outer))
}

const threshold0 = (text: string, token: Token): boolean =>
  token.end < text.length &&
  (text.slice(token.start, token.end).endsWith('以上') || text.slice(token.start, token.end).endsWith('以下'))

// what a capacity names: 20万吨|污水处理项目; 新增12万吨|硅料产能 states one
const BUILT =
  /^[^，。；的]{0,24}?(?:项目|工程|生产线|产线|基地|装置|机组|电站|变电站|水厂|工厂|码头|泊位|航道|储备库|储罐|电厂|热源|锅炉|一体化|厂)/

const MEASURES = new Set(['area', 'length', 'mass', 'volume', 'energy', 'capacity'])

const nounFollows = (text: string, at: number, end: number): boolean =>
  text[at] !== '的' &&
  (VERBS_AFTER.prefix(text, at, end) === undefined || NOUN_CONTINUES.prefix(text, at, end) !== undefined)
