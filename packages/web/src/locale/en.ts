import { account } from './en/account.ts'
import { admin } from './en/admin.ts'
import { boards } from './en/boards.ts'
import { calendar } from './en/calendar.ts'
import { cases } from './en/cases.ts'
import { commitment } from './en/commitment.ts'
import { common } from './en/common.ts'
import { compare } from './en/compare.ts'
import { documents } from './en/documents.ts'
import { feed } from './en/feed.ts'
import { ledger } from './en/ledger.ts'
import { login } from './en/login.ts'
import { menu } from './en/menu.ts'
import { messages } from './en/messages.ts'
import { organisation } from './en/organisation.ts'
import { overview } from './en/overview.ts'
import { record } from './en/record.ts'
import { returns } from './en/returns.ts'
import { settings } from './en/settings.ts'
import { trace } from './en/trace.ts'
import type { Words } from './words.ts'

/** Every word of the pages that the server does not send, in English; what the server sends stays Chinese. */
export const en: Words = {
  product: 'Jiannuo',
  slogan: 'What was promised, kept account of',
  invented: 'Invented data, for demonstration only',
  lights: { red: 'Red', yellow: 'Yellow', silent: 'Silent', green: 'Green', none: 'Not judged' },
  menu,
  login,
  common,
  overview,
  ledger,
  boards,
  cases,
  commitment,
  feed,
  documents,
  returns,
  compare,
  admin,
  trace,
  organisation,
  settings,
  calendar,
  account,
  messages,
  record,
}
