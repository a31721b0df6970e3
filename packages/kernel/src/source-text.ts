import type { Problem } from './problem.ts'
import type { Span } from './span.ts'

/** Where a block came from in its file, so that a reader can be sent back to it. */
export interface SourcePlace {
  /** Page, from 1 (PDF). */
  readonly page?: number
  /** Table of the document, from 1. */
  readonly table?: number
  /** Row and column in that table, from 1. */
  readonly row?: number
  readonly column?: number
}

/** A paragraph, heading, table cell or footnote of the text. Blocks do not overlap and stand in text order. */
export interface TextBlock extends Span {
  readonly kind: 'paragraph' | 'heading' | 'cell' | 'note'
  /** Heading level from 1, when the file itself says so. */
  readonly level?: number
  readonly place?: SourcePlace
}

/** One line of a disclosure header: 索引号, 文号, 发布机构 … with the span of its value in the text, if it stands there. */
export interface MetadataEntry {
  readonly name: string
  readonly value: string
  readonly span?: Span
}

/** What every file format becomes: one text, its blocks, its disclosure metadata, and what went wrong on the way. */
export interface SourceText {
  /** The text that the reader reads. All offsets count its UTF-16 code units. Blocks are parted by line feeds, cells by tabs. */
  readonly text: string
  readonly format: 'txt' | 'html' | 'docx' | 'pdf'
  /** Character encoding that was found, for formats that have one. */
  readonly encoding?: string
  readonly title?: string
  readonly blocks: readonly TextBlock[]
  readonly metadata: readonly MetadataEntry[]
  readonly problems: readonly Problem[]
}
