import { describeProblem } from '@jiannuo/kernel'
import type { Reason } from '../model.ts'
import { type ProgressCode, progressWording } from './wording.zh.ts'

/** A reason of this part. Numbers are rounded for reading; the values themselves stand in the assessment. */
export const reason = (code: ProgressCode, params: Reason['params'] = {}): Reason => ({
  code,
  params: Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'number' ? rounded(value) : value]),
  ),
})

const rounded = (value: number): number => Math.round(value * 100) / 100

/** A reason in Chinese. */
export const describeReason = (of: Reason): string => describeProblem({ ...of, severity: 'note' }, progressWording)
