import type { Reason } from '../model.ts'
import type { CompareCode } from './wording.zh.ts'

/** A reason of this part, its code checked against the wording. */
export const reason = (code: CompareCode, params: Reason['params'] = {}): Reason => ({ code, params })
