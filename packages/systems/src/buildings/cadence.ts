import type { ClockDefinition, Effect, Grant } from '@jiannuo/engine'
import { setting } from '@jiannuo/engine'
import { officeRule, tellAll } from '../commitments/clock-parts.ts'

/** What a recurring duty says, to whom. */
export interface Cadence {
  readonly title: string
  /** Id of the setting that holds its limit. */
  readonly limit: string
  /** Messages are `<code>-soon`, `<code>-due` and `<code>-late`. */
  readonly code: string
  /** Who has to do it. */
  readonly doers: readonly Grant[]
  /** Who hears of it when it was not done. */
  readonly above: readonly Grant[]
  readonly source: string
  /** Besides the messages, at the due moment. */
  readonly atDue?: readonly Effect[]
}

/**
 * A clock that warns its doers before, tells them and the next level at the due moment, and that level again five working days after. What
 * recurs is done in its period; a period that ends on a rest day ends on the next working day (domain.md 16).
 */
export const cadence = ({ title, limit, code, doers, above, source, atDue = [] }: Cadence): ClockDefinition => ({
  title,
  limit: setting(limit),
  rule: officeRule,
  marks: {
    soon: { title: '临近到期', at: { left: 0.2 }, effects: tellAll(`${code}-soon`, doers) },
    due: { title: '到期', at: { due: true }, effects: [...atDue, ...tellAll(`${code}-due`, doers, above)] },
    late: {
      title: '逾期五个工作日',
      at: { after: { value: 5, unit: 'workday' } },
      effects: tellAll(`${code}-late`, above),
    },
  },
  source,
})
