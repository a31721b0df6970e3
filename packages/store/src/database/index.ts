export {
  APP_ROLE,
  type Database,
  type Engine,
  OWNER_ROLE,
  type Role,
  type RowSource,
  type Rows,
  type Session,
  type Settings,
  type StatementOptions,
  type TransactionOptions,
} from './connection.ts'
export { mayRetry, StatementFailed, type StatementPlace, StoreUnavailable, sqlState } from './errors.ts'
export {
  type EmbeddedOptions,
  type EmbeddedServer,
  type EmbeddedStatus,
  startEmbedded,
  statusEmbedded,
  stopEmbedded,
} from './launcher/launcher.ts'
export type { Place } from './launcher/socket-place.ts'
export { type OpenOptions, openDatabase, optionsFromEnvironment } from './open.ts'
export { identifier, literal } from './settings.ts'
export { encodeValue } from './values.ts'
export { type DatabaseProblemCode, databaseWording } from './wording.zh.ts'
