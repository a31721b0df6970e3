import type { PdfPage } from './library.ts'
import { mendRadicals } from './radicals.ts'

/** A piece of text where it stands on an upright page; y grows upwards from the foot of the page. */
export interface Chunk {
  readonly text: string
  readonly x: number
  /** Right end. */
  readonly x1: number
  /** Base line. */
  readonly y: number
  readonly size: number
}

/** The text of a page before it is ordered into lines. */
export interface PageText {
  /** Number of the page, from 1. */
  readonly page: number
  readonly width: number
  readonly height: number
  readonly chunks: readonly Chunk[]
}

interface Placed extends Chunk {
  /** Direction of writing in quarter turns, undefined when it is aslant. */
  readonly quarter: number | undefined
}

/** Writing this many degrees off a quarter turn is a stamp or a watermark. */
const ASLANT = 3

/** Reads the pieces of text of a page, turned upright; text aslant or across the rest is left out. */
export async function readChunks(page: PdfPage): Promise<PageText> {
  const viewport = page.getViewport({ scale: 1 })
  // Normalisation would turn ％ into % and move offsets against the file's own characters.
  const content = await page.getTextContent({ includeMarkedContent: false, disableNormalization: true })
  const placed: Placed[] = []
  for (const item of content.items) {
    if (!('str' in item) || item.str.trim() === '') continue
    placed.push(place(item.str, item.width, item.transform, viewport.transform, viewport.height))
  }
  const quarter = mainDirection(placed)
  const upright = placed.filter((chunk) => chunk.quarter === quarter)
  const turned = quarter % 2 === 1
  const [width, height] = turned ? [viewport.height, viewport.width] : [viewport.width, viewport.height]
  return {
    page: page.pageNumber,
    width,
    height,
    chunks: withoutDoubles(upright.map((chunk) => turn(chunk, quarter, width, height))),
  }
}

function place(text: string, width: number, item: readonly number[], view: readonly number[], height: number): Placed {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = item
  const [va = 1, vb = 0, vc = 0, vd = 1, ve = 0, vf = 0] = view
  const x = va * e + vc * f + ve
  const y = height - (vb * e + vd * f + vf)
  // The view has y downwards; here it goes upwards as on paper.
  const angle = (Math.atan2(-(vb * a + vd * b), va * a + vc * b) * 180) / Math.PI
  const quarter = Math.round(angle / 90)
  const size = Math.hypot(c, d) || 1
  const straight = Math.abs(angle - quarter * 90) <= ASLANT
  // Fonts draw the two dashes that open a target as one sign.
  return {
    text: mendRadicals(text).replaceAll('⸺', '——'),
    x,
    x1: x + width,
    y,
    size,
    quarter: straight ? (quarter + 4) % 4 : undefined,
  }
}

function mainDirection(chunks: readonly Placed[]): number {
  const amounts = [0, 0, 0, 0]
  for (const { quarter, text } of chunks) {
    if (quarter !== undefined) amounts[quarter] = (amounts[quarter] ?? 0) + text.length
  }
  return amounts.indexOf(Math.max(...amounts))
}

/** Turns a piece so that the page can be read: by as many quarters as its writing is turned. */
function turn({ text, x, x1, y, size }: Chunk, quarter: number, width: number, height: number): Chunk {
  const length = x1 - x
  if (quarter === 0) return { text, x, x1, y, size }
  if (quarter === 2) return { text, x: width - x, x1: width - x + length, y: height - y, size }
  const from = quarter === 1 ? y : width - y
  return { text, x: from, x1: from + length, y: quarter === 1 ? height - x : x, size }
}

/** Bold print is sometimes made by printing twice, a hair apart. */
function withoutDoubles(chunks: readonly Chunk[]): Chunk[] {
  const seen = new Map<string, Chunk[]>()
  return chunks.filter((chunk) => {
    const same = seen.get(chunk.text) ?? []
    const near = (other: Chunk) =>
      Math.abs(other.x - chunk.x) < chunk.size * 0.15 && Math.abs(other.y - chunk.y) < chunk.size * 0.15
    if (same.slice(-20).some(near)) return false
    seen.set(chunk.text, [...same.slice(-20), chunk])
    return true
  })
}
