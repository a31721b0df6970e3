import { gb18030 } from './kit.ts'

/** A piece of text on a page of a hand-made PDF. */
export interface Piece {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size?: number
  /** Text matrix instead of upright writing: a b c d. */
  readonly matrix?: readonly [number, number, number, number]
}

/** What else a hand-made PDF may have. */
export interface PdfOptions {
  readonly rotate?: number
  /** Entries of the trailer, such as /Encrypt. */
  readonly trailer?: string
  /** Further objects, with their numbers from 100 up. */
  readonly objects?: readonly (readonly [number, Uint8Array | string])[]
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** A page's content: text in a Chinese font that is not embedded, encoded by GBK-EUC-H as old government PDFs are. */
export function content(pieces: readonly Piece[]): string {
  return pieces
    .map(({ x, y, text, size = 16, matrix = [1, 0, 0, 1] }) => {
      return `BT /F1 ${size} Tf ${matrix.join(' ')} ${x} ${y} Tm <${hex(gb18030(text))}> Tj ET`
    })
    .join('\n')
}

/** A whole PDF of A4 pages, one for each content stream. */
export function pdf(contents: readonly string[], options: PdfOptions = {}): Uint8Array {
  const objects = new Map<number, Uint8Array | string>()
  const kids = contents.map((_, index) => `${10 + index * 2} 0 R`).join(' ')
  objects.set(1, '<< /Type /Catalog /Pages 2 0 R >>')
  objects.set(2, `<< /Type /Pages /Count ${contents.length} /Kids [${kids}] >>`)
  objects.set(
    3,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /GBK-EUC-H /DescendantFonts [4 0 R] >>',
  )
  objects.set(
    4,
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [814 939 500 7716 7716 500] /FontDescriptor 5 0 R >>',
  )
  objects.set(
    5,
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  )
  contents.forEach((text, index) => {
    const rotate = options.rotate ? `/Rotate ${options.rotate}` : ''
    objects.set(
      10 + index * 2,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${rotate} /Resources << /Font << /F1 3 0 R >> >> /Contents ${11 + index * 2} 0 R >>`,
    )
    objects.set(11 + index * 2, `<< /Length ${Buffer.byteLength(text, 'latin1')} >>\nstream\n${text}\nendstream`)
  })
  for (const [number, object] of options.objects ?? []) objects.set(number, object)
  return serialize(objects, options.trailer ?? '')
}

function serialize(objects: ReadonlyMap<number, Uint8Array | string>, trailer: string): Uint8Array {
  const parts: Uint8Array[] = []
  let length = 0
  const add = (part: Uint8Array | string) => {
    const bytes = typeof part === 'string' ? new Uint8Array(Buffer.from(part, 'latin1')) : part
    parts.push(bytes)
    length += bytes.length
  }
  add('%PDF-1.4\n')
  const offsets = new Map<number, number>()
  for (const [number, object] of objects) {
    offsets.set(number, length)
    add(`${number} 0 obj\n`)
    add(object)
    add('\nendobj\n')
  }
  const start = length
  const size = Math.max(...objects.keys()) + 1
  add(`xref\n0 ${size}\n0000000000 65535 f \n`)
  for (let number = 1; number < size; number++) {
    const offset = offsets.get(number)
    add(offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`)
  }
  add(`trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`)
  return concat(parts)
}

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A stream object with its bytes as they are. */
export function stream(dictionary: string, bytes: Uint8Array): Uint8Array {
  return concat([ascii(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`), bytes, ascii('\nendstream')])
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
