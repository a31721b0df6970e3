import { childNode, childNodes, isOn, valueOf, wholeNumber, type XmlNode } from './xml.ts'

/** Numbering of a paragraph: list and level, each possibly left to the style. */
export interface NumberingRef {
  readonly list: string | undefined
  readonly level: number | undefined
}

/** What a paragraph takes from its style and the styles that this one is based on. */
export interface ParagraphStyle {
  /** Heading level from 1. */
  readonly heading: number | undefined
  readonly numbering: NumberingRef
  readonly isTitle: boolean
  /** A line of the table of contents, which only repeats the headings. */
  readonly isContents: boolean
  readonly hidden: boolean
}

/** Finds the style of a paragraph; without an id, the default style. */
export type Styles = (id: string | undefined) => ParagraphStyle

/** A chain of styles longer than this goes in a circle. */
const MAX_CHAIN = 20

/** Paragraph styles from styles.xml. */
export function readStyles(root: XmlNode | undefined): Styles {
  const nodes = new Map<string, XmlNode>()
  let fallback: string | undefined
  for (const node of childNodes(root, 'w:style')) {
    if ((node.attributes['w:type'] ?? 'paragraph') !== 'paragraph') continue
    const id = node.attributes['w:styleId'] ?? ''
    nodes.set(id, node)
    if (/^(?:1|true|on)$/.test(node.attributes['w:default'] ?? '')) fallback = id
  }
  const known = new Map<string, ParagraphStyle>()
  return (id) => {
    const key = id ?? fallback ?? ''
    const found = known.get(key) ?? resolve(nodes, key)
    known.set(key, found)
    return found
  }
}

function resolve(nodes: ReadonlyMap<string, XmlNode>, id: string): ParagraphStyle {
  const chain: XmlNode[] = []
  for (let node = nodes.get(id); node && chain.length < MAX_CHAIN; node = nodes.get(valueOf(node, 'w:basedOn') ?? '')) {
    chain.push(node)
  }
  const first = <T>(pick: (node: XmlNode) => T | undefined): T | undefined => {
    for (const node of chain) {
      const value = pick(node)
      if (value !== undefined) return value
    }
    return undefined
  }
  const name = (valueOf(chain[0], 'w:name') ?? '').toLowerCase()
  const outline = first((node) => wholeNumber(valueOf(childNode(node, 'w:pPr'), 'w:outlineLvl')))
  const named = first((node) => /^(?:heading|标题) ?([1-9])$/i.exec(valueOf(node, 'w:name') ?? '')?.[1])
  return {
    heading: headingLevel(outline) ?? (outline === undefined && named !== undefined ? Number(named) : undefined),
    numbering: {
      list: first((node) => numberingOf(childNode(node, 'w:pPr')).list),
      level: first((node) => numberingOf(childNode(node, 'w:pPr')).level),
    },
    isTitle: name === 'title' || name === '标题',
    isContents: /^(?:toc|目录) ?\d$/.test(name),
    hidden: isOn(childNode(chain[0], 'w:rPr'), 'w:vanish'),
  }
}

/** Outline levels count from 0; 9 is body text. */
export const headingLevel = (outline: number | undefined): number | undefined =>
  outline !== undefined && outline >= 0 && outline < 9 ? outline + 1 : undefined

/** The numbering that paragraph properties name themselves. */
export function numberingOf(properties: XmlNode | undefined): NumberingRef {
  const numbering = childNode(properties, 'w:numPr')
  return { list: valueOf(numbering, 'w:numId'), level: wholeNumber(valueOf(numbering, 'w:ilvl')) }
}
