import type { DocumentDetail } from '@jiannuo/contract'

/** A stretch of the text: plain, a heading, or what a proposal rests on. */
export interface Piece {
  readonly start: number
  readonly end: number
  readonly heading: boolean
  /** The proposal that it belongs to. */
  readonly item?: string
}

/** Cuts a text where headings and proposals begin and end; every character lies in exactly one piece. Where proposals overlap, the shorter wins. */
export function piecesOf({
  text,
  outline,
  proposals,
}: Pick<DocumentDetail, 'text' | 'outline' | 'proposals'>): readonly Piece[] {
  const cuts = new Set([0, text.length])
  for (const { start, end } of [...outline, ...proposals])
    for (const at of [start, end]) if (at > 0 && at < text.length) cuts.add(at)
  const edges = [...cuts].sort((a, b) => a - b)
  const byStart = proposals.toSorted((a, b) => b.end - b.start - (a.end - a.start))
  const owner = new Map<number, string>()
  const index = new Map(edges.map((edge, at) => [edge, at]))
  for (const { item, start, end } of byStart)
    for (let at = index.get(start) ?? 0; at < (index.get(end) ?? 0); at += 1) owner.set(at, item)
  const headings = new Set<number>()
  for (const { start, end } of outline)
    for (let at = index.get(start) ?? 0; at < (index.get(end) ?? 0); at += 1) headings.add(at)
  return edges.slice(0, -1).map((start, at) => {
    const item = owner.get(at)
    return {
      start,
      end: edges[at + 1] ?? text.length,
      heading: headings.has(at),
      ...(item === undefined ? {} : { item }),
    }
  })
}
