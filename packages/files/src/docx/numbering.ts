import { formatNumber } from './number-format.ts'
import { childNode, childNodes, isOn, valueOf, wholeNumber, type XmlNode } from './xml.ts'

interface Level {
  readonly start: number
  readonly format: string
  readonly pattern: string
  readonly separated: boolean
  readonly legal: boolean
  /** Number of the level, from 1, after which this one begins anew; 0 never, undefined after any higher one. */
  readonly restart: number | undefined
  readonly style: string | undefined
}

interface List {
  /** Lists of one abstract definition go on counting together. */
  readonly abstract: string
  readonly levels: ReadonlyMap<number, Level>
  readonly startOverrides: ReadonlyMap<number, number>
}

/** Restores automatic numbers, in the order of the document. */
export interface Numbering {
  /** The written number of the next paragraph of a list, with the blank that parts it from the text. */
  next(list: string, level: number | undefined, style: string | undefined): string
}

/** ECMA-376 knows nine levels. */
const LEVELS = 9

/** Bullets are ornaments, but a dash opens a target (`——地区生产总值增长6.5%`) and stays. */
const DASH = /^[—–\-－―]+$/

/** Reads numbering.xml; without it no paragraph has a number. */
export function readNumbering(root: XmlNode | undefined): Numbering {
  const lists = readLists(root)
  const counters = new Map<string, (number | undefined)[]>()
  const restarted = new Set<string>()
  return {
    next(id, wanted, style) {
      const list = lists.get(id)
      if (!list) return ''
      const index =
        wanted ?? [...list.levels].find(([, { style: own }]) => own !== undefined && own === style)?.[0] ?? 0
      const level = list.levels.get(index)
      if (!level) return ''
      const counts = counters.get(list.abstract) ?? []
      counters.set(list.abstract, counts)
      count(counts, list, index, restarted.has(`${id}/${index}`))
      restarted.add(`${id}/${index}`)
      return label(counts, list, level)
    },
  }
}

function count(counts: (number | undefined)[], list: List, index: number, begun: boolean): void {
  const override = begun ? undefined : list.startOverrides.get(index)
  const start = list.startOverrides.get(index) ?? list.levels.get(index)?.start ?? 1
  const before = counts[index]
  counts[index] = override ?? (before === undefined ? start : before + 1)
  // A number of a higher level that was never shown counts as begun.
  for (let higher = 0; higher < index; higher++) counts[higher] ??= list.levels.get(higher)?.start ?? 1
  for (let lower = index + 1; lower < LEVELS; lower++) {
    const restart = list.levels.get(lower)?.restart
    if (restart === undefined || (restart > 0 && index < restart)) counts[lower] = undefined
  }
}

function label(counts: readonly (number | undefined)[], list: List, level: Level): string {
  if (level.format === 'bullet') return DASH.test(level.pattern) ? level.pattern : ''
  const text = level.pattern.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1
    const format = list.levels.get(index)?.format ?? 'decimal'
    return formatNumber(counts[index] ?? 1, level.legal && format !== 'decimalZero' ? 'decimal' : format)
  })
  // `1.` and `5万户` must not become `1.5万户`; after 、 and ） the text follows at once, as it is typed by hand.
  return level.separated && /[\x21-\x7e]$/.test(text) ? `${text} ` : text
}

function readLists(root: XmlNode | undefined): Map<string, List> {
  const abstracts = new Map<string, XmlNode>()
  const byStyle = new Map<string, XmlNode>()
  for (const node of childNodes(root, 'w:abstractNum')) {
    abstracts.set(node.attributes['w:abstractNumId'] ?? '', node)
    const style = valueOf(node, 'w:styleLink')
    if (style) byStyle.set(style, node)
  }
  const lists = new Map<string, List>()
  for (const node of childNodes(root, 'w:num')) {
    const named = abstracts.get(valueOf(node, 'w:abstractNumId') ?? '')
    // A definition may point to a list style, where the levels stand.
    const abstract = named && (byStyle.get(valueOf(named, 'w:numStyleLink') ?? '') ?? named)
    if (abstract) lists.set(node.attributes['w:numId'] ?? '', readList(node, abstract))
  }
  return lists
}

function readList(node: XmlNode, abstract: XmlNode): List {
  const levels = readLevels(abstract)
  const startOverrides = new Map<number, number>()
  for (const override of childNodes(node, 'w:lvlOverride')) {
    const index = wholeNumber(override.attributes['w:ilvl'])
    if (index === undefined) continue
    const start = wholeNumber(valueOf(override, 'w:startOverride'))
    if (start !== undefined) startOverrides.set(index, start)
    const level = childNode(override, 'w:lvl')
    if (level) levels.set(index, readLevel(level))
  }
  return { abstract: abstract.attributes['w:abstractNumId'] ?? '', levels, startOverrides }
}

function readLevels(abstract: XmlNode): Map<number, Level> {
  const levels = new Map<number, Level>()
  for (const node of childNodes(abstract, 'w:lvl')) {
    const index = wholeNumber(node.attributes['w:ilvl'])
    if (index !== undefined && index >= 0 && index < LEVELS) levels.set(index, readLevel(node))
  }
  return levels
}

const readLevel = (node: XmlNode): Level => ({
  start: wholeNumber(valueOf(node, 'w:start')) ?? 0,
  format: formatOf(node),
  pattern: valueOf(node, 'w:lvlText') ?? '',
  separated: valueOf(node, 'w:suff') !== 'nothing',
  legal: isOn(node, 'w:isLgl'),
  restart: wholeNumber(valueOf(node, 'w:lvlRestart')),
  style: valueOf(node, 'w:pStyle'),
})

/** Newer formats hide behind an alternative whose fallback is the one that older programs knew. */
function formatOf(node: XmlNode): string {
  const plain = valueOf(node, 'w:numFmt')
  if (plain !== undefined) return plain
  return valueOf(childNode(childNode(node, 'mc:AlternateContent'), 'mc:Fallback'), 'w:numFmt') ?? 'decimal'
}
