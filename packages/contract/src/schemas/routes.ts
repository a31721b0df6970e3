import { z } from 'zod'
import type { EndpointName } from '../paths.ts'
import * as o from './account.ts'
import * as a from './admin.ts'
import * as b from './boards.ts'
import * as k from './cases.ts'
import * as c from './common.ts'
import * as d from './documents.ts'
import * as e from './feeds.ts'
import * as f from './figures.ts'
import * as l from './ledger.ts'
import * as r from './record.ts'
import * as s from './session.ts'

/** Who may call: anybody, whoever is signed in, or whoever administers. What they see is decided by their posts. */
export type Access = 'public' | 'session' | 'administrator' | 'auditor'

/** What an endpoint takes and gives. */
export interface RouteSpec {
  readonly summary: string
  readonly access: Access
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  /** The body is a file, sent as it is. */
  readonly upload?: boolean
  /** Media type of an answer that is a file. */
  readonly download?: string
  readonly answer: z.ZodType
}

const MEASURE = z.object({ machine: k.MachineId, measure: z.string().min(1).max(100) })
const INDEX = z.object({ index: z.string().min(1).max(60) })
const ID = z.object({ id: c.Id })
const MACHINE = z.object({ machine: k.MachineId })
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Every endpoint with its schemas. */
export const routes = {
  health: {
    summary: '是否在运行',
    access: 'public',
    answer: z.object({ status: z.literal('ok'), version: z.string() }),
  },
  ready: { summary: '是否可以受理', access: 'public', answer: z.object({ status: z.enum(['ready', 'not-ready']) }) },
  welcome: { summary: '登录前的说明', access: 'public', answer: s.Welcome },
  signIn: { summary: '登录', access: 'public', body: s.SignInBody, answer: s.SignedIn },
  secondFactor: { summary: '登录第二步', access: 'public', body: s.SecondFactorBody, answer: s.SignedIn },
  signOut: { summary: '退出', access: 'session', answer: a.Nothing },
  me: { summary: '我是谁', access: 'session', answer: s.Me },
  changePassword: { summary: '修改密码', access: 'session', body: s.PasswordBody, answer: a.Nothing },
  ownAccount: { summary: '我的账号', access: 'session', answer: o.OwnAccount },
  enrolTotp: { summary: '绑定动态口令', access: 'session', body: o.ProofBody, answer: o.TotpEnrolment },
  confirmTotp: { summary: '确认动态口令', access: 'session', body: o.TotpCodeBody, answer: s.SignedIn },
  dropTotp: { summary: '关闭动态口令', access: 'session', body: o.ProofBody, answer: a.Nothing },
  endOtherSessions: { summary: '退出其他登录', access: 'session', answer: o.SessionsEnded },
  messages: { summary: '消息', access: 'session', query: f.MessagesQuery, answer: f.MessagesPage },
  search: { summary: '搜索', access: 'session', query: f.SearchQuery, answer: f.SearchPage },
  overview: { summary: '总览', access: 'session', query: l.OverviewQuery, answer: l.Overview },
  commitments: { summary: '台账', access: 'session', query: l.CommitmentsQuery, answer: l.CommitmentPage },
  commitment: { summary: '一件任务', access: 'session', params: ID, answer: l.CommitmentDetail },
  splitCommitment: {
    summary: '分解到单位',
    access: 'session',
    params: ID,
    body: l.SplitBody,
    answer: z.object({ parts: z.array(c.Id) }),
  },
  feed: { summary: '由哪个测度取数、现在是多少', access: 'session', params: ID, answer: e.FeedNow },
  feedChoices: { summary: '可以用哪些测度取数', access: 'session', params: ID, answer: e.FeedChoices },
  previewFeed: {
    summary: '预览一种取数',
    access: 'session',
    params: ID,
    query: e.FeedQuery,
    answer: e.FeedPreview,
  },
  bulk: { summary: '批量办理', access: 'session', body: l.BulkBody, answer: l.BulkDone },
  exportSplit: { summary: '导出任务分解表', access: 'session', query: l.YearQuery, download: XLSX, answer: z.string() },
  importSplit: {
    summary: '导入任务分解表',
    access: 'session',
    query: l.TakeQuery,
    upload: true,
    answer: l.SplitImport,
  },
  circular: { summary: '月调度通报', access: 'session', query: l.CircularQuery, download: DOCX, answer: z.string() },
  returns: { summary: '月报', access: 'session', query: l.ReturnsQuery, answer: l.ReturnsPage },
  openReturn: { summary: '填一份月报', access: 'session', body: l.OpenReturnBody, answer: c.Done },
  record: { summary: '一件记录', access: 'session', params: ID, answer: r.RecordView },
  act: {
    summary: '办理',
    access: 'session',
    params: z.object({ id: c.Id, action: z.string().min(1).max(60) }),
    body: r.ActBody,
    answer: c.Done,
  },
  unmask: { summary: '查看个人信息', access: 'session', params: ID, body: k.UnmaskBody, answer: k.Unmasked },
  related: { summary: '关联到一件记录的', access: 'session', params: ID, answer: k.RelatedGroups },
  recordFile: {
    summary: '一件记录的附件',
    access: 'session',
    params: z.object({ id: c.Id, hash: z.string().min(1).max(80) }),
    download: 'application/octet-stream',
    answer: z.string(),
  },
  keepFile: { summary: '上传附件', access: 'session', query: k.FileQuery, upload: true, answer: k.FileKept },
  systems: { summary: '各系统和待办', access: 'session', answer: k.SystemTiles },
  system: { summary: '一个系统的说明和表单', access: 'session', params: MACHINE, answer: k.SystemSetup },
  cases: { summary: '办件', access: 'session', params: MACHINE, query: k.CasesQuery, answer: k.CasesPage },
  openCase: { summary: '登记', access: 'session', params: MACHINE, body: k.OpenCaseBody, answer: c.Done },
  exportCases: {
    summary: '导出办件',
    access: 'session',
    params: MACHINE,
    query: k.CasesQuery,
    download: XLSX,
    answer: z.string(),
  },
  importCases: {
    summary: '导入办件',
    access: 'session',
    params: MACHINE,
    query: k.CaseImportQuery,
    upload: true,
    answer: k.CaseImport,
  },
  duplicates: {
    summary: '可能重复的办件',
    access: 'session',
    params: MACHINE,
    body: k.DuplicatesBody,
    answer: k.DuplicatesFound,
  },
  manyChoices: {
    summary: '几件一起可以办的',
    access: 'session',
    params: MACHINE,
    body: k.ManyIds,
    answer: k.ManyChoices,
  },
  actOnMany: { summary: '几件一起办', access: 'session', params: MACHINE, body: k.ManyBody, answer: k.ManyDone },
  documents: { summary: '文件', access: 'session', answer: d.DocumentList },
  previewDocument: {
    summary: '预览一份文件',
    access: 'session',
    query: d.UploadQuery,
    upload: true,
    answer: d.DocumentPreview,
  },
  importDocument: {
    summary: '导入一份文件',
    access: 'session',
    query: d.UploadQuery,
    upload: true,
    answer: d.DocumentImported,
  },
  document: { summary: '一份文件', access: 'session', params: ID, answer: d.DocumentDetail },
  original: {
    summary: '原件',
    access: 'session',
    params: ID,
    download: 'application/octet-stream',
    answer: z.string(),
  },
  decide: { summary: '确认、退回、合并', access: 'session', params: ID, body: d.DecisionBody, answer: d.Decided },
  promises: { summary: '承诺与结果', access: 'session', query: d.PromisesQuery, answer: d.Promises },
  figures: { summary: '数字对比', access: 'session', query: d.FiguresQuery, answer: d.Compared },
  recordCurve: { summary: '计划与实绩', access: 'session', params: ID, answer: b.RecordCurve },
  boards: { summary: '有数据的系统', access: 'session', answer: b.Boards },
  board: { summary: '一个系统的全部数据', access: 'session', params: MACHINE, query: b.BoardQuery, answer: b.Board },
  boardTable: {
    summary: '一个指标按单位、月份或分类分列',
    access: 'session',
    params: MEASURE,
    query: b.BoardTableQuery,
    answer: b.BoardTable,
  },
  meetingPaper: {
    summary: '周盘点、月调度会议材料',
    access: 'session',
    params: MACHINE,
    query: b.MeetingQuery,
    download: DOCX,
    answer: z.string(),
  },
  meetingTable: {
    summary: '周盘点、月调度会议表格',
    access: 'session',
    params: MACHINE,
    query: b.MeetingQuery,
    download: XLSX,
    answer: z.string(),
  },
  indexes: { summary: '指数', access: 'session', answer: b.Indexes },
  indexBoard: {
    summary: '一个指数的得分',
    access: 'session',
    params: INDEX,
    query: b.IndexQuery,
    answer: b.IndexBoard,
  },
  trace: { summary: '溯源', access: 'session', query: f.TraceQuery, answer: f.FigureTrace },
  traceRecord: {
    summary: '一件记录怎样计入',
    access: 'session',
    params: ID,
    query: z.object({ address: z.string().min(1).max(300) }),
    answer: f.RecordTrace,
  },
  organisation: { summary: '单位和人员', access: 'session', answer: a.Organisation },
  addUnit: { summary: '增加单位', access: 'administrator', body: a.NewUnitBody, answer: z.object({ id: c.Id }) },
  renameUnit: {
    summary: '单位改名',
    access: 'administrator',
    params: ID,
    body: a.RenameUnitBody,
    answer: a.Nothing,
  },
  closeUnit: { summary: '撤销单位', access: 'administrator', params: ID, answer: a.Nothing },
  addPerson: { summary: '增加人员', access: 'administrator', body: a.NewPersonBody, answer: a.PersonMade },
  addPost: { summary: '任职', access: 'administrator', params: ID, body: a.NewPostBody, answer: a.Nothing },
  endPost: { summary: '免职', access: 'administrator', params: ID, answer: a.Nothing },
  resetPassword: { summary: '重置密码', access: 'administrator', params: ID, answer: a.IssuedPassword },
  openAccount: {
    summary: '开通账号',
    access: 'administrator',
    params: ID,
    body: a.NewAccountBody,
    answer: a.IssuedPassword,
  },
  closeAccount: {
    summary: '停用或恢复账号',
    access: 'administrator',
    params: ID,
    body: a.CloseAccountBody,
    answer: a.Nothing,
  },
  removeFactor: { summary: '解除动态口令', access: 'administrator', params: ID, answer: a.Nothing },
  importOrganisation: {
    summary: '导入单位和人员',
    access: 'administrator',
    query: l.TakeQuery,
    upload: true,
    answer: a.OrganisationImported,
  },
  settings: { summary: '参数', access: 'session', answer: a.SettingsPage },
  setSetting: { summary: '修改参数', access: 'administrator', body: a.SettingBody, answer: a.Nothing },
  lightRules: { summary: '亮灯规则', access: 'session', answer: a.LightRules },
  previewLightRules: {
    summary: '换规则会变哪些灯',
    access: 'administrator',
    body: a.LightRulesBody,
    answer: a.LightRulesPreview,
  },
  setLightRules: { summary: '采用亮灯规则', access: 'administrator', body: a.LightRulesBody, answer: a.Nothing },
  calendar: { summary: '工作日历', access: 'session', query: a.CalendarQuery, answer: a.CalendarView },
  indicators: { summary: '指标', access: 'session', query: a.IndicatorQuery, answer: a.IndicatorsPage },
  mergeIndicators: {
    summary: '合并指标',
    access: 'administrator',
    body: a.MergeIndicatorsBody,
    answer: a.Nothing,
  },
  log: { summary: '日志', access: 'auditor', query: f.LogQuery, answer: f.LogPage },
} satisfies Record<EndpointName, RouteSpec>

export type Routes = typeof routes
