import type { Request } from '@jiannuo/contract'

/** What a supervisor has chosen so far; an empty text is nothing. */
export interface Narrowed {
  readonly measure?: string
  readonly units?: readonly string[]
  readonly category?: string
  readonly from?: string
  readonly to?: string
  readonly adjusted?: boolean
}

/** The choice after a change: another measure has other categories, and perhaps nothing to leave out. */
export function chosenOf(before: Narrowed, change: Narrowed): Narrowed {
  if (change.measure === undefined || change.measure === before.measure) return { ...before, ...change }
  const { category: _category, adjusted: _adjusted, ...kept } = before
  return { ...kept, ...change }
}

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/

/** What the preview is asked; nothing while no measure is chosen. */
export function queryOf(chosen: Narrowed): Request<'previewFeed'>['query'] | undefined {
  const { measure, units = [], category = '', from = '', to = '', adjusted = false } = chosen
  if (measure === undefined) return undefined
  return {
    measure,
    ...(units.length === 0 ? {} : { units: units.join(',') }),
    ...(category === '' ? {} : { category }),
    ...(MONTH.test(from) ? { from } : {}),
    ...(MONTH.test(to) ? { to } : {}),
    ...(adjusted ? { adjusted: 'true' } : {}),
  }
}
