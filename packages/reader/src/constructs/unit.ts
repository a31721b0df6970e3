import { UNITS, type UnitClass } from '../lexicon/units.ts'

/** A unit read in place: as written but for an inner 余 or 多 (30多万人次 is 30, 万人次). */
export interface Unit {
  readonly end: number
  readonly text: string
  readonly unitClass: UnitClass | 'none'
  /** Whether 余, 多 or 来 stood inside. */
  readonly more: boolean
  /** Whether the base unit is missing behind a multiplier: 投资需求1000亿. */
  readonly bare: boolean
  /** The base without multiplier. */
  readonly base: string
}

// a classifier that is the first half of a common word is no classifier there: 3家庭, 5条件, 300万人口
const NOT_BEFORE: Readonly<Record<string, string>> = {
  轮: '车胎毂船滑',
  家: '庭长电园具居风禽政',
  人: '才口民大均工力群居士员文体',
  户: '籍口外型主',
  本: '科地土级外市省区县',
  种: '植业粮子养苗畜',
  头: '部雁',
  名: '优师校企医牌特称录',
  条: '件例约款',
  台: '商资湾州风阶账',
  批: '发复准量零',
  组: '织建团合',
  位: '于居列置',
  对: '口外接标应下全',
  列: '入',
  所: '有属在得需谓',
  处: '理置于级室方境',
  场: '所馆地景外域',
  套: '餐',
  项: '目',
  支: '持部撑付行出农教',
  部: '门分署委级队件长',
  份: '额',
  口: '岸袋碑',
  片: '区',
  道: '路德闸',
  亩: '均',
  方: '面案式向位便法针',
  件: '均',
  门: '户店窗',
  站: '点',
  人次: '',
  间: '接',
  起: '步草到来',
  单: '位元一',
  起来: '',
  年: '',
  度: '假',
  里: '程',
  元: '素',
  线: '上下路',
  点: '位',
  次: '级序',
  股: '份权',
  手: '术续段',
  车: '站间辆',
  国: '家际有',
  县: '域级城区委',
  市: '场级区委',
  省: '级委际',
  镇: '区村',
  村: '庄民级集居',
  乡: '村镇',
  社: '会区',
  校: '园企长',
  店: '铺',
  园: '区林',
  校企: '',
  机: '构制器场',
  节: '能点约水',
  路: '网段口面',
  层: '次级面',
  环: '境节保卫',
  行: '业政动',
  网: '络格点',
  万: '达',
  圈: '层',
  级: '别',
  子: '女公基',
  团: '队结',
  库: '区',
  里程: '',
  面: '积向',
  段: '落',
  分: '钟别类中公',
  具: '有体备',
  把: '手关握',
  顶: '层级',
  尊: '重',
  连: '续接片通',
  联: '合动网',
  双: '向创',
  剂: '量',
  粒: '物',
  首: '创届次',
  号: '',
  样: '本板',
  扇: '',
  季: '度节',
  届: '',
  缸: '',
  期: '间末初货望刊',
}

const isScale = (code: number): boolean => code === 0x4e07 || code === 0x4ebf || code === 0x5343 || code === 0x767e // 万 亿 千 百

/**
 * Reads the unit at a position right behind a numeral: multipliers, an inner 余/多, the base, a slash unit.
 */
export function readUnit(text: string, at: number, limit: number): Unit | undefined {
  let i = at
  let more = false
  if (isMore(text, i, limit)) {
    more = true
    i++
  }
  const scaleStart = i
  while (i < limit && i - scaleStart < 3 && isScale(text.charCodeAt(i))) i++
  const scale = text.slice(scaleStart, i)
  if (scale !== '' && !more && isMore(text, i, limit)) {
    more = true
    i++
  }
  const base = baseAt(text, i, limit)
  if (base === undefined) {
    if (scale === '' && !more) return undefined
    const end = more && scale === '' ? scaleStart : i
    return { end, text: scale, unitClass: 'none', more, bare: true, base: '' }
  }
  const end = slashEnd(text, parenEnd(text, base.end, limit), limit)
  return {
    end,
    text: scale + text.slice(i, end),
    unitClass: base.unitClass,
    more,
    bare: false,
    base: text.slice(i, base.end),
  }
}

// 余 and 多 say "more than" only between number and unit (50多个, 6700余本) or at the end of the phrase
function isMore(text: string, at: number, limit: number): boolean {
  if (at >= limit) return false
  const c = text.charCodeAt(at)
  if (c !== 0x4f59 && c !== 0x591a && c !== 0x6765) return false // 余 多 来
  const next = at + 1
  if (c === 0x6765) return next < limit && UNITS.prefix(text, next, limit) !== undefined && !text.startsWith('来自', at)
  return next >= limit || isScale(text.charCodeAt(next)) || UNITS.prefix(text, next, limit) !== undefined
}

function baseAt(text: string, at: number, limit: number): { end: number; unitClass: UnitClass } | undefined {
  if (at >= limit) return undefined
  const hit = UNITS.prefix(text, at, limit)
  if (hit === undefined) return undefined
  const end = at + hit.word.length
  const not = NOT_BEFORE[hit.word]
  if (not?.includes(text[end] ?? '\n') && !(hit.word === '项' && text.startsWith('目标', end))) return undefined
  return { end, unitClass: hit.value }
}

// 17.3万套（间）, 10人(家): a second classifier in brackets
function parenEnd(text: string, at: number, limit: number): number {
  const c = text[at]
  if (c !== '（' && c !== '(') return at
  const hit = UNITS.prefix(text, at + 1, limit)
  const close = at + 1 + (hit?.word.length ?? 0)
  return hit !== undefined && hit.word.length <= 2 && (text[close] === '）' || text[close] === ')') ? close + 1 : at
}

// 元/平方米, 微克/立方米, 吨/日: the second half is a unit too, or a person or day
function slashEnd(text: string, at: number, limit: number): number {
  const c = text.charCodeAt(at)
  if (at + 1 >= limit || (c !== 47 && c !== 0xff0f)) return at
  let i = at + 1
  while (i < limit && isScale(text.charCodeAt(i))) i++
  const hit = UNITS.prefix(text, i, limit)
  if (hit !== undefined) return i + hit.word.length
  return i > at + 1 ? i : at
}
