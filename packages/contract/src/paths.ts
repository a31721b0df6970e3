/** Method and path of every endpoint; `{id}` stands for a parameter. Schemas stand in `schemas/routes.ts`, by the same keys. */
export const paths = {
  health: ['GET', '/api/health'],
  ready: ['GET', '/api/ready'],
  welcome: ['GET', '/api/welcome'],
  signIn: ['POST', '/api/session'],
  secondFactor: ['POST', '/api/session/second-factor'],
  signOut: ['DELETE', '/api/session'],
  me: ['GET', '/api/me'],
  changePassword: ['POST', '/api/me/password'],
  ownAccount: ['GET', '/api/me/account'],
  enrolTotp: ['POST', '/api/me/totp'],
  confirmTotp: ['POST', '/api/me/totp/confirmation'],
  dropTotp: ['POST', '/api/me/totp/removal'],
  endOtherSessions: ['POST', '/api/me/sessions/end-others'],
  messages: ['GET', '/api/messages'],
  search: ['GET', '/api/search'],
  overview: ['GET', '/api/overview'],
  commitments: ['GET', '/api/commitments'],
  commitment: ['GET', '/api/commitments/{id}'],
  splitCommitment: ['POST', '/api/commitments/{id}/parts'],
  bulk: ['POST', '/api/commitments/bulk'],
  exportSplit: ['GET', '/api/split-table'],
  importSplit: ['POST', '/api/split-table'],
  circular: ['GET', '/api/circular'],
  returns: ['GET', '/api/returns'],
  openReturn: ['POST', '/api/returns'],
  record: ['GET', '/api/records/{id}'],
  act: ['POST', '/api/records/{id}/actions/{action}'],
  documents: ['GET', '/api/documents'],
  previewDocument: ['POST', '/api/documents/preview'],
  importDocument: ['POST', '/api/documents'],
  document: ['GET', '/api/documents/{id}'],
  original: ['GET', '/api/documents/{id}/original'],
  decide: ['POST', '/api/documents/{id}/decisions'],
  promises: ['GET', '/api/compare/promises'],
  figures: ['GET', '/api/compare/figures'],
  trace: ['GET', '/api/trace'],
  traceRecord: ['GET', '/api/trace/{id}'],
  organisation: ['GET', '/api/organisation'],
  addUnit: ['POST', '/api/organisation/units'],
  renameUnit: ['POST', '/api/organisation/units/{id}'],
  closeUnit: ['DELETE', '/api/organisation/units/{id}'],
  addPerson: ['POST', '/api/organisation/people'],
  addPost: ['POST', '/api/organisation/people/{id}/posts'],
  endPost: ['DELETE', '/api/organisation/posts/{id}'],
  resetPassword: ['POST', '/api/organisation/people/{id}/password'],
  openAccount: ['POST', '/api/organisation/people/{id}/account'],
  closeAccount: ['POST', '/api/organisation/people/{id}/account/closed'],
  removeFactor: ['DELETE', '/api/organisation/people/{id}/second-factor'],
  importOrganisation: ['POST', '/api/organisation/import'],
  settings: ['GET', '/api/settings'],
  setSetting: ['POST', '/api/settings'],
  lightRules: ['GET', '/api/light-rules'],
  previewLightRules: ['POST', '/api/light-rules/preview'],
  setLightRules: ['POST', '/api/light-rules'],
  calendar: ['GET', '/api/calendar'],
  indicators: ['GET', '/api/indicators'],
  mergeIndicators: ['POST', '/api/indicators/merge'],
  log: ['GET', '/api/log'],
} as const

/** Name of an endpoint. */
export type EndpointName = keyof typeof paths

/** Live updates: `GET /api/events`, server-sent; `data` of an event `changed` is a `Changed`. */
export const EVENTS_PATH = '/api/events'

/** What has changed, for pages that show it. */
export interface Changed {
  /** Machine whose records changed. */
  readonly machine: string
  readonly record: string
}
