import { CHINA_OFFSET, describeInstant, isInstant } from '@jiannuo/kernel'
import type { FieldDefinition, FieldType, Machine } from '../model/definition.ts'
import type { Expr, Json } from '../model/value.ts'
import { asLimit, describeLimit } from './limit.ts'
import { choicesOf, inputField, isTable, own, rowTitle, type Scope, titles, givenField } from './names.ts'
import { listed, say, unreachable } from './say.ts'
import { labels, phrases } from './wording.zh.ts'

/**
 * A value that is worked out, in words: “诉求类型”, 设置“签收时限”, 办结时间－登记时间.
 *
 * @param actionId the action whose input it reads
 */
export const describeExpr = (expr: Expr, machine: Machine, actionId?: string): string =>
  exprInWords(expr, { machine, action: actionId })

/** A plain value in words; texts and choices are quoted. With a field, its choices are said by their titles and its unit is added. */
export function valueInWords(value: Json, scope: Scope, field?: FieldDefinition): string {
  if (typeof value === 'string' && value !== '') return say('quoted', { text: bareValue(value, scope, field) })
  if (Array.isArray(value) && value.length > 0)
    return listed(value.map((each: Json) => valueInWords(each, scope, field)))
  return bareValue(value, scope, field)
}

/** A plain value as it stands behind its name, unquoted. */
export function bareValue(value: Json, scope: Scope, field?: FieldDefinition): string {
  if (value === null || value === '') return phrases.nothing
  if (typeof value === 'boolean') return value ? phrases.yes : phrases.no
  if (typeof value === 'number') return numberInWords(value, field)
  if (typeof value === 'string') return choiceInWords(value, scope, field)
  if (Array.isArray(value)) {
    const parts = value.map((each: Json) => bareValue(each, scope, field))
    return parts.length === 0 ? phrases.nothing : listed(parts)
  }
  const limit = asLimit(value)
  if (limit !== undefined) return describeLimit(limit)
  return rowTitle(value) ?? textOfTable(value, scope)
}

const numberInWords = (value: number, field: FieldDefinition | undefined): string =>
  field?.type === 'instant' && isInstant(value) ? describeInstant(value, CHINA_OFFSET) : `${value}${field?.unit ?? ''}`

function choiceInWords(value: string, scope: Scope, field: FieldDefinition | undefined): string {
  const choice = field && choicesOf(scope.machine, field).find(({ code }) => code === value)
  return choice?.title ?? value
}

function textOfTable(value: Json, scope: Scope): string {
  if (!isTable(value)) return JSON.stringify(value)
  if (typeof value['text'] === 'string') return value['text']
  return listed(Object.entries(value).map(([key, each]) => `${key} ${bareValue(each, scope)}`))
}

/** What an expression gives, as far as the definition says it: so that the other side of a comparison is said in its words. */
export function fieldBehind(expr: Expr, scope: Scope): FieldDefinition | undefined {
  if ('truth' in expr || 'asked' in expr) return givenField(scope, expr.field)
  if ('field' in expr) return own(scope.machine.fields, expr.field)
  if ('input' in expr) return inputField(scope, expr.input)
  if ('fact' in expr && expr.fact === 'state') return pseudo('choice', statesOf(scope.machine))
  if ('fact' in expr && expr.fact === 'urging') return pseudo('choice', scope.machine.urging)
  if ('fact' in expr && MOMENTS.has(expr.fact)) return pseudo('instant')
  if ('now' in expr) return pseudo('instant')
  if ('today' in expr) return pseudo('date')
  if ('first' in expr) return expr.first.map((part) => fieldBehind(part, scope)).find((field) => field !== undefined)
  return undefined
}

const MOMENTS: ReadonlySet<string> = new Set(['openedAt', 'closedAt', 'stateSince'])

const pseudo = (type: FieldType, choices?: Readonly<Record<string, string>>): FieldDefinition =>
  choices === undefined ? { title: '', type } : { title: '', type, choices }

const statesOf = (machine: Machine): Record<string, string> =>
  Object.fromEntries(Object.entries(machine.states).map(([id, { title }]) => [id, title]))

/** Whether an expression gives a moment or a date, which are early or late rather than small or large. */
export function isMoment(expr: Expr, scope: Scope): boolean {
  if ('op' in expr) return expr.of.some((part) => isMoment(part, scope))
  const type = fieldBehind(expr, scope)?.type
  return type === 'date' || type === 'instant'
}

/** An expression in words; constants are said as `field` says them. */
export function exprInWords(expr: Expr, scope: Scope, field?: FieldDefinition): string {
  const { machine } = scope
  if ('const' in expr) return valueInWords(expr.const, scope, field)
  if ('truth' in expr) {
    const title = givenField(scope, expr.field)?.title ?? expr.field
    return say('expr/given', { source: say(`truth/${expr.truth}`), title })
  }
  if ('asked' in expr) {
    const title = givenField(scope, expr.field)?.title ?? expr.field
    return say('expr/given', { source: say('quoted', { text: titles.request(machine, expr.asked) }), title })
  }
  if ('field' in expr) return say('expr/field', { title: titles.field(machine, expr.field) })
  if ('input' in expr) return say('expr/input', { title: inputField(scope, expr.input)?.title ?? expr.input })
  if ('setting' in expr) return settingInWords(expr.setting, expr.by ?? [], scope)
  if ('counter' in expr) return say('expr/counter', { title: titles.worded(machine, expr.counter) })
  if ('actor' in expr) return say(`expr/${expr.actor}`)
  if ('now' in expr) return say('expr/now')
  if ('today' in expr) return say('expr/today')
  if ('used' in expr) return say('expr/used', { title: titles.clock(machine, expr.used) })
  if ('fact' in expr) return say(`fact/${expr.fact}`)
  if ('first' in expr) {
    const [first = phrases.nothing, ...others] = expr.first.map((part) => exprInWords(part, scope))
    return first + others.map((other) => say('expr/else', { other })).join('')
  }
  if ('op' in expr) return sumInWords(expr, scope)
  return unreachable(expr)
}

/** A cell of a table is named by its row and, where that is fixed, by its column. */
function settingInWords(id: string, by: readonly Expr[], scope: Scope): string {
  const title = titles.setting(scope.machine, id)
  if (by.length === 0) return say('expr/setting', { title })
  const last = by.at(-1)
  const column = last !== undefined && 'const' in last && typeof last.const === 'string' ? last.const : undefined
  const keys = column === undefined || by.length === 1 ? by : by.slice(0, -1)
  const rows = listed(keys.map((part) => exprInWords(part, scope)))
  return column === undefined || by.length === 1
    ? say('expr/setting-by', { title, by: rows })
    : say('expr/setting-column', { title, by: rows, column: columnTitle(scope.machine, column) })
}

/** What a column of a table of settings is called. */
export const columnTitle = (machine: Machine, column: string): string =>
  column === 'title' ? labels.name : (own(machine.wording, column) ?? own(machine.fields, column)?.title ?? column)

type Arithmetic = Extract<Expr, { readonly op: unknown }>

const BINDS = { plus: 1, minus: 1, times: 2, over: 2 } as const

function sumInWords(expr: Arithmetic, scope: Scope): string {
  const side = (part: Expr, right: boolean): string => {
    const text = exprInWords(part, scope)
    if (!('op' in part)) return text
    const looser = BINDS[part.op] < BINDS[expr.op]
    const turns = right && BINDS[part.op] === BINDS[expr.op] && (expr.op === 'minus' || expr.op === 'over')
    return looser || turns ? say('group', { text }) : text
  }
  return say(`expr/${expr.op}`, { a: side(expr.of[0], false), b: side(expr.of[1], true) })
}
