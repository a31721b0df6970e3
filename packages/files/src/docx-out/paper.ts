import type { PlainDate } from '@jiannuo/kernel'

/** A stretch of a paragraph in one face: 黑体 or 楷体 for the words that lead it in, else the 仿宋 of the text. */
export interface PaperRun {
  readonly text: string
  readonly face?: 'hei' | 'kai'
  readonly bold?: boolean
}

/** A heading. The text carries its own number (一、, （一）, 1., （1）): numbers that Word makes are lost when text is copied. */
export interface PaperHeading {
  readonly kind: 'heading'
  readonly level: 1 | 2 | 3 | 4
  readonly text: string
}

/** A paragraph of the text. With `runs` their texts together are what is written, and `text` is not looked at. */
export interface PaperParagraph {
  readonly kind: 'paragraph'
  readonly text: string
  readonly runs?: readonly PaperRun[]
}

/** One column of a table in a paper. */
export interface PaperColumn {
  readonly title: string
  /** Share of the table's width, in relation to the other columns; 1 when it is not given. */
  readonly width?: number
  /** How the cells stand; `center` when it is not given. */
  readonly align?: 'left' | 'center' | 'right'
}

/** A table. A row that is short is filled with empty cells, what goes beyond the columns is left out. */
export interface PaperTable {
  readonly kind: 'table'
  readonly columns: readonly PaperColumn[]
  readonly rows: readonly (readonly string[])[]
  /** Stands above the table: 表1 各单位进展情况. */
  readonly caption?: string
}

/** Small print below a table or a paragraph: 注：…. */
export interface PaperNote {
  readonly kind: 'note'
  readonly text: string
}

export type PaperBlock = PaperHeading | PaperParagraph | PaperTable | PaperNote

/** 公文: what is written, without any layout. */
export interface OfficialPaper {
  /** A line feed breaks the title where its sense allows it; without one, a long title is broken into lines of equal length. */
  readonly title: string
  /** 发文机关标志: the red head, 兰台区人民政府文件. Without it the paper has none. */
  readonly issuer?: string
  /** 发文字号; brackets round the year become 〔〕. */
  readonly documentNumber?: string
  /** 主送机关, as it shall be read; the colon is put to it. */
  readonly recipients?: string
  readonly blocks: readonly PaperBlock[]
  readonly signature?: { readonly issuer: string; readonly date: PlainDate }
  /** 附件说明: names of the attachments, without numbers. */
  readonly attachments?: readonly string[]
  /** The sheet lies on its side, for wide tables. */
  readonly landscape?: boolean
}

/**
 * Writes a paper as DOCX in the layout of GB/T 9704-2012 (domain.md 4): A4 with margins of 37, 35, 28 and 26 mm, 22 lines of 28
 * signs, 仿宋 of size 3, the title in 小标宋 of size 2, four levels of headings, page numbers between dashes, right on odd and left
 * on even pages. The same paper gives the same bytes. Signs that XML cannot carry are left out.
 *
 * @param paper what is written; not changed
 */
export async function writeOfficialDocx(paper: OfficialPaper): Promise<Uint8Array> {
  // Loaded here: only who writes a paper pays for the library.
  return (await import('./make-docx.ts')).makeDocx(paper)
}
