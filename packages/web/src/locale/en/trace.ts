import type { Words } from '../words.ts'

/** Words of the trace drawer. */
export const trace: Words['trace'] = {
  title: 'Trace',
  raw: 'Raw',
  adjusted: 'Adjusted',
  formula: 'Formula',
  counters: 'From these counters',
  records: 'Records counted',
  excluded: 'Left out',
  history: 'History',
}
