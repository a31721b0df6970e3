import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  HeadingLevel,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  type TextRun,
} from 'docx'
import { displayWidth } from '@jiannuo/kernel'
import { closing } from './closing.ts'
import { Faces, LINE, Sizes, TITLE_CHARS, twips, typeWidth } from './layout.ts'
import type { OfficialPaper, PaperBlock, PaperParagraph, PaperTable } from './paper.ts'
import { runsOf } from './runs.ts'
import { paperTable } from './table.ts'
import { paperWords } from './wording.zh.ts'

const RED = 'FF0000'
const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4] as const

/** Everything between the first line of a paper and its date. */
export function bodyOf(paper: OfficialPaper): FileChild[] {
  const width = typeWidth(paper.landscape === true)
  return [
    ...head(paper),
    ...title(paper.title, width),
    ...(paper.recipients === undefined ? [] : [plain(withColon(paper.recipients))]),
    ...paper.blocks.flatMap((block, at) => blockOf(block, { width, last: at === paper.blocks.length - 1 })),
    ...closing(paper),
  ]
}

const plain = (text: string, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ ...options, children: runsOf(text) })

const withColon = (text: string): string => (/[:：]$/.test(text) ? text : text + paperWords.colon)

/** The issuer in red with a red line below, and the number of the paper (GB/T 9704-2012, 7.2). */
function head({ issuer, documentNumber }: OfficialPaper): Paragraph[] {
  if (issuer === undefined && documentNumber === undefined) return []
  const line = { bottom: { style: BorderStyle.SINGLE, size: 16, color: RED, space: 8 } }
  const number = plain(yearInBrackets(documentNumber ?? ''), {
    alignment: AlignmentType.CENTER,
    ...(issuer === undefined ? {} : { border: line }),
  })
  if (issuer === undefined) return [number, blank()]
  const mark = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: twips(25), after: 2 * LINE, line: 240, lineRule: LineRuleType.AUTO },
    children: runsOf(issuer, { font: Faces.title, size: headSize(issuer), characterSpacing: 0, color: RED }),
  })
  return [mark, number, blank(), blank()]
}

/** The largest size at which the issuer's name still stands on one line. */
const headSize = (issuer: string): number =>
  Math.max(
    Sizes.title,
    Math.min(Sizes.head, Math.floor((typeWidth(false) / 10 / Math.max(displayWidth(issuer) / 2, 1)) * 0.95)),
  )

/** 兰政办发[2026]3号 and 兰政办发（2026）3号 become 兰政办发〔2026〕3号. */
const yearInBrackets = (number: string): string => number.replace(/[[(（【〔［]\s*(\d{4})\s*[\])）】〕］]/, '〔$1〕')

function title(text: string, width: number): Paragraph[] {
  const inset = titleInset(text, width)
  return [
    new Paragraph({
      heading: HeadingLevel.TITLE,
      indent: { left: inset, right: inset },
      children: runsOf(text),
    }),
    blank(),
  ]
}

/** A title that needs several lines gets lines of equal length rather than a last one of two signs; one sign of room for the gaps round digits. */
function titleInset(text: string, width: number): number {
  const sign = Sizes.title * 10
  const room = Math.min(TITLE_CHARS, Math.floor(width / sign))
  const length = Math.ceil(displayWidth(text) / 2)
  if (text.includes('\n') || length <= room) return 0
  const perLine = Math.ceil(length / Math.ceil(length / room))
  return Math.max(0, Math.floor((width - (perLine + 1) * sign) / 2))
}

const blank = (): Paragraph => new Paragraph({})

interface Place {
  /** Width of the type area in twips. */
  readonly width: number
  /** Nothing but the attachments and the date follows: a page must not hold the date alone. */
  readonly last: boolean
}

function blockOf(block: PaperBlock, { width, last }: Place): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: LEVELS[block.level - 1] ?? LEVELS[3], children: runsOf(block.text) })]
    case 'paragraph':
      return [new Paragraph({ style: 'Body', keepNext: last, children: paragraphRuns(block) })]
    case 'table':
      return tableWithCaption(block, width)
    case 'note':
      return [new Paragraph({ style: 'Note', children: runsOf(block.text) })]
  }
}

const paragraphRuns = ({ text, runs = [{ text }] }: PaperParagraph): TextRun[] =>
  runs.flatMap(({ text: words, face, bold = false }) =>
    runsOf(words, { ...(face === undefined ? {} : { font: Faces[face] }), ...(bold ? { bold } : {}) }),
  )

function tableWithCaption(table: PaperTable, width: number): FileChild[] {
  const caption = new Paragraph({ style: 'Caption', children: runsOf(table.caption ?? '') })
  // A table without columns cannot be written, and two tables without anything between them would run together.
  const gap = new Paragraph({ spacing: { line: 240, lineRule: LineRuleType.EXACT } })
  const above = table.caption === undefined ? [] : [caption]
  return table.columns.length === 0 ? above : [...above, paperTable(table, width), gap]
}
