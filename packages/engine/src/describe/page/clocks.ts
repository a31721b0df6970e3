import type { ClockDefinition, Machine } from '../../model/definition.ts'
import type { Expr } from '../../model/value.ts'
import { settingOf } from '../../run/view.ts'
import { effectInWords } from '../effect.ts'
import { exprInWords } from '../expr.ts'
import { asLimit, describeLimit, describeMarkTime, describeRule, unitOfLimit, unitsOfLimit } from '../limit.ts'
import { bullets, plain } from '../markdown.ts'
import { titles } from '../names.ts'
import { listed, quoted, say } from '../say.ts'
import { phrases } from '../wording.zh.ts'
import type { Section } from './system-page.ts'
import { pageWords } from './wording.zh.ts'

/** Every time limit: how long, how it is counted, what happens on the way, who may move it, and by which source. */
export function clocksSection(machine: Machine): Section | undefined {
  const clocks = Object.values(machine.clocks)
  if (clocks.length === 0) return undefined
  const body = clocks.map((clock) => `### ${plain(clock.title)}\n\n${bullets(linesOf(machine, clock))}`).join('\n\n')
  return { title: pageWords.clocks, body }
}

function linesOf(machine: Machine, clock: ClockDefinition): string[] {
  const scope = { machine }
  const units = unitsOfLimit(clock.limit, machine)
  const { limit, rule, marks = {}, pauseReasons, extension, source } = clock
  return [
    say('page/limit', { limit: limitInWords(limit, machine) }),
    say('page/rule', { rule: units.size === 0 ? describeRule(rule) : describeRule(rule, units) }),
    ...Object.values(marks).map(({ title, at, effects, action }) => {
      const done = [
        ...effects.map((effect) => effectInWords(effect, scope)),
        ...(action === undefined ? [] : [say('page/mark-action', { action: titles.action(machine, action) })]),
      ]
      return say('page/mark', { at: describeMarkTime(at), title, effects: done.join(phrases.semicolon) })
    }),
    pauseReasons === undefined
      ? pageWords.noPause
      : say('page/pause', { reasons: quoted(Object.values(pauseReasons)) }),
    extension === undefined
      ? pageWords.noExtension
      : say('page/extension', {
          times: exprInWords(extension.times, scope),
          total: amountInWords(extension.total, limit, machine),
        }),
    say('page/source', { source }),
  ]
}

/** The limit, with the default where a setting gives one for all. */
function limitInWords(limit: Expr, machine: Machine): string {
  const text = exprInWords(limit, { machine })
  const fallback =
    'setting' in limit && limit.by === undefined ? asLimit(settingOf(machine, {}, limit.setting)) : undefined
  return fallback === undefined ? text : say('page/default', { text, value: describeLimit(fallback) })
}

/** A number that counts in the unit of a limit. */
function amountInWords(amount: Expr, limit: Expr, machine: Machine): string {
  const unit = unitOfLimit(limit, machine)
  if ('const' in amount && typeof amount.const === 'number' && unit !== undefined)
    return describeLimit({ value: amount.const, unit })
  return exprInWords(amount, { machine })
}

/** Requests that somebody else decides, and the levels of urging. */
export function requestsSection(machine: Machine): Section | undefined {
  const requests = Object.values(machine.requests).map(({ title, reasons, excludes, source }) =>
    [
      say('page/request', { title }),
      ...(reasons === undefined ? [] : [say('page/reasons', { reasons: quoted(Object.values(reasons)) })]),
      ...(excludes === true ? [pageWords.excludes] : []),
      say('page/source', { source }),
    ].join(phrases.semicolon),
  )
  const urging = Object.values(machine.urging)
  const lines = [...requests, ...(urging.length === 0 ? [] : [say('page/urging', { levels: listed(urging) })])]
  return lines.length === 0 ? undefined : { title: pageWords.requests, body: bullets(lines) }
}
