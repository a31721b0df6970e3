export * from './accounts/index.ts'
export { type Batch, type BatchItem, openBatch, performMany } from './command/batch.ts'
export type { ActionCommand, Done, Performed } from './command/command.ts'
export { explainRefusal } from './command/explain.ts'
export { perform, performAt } from './command/perform.ts'
export { upgradeRecord } from './command/upgrade.ts'
export { type FigureAddress, formatFigureAddress, parseFigureAddress } from './figures/address.ts'
export type { Subject } from './figures/ask.ts'
export { type FigureBy, type FigureOf, type FigureRow, figure, figureTable } from './figures/figure.ts'
export {
  type RecordTrace,
  type Trace,
  type TracedCounter,
  type TracedRecord,
  type TracePage,
  trace,
  traceRecord,
} from './figures/trace.ts'
export type { ColumnMapping } from './import/guess.ts'
export { type Imported, type ImportOptions, importCases, importProblemText } from './import/import-cases.ts'
export { saveMapping, savedMapping } from './import/mapping.ts'
export type { Districts } from './office/districts.ts'
export { type DistrictView, settingsTimeline } from './office/district-view.ts'
export type { Form, Kit, Machines } from './office/machines.ts'
export type { Office } from './office/office.ts'
export { furnishStore, type OpenOfficeOptions, openOffice } from './office/open-office.ts'
export type { Recent } from './office/recent.ts'
export { addPerson, addPersons, appoint, appointAll, endPost, type NewPost } from './organisation/people.ts'
export { ADMINISTRATOR, AUDITOR, DISTRICT_ROLES } from './organisation/posts.ts'
export { administers, type Session, sessionAt, sessionOf } from './organisation/session.ts'
export type { OrganisationTree } from './organisation/tree.ts'
export {
  addUnit,
  addUnits,
  closeUnit,
  createDistrict,
  type NewDistrict,
  type NewUnit,
  renameUnit,
} from './organisation/units.ts'
export { type ActionView, type CaseView, caseView, type TruthView } from './reading/case-view.ts'
export { type ClockChange, type ClockView, clocksAtMoment } from './reading/clock-views.ts'
export type { FieldView } from './reading/field-views.ts'
export { type CaseFile, caseFile, endingOf, keepFile } from './reading/case-files.ts'
export {
  type CaseColumn,
  type CasePage,
  type CaseRow,
  caseList,
  listColumns,
  type RowClock,
} from './reading/case-list.ts'
export type { CaseQuery, DueWindow } from './reading/case-query.ts'
export { type CaseSetup, caseSetup, type Offered, type Opening } from './reading/case-setup.ts'
export { type CaseSheet, caseSheet } from './reading/case-sheet.ts'
export { actOnMany, choicesForMany, type ManyChoice, type ManyCommand, type ManyOutcome } from './reading/many.ts'
export { type RecordName, recordNames, type RelatedGroup, relatedTo } from './reading/related.ts'
export type { StageView } from './reading/stages.ts'
export { type SystemView, systemsOf } from './reading/systems.ts'
export {
  type Draft,
  type Duplicate,
  type DuplicateReason,
  duplicatesOf,
  duplicatesOfRecord,
} from './reading/duplicates.ts'
export { type InboxFilter, type InboxPage, type InboxRow, inbox } from './reading/inbox.ts'
export { type MessageView, messagesFor } from './reading/messages.ts'
export { erase, type Unmasked, unmask } from './reading/personal.ts'
export { type FoundRow, search } from './reading/search.ts'
export type { Seen } from './reading/seen.ts'
export { type TimelineEntry, timelineEntry } from './reading/timeline.ts'
export {
  applyPreset,
  PRESETS,
  type SettingOptions,
  type SettingView,
  setSetting,
  setSettings,
  settingsOf,
} from './settings.ts'
export { DEMO_ADMINISTRATOR, foundDemoDistrict } from './simulate/demo-district.ts'
export { type DistrictSize, LANTAI } from './simulate/lantai.ts'
export type { MachineTally, RunTally } from './simulate/run.ts'
export { type Simulated, type SimulateOptions, simulate } from './simulate/simulate.ts'
export { type SimulatedYear, simulateYear, type YearOptions } from './simulate/year.ts'
export { type FireOptions, fireDueTimers, nextTimerAt, runTimers, type TimerLoopOptions } from './timers.ts'
export {
  backupOffice,
  type OfficeVerification,
  replayRules,
  restoreOffice,
  sealOffice,
  type VerifyOfficeOptions,
  verifyOffice,
} from './upkeep.ts'
export { appPhrases, appWording } from './wording.zh.ts'
export {
  type CommitmentSource,
  type CommitmentView,
  commitmentView,
  type ReadingView,
  sourceOf,
} from './ledger/commitment-view.ts'
export { type Correction, unitNamed } from './ledger/commitment-input.ts'
export { type Confirmed, decideProposals, type Deciding } from './ledger/confirm.ts'
export { type ImportedDocument, importDocument } from './ledger/import-document.ts'
export { addIndicator, dictionaryFor, mergeIndicators } from './ledger/indicators.ts'
export { type Selection, selectRecords } from './ledger/list.ts'
export {
  type LedgerOverview,
  ledgerOverview,
  type LightCounts,
  lightCounts,
  lightOf,
  type UnitLights,
} from './ledger/overview.ts'
export { type DocumentPreview, previewDocument } from './ledger/preview.ts'
export { type DecidedProposal, type Decision, type DocumentProposals, proposalsOf } from './ledger/proposals.ts'
export { type DocumentFile } from './ledger/read-file.ts'
export {
  dueOf,
  openReturn,
  type OwedPair,
  periodNow,
  type ReturnOwed,
  returnsBoard,
  returnsOwed,
} from './ledger/returns.ts'
export { targetText } from './ledger/split/columns.ts'
export { exportSplitTable } from './ledger/split/export.ts'
export { importSplitTable, type SplitDifference, type SplitImport } from './ledger/split/import.ts'
export { type Part, splitCommitment } from './ledger/split-commitment.ts'
export { type OpenDocument, openDocument } from './ledger/stored-reading.ts'
export { importOrganisation, type OrganisationImport } from './organisation/import-organisation.ts'
export { type Compared, compareTwo, compareWithin, type FilesCompared } from './ledger/compare-files.ts'
export { type Assessed, assessLedger } from './ledger/assess.ts'
export { demoYear, foundDemoLedger, type DemoTexts, yearsMoved } from './simulate/demo-ledger.ts'
export { circularOf, circularPaper } from './ledger/circular.ts'
export { applyMatch, matchFiles, promiseReasons, type PromisesTold, type PromiseTold } from './ledger/match-files.ts'
export { type LedgerPage, ledgerPage, type LedgerQuery } from './ledger/commitment-page.ts'
export type { LightTurn } from './ledger/light-changes.ts'
export {
  type LightRulesTold,
  lightRulesTold,
  previewLightRules,
  takeLightRules,
  type WouldTurn,
} from './ledger/light-rules.ts'
export { type GroupLights, lightsBy } from './ledger/overview.ts'
export { ledgerYears, type YearOverview, yearOverview } from './ledger/year-overview.ts'
export { type FilledField, formsIn, formsOf } from './reading/forms.ts'
export type { Json, RecordState } from '@jiannuo/engine'
export { isUnchanged, type LogChange, type LogMark, wasQuiet } from '@jiannuo/store'
export {
  cellText,
  dateField,
  flagField,
  listField,
  momentField,
  numberField,
  rowsField,
  textField,
} from './ledger/fields.ts'
export { choiceText, dueText, momentText } from './reading/words.ts'
export { type ComparedRow, type ComparedVerdict, comparedRows, figureWords } from './ledger/compare-rows.ts'
export { type PacePoint, paceLine } from './ledger/pace-line.ts'
export { type OriginalFile, originalFile } from './ledger/original.ts'
export { type LogLine, logPage, readsLog } from './reading/log-page.ts'
export { readSheet } from '@jiannuo/files'
export { documentsOf, type ListedDocument, openDocumentsWaiting } from './ledger/document-list.ts'
export { everyWording } from './every-wording.ts'
export { indicatorsOf, type ListedIndicator } from './ledger/indicator-list.ts'
export { calendarOf, type YearCalendar } from './office/year-calendar.ts'
export {
  type FeedAddress,
  feedOf,
  feedRecord,
  feedSeries,
  formatFeedAddress,
  parseFeedAddress,
} from './ledger/feed-address.ts'
export {
  type FeedChoice,
  type FeedChoices,
  type FeedChosen,
  type FeedNow,
  type FeedPreview,
  feedChoices,
  feedNow,
  previewFeed,
} from './ledger/feed-choices.ts'
export type { MonthCount } from './ledger/feed-count.ts'
export { figureBehind, figureOfFeed, figureOfReading, type TracedReading } from './ledger/feed-trace.ts'
export type { FeedsVerified } from './ledger/feed-verify.ts'
export { type IndexScores, indexesFor, indexScores } from './scores/score-index.ts'
export { runWatches, type Warned } from './scores/watches.ts'
export {
  type Board,
  type BoardFigure,
  type BoardOf,
  boardsFor,
  type BoardSystem,
  figureBoard,
} from './figures/board.ts'
export { type Meeting, type MeetingOf, meetingOf, spanOf } from './meetings/meeting.ts'
export { type MeetingFile, meetingFile, meetingPaper } from './meetings/meeting-sheets.ts'
export { type CurvePoint, recordCurve, type RecordCurve } from './reading/record-curve.ts'
