import type { Indicator } from './types.ts'

/** A tree of wordings read from their last character: Chinese noun phrases carry their head at the end. */
interface Node {
  readonly next: Map<string, Node>
  indicator: Indicator | undefined
}

/** One wording that ends a phrase. */
export interface Ending {
  readonly indicator: Indicator
  readonly length: number
}

/** Index of wordings by their end. It is built once and not changed. */
export class Endings {
  readonly #root: Node = { next: new Map(), indicator: undefined }

  /** Takes a wording in; answers the indicator that had it before, if there is one. */
  add(words: string, indicator: Indicator): Indicator | undefined {
    let node = this.#root
    for (let at = words.length - 1; at >= 0; at -= 1) {
      const sign = words[at] ?? ''
      let next = node.next.get(sign)
      if (next === undefined) {
        next = { next: new Map(), indicator: undefined }
        node.next.set(sign, next)
      }
      node = next
    }
    const held = node.indicator
    if (held === undefined) node.indicator = indicator
    return held
  }

  /** Every wording that ends the phrase, the longest first. */
  of(words: string): readonly Ending[] {
    const found: Ending[] = []
    let node: Node | undefined = this.#root
    for (let at = words.length - 1; at >= 0; at -= 1) {
      node = node.next.get(words[at] ?? '')
      if (node === undefined) break
      if (node.indicator !== undefined) found.push({ indicator: node.indicator, length: words.length - at })
    }
    return found.toReversed()
  }
}
