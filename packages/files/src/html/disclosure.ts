import type { MetadataEntry } from '@jiannuo/kernel'
import type { Piece } from './lines.ts'
import { attribute, type Element, findElement } from './tree.ts'

/** Labels of the disclosure header (信息公开目录项) in the wordings that sites use, white space left out. */
const LABELS = [
  '索引号 信息索引号 公开索引号 目录号 信息分类 主题分类 体裁分类 组配分类 服务对象分类 分类 文号',
  '发文字号 发文文号 文件编号 发文号 公文字号 名称 信息名称 文件名称 标题 公文名称 发布机构 发文机关',
  '发文机构 发文单位 发布单位 公开主体 公开单位 公开责任部门 责任部门 制发机关 制文单位 公开日期 发布日期',
  '成文日期 生成日期 发文日期 印发日期 发布时间 成文时间 公开时间 生成时间 制发日期 生效日期 生效时间',
  '失效日期 失效时间 废止日期 废止时间 施行日期 有效期 有效性 时效性 效力状态 是否有效 文件状态 时效状态',
  '公开方式 公开范围 公开形式 公开时限 公开类别 公开程序 主题词 关键词 关键字 内容概述 信息内容概述',
  '内容摘要 来源 信息来源 文章来源 稿件来源 文件类型 公文种类 文种 统一编号 登记号 统一登记号',
  '规范性文件登记号 有关联文件 发布文号',
].flatMap((line) => line.split(' '))
const KNOWN = new Set(LABELS)
/** Longest first, so that 发布机构 is not read as a shorter label inside it; letters may be spread by blanks. */
const LABEL_IN_LINE = new RegExp(
  `(?:^|[\\s\\u3000|｜【\\[])(${[
    ...LABELS,
    '浏览次数',
    '浏览量',
    '阅读次数',
    '阅读量',
    '点击数',
    '点击量',
    '访问量',
    '字体',
    '字号',
    '作者',
    '编辑',
  ]
    .sort((a, b) => b.length - a.length)
    .map((label) => label.split('').join('[\\s\\u3000]{0,8}'))
    .join('|')})[\\s\\u3000]{0,4}[:：]`,
  'g',
)

/** A header names at least so many different things, or it is a sentence that happens to hold a label. */
const MIN_LABELS = 3
/** Text beside the pairs that a header may hold: a caption, a button. More is a document. */
const MAX_STRAY_CHARS = 60
const MAX_HEADER_CHARS = 4_000

/** The pairs of a box that is a disclosure header and nothing else; undefined for any other box. */
export function disclosureOf(pieces: readonly Piece[]): MetadataEntry[] | undefined {
  const tokens = pieces.flatMap((piece) =>
    piece.kind === 'line' ? [piece.text] : piece.table.data ? piece.table.rows.flat().map(({ text }) => text) : [],
  )
  if (tokens.length === 0 || tokens.join('').length > MAX_HEADER_CHARS) return undefined
  const entries: MetadataEntry[] = []
  let stray = 0
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] ?? ''
    const name = labelOf(token)
    if (name) {
      const next = tokens[i + 1]
      const value = next === undefined || labelOf(next) || pairsOf(next).length > 0 ? '' : next
      if (value !== '') i++
      entries.push({ name, value: value.trim() })
      continue
    }
    const pairs = pairsOf(token)
    if (pairs.length === 0) stray += token.length
    entries.push(...pairs)
  }
  const labels = new Set(entries.map(({ name }) => name))
  return labels.size >= MIN_LABELS && stray <= MAX_STRAY_CHARS ? entries.filter(({ value }) => value !== '') : undefined
}

const labelOf = (token: string): string | undefined => {
  const name = token.replace(/[\s\u3000:：【】[\]]/g, '')
  return KNOWN.has(name) ? name : undefined
}

/** `发布时间：2025-01-15 来源：区政府办` as pairs; the text must begin with a label. */
export function pairsOf(line: string): MetadataEntry[] {
  const hits = [...line.matchAll(LABEL_IN_LINE)]
  if (hits.length === 0 || line.slice(0, hits[0]?.index ?? 0).trim() !== '') return []
  return hits.flatMap((hit, index) => {
    const name = (hit[1] ?? '').replace(/[\s\u3000]/g, '')
    const value = line.slice(hit.index + hit[0].length, hits[index + 1]?.index ?? line.length)
    const tidied = value.replace(/[\s\u3000|｜】\]]+$/, '').trim()
    return KNOWN.has(name) && tidied !== '' ? [{ name, value: tidied }] : []
  })
}

/** Names of the meta tags that government sites must carry (GB/T 网站元数据规范), and what they are called here. */
const META_TAGS: Readonly<Record<string, string>> = {
  articletitle: '标题',
  pubdate: '发布日期',
  contentsource: '来源',
}

/** What the page's meta tags say. */
export function metaEntries(root: Parameters<typeof findElement>[0]): MetadataEntry[] {
  const entries: MetadataEntry[] = []
  findElement(root, (element: Element) => {
    if (element.tagName !== 'meta') return false
    const name = META_TAGS[attribute(element, 'name').toLowerCase()]
    const value = attribute(element, 'content').trim()
    if (name && value !== '') entries.push({ name, value })
    return false
  })
  return entries
}

/** Entries without the repeats of a name; the first to speak is kept. */
export function withoutRepeats(entries: readonly MetadataEntry[]): MetadataEntry[] {
  const names = new Set<string>()
  return entries.filter(({ name }) => !names.has(name) && names.add(name))
}
