import type { ClockDefinition } from '@jiannuo/engine'
import { field, now, setting } from '@jiannuo/engine'
import { type Cadence, cadence } from '../buildings/cadence.ts'
import { dueMark, officeRule, tellAll } from '../commitments/clock-parts.ts'
import { auditors, keepers, leaders, sectors, taskForce } from './cells.people.ts'
import { cellSources as sources } from './cells.settings.ts'

const source = `时长为${sources.proposal}；计算按${sources.civilCode}`

const stretch = (title: string, code: string, more: Partial<Cadence>): ClockDefinition =>
  cadence({ title, limit: `${code}Limit`, code, doers: keepers, above: taskForce, source, ...more })

/** The way to the name, each step in its time; then the rhythm of re-checks, and the time to mend. */
export const cellClocks: Readonly<Record<string, ClockDefinition>> = {
  selfCheck: stretch('自评时限', 'selfCheck', {}),
  audit: stretch('初审时限', 'audit', { doers: sectors }),
  site: stretch('现场核查时限', 'site', { doers: taskForce, above: leaders.slice(0, 1) }),
  publicity: {
    title: '公示期',
    limit: setting('publicityLimit'),
    rule: officeRule,
    marks: {
      due: dueMark(
        { set: 'publicityEndedAt', to: now },
        { start: 'naming' },
        ...tellAll('publicity-over-told', taskForce),
      ),
    },
    source,
  },
  naming: stretch('命名时限', 'naming', { doers: taskForce, above: leaders.slice(0, 1) }),
  recheck: {
    ...cadence({
      title: '复核周期',
      limit: 'recheckLimits',
      code: 'recheck',
      doers: [...sectors, ...taskForce],
      above: leaders.slice(0, 1),
      source: `按类别定；${source}`,
    }),
    limit: setting('recheckLimits', field('kind')),
  },
  mend: stretch('整改时限', 'mend', { above: auditors.slice(1) }),
}
