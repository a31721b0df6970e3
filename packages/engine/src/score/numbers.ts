import type { Settings } from '../model/run.ts'
import type { Expr } from '../model/value.ts'
import { settingsView, valueOf } from '../run/view.ts'

/** Number of an expression over constants and settings; absent when it is none. */
export type NumberOf = (expr: Expr | undefined) => number | undefined

/** Reads numbers by the settings in force. */
export function numbersBy(defaults: Settings, settings: Settings): NumberOf {
  const view = settingsView(defaults, settings)
  return (expr) => {
    const value = expr === undefined ? undefined : valueOf(expr, view)
    return typeof value === 'number' ? value : undefined
  }
}
