import { granted, type Problem, type Result, refused } from '@jiannuo/kernel'

/** Which figure: a measure of a machine, for which months, which unit with all below it, and which category. */
export interface FigureAddress {
  readonly machine: string
  readonly measure: string
  /** First and last month, `YYYY-MM`, both counted. Neither means all months; a stock has none. */
  readonly from?: string
  readonly to?: string
  /** One unit, or several parted by commas. */
  readonly unit?: string
  readonly category?: string
}

const NAME = /^[A-Za-z][\w-]{0,99}$/
const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/
const YEAR = /^\d{4}$/
const QUARTER = /^(\d{4})Q([1-4])$/i
const HALF = /^(\d{4})H([12])$/i

const bad = (code: string, text: string): Problem => ({
  code,
  severity: 'error',
  params: { text: text.slice(0, 80) },
})

/**
 * Reads the address of a figure: `hotline.satisfaction@2025`, `@2025-09`, `@2025Q3`, `@2025H1`, `@2025-01..2025-06`, followed by
 * `;unit=…` and `;category=…` where they narrow it. Without `@` all months are meant.
 *
 * @returns the address, or `app/bad-figure-name`, `app/bad-figure-period`, `app/bad-figure-part` with the piece that is wrong
 */
export function parseFigureAddress(text: string): Result<FigureAddress> {
  const [head = '', ...parts] = text.trim().split(';')
  const at = head.indexOf('@')
  const name = (at < 0 ? head : head.slice(0, at)).trim()
  const dot = name.lastIndexOf('.')
  const machine = name.slice(0, Math.max(dot, 0))
  const measure = name.slice(dot + 1)
  if (dot < 0 || !NAME.test(machine) || !NAME.test(measure)) return refused(bad('app/bad-figure-name', name))
  const period = at < 0 ? {} : parsePeriod(head.slice(at + 1).trim())
  if (period === undefined) return refused(bad('app/bad-figure-period', head.slice(at + 1)))
  const narrow = parseParts(parts)
  return narrow.ok ? granted({ machine, measure, ...period, ...narrow.value }) : narrow
}

/** The address as text; `parseFigureAddress` reads it back. */
export function formatFigureAddress(address: FigureAddress): string {
  const unit = address.unit === undefined ? '' : `;unit=${address.unit}`
  const category = address.category === undefined ? '' : `;category=${address.category}`
  return `${address.machine}.${address.measure}${periodText(address)}${unit}${category}`
}

function periodText({ from, to }: FigureAddress): string {
  if (from === undefined || to === undefined) return ''
  if (from === to) return `@${from}`
  const year = from.slice(0, 4)
  return from === `${year}-01` && to === `${year}-12` ? `@${year}` : `@${from}..${to}`
}

interface Months {
  readonly from?: string
  readonly to?: string
}

function parsePeriod(text: string): Months | undefined {
  const [first = '', last, more] = text.split('..')
  if (more !== undefined) return undefined
  const from = monthsOf(first.trim())
  const to = last === undefined ? from : monthsOf(last.trim())
  if (from === undefined || to === undefined || from.from > to.to) return undefined
  return { from: from.from, to: to.to }
}

const two = (month: number): string => String(month).padStart(2, '0')

function monthsOf(text: string): { from: string; to: string } | undefined {
  if (MONTH.test(text)) return { from: text, to: text }
  if (YEAR.test(text)) return { from: `${text}-01`, to: `${text}-12` }
  const [, year, part, months] = parts(QUARTER.exec(text), 3) ?? parts(HALF.exec(text), 6) ?? []
  if (year === undefined || part === undefined || months === undefined) return undefined
  const last = Number(part) * Number(months)
  return { from: `${year}-${two(last - Number(months) + 1)}`, to: `${year}-${two(last)}` }
}

const parts = (match: RegExpExecArray | null, months: number): string[] | undefined =>
  match === null ? undefined : [...match, String(months)]

function parseParts(texts: readonly string[]): Result<Pick<FigureAddress, 'unit' | 'category'>> {
  const found: { unit?: string; category?: string } = {}
  for (const part of texts) {
    const [key = '', ...rest] = part.split('=')
    const value = rest.join('=').trim()
    const name = key.trim()
    if ((name !== 'unit' && name !== 'category') || value === '' || found[name] !== undefined)
      return refused(bad('app/bad-figure-part', part))
    found[name] = value
  }
  return granted(found)
}
