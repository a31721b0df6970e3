import type { ServerParts } from './http/app.ts'
import type { Handlers } from './http/handler.ts'
import { accountHandlers } from './routes/account.ts'
import { adminHandlers } from './routes/admin.ts'
import { boardHandlers } from './routes/boards.ts'
import { caseHandlers } from './routes/cases.ts'
import { compareHandlers } from './routes/compare.ts'
import { documentHandlers } from './routes/documents.ts'
import { feedHandlers } from './routes/feeds.ts'
import { figureHandlers } from './routes/figures.ts'
import { ledgerHandlers } from './routes/ledger.ts'
import { recordHandlers } from './routes/records.ts'
import { sessionHandlers } from './routes/session.ts'

/** Every endpoint of the contract. */
export const handlers = (parts: ServerParts): Handlers => ({
  ...sessionHandlers(parts),
  ...accountHandlers(parts),
  ...ledgerHandlers,
  ...recordHandlers,
  ...caseHandlers,
  ...documentHandlers,
  ...compareHandlers,
  ...figureHandlers,
  ...boardHandlers,
  ...feedHandlers,
  ...adminHandlers,
})
