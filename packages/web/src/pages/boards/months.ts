/** Which stretch of time is looked at. */
export type SpanName = 'month' | 'year' | 'all'

/** The months that a stretch means. */
export function monthsOf(span: SpanName, month: string): { readonly from?: string; readonly to?: string } {
  if (span === 'all') return {}
  return { from: span === 'month' ? month : `${month.slice(0, 4)}-01`, to: month }
}

/** The last day of a month that is over, today for the running one: what a meeting about it is asked for by. */
export function dayIn(month: string, today: string): string {
  if (today.startsWith(month)) return today
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}
