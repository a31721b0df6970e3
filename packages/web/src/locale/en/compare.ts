import type { Words } from '../words.ts'

/** Words of the comparison. */
export const compare: Words['compare'] = {
  title: 'Compare',
  promises: 'Promise and result',
  figures: 'Figures',
  plan: 'Document with the promises',
  report: 'Report with the results',
  a: 'First',
  b: 'Second (none: last year’s results against this year’s targets of the first)',
  run: 'Compare',
  outcome: 'Outcome',
  promise: 'Promise',
  said: 'What the report says',
  unsure: 'Please check by hand',
  nothingSaid: 'Not found in the report',
  indicator: 'Indicator',
  difference: 'Difference',
  verdict: 'Verdict',
  why: 'Why',
  pick: 'Choose documents first',
  onlyProblems: 'Only what fell short or is not mentioned',
}
