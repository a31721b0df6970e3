import type { z } from 'zod'
import type * as schemas from './schemas/index.ts'
import type { EndpointName } from './paths.ts'
import type { Routes } from './schemas/routes.ts'

export * from './paths.ts'

// Types only: a page that imports this package carries no schema.
type Out<T> = T extends z.ZodType ? z.output<T> : never
type In<T> = T extends z.ZodType ? z.input<T> : never
type Of<K extends EndpointName, F extends 'params' | 'query' | 'body'> =
  Routes[K] extends Record<F, infer T> ? { readonly [P in F]: In<T> } : unknown

/** What a call of an endpoint takes: `params`, `query` and `body` as far as it has them. */
export type Request<K extends EndpointName> = Of<K, 'params'> & Of<K, 'query'> & Of<K, 'body'>
/** What it answers. */
export type Answer<K extends EndpointName> = Out<Routes[K]['answer']>

export type { Json } from './schemas/common.ts'

type Body<K extends keyof typeof schemas> = Out<(typeof schemas)[K]>

export type ActionView = Body<'ActionView'>
export type Board = Body<'Board'>
export type BoardFigure = Body<'BoardFigure'>
export type BoardTable = Body<'BoardTable'>
export type CaseImport = Body<'CaseImport'>
export type CaseLine = Body<'CaseLine'>
export type CasesPage = Body<'CasesPage'>
export type ClauseView = Body<'ClauseView'>
export type ClockBar = Body<'ClockBar'>
export type CommitmentDetail = Body<'CommitmentDetail'>
export type CommitmentRow = Body<'CommitmentRow'>
export type Compared = Body<'Compared'>
export type Correction = Body<'Correction'>
export type DecisionBody = Body<'DecisionBody'>
export type DocumentDetail = Body<'DocumentDetail'>
export type DocumentPreview = Body<'DocumentPreview'>
export type DocumentRow = Body<'DocumentRow'>
export type Done = Body<'Done'>
export type Failure = Body<'Failure'>
export type DuplicateLine = Body<'DuplicateLine'>
export type FeedChoices = Body<'FeedChoices'>
export type FeedNow = Body<'FeedNow'>
export type FeedPreview = Body<'FeedPreview'>
export type FigurePair = Body<'FigurePair'>
export type FigureTrace = Body<'FigureTrace'>
export type FormField = Body<'FormField'>
export type IndexAreaScore = Body<'IndexAreaScore'>
export type IndexBoard = Body<'IndexBoard'>
export type IndexPartScore = Body<'IndexPartScore'>
export type Light = Body<'Light'>
export type LightChange = Body<'LightChange'>
export type LightCounts = Body<'LightCounts'>
export type LightGroup = Body<'LightGroup'>
export type Me = Body<'Me'>
export type Organisation = Body<'Organisation'>
export type Overview = Body<'Overview'>
export type ProblemBody = Body<'ProblemBody'>
export type Promises = Body<'Promises'>
export type ProposalView = Body<'ProposalView'>
export type RecordClock = Body<'RecordClock'>
export type RecordCurve = Body<'RecordCurve'>
export type RecordField = Body<'RecordField'>
export type RecordName = Body<'RecordName'>
export type RecordTrace = Body<'RecordTrace'>
export type RecordView = Body<'RecordView'>
export type ReturnRow = Body<'ReturnRow'>
export type ReturnsPage = Body<'ReturnsPage'>
export type SettingForm = Body<'SettingForm'>
export type SettingView = Body<'SettingView'>
export type SplitImport = Body<'SplitImport'>
export type StageView = Body<'StageView'>
export type StatementView = Body<'StatementView'>
export type SystemSetup = Body<'SystemSetup'>
export type SystemTile = Body<'SystemTile'>
export type TimelineEntry = Body<'TimelineEntry'>
export type TruthView = Body<'TruthView'>
export type Welcome = Body<'Welcome'>
