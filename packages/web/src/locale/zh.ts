import type { Light } from '@jiannuo/contract'
import { account } from './zh/account.ts'
import { admin } from './zh/admin.ts'
import { boards } from './zh/boards.ts'
import { calendar } from './zh/calendar.ts'
import { cases } from './zh/cases.ts'
import { commitment } from './zh/commitment.ts'
import { common } from './zh/common.ts'
import { compare } from './zh/compare.ts'
import { documents } from './zh/documents.ts'
import { feed } from './zh/feed.ts'
import { ledger } from './zh/ledger.ts'
import { login } from './zh/login.ts'
import { menu } from './zh/menu.ts'
import { messages } from './zh/messages.ts'
import { organisation } from './zh/organisation.ts'
import { overview } from './zh/overview.ts'
import { record } from './zh/record.ts'
import { returns } from './zh/returns.ts'
import { settings } from './zh/settings.ts'
import { trace } from './zh/trace.ts'

/** Every word of the pages that the server does not send, in Chinese; one file for each page. */
export const zh = {
  product: '践诺',
  slogan: '把说过的话，一件件办到',
  invented: '虚构数据，仅供演示',
  lights: { red: '红灯', yellow: '黄灯', silent: '未报', green: '绿灯', none: '未评' } satisfies Record<Light, string>,
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
