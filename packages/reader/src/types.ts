import type { Comparator, MetadataEntry, Problem, Span, TextBlock } from '@jiannuo/kernel'

/** What kind of document a text is. */
export type DocumentKind = 'report' | 'plan' | 'bulletin' | 'other'

/** Whether a clause looks back, looks forward, or does neither (greeting, glossary, page furniture). */
export type Half = 'review' | 'plan' | 'other'

/** What a clause does: promises, reports, explains the situation, exhorts, or defines a term. */
export type ClauseClass = 'commitment' | 'result' | 'background' | 'slogan' | 'definition'

export type { Comparator } from '@jiannuo/kernel'

/** What kind of quantity it is; see GLOSSARY.md and SPEC.md R40-R47. */
export type StatementKind = 'level' | 'increase' | 'rate' | 'share' | 'multiple' | 'rank'

/** Whether the quantity is aimed at, reached, or expected. */
export type Modality = 'target' | 'result' | 'forecast'

/** Why a numeral is no statement. */
export type ExclusionReason = 'date' | 'name' | 'definition' | 'qualifier' | 'identifier' | 'ordinal' | 'other'

/** What is known of a document as a whole. */
export interface Meta {
  readonly title: string
  readonly kind: DocumentKind
  /** The place that speaks: 兰台区, 某某省. */
  readonly place?: string
  /** The year that the plan half is for; of a report without one, the year that it reviews. */
  readonly year?: number
  /** The year that the review half is about. */
  readonly reviewYear?: number
  readonly publisher?: string
  readonly indexNumber?: string
  readonly documentNumber?: string
  /** Day of publication or delivery, YYYY-MM-DD. */
  readonly date?: string
}

/** One heading of the outline. */
export interface Heading extends Span {
  /** Depth from 1. */
  readonly level: number
  /** The heading's words without its number. */
  readonly title: string
  /** The number as written: 一、 （二） 1. —— 一是; empty for a run-in heading without one. */
  readonly label: string
  readonly half: Half
  /** Whether the heading stands at the head of its paragraph, with text after it. */
  readonly runIn: boolean
}

/** One sentence. Clauses stand in text order and cover every character that is not white space. */
export interface Clause extends Span {
  readonly id: string
  /** Titles of the headings above it, outermost first. */
  readonly path: readonly string[]
  readonly half: Half
  readonly class: ClauseClass
}

/** One quantity that a clause asserts. */
export interface Statement extends Span {
  readonly id: string
  /** Id of the clause. */
  readonly clause: string
  /** The words of the span: number, unit and attached bound word. */
  readonly quote: string
  /** The number as written, in `unit`; a range has both ends. */
  readonly value: number | readonly [number, number]
  readonly unit: string
  /** The value in the base unit: 5.6万户 is 56,000 户. For a range, of its lower end. */
  readonly magnitude: { readonly value: number; readonly unit: string }
  readonly comparator: Comparator
  readonly kind: StatementKind
  readonly modality: Modality
  readonly year: number | undefined
  /** What is counted or measured, built from words of the text. */
  readonly indicator: string
  /** Where those words stand. */
  readonly indicatorSpans: readonly Span[]
  readonly action?: string
  readonly scope?: string
  readonly places?: readonly string[]
  /** Rules that made the statement, when the reading was asked to explain. */
  readonly rules?: readonly string[]
}

/** A due date as the text words it. */
export interface Due extends Span {
  readonly words: string
  /** Last day, YYYY-MM-DD. */
  readonly date: string
}

/** Something to be done that a plan clause names. */
export interface Task extends Span {
  readonly id: string
  readonly clause: string
  readonly action: string
  readonly object: string
  /** Things named as examples or as a list: the projects before “等30个项目”. */
  readonly names: readonly string[]
  /** When it is due: the words of the text and the last day they leave, YYYY-MM-DD. */
  readonly due?: Due
  /** Ids of the statements inside it. */
  readonly statements: readonly string[]
}

/** A term of the glossary with its definition. */
export interface Term extends Span {
  readonly term: string
  readonly definition: string
}

/** A numeral that is no statement, with the reason. */
export interface Exclusion extends Span {
  readonly reason: ExclusionReason
}

/** How completely the text is accounted for. */
export interface Coverage {
  /** Code units that are not white space. */
  readonly characters: number
  /** Those of them that lie in a clause; the same number unless a rule of the reader is broken. */
  readonly inClauses: number
  /** Numerals met, those read as statements, and the others with their reasons. */
  readonly numerals: number
  readonly stated: number
  readonly excluded: readonly Exclusion[]
}

/** Everything that one text says. */
export interface Reading {
  readonly meta: Meta
  readonly outline: readonly Heading[]
  readonly clauses: readonly Clause[]
  readonly statements: readonly Statement[]
  readonly tasks: readonly Task[]
  readonly terms: readonly Term[]
  readonly problems: readonly Problem[]
  readonly coverage: Coverage
}

/** What a caller may know that the text does not say. */
export interface ReadOptions {
  readonly title?: string
  readonly kind?: DocumentKind
  /** The year of the plan half. */
  readonly year?: number
  /** Blocks of the source file: paragraphs, headings with level, table cells. */
  readonly blocks?: readonly TextBlock[]
  /** Disclosure metadata that the source file carries apart from its text. */
  readonly metadata?: readonly MetadataEntry[]
  /** Name of the file, looked at only for a year or place that the text lacks. */
  readonly fileName?: string
  /** Keep the names of the rules that made each statement. */
  readonly explain?: boolean
}
