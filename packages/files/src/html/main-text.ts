import { namesSiteBox } from './noise.ts'
import { childrenOf, type Element, isElement, isHidden, namesOf, textOf } from './tree.ts'

/** What an element holds: elements, text outside links, text inside links, sentence ends. */
export interface Measure {
  readonly elements: number
  readonly chars: number
  readonly linked: number
  readonly stops: number
}

const NOTHING: Measure = { elements: 0, chars: 0, linked: 0, stops: 0 }

/** Boxes that may be the whole document; a paragraph never is. */
const CONTAINERS = new Set('body div article section main table tbody tr td center form ucapcontent'.split(' '))
/** Boxes that sites use for the document itself. */
const DOCUMENT_BOX =
  /(?:^|[\s_-])(?:TRS_\w*|UCAP-CONTENT|zoom|zoomcon|vsb_content\w*|article[-_]?(?:content|con|body|text)|pages[-_]content|news[-_]?(?:content|con|text)|content[-_]?(?:text|txt|body|detail)|con[-_]?(?:text|txt)|detail[-_]?(?:content|con|text)|text[-_]?con(?:tent)?|xl-content|wzcon|entry-content)(?:$|[\s_-]|\d)/i

/** A box may be left for one inside it when what stays outside has no more than this share of the text … */
const OUTSIDE_SHARE = 0.2
/** … and no more sentences than the chatter of a site has. */
const OUTSIDE_STOPS = 2
/** A box named as the document may leave a little more outside: other articles that the page shows. */
const NAMED_OUTSIDE_SHARE = 0.5

/** Measures every element of the page once, children before parents, without recursion. */
export function measureAll(root: Element): Map<Element, Measure> {
  const measures = new Map<Element, Measure>()
  const order: { element: Element; inLink: boolean }[] = []
  const stack: { element: Element; inLink: boolean }[] = [{ element: root, inLink: false }]
  for (let item = stack.pop(); item; item = stack.pop()) {
    order.push(item)
    for (const child of childrenOf(item.element)) {
      if (isElement(child) && !isSiteTag(child))
        stack.push({ element: child, inLink: item.inLink || child.tagName === 'a' })
    }
  }
  for (let i = order.length - 1; i >= 0; i--) {
    const item = order[i]
    if (item) measures.set(item.element, measure(item.element, item.inLink, measures))
  }
  return measures
}

function measure(element: Element, inLink: boolean, measures: ReadonlyMap<Element, Measure>): Measure {
  let { elements, chars, linked, stops } = NOTHING
  for (const child of childrenOf(element)) {
    if (isElement(child)) {
      const inner = measures.get(child) ?? NOTHING
      elements += 1 + inner.elements
      chars += inner.chars
      linked += inner.linked
      stops += inner.stops
      continue
    }
    const text = textOf(child)
    const length = text.replace(/[\s\u00a0\u3000]+/g, '').length
    if (inLink) linked += length
    else {
      chars += length
      stops += text.split(/[。；！？]/).length - 1
    }
  }
  return { elements, chars, linked, stops }
}

/** Parts of the page that never hold the document. */
const isSiteTag = (element: Element): boolean => isHidden(element) || /^(?:nav|footer|aside)$/.test(element.tagName)

/**
 * The box that holds the document: from the body inwards, as long as one inner box holds nearly all of its text.
 *
 * @param mayEnter whether a table is a frame that can be entered; a table of data is part of the text around it
 */
export function findMainText(
  body: Element,
  measures: ReadonlyMap<Element, Measure>,
  mayEnter: (table: Element) => boolean,
): Element {
  const of = (element: Element) => measures.get(element) ?? NOTHING
  const holdsNearlyAll = (inner: Element, outer: Element, share: number, stops: number) => {
    const outside = of(outer).chars - of(inner).chars
    return outside <= of(outer).chars * share && of(outer).stops - of(inner).stops <= stops
  }
  const named = namedBox(body, measures)
  let main = named && holdsNearlyAll(named, body, NAMED_OUTSIDE_SHARE, Number.POSITIVE_INFINITY) ? named : body
  for (;;) {
    const outer = main
    const inner = childrenOf(outer).find(
      (child): child is Element =>
        isElement(child) &&
        CONTAINERS.has(child.tagName) &&
        of(child).chars > 0 &&
        holdsNearlyAll(child, outer, OUTSIDE_SHARE, OUTSIDE_STOPS),
    )
    if (!inner || (inner.tagName === 'table' && !mayEnter(inner))) return main
    main = inner
  }
}

/** The box with the most text among those that sites name as the document. */
function namedBox(body: Element, measures: ReadonlyMap<Element, Measure>): Element | undefined {
  let best: Element | undefined
  let most = 0
  for (const [element, { chars }] of measures) {
    if (element === body || chars <= most || !CONTAINERS.has(element.tagName)) continue
    if (element.tagName !== 'article' && !DOCUMENT_BOX.test(namesOf(element))) continue
    best = element
    most = chars
  }
  return best
}

/** Text that a box named as part of the site may hold at most and still be dropped: it may enclose the document. */
const SITE_BOX_SHARE = 0.2
/** From so many characters on, a box made of links is a menu. */
const LINK_BOX_CHARS = 20

/** Whether an element inside the main text belongs to the site: menus, share bars, lists of links. */
export function isSitePart(element: Element, measures: ReadonlyMap<Element, Measure>, main: Element): boolean {
  if (/^(?:nav|footer|aside)$/.test(element.tagName)) return true
  const own = measures.get(element)
  const whole = measures.get(main)
  if (!own || !whole || element === main) return false
  const small = own.chars <= whole.chars * SITE_BOX_SHARE && own.stops <= OUTSIDE_STOPS
  if (small && namesSiteBox(namesOf(element))) return true
  return (
    /^(?:ul|ol|div|dl)$/.test(element.tagName) && own.linked > LINK_BOX_CHARS && own.linked > own.chars * 3 && small
  )
}
