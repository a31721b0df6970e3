import type { DocumentKind, Meta, ReadOptions } from '../types.ts'
import { digitValue, narrowDigits } from '../text/chars.ts'

const LABELS: Readonly<Record<string, keyof Fields>> = {
  名称: 'title',
  标题: 'title',
  索引号: 'indexNumber',
  文号: 'documentNumber',
  发文字号: 'documentNumber',
  文件编号: 'documentNumber',
  发布机构: 'publisher',
  发文机关: 'publisher',
  发文机构: 'publisher',
  公开机构: 'publisher',
  信息来源: 'publisher',
  来源: 'publisher',
  制发机关: 'publisher',
  公开日期: 'date',
  发布日期: 'date',
  发布时间: 'date',
  成文日期: 'date',
  生成日期: 'date',
  发文日期: 'date',
  时间: 'date',
  公开方式: 'skip',
  有效性: 'skip',
  主题分类: 'skip',
  字体: 'skip',
  主题词: 'skip',
  责任编辑: 'skip',
  浏览次数: 'skip',
}

/** Fields of the disclosure header. */
export interface Fields {
  title?: string
  indexNumber?: string
  documentNumber?: string
  publisher?: string
  date?: string
  skip?: string
}

const LABEL =
  /(名\s*称|标\s*题|索\s*引\s*号|文\s*号|发文字号|文件编号|发布机构|发文机关|发文机构|公开机构|制发机关|信息来源|来\s*源|公开日期|发布日期|发布时间|成文日期|生成日期|发文日期|时\s*间|公开方式|有效性|主题分类|字\s*体|主题词|责任编辑|浏览次数)\s*[:：]/g

/** Whether a line belongs to the disclosure header above the document, such as 索引号: … 发布机构: …. */
export function headerFields(line: string): Fields | undefined {
  if (line.length > 300 || !/[:：]/.test(line)) return undefined
  const marks = [...line.matchAll(LABEL)]
  if (marks.length === 0 || (marks[0]?.index ?? 0) > 14) return undefined
  const fields: Fields = {}
  marks.forEach((mark, i) => {
    const key = LABELS[(mark[1] ?? '').replace(/\s/g, '')]
    const value = line.slice((mark.index ?? 0) + mark[0].length, marks[i + 1]?.index ?? line.length).trim()
    if (key !== undefined && value !== '' && fields[key] === undefined) fields[key] = value
  })
  return fields
}

const TITLE = /报告|计划|公报|规划|要点|方案|通报|工作总结/

/** Whether a line may be the document's title. */
export function isTitle(line: string): boolean {
  const words = line.replace(/\s/g, '')
  if (words.length > 44 || words.length < 4 || !TITLE.test(words) || /[，。；]/.test(words)) return false
  return (
    /(?:报告|计划|公报|规划|要点|方案|通报|总结)(?:[（(【].{0,20})?$/.test(words) ||
    (/(?:报告|计划)/.test(words) && words.length <= 40)
  )
}

/** Kind of a document by its title, or by its first words when there is none. */
export function kindOf(title: string, head: string, session?: string): DocumentKind {
  if (/公报/.test(title)) return 'bulletin'
  if (/政府工作报告|工作报告|报告|总结/.test(title)) return 'report'
  if (/计划|规划|要点|方案|安排/.test(title)) return 'plan'
  if (/向大会(?:报告|作).{0,8}(?:工作|报告)|请予审议|各位代表/.test(head)) return 'report'
  if (session !== undefined && /人民代表大会|人大/.test(session)) return 'report'
  if (/统计公报|国民经济和社会发展统计/.test(head)) return 'bulletin'
  return 'other'
}

/** A day written in the text as YYYY-MM-DD: 2024年12月30日, 2024-12-30. */
export function dayIn(words: string): string | undefined {
  const m = /(\d{4})\s{0,9}[年.\-/]\s{0,9}(\d{1,2})\s{0,9}[月.\-/]\s{0,9}(\d{1,2})/.exec(narrowDigits(words))
  if (m === null) return undefined
  const [, y, mo, d] = m
  const month = Number(mo)
  const day = Number(d)
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
    ? `${y}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    : undefined
}

const PLACE =
  /([\u4e00-\u9fff]{1,9}?(?:自治区|自治州|自治县|特区|新区|省|市|区|县|州|盟|旗)(?:[\u4e00-\u9fff]{1,6}?(?:区|县|市))?)(?=第|十|人民|政府|\d|国民|经济|[—-]|的)/

/** Whether words name a place: 县 in 在县十七届… does not. */
const namesPlace = (words: string | undefined): boolean =>
  words !== undefined && words.length > 1 && !/^[全我本在于]?[省市县区州旗]$/.test(words) && !words.includes('代表')

/** The place that speaks, from the title, the line of the session, or the publisher. */
export function placeIn(...lines: (string | undefined)[]): string | undefined {
  for (const line of lines) {
    if (line === undefined) continue
    const session =
      /在([\u4e00-\u9fff]{1,14}?)(?:第?[一二三四五六七八九十]+届|人民代表大会|第[一二三四五六七八九十]+次)/.exec(line)
    const bare = line.replace(/^[\s（(—-]*\d{4}年(?:度)?(?:\d{1,2}月\d{1,2}日)?/, '')
    const named = [session?.[1], PLACE.exec(bare)?.[1]].find(namesPlace)
    if (named !== undefined) return named
  }
  return undefined
}

/** The first calendar year that a line names, or undefined. */
export function yearIn(line: string): number | undefined {
  const m = /((?:19|20)\d{2})(?=\s{0,9}(?:年|-|—|\b))/.exec(narrowDigits(line))
  return m === null ? undefined : Number(m[1])
}

/** What the head of a document gives. */
export interface Head {
  title: string
  fields: Fields
  /** The line that names session and day. */
  session: string | undefined
  /** Years that the top headings name for each half. */
  reviewYear: number | undefined
  planYear: number | undefined
}

/**
 * Settles what is known of the document. A report delivered in January reviews the year before and plans its own;
 * one delivered in November or December reviews its own year and plans the next (GUIDE, last settled case).
 */
export function settleMeta(head: Head, firstWords: string, options: ReadOptions): Meta {
  // the first entry of a kind wins: what the page itself shows comes before what its head only declares
  const given = new Map(
    [...(options.metadata ?? [])].toReversed().map((m) => [LABELS[m.name.replace(/\s/g, '')], m.value]),
  )
  const title =
    options.title ??
    (head.title !== '' ? head.title : (given.get('title') ?? head.fields.title ?? stem(options.fileName)))
  const kind = options.kind ?? kindOf(title, firstWords, head.session)
  const published = dayIn(given.get('date') ?? head.fields.date ?? '')
  const delivered = dayIn(head.session ?? '')
  const years = settleYears(kind, head, title, delivered ?? published, options)
  const place = placeIn(head.session, title, given.get('publisher') ?? head.fields.publisher, options.fileName)
  const meta: { -readonly [K in keyof Meta]: Meta[K] } = { title, kind }
  const set = <K extends keyof Meta>(key: K, value: Meta[K] | undefined): void => {
    if (value !== undefined) meta[key] = value
  }
  set('place', place)
  set('year', years.plan ?? years.review)
  set('reviewYear', years.review)
  set('publisher', given.get('publisher') ?? head.fields.publisher)
  set('indexNumber', given.get('indexNumber') ?? head.fields.indexNumber)
  set('documentNumber', given.get('documentNumber') ?? head.fields.documentNumber)
  set('date', published ?? delivered)
  return meta
}

const stem = (fileName: string | undefined): string =>
  (fileName ?? '').replace(/^.*[\\/]/, '').replace(/\.[A-Za-z]{2,5}$/, '')

function settleYears(
  kind: DocumentKind,
  head: Head,
  title: string,
  day: string | undefined,
  options: ReadOptions,
): { plan: number | undefined; review: number | undefined } {
  // a year that no document can be of is no help
  if (options.year !== undefined && Number.isInteger(options.year) && options.year >= 1900 && options.year <= 2200)
    return { plan: options.year, review: kind === 'bulletin' ? options.year : options.year - 1 }
  const titled = yearIn(title)
  if (kind === 'bulletin') return { plan: undefined, review: titled ?? head.reviewYear }
  if (kind === 'plan') return { plan: head.planYear ?? titled ?? dayYear(day), review: head.reviewYear ?? less(titled) }
  if (head.planYear !== undefined || head.reviewYear !== undefined)
    return { plan: head.planYear ?? more(head.reviewYear), review: head.reviewYear ?? less(head.planYear) }
  const byDay =
    day === undefined
      ? undefined
      : digitValue(day.charCodeAt(5)) * 10 + digitValue(day.charCodeAt(6)) >= 11
        ? more(dayYear(day))
        : dayYear(day)
  const byName = byDay ?? titled ?? yearIn(options.fileName ?? '')
  return { plan: byName, review: less(byName) }
}

const dayYear = (day: string | undefined): number | undefined =>
  day === undefined ? undefined : Number(day.slice(0, 4))
const less = (year: number | undefined): number | undefined => (year === undefined ? undefined : year - 1)
const more = (year: number | undefined): number | undefined => (year === undefined ? undefined : year + 1)
