import { AlignmentType, Footer, PageNumber, Paragraph, TextRun } from 'docx'
import { Sizes } from './layout.ts'
import { paperWords } from './wording.zh.ts'

/** One sign of the page number's size: so far it stands from the edge of the type area (GB/T 9704-2012, 7.5). */
const INSET = Sizes.pageNumber * 10

/** Page numbers between dashes: right on odd pages, left on even ones. */
export function footers(): { readonly default: Footer; readonly even: Footer } {
  return {
    default: new Footer({ children: [line(AlignmentType.RIGHT)] }),
    even: new Footer({ children: [line(AlignmentType.LEFT)] }),
  }
}

function line(alignment: 'left' | 'right'): Paragraph {
  const { dash } = paperWords
  return new Paragraph({
    alignment,
    style: 'PageNumber',
    indent: { left: INSET, right: INSET },
    children: [new TextRun({ children: [`${dash} `, PageNumber.CURRENT, ` ${dash}`] })],
  })
}
