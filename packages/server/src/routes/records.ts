import { caseView, dueOf, messagesFor, openReturn, perform, periodNow, returnsBoard, search } from '@jiannuo/app'
import type { Answer } from '@jiannuo/contract'
import type { Handlers } from '../http/handler.ts'
import { given } from '../views/given.ts'
import { recordView } from '../views/record.ts'
import { boardRow } from '../views/returns.ts'
import { doneAnswer } from './done.ts'

type RecordNames = 'record' | 'act' | 'returns' | 'openReturn' | 'search' | 'messages'

const COUNTED = ['draft', 'submitted', 'sentBack', 'approved'] as const

function countsOf(rows: Answer<'returns'>['rows']): Answer<'returns'>['counts'] {
  const counts = { owed: rows.length, missing: 0, draft: 0, submitted: 0, sentBack: 0, approved: 0 }
  for (const { state } of rows) {
    const known = COUNTED.find((one) => one === state)
    counts[known ?? 'missing'] += 1
  }
  return counts
}

/** Messages of one page. */
const MESSAGES = 50

/** Records of any kind, returns, search, messages. */
export const recordHandlers: Pick<Handlers, RecordNames> = {
  record: async ({ office, session }, { params }) => {
    const seen = await caseView(office, session, params.id)
    return seen.ok ? recordView(office, session, seen.value) : seen
  },
  act: async ({ office, session }, { params, body }) => {
    const seen = await caseView(office, session, params.id)
    if (!seen.ok) return seen
    const { machine } = seen.value
    const performed = await perform(office, session, {
      machine,
      record: params.id,
      action: params.action,
      input: body.input,
      key: body.key,
      ...given({ expected: body.seen }),
    })
    return doneAnswer(office, machine, performed)
  },
  returns: async ({ office, session }, { query }) => {
    const now = await periodNow(office, session.district)
    const period = query.period ?? now.period
    const due = (await dueOf(office, session.district, period)) ?? now.due
    const view = await office.districts.view(session.district)
    const rows = (await returnsBoard(office, session, period)).map((pair) => boardRow(office, view, pair, period))
    return { ok: true, value: { period, due, rows, counts: countsOf(rows) } }
  },
  openReturn: async ({ office, session }, { body }) =>
    doneAnswer(office, 'returns', await openReturn(office, session, body.commitment, body.period)),
  search: async ({ office, session }, { query }) => {
    const found = await search(office, session, { query: query.q })
    if (!found.ok) return found
    const rows = found.value.map(({ id, machine, title, stateTitle }) => {
      const noun = office.machines.kit(machine)?.machine.noun ?? machine
      return { id, machine, noun, title, stateTitle }
    })
    return { ok: true, value: { rows } }
  },
  messages: async ({ office, session }, { query }) => {
    const found = await messagesFor(office, session, { limit: MESSAGES, ...given({ before: query.before }) })
    const rows = found.map(({ id, at, text, record, machine, noun, title, unit }) => ({
      id: String(id),
      at,
      text,
      record,
      unitName: unit,
      ...given({ machine, noun, title }),
    }))
    const next = found.length < MESSAGES ? undefined : found.at(-1)?.id
    return { ok: true, value: { rows, ...given({ next }) } }
  },
}
