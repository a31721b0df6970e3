import { Document, type FileChild, Packer, PageOrientation, DocumentGridType } from 'docx'
import { bodyOf } from './body.ts'
import { footerFromEdge, LandscapeMargins, LINE, Margins, Sheet } from './layout.ts'
import { footers } from './page-number.ts'
import type { OfficialPaper } from './paper.ts'
import { coreProperties, fontTable } from './parts.ts'
import { withoutTimes } from './stable-zip.ts'
import { stylesPart } from './styles.ts'
import { xmlText } from '../xml-text.ts'

/** The bytes of a paper; see `writeOfficialDocx`. */
export async function makeDocx(paper: OfficialPaper): Promise<Uint8Array> {
  const packed = await Packer.pack(documentOf(paper, bodyOf(paper)), 'uint8array', undefined, [
    { path: 'docProps/core.xml', data: xmlText(coreProperties(paper)) },
    { path: 'word/fontTable.xml', data: fontTable() },
    { path: 'word/styles.xml', data: stylesPart() },
  ])
  return withoutTimes(packed)
}

function documentOf({ landscape = false }: OfficialPaper, children: readonly FileChild[]): Document {
  return new Document({
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: {
            // The library turns the sheet itself when it lies on its side.
            size: { ...Sheet, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
            margin: { ...(landscape ? LandscapeMargins : Margins), header: 0, footer: footerFromEdge(landscape) },
          },
          grid: { type: DocumentGridType.LINES, linePitch: LINE },
        },
        footers: footers(),
        children,
      },
    ],
  })
}
