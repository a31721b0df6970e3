import { type RecordTrace, trace, type Trace, traceRecord } from '@jiannuo/app'
import type { FigureTrace } from '@jiannuo/contract'
import type { Handlers } from '../http/handler.ts'
import { figureSides } from '../views/figure.ts'
import { given } from '../views/given.ts'
import { timeline } from '../views/record.ts'

type FigureNames = 'trace' | 'traceRecord'
function records(found: NonNullable<Trace['records']>): NonNullable<FigureTrace['records']> {
  return {
    counter: found.counter,
    rows: found.rows.map(({ record, title, state, unitName, amount, excluded }) => ({
      id: record,
      title,
      stateTitle: state,
      unitName,
      amount,
      excluded,
    })),
    ...given({ next: found.next }),
  }
}

const contribution = (one: RecordTrace['contributions'][number]) => ({
  title: one.title,
  amount: one.amount,
  excluded: one.excluded,
})

/** From a figure down to records, and from a record down to its events. */
export const figureHandlers: Pick<Handlers, FigureNames> = {
  trace: async ({ office, session }, { query }) => {
    const found = await trace(office, session, query.address, given({ counter: query.counter, after: query.after }))
    if (!found.ok) return found
    const { figure, formula, counters, records: rows } = found.value
    return {
      ok: true,
      value: {
        address: figure.address,
        title: figure.title,
        period: figure.period,
        unitName: figure.unitName,
        ...figureSides(figure),
        excluded: figure.excluded,
        definition: `${formula.says}（${formula.source}）`,
        formula: [formula.words, formula.raw, formula.adjusted],
        counters: counters.map((one) => ({ ...one })),
        ...given({ records: rows === undefined ? undefined : records(rows) }),
      },
    }
  },
  traceRecord: async ({ office, session }, { params, query }) => {
    const found = await traceRecord(office, session, query.address, params.id)
    if (!found.ok) return found
    const { record, title, contributions, timeline: entries } = found.value
    return {
      ok: true,
      value: { record, title, contributions: contributions.map(contribution), timeline: timeline(entries) },
    }
  },
}
