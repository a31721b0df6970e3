import type { DefaultTreeAdapterTypes as Tree } from 'parse5'

/** An element of the page. */
export type Element = Tree.Element
/** Anything that stands in an element. */
export type Child = Tree.ChildNode

/** Deeper than this the structure says nothing any more; browsers flatten pages at 512. */
export const MAX_DEPTH = 200

/** Whether a node is an element. */
export const isElement = (node: Child): node is Element => 'tagName' in node

/** The characters of a text node; empty for comments and the like. */
export const textOf = (node: Child): string => (node.nodeName === '#text' && 'value' in node ? node.value : '')

/** An attribute's value, or the empty string. */
export const attribute = (element: Element, name: string): string =>
  element.attrs.find((attr) => attr.name === name)?.value ?? ''

/** Class and id in one string, by which pages name the meaning of their boxes. */
export const namesOf = (element: Element): string => `${attribute(element, 'class')} ${attribute(element, 'id')}`.trim()

/** Children of an element; a template's content is not part of the page. */
export const childrenOf = (element: Element): readonly Child[] => element.childNodes

const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
)
/** Whether an element starts a new line. */
export const isBlock = (element: Element): boolean =>
  BLOCKS.has(element.tagName) || /display\s*:\s*(?:block|flex|list-item)/i.test(attribute(element, 'style'))

const NEVER_TEXT = new Set(
  (
    'script style noscript template iframe frame object embed svg canvas audio video map select option datalist button input ' +
    'textarea head title link meta base rt rp'
  ).split(' '),
)
/** Whether an element never shows text of the document: scripts, controls, hidden boxes. */
export const isHidden = (element: Element): boolean =>
  NEVER_TEXT.has(element.tagName) ||
  element.attrs.some(
    ({ name, value }) =>
      name === 'hidden' || (name === 'style' && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(value)),
  )

/** The first element, in document order, that fits; found without recursion. */
export function findElement(root: Tree.ParentNode, fits: (element: Element) => boolean): Element | undefined {
  const stack: Child[] = root.childNodes.toReversed()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isElement(node)) continue
    if (fits(node)) return node
    for (let i = node.childNodes.length - 1; i >= 0; i--) {
      const child = node.childNodes[i]
      if (child) stack.push(child)
    }
  }
  return undefined
}

/** All text in an element as one run, hidden parts left out; found without recursion. */
export function flatText(root: Element): string {
  const stack: Child[] = [root]
  const parts: string[] = []
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isElement(node)) {
      parts.push(textOf(node))
      continue
    }
    if (isHidden(node)) continue
    for (let i = node.childNodes.length - 1; i >= 0; i--) {
      const child = node.childNodes[i]
      if (child) stack.push(child)
    }
  }
  return parts.join('')
}
