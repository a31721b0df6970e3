import {
  BREAK,
  CLOSE,
  classAt,
  digitValue,
  isHan,
  indexWithin,
  LATIN,
  narrowDigits,
  OPEN,
  STOP,
} from '../text/chars.ts'
import { GENERIC } from '../lexicon/nouns.ts'
import { FRONT, PROTECTED } from '../lexicon/verbs.ts'
import { verbAt } from './left.ts'
import { NOUN_CONTINUES, VERBS_AFTER } from '../lexicon/after.ts'

/** What the words behind a number say: the noun that is counted and what is said of it. */
export interface Right {
  readonly start: number
  readonly end: number
  /** A verb behind the noun, and where it stands. */
  readonly verbStart: number
  readonly verbEnd: number
  readonly verb: 'award' | 'state' | 'stop' | ''
  /** Where the phrase ends. */
  readonly limit: number
  /** 的 stood between number and noun. */
  readonly of: boolean
}

/**
 * Takes the words behind a number apart, up to the end of its segment or the number after it: 30个[亿元以上项目]开工建设.
 *
 * @returns undefined when no noun follows directly
 */
export function readRight(text: string, from: number, segmentEnd: number, nextStart: number): Right | undefined {
  let start = from
  const of = text[start] === '的'
  if (of) start++
  if (start >= segmentEnd || !(opensNoun(text, start) || digitValue(text.charCodeAt(start)) >= 0)) return undefined
  const limit = phraseEnd(text, start, segmentEnd, nextStart)
  if (limit <= start) return undefined
  const first = VERBS_AFTER.prefix(text, start, limit)
  if (
    first !== undefined &&
    NOUN_CONTINUES.prefix(text, start, limit) === undefined &&
    !attributive(text, start, first.word, limit) &&
    !nounDespiteVerb(text, start, first.word, limit)
  )
    return undefined
  if (adverbAndVerb(text, start, limit)) return undefined
  const quoted = text[start] === '“' ? indexWithin(text, '”', start, limit) : -1
  if (quoted > start && quoted < limit && '和及与'.includes(text[quoted + 1] ?? '\n'))
    return { start, end: quoted + 1, verbStart: quoted + 1, verbEnd: quoted + 1, verb: '', limit, of }
  for (let p = quoted > start && quoted < limit ? quoted + 1 : start + 1; p < limit; p++) {
    // 9个续建项目6月底前竣工: a date is no part of the noun
    if (digitValue(text.charCodeAt(p)) >= 0 && /^\d{1,4}[年月日]/.test(narrowDigits(text.slice(p, p + 5))))
      return { start, end: trimEnd(text, start, p), verbStart: p, verbEnd: p, verb: 'stop', limit, of }
    if (text[p] === '“' && GENERIC.has(text.slice(start, p))) {
      const close = indexWithin(text, '”', p, limit)
      if (close > 0 && close < limit)
        return { start, end: p, verbStart: p, verbEnd: close + 1, verb: 'state', limit, of }
    }
    if (text[p] === '“') {
      // words in quotation marks are a name whatever verbs they hold
      const close = indexWithin(text, '”', p, limit)
      if (close > p && close < limit) p = close
      continue
    }
    const hit = VERBS_AFTER.prefix(text, p, limit)
    if (
      hit === undefined ||
      (p - start < 2 && !'村区镇县市户人路桥'.includes(text[start] ?? '\n')) ||
      text[p + hit.word.length] === '的'
    )
      continue
    const kept = NOUN_CONTINUES.prefix(text, p, limit)
    if (kept !== undefined) {
      p += kept.word.length - 1
      continue
    }
    if (hit.word.length === 1 && ambiguous(text, p)) continue
    return {
      start,
      end: trimEnd(text, start, p),
      verbStart: p,
      verbEnd: p + hit.word.length,
      verb: hit.value,
      limit,
      of,
    }
  }
  return { start, end: trimEnd(text, start, limit), verbStart: limit, verbEnd: limit, verb: '', limit, of }
}

// 6700余本严厉打击…: where a full stop was lost, an adverb and a verb begin the next sentence
const adverbAndVerb = (text: string, at: number, limit: number): boolean => {
  const hit = FRONT.prefix(text, at, limit)
  return hit !== undefined && hit.word.length >= 2 && verbAt(text, at + hit.word.length, limit) !== undefined
}

// a joining word leads to the next number and opens no noun: 1052件和市政协提案937件
const JOINS = /^[和及与](?![美平谐田睦])/

const opensNoun = (text: string, at: number): boolean =>
  !JOINS.test(text.slice(at, at + 2)) &&
  (isHan(text.charCodeAt(at)) || '“《A'.includes(text[at] ?? '\n') || classAt(text, at) === LATIN)

// 639个纳入省调度的重点项目: a verb phrase that 的 turns into a modifier
function attributive(text: string, at: number, word: string, limit: number): boolean {
  if (word.length < 2 || at + word.length >= limit) return false
  const of = text.slice(at, Math.min(limit, at + 12)).indexOf('的')
  return of >= word.length && of + 2 < limit - at
}

// 3个服务中心: a verb right behind the number is a noun's beginning when a noun of that kind follows
const nounDespiteVerb = (text: string, at: number, word: string, limit: number): boolean =>
  PROTECTED.prefix(text, at, limit) !== undefined ||
  (word.length === 1
    ? ambiguous(text, at)
    : !PREDICATE.has(word) && limit - at > word.length && isHan(text.charCodeAt(at + word.length)))

/** Verbs that say something of the number itself and never begin a noun: 152万户增长5%. */
const PREDICATE = new Set(
  '整合 合并 归并 加快 实现 达到 达 超过 突破 增加 减少 增长 下降 提高 降低 上升 回落 位居 同比 分别 均 已 共 全部 新增 将 正在 有序 陆续 相继 顺利 率先 被 由 占 使 让 累计 预计 力争 推进 完成 取得 成功 得到 享受 用上 喝上 住上 吃上 搬进 搬入 走上 受到 争取 发放 安装 办理 提供 减免 做到 成为 带动 吸引 拉动 助力 促进 形成 满足 消除 得以 有望 及时 提前 持续 稳步 如期 正式 落实 执行 纳入 列入'.split(
    ' ',
  ),
)

const WORDS_WITH: Readonly<Record<string, string>> = {
  有: '国所私限机轨线色毒害氧公',
  为: '民老企农',
  会: '员议展客',
  能: '源力量人',
  要: '素闻件点',
  在: '建线册职岗',
  可: '再视持用',
  到: '期',
  将: '军',
  从: '业',
  对: '外口接标',
  以: '上下内',
  和: '美平谐',
  与: '会',
  就: '业诊医',
  再: '生就',
  并: '购网',
  创: '新业意投客',
  总: '部投装量站',
  共: '享建治同',
  均: '等',
  近: '零海郊',
  超: '级市限大低高算长',
  居: '民家住委',
  获: '得感',
  达: '标',
  占: '地道',
  向: '上',
  于: '',
  由: '来',
  被: '子',
  把: '手',
  是: '',
  约: '谈',
  应: '急用届',
  需: '求',
  还: '款迁建',
  已: '',
  也: '',
  且: '',
  又: '',
  才: '艺',
  至: '',
  须: '',
}

const ambiguous = (text: string, at: number): boolean => {
  const next = text[at + 1] ?? ''
  const word = text[at] ?? ''
  if (WORDS_WITH[word]?.includes(next) === true && next !== '') return true
  const before = text[at - 1] ?? ''
  if (word === '会') return true
  if ('国民公私省市县乡村社居农'.includes(before) && '有居'.includes(word)) return true
  if (word === '和' || word === '与') return true
  if (word === '居' && '民安定宜家群'.includes(before)) return true
  if (word === '能' && '智功节储性职效产动电热光风核氢'.includes(before)) return true
  if (word === '达' && '发到通直雷'.includes(before)) return true
  if (word === '要' && '重主需'.includes(before)) return true
  if (word === '应' && '供适响'.includes(before)) return true
  if (word === '对' && '相绝面针应反核'.includes(before)) return true
  if (word === '将' || word === '从') return false
  if (word === '为' && '作行'.includes(before)) return true
  if (word === '是' && '但只'.includes(before)) return true
  if (word === '可' && '许认'.includes(before)) return true
  if (word === '于' && '基高低属位'.includes(before)) return true
  if (word === '共' && '公'.includes(before)) return true
  return word === '创' && '文科双首'.includes(before)
}

// The phrase ends at a comma or stop outside brackets; before a further number it ends at the last 、 or joining word that leads to it.
function phraseEnd(text: string, start: number, segmentEnd: number, nextStart: number): number {
  let depth = 0
  let pause = -1
  const limit = Math.min(segmentEnd, nextStart)
  for (let i = start; i < limit; i++) {
    const c = classAt(text, i)
    if ((text[i] === '(' || text[i] === '（') && digitValue(text.charCodeAt(i + 1)) >= 0) return i
    if (c === OPEN) depth++
    else if (c === CLOSE) {
      if (depth === 0) return i
      depth--
    } else if (depth === 0 && (c === BREAK || c === STOP)) return i
    else if (depth === 0 && text[i] === '、' && pause < 0) pause = i
  }
  if (nextStart >= segmentEnd) return limit
  if (text[nextStart - 1] === '等') {
    // 8个轨道交通项目和高端船舶、新能源汽车等59个产业项目: names of the second number begin at the first joining word
    for (let i = start + 2; i < limit; i++) if ('、和及与'.includes(text[i] ?? '\n')) return i
  }
  // 43所高校、职业院校和538所中小学: the sign right before the next number parts the two, those before it join one noun
  if (nextStart > start && '、和及与'.includes(text[nextStart - 1] ?? '\n')) return nextStart - 1
  if (pause >= 0) return pause
  // 3座变电站和配套5公里电力通道: the joining word before the next number parts the two
  for (let i = limit - 1; i > start + 1 && limit - i <= 5; i--)
    if ((text[i] === '和' || text[i] === '及' || text[i] === '与') && onlyWords(text, i + 1, limit)) return i
  return limit
}

// between the joining word and the number stand only fillers and a verb: 和|配套5公里, not 国家和|地区近1500名
function onlyWords(text: string, from: number, to: number): boolean {
  let at = from
  while (at < to) {
    const step = FRONT.prefix(text, at, to)?.word.length ?? verbAt(text, at, to)?.length ?? 0
    if (step === 0) return false
    at += step
  }
  return true
}

function trimEnd(text: string, start: number, end: number): number {
  let i = end
  while (i > start && ' 　、，的等和及与并且”'.includes(text[i - 1] ?? '')) {
    if (text[i - 1] === '”' && text.slice(start, i).includes('“')) break
    i--
  }
  return i
}
