import type { IFontAttributesProperties } from 'docx'
import { CHAR, Faces, LINE, Sizes, TIGHTER } from './layout.ts'
import { HEAD, WORD } from './parts.ts'

/** A paragraph style. The library cannot take a line off the grid, so the styles are written out here. */
interface Style {
  readonly id: string
  /** Name as Word knows it; its own names (Title, heading 1) bring the paragraph into the outline. */
  readonly name: string
  readonly font: IFontAttributesProperties
  /** Half points. */
  readonly size: number
  readonly align: 'both' | 'center' | 'left'
  /** Exact height of a line in twips; 0 for as much as the signs need, off the grid. */
  readonly line: number
  /** Twips above and below. */
  readonly before?: number
  readonly after?: number
  /** First line two signs in. */
  readonly indented?: boolean
  readonly keepNext?: boolean
  /** Level in the outline, from 0. */
  readonly outline?: number
}

const heading = (level: number, font: IFontAttributesProperties): Style => ({
  id: `Heading${level}`,
  name: `heading ${level}`,
  font,
  size: Sizes.text,
  align: 'both',
  line: LINE,
  indented: true,
  keepNext: true,
  outline: level - 1,
})

const small = { align: 'center', line: 0 } as const

/** Styles by their use: whoever opens a paper changes a face in one place. */
const PaperStyles: readonly Style[] = [
  { id: 'Body', name: 'Body Text', font: Faces.text, size: Sizes.text, align: 'both', line: LINE, indented: true },
  { id: 'Title', name: 'Title', font: Faces.title, size: Sizes.title, align: 'center', line: 660, keepNext: true },
  heading(1, Faces.hei),
  heading(2, Faces.kai),
  heading(3, Faces.text),
  heading(4, Faces.text),
  {
    id: 'Caption',
    name: 'caption',
    font: Faces.hei,
    size: Sizes.table,
    ...small,
    before: 290,
    after: 80,
    keepNext: true,
  },
  { id: 'TableHead', name: 'Table Head', font: Faces.hei, size: Sizes.table, ...small, keepNext: true },
  { id: 'TableText', name: 'Table Text', font: Faces.text, size: Sizes.table, ...small },
  { id: 'SmallTableHead', name: 'Small Table Head', font: Faces.hei, size: Sizes.smallTable, ...small, keepNext: true },
  { id: 'SmallTableText', name: 'Small Table Text', font: Faces.text, size: Sizes.smallTable, ...small },
  { id: 'Note', name: 'Note', font: Faces.text, size: Sizes.smallTable, align: 'both', line: 0 },
  { id: 'PageNumber', name: 'footer', font: Faces.number, size: Sizes.pageNumber, align: 'left', line: 0 },
]

/** The part of the file that holds the styles. */
export function stylesPart(): string {
  const defaults = `<w:docDefaults><w:rPrDefault>${runXml(Faces.text, Sizes.text, TIGHTER)}</w:rPrDefault></w:docDefaults>`
  const normal =
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>' +
    `<w:pPr><w:widowControl w:val="0"/><w:spacing w:before="0" w:after="0" w:line="${LINE}" w:lineRule="exact"/><w:jc w:val="both"/></w:pPr></w:style>`
  return `${HEAD}<w:styles xmlns:w="${WORD}">${defaults}${normal}${PaperStyles.map(styleXml).join('')}</w:styles>`
}

const runXml = (font: IFontAttributesProperties, size: number, spacing: number): string =>
  `<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="${font.ascii}" w:hAnsi="${font.hAnsi}" w:eastAsia="${font.eastAsia}" w:cs="${font.cs}"/>` +
  `<w:color w:val="000000"/><w:spacing w:val="${spacing}"/><w:kern w:val="0"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/>` +
  '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>'

// The order of the elements is that of the schema; Word calls a file with another order damaged.
function styleXml(style: Style): string {
  const {
    id,
    name,
    font,
    size,
    align,
    line,
    before = 0,
    after = 0,
    indented = false,
    keepNext = false,
    outline,
  } = style
  const exact = line > 0 ? `w:line="${line}" w:lineRule="exact"` : 'w:line="240" w:lineRule="auto"'
  const paragraph = [
    keepNext ? '<w:keepNext/>' : '',
    line === LINE ? '' : '<w:snapToGrid w:val="0"/>',
    `<w:spacing w:before="${before}" w:after="${after}" ${exact}/>`,
    indented ? `<w:ind w:firstLineChars="200" w:firstLine="${2 * CHAR}"/>` : '',
    `<w:jc w:val="${align}"/>`,
    outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`,
  ]
  const spacing = size === Sizes.text ? TIGHTER : 0
  return (
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/>` +
    `<w:pPr>${paragraph.join('')}</w:pPr>${runXml(font, size, spacing)}</w:style>`
  )
}
