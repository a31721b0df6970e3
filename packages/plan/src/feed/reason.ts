import type { Reason } from '../model.ts'
import { type FeedCode, feedWording } from './wording.zh.ts'

/** A reason of this part, its code checked against the wording. */
export const reason = (code: FeedCode, params: Reason['params'] = {}): Reason => ({ code, params })

const isCode = (text: string): text is FeedCode => Object.hasOwn(feedWording, text)

/** A reason of this part in Chinese; an unknown code is shown as it is. A parameter that is a code of the wording is said in words. */
export function describeFeedReason({ code, params }: Reason): string {
  if (!isCode(code)) return code
  return feedWording[code].replace(/\{(\w{1,40})\}/g, (whole, name: string) => {
    const value = params[name]
    if (value === undefined) return whole
    return typeof value === 'string' && isCode(value) ? feedWording[value] : String(value)
  })
}
