import type { Reason } from '../model.ts'
import { type ProgressCode, progressWording } from './wording.zh.ts'

/** A reason of this part, its code checked against the wording. */
export const reason = (code: ProgressCode, params: Reason['params'] = {}): Reason => ({ code, params })

const isCode = (text: string): text is ProgressCode => Object.hasOwn(progressWording, text)

function say(code: string, params: Reason['params'], depth: number): string {
  const template = isCode(code) ? progressWording[code] : code
  return template.replace(/\{(\w{1,40})\}/g, (whole, name: string) => {
    const value = params[name]
    if (value === undefined) return whole
    return typeof value === 'string' && depth > 0 && isCode(value) ? say(value, params, depth - 1) : String(value)
  })
}

/**
 * A reason of this part in Chinese. A parameter that is itself a code of the wording (a light, a source, a clause) is said in
 * words, with the same parameters. An unknown code is shown as it is, so that nothing is swallowed.
 */
export const describeReason = ({ code, params }: Reason): string => say(code, params, 2)
