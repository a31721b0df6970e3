import sax from 'sax'

/** An element with its names in the usual prefixes, whatever prefixes the file uses. */
export interface XmlNode {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlNode | string)[]
}

/** Thrown for XML that is not well formed or nested beyond reason. */
export class XmlFault extends Error {}

/** Namespaces by what their address ends in; the strict and the transitional form of the standard differ before it. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml\/(?:2006\/)?main$/, 'w'],
  [/\/markup-compatibility\/2006$/, 'mc'],
  [/\/officeDocument\/(?:2006\/)?math$/, 'm'],
  [/\/officeDocument\/(?:2006\/)?relationships$/, 'r'],
  [/\/package\/2006\/relationships$/, 'rel'],
]

/** Deeper nesting than any office program writes; the walkers of the tree are recursive and rely on it. */
const MAX_DEPTH = 400

interface Building {
  readonly name: string
  readonly attributes: Record<string, string>
  readonly children: (XmlNode | string)[]
}

// Drawings carry pictures in attributes that are longer than the tokenizer's default buffer.
Object.assign(sax, { MAX_BUFFER_LENGTH: Number.POSITIVE_INFINITY })

/**
 * Reads XML and hands over each child of the elements named `parent` as it is complete, so that a long document is never a tree
 * in memory as a whole. Entities beyond the five of XML are refused: there is nothing to expand.
 */
export function eachChild(xml: string, parent: string, handle: (node: XmlNode) => void): void {
  const parser = sax.parser(true, { xmlns: true, position: false })
  const open: Building[] = []
  const names = new Map<string, string>()
  const addText = (text: string) => {
    open.at(-1)?.children.push(text)
  }
  Object.assign(parser, {
    onerror(error: Error) {
      throw new XmlFault(error.message)
    },
    onopentag(tag: sax.QualifiedTag) {
      if (open.length > MAX_DEPTH) throw new XmlFault('nested too deeply')
      open.push({ name: nameIn(names, tag), attributes: attributesOf(names, tag), children: [] })
    },
    ontext: addText,
    oncdata: addText,
    onclosetag() {
      const node = open.pop()
      const outer = open.at(-1)
      if (!node || !outer) return
      if (outer.name === parent) handle(node)
      // Children of the parent have been handed over, and what stands beside it is not asked for.
      else if (open.some(({ name }) => name === parent)) outer.children.push(node)
    },
  })
  parser.write(xml).close()
}

/** Reads XML as one tree: for small parts such as styles. */
export function parseXml(xml: string): XmlNode {
  const children: XmlNode[] = []
  const wrapped = xml.replace(/^\uFEFF?\s*(?:<\?xml[^>]*\?>)?/, '')
  eachChild(`<x>${wrapped}</x>`, 'x', (node) => children.push(node))
  const root = children[0]
  if (!root) throw new XmlFault('no element')
  return root
}

function nameIn(names: Map<string, string>, tag: { name: string; uri?: string; local?: string }): string {
  if (!tag.uri) return tag.name
  const key = `${tag.uri} ${tag.local}`
  const known = names.get(key)
  if (known !== undefined) return known
  const prefix = PREFIXES.find(([address]) => address.test(tag.uri ?? ''))?.[1]
  const name = prefix ? `${prefix}:${tag.local}` : tag.name
  names.set(key, name)
  return name
}

function attributesOf(names: Map<string, string>, tag: sax.QualifiedTag): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const value of Object.values(tag.attributes)) {
    attributes[nameIn(names, value)] = value.value
  }
  return attributes
}

/** Whether something in a node is an element. */
export const isNode = (child: XmlNode | string): child is XmlNode => typeof child !== 'string'

/** Child elements with a name. */
export const childNodes = (node: XmlNode | undefined, name: string): XmlNode[] =>
  (node?.children ?? []).filter((child): child is XmlNode => isNode(child) && child.name === name)

/** The first child element with a name. */
export const childNode = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((child): child is XmlNode => isNode(child) && child.name === name)

/** `w:val` of a child element: the usual place of a property. */
export const valueOf = (node: XmlNode | undefined, name: string): string | undefined =>
  childNode(node, name)?.attributes['w:val']

/** A property that is on when it is there and not told to be off. */
export function isOn(node: XmlNode | undefined, name: string): boolean {
  const property = childNode(node, name)
  return property !== undefined && !/^(?:0|false|off)$/.test(property.attributes['w:val'] ?? '')
}

/** A whole number, or undefined. */
export function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d{1,9}$/.test(text) ? Number(text) : undefined
}
