import type { RecordState } from '@jiannuo/engine'
import {
  addDays,
  compareDates,
  type Instant,
  instantOf,
  localDate,
  type PlainDate,
  plainDate,
  type Result,
  yearOf,
} from '@jiannuo/kernel'
import { dueOfPeriod, MONTHLY_RETURN, type Proposal } from '@jiannuo/plan'
import { type Batch, openBatch } from '../command/batch.ts'
import { refusalProblem } from '../command/explain.ts'
import { assessLedger } from '../ledger/assess.ts'
import type { Correction } from '../ledger/commitment-input.ts'
import { decideProposals } from '../ledger/confirm.ts'
import { flagField, numberField, textField } from '../ledger/fields.ts'
import { importDocument } from '../ledger/import-document.ts'
import { COMMITMENTS, RETURNS } from '../ledger/machines.ts'
import { proposalsOf } from '../ledger/proposals.ts'
import { returnInput } from '../ledger/returns.ts'
import type { Office } from '../office/office.ts'
import { type Session, sessionAt } from '../organisation/session.ts'
import { chance } from './chance.ts'
import { LANTAI } from './lantai.ts'

/** Texts of the invented district, as they stand in `examples`. */
export interface DemoTexts {
  /** Last year's plan, last year's report, this year's plan: name of the file and its text. */
  readonly files: readonly { readonly name: string; readonly text: string }[]
}

/** The year that the examples are written for. */
const WRITTEN_FOR = 2026
const SUPERVISOR = `${LANTAI.id}-supervisor-1`
/** Months of returns. */
const MONTHS = 6
/** The department that stops reporting, and the one that reports late. */
const SILENT = 'lantai-water'
const LATE = 'lantai-housing'

/** The year that the demonstration runs in: by June last year's plan is still the one with half a year of returns. */
export const demoYear = (today: PlainDate): number => yearOf(addDays(today, -181))

/** The texts moved to another year: every year that they name by the same step. */
export function yearsMoved(text: string, by: number): string {
  return by === 0 ? text : text.replace(/20[12]\d/g, (year) => String(Number(year) + by))
}

interface Telling {
  readonly office: Office
  readonly year: number
  readonly supervisor: Session
  readonly sessions: (person: string) => Session | undefined
  readonly at: (date: PlainDate, hour: number) => Instant
}

/**
 * Loads the invented district's ledger: last year's plan and report, this year's plan confirmed and given to the departments, and half a
 * year of returns with one department that falls silent and one that is late. Once it is there nothing is changed.
 *
 * @returns commitments that are followed, or what stood against it
 */
export async function foundDemoLedger(office: Office, texts: DemoTexts): Promise<Result<number>> {
  const { utcOffset } = office.calendar
  const today = localDate(office.now(), utcOffset)
  const year = demoYear(today)
  const view = await office.districts.view(LANTAI.id)
  const at = (date: PlainDate, hour: number): Instant => instantOf(date, hour * 60, utcOffset)
  const sessions = (person: string): Session | undefined => {
    const made = sessionAt(view, LANTAI.id, person, office.now())
    return made.ok ? made.value : undefined
  }
  const supervisor = sessions(SUPERVISOR)
  if (supervisor === undefined) return { ok: true, value: 0 }
  const telling: Telling = { office, year, supervisor, sessions, at }
  let plan = ''
  for (const { name, text } of texts.files) {
    const bytes = new TextEncoder().encode(yearsMoved(text, year - WRITTEN_FOR))
    const done = await importDocument(office, supervisor, { bytes, name }, undefined, at(plainDate(year, 1, 27), 9))
    if (!done.ok) return done
    if (done.value.repeated) return { ok: true, value: 0 }
    plan = done.value.record
  }
  const records = await confirmPlan(telling, plan)
  if (!records.ok) return records
  const issued = await giveOut(telling, records.value)
  if (!issued.ok) return issued
  return yearOfReturns(telling, issued.value, today)
}

/** Departments for what the text gives no hint of. */
const HOMES: readonly (readonly [words: RegExp, unit: string])[] = [
  [/水|排涝|管网|青简河/, 'lantai-water'],
  [/小区|住房|电梯|安置房|城市更新/, 'lantai-housing'],
  [/断头路|泊位|公交|货车/, 'lantai-transport'],
  [/公园|绿道/, 'lantai-parks'],
  [/学校|学位|幼儿园/, 'lantai-education'],
  [/养老|老年|低保|适老/, 'lantai-civil'],
  [/就业|失业|参保/, 'lantai-labour'],
  [/工业|数字化|专精特新/, 'lantai-industry'],
  [/消费|首店|商贸|外贸|外资|零售|跨境/, 'lantai-commerce'],
  [/旅游|游客|演出|阅读|健身/, 'lantai-culture'],
  [/研发|技术|高新/, 'lantai-science'],
  [/优良天数|颗粒物|能耗|断面|垃圾/, 'lantai-ecology'],
  [/事故|隐患|消火栓|消防/, 'lantai-emergency'],
  [/预算|经费|财政/, 'lantai-finance'],
  [/网办|一件事|时限|诉求/, 'lantai-approval'],
  [/医|床位|家庭医生/, 'lantai-health'],
]

const homeOf = ({ sentence, title, indicator }: Proposal): string =>
  HOMES.find(([words]) => words.test(`${title}${indicator?.name ?? ''}`))?.[1] ??
  HOMES.find(([words]) => words.test(sentence))?.[1] ??
  'lantai-development'

async function confirmPlan(
  { office, supervisor, at, year }: Telling,
  plan: string,
): Promise<Result<readonly string[]>> {
  const known = await proposalsOf(office, supervisor, plan)
  if (!known.ok) return known
  const wanted = known.value.items.map(({ proposal }) => proposal).filter(({ target }) => target !== undefined)
  const corrections: Record<string, Correction> = {}
  for (const proposal of wanted) corrections[proposal.item] = { leadUnit: homeOf(proposal) }
  const items = wanted.map(({ item }) => item)
  const done = await decideProposals(
    office,
    supervisor,
    plan,
    { decide: 'confirm', items, corrections },
    at(plainDate(year, 1, 28), 10),
  )
  return done.ok ? { ok: true, value: Object.values(done.value.commitments) } : done
}

/** Every commitment is issued to its unit and accepted there. */
async function giveOut(telling: Telling, records: readonly string[]): Promise<Result<readonly RecordState[]>> {
  const { office, supervisor, sessions, at, year } = telling
  const batch = await openBatch(office, LANTAI.id)
  await batch.fetch(records)
  for (const [index, record] of records.entries()) {
    const unit = textField(batch.stateOf(record)?.fields ?? {}, 'leadUnit') ?? ''
    const clerk = sessions(`${unit}-a`)
    const steps = [
      { session: supervisor, action: 'issue', moment: at(plainDate(year, 2, 3), 9) },
      ...(clerk === undefined
        ? []
        : [{ session: clerk, action: 'accept', moment: at(plainDate(year, 2, 4), 9 + (index % 8)) }]),
    ]
    for (const { session, action, moment } of steps) {
      const command = { machine: COMMITMENTS, record, action, input: {}, key: `demo:${action}:${record}` }
      const done = await batch.add({ session, command, at: moment })
      if (!done.ok) return { ok: false, problems: [refusalProblem(office, COMMITMENTS, done.refusal)] }
    }
  }
  const states = records.flatMap((record) => batch.stateOf(record) ?? [])
  await batch.write()
  return { ok: true, value: states }
}

/** The last months whose returns are due, oldest first. */
function periodsUntil(today: PlainDate, year: number): readonly string[] {
  const all = Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`)
  const due = all.filter(
    (period) => compareDates(dueOfPeriod(period, MONTHLY_RETURN) ?? today, today) < 0 && period >= `${year}-02`,
  )
  return due.slice(-MONTHS)
}

async function yearOfReturns(
  telling: Telling,
  states: readonly RecordState[],
  today: PlainDate,
): Promise<Result<number>> {
  const { office, year, at } = telling
  const periods = periodsUntil(today, year)
  for (const [round, period] of periods.entries()) {
    const batch = await openBatch(office, LANTAI.id)
    await batch.fetch(states.map(({ id }) => id))
    for (const state of states) {
      if (state.lead === SILENT && round >= 3) continue
      const done = await oneReturn(telling, batch, state, period)
      if (done !== undefined) return { ok: false, problems: [done] }
    }
    await batch.write()
    const due = dueOfPeriod(period, MONTHLY_RETURN) ?? today
    const looked = addDays(due, 8)
    if (compareDates(looked, today) <= 0) await assessLedger(office, LANTAI.id, 'all', at(looked, 8))
  }
  await assessLedger(office, LANTAI.id)
  return { ok: true, value: states.length }
}

async function oneReturn(
  { office, supervisor, sessions, at }: Telling,
  batch: Batch,
  state: RecordState,
  period: string,
) {
  const clerk = sessions(`${state.lead ?? ''}-a`)
  const due = dueOfPeriod(period, MONTHLY_RETURN)
  if (clerk === undefined || due === undefined) return undefined
  const day = addDays(due, state.lead === LATE ? 4 : -2)
  const opened = await batch.add({
    session: clerk,
    command: {
      machine: RETURNS,
      action: 'draft',
      input: returnInput(state, period),
      key: `return:${state.id}:${period}`,
    },
    at: at(day, 9),
  })
  if (!opened.ok) return refusalProblem(office, RETURNS, opened.refusal)
  const { record } = opened.value
  const value = flagField(state.fields, 'needsValue') ? invented(state, period) : undefined
  const late = state.lead === LATE ? { lateDays: 4 } : {}
  const input = { progress: progressWords(state, value), ...(value === undefined ? {} : { value }), ...late }
  for (const [session, action, form, moment] of [
    [clerk, 'submit', input, at(day, 10)],
    [supervisor, 'approve', {}, at(addDays(day, 1), 15)],
  ] as const) {
    const command = { machine: RETURNS, record, action, input: form, key: `demo:${action}:${record}` }
    const done = await batch.add({ session, command, at: moment })
    if (!done.ok) return refusalProblem(office, RETURNS, done.refusal)
  }
  return undefined
}

const progressWords = ({ fields }: RecordState, value: number | undefined): string =>
  value === undefined
    ? `${textField(fields, 'title') ?? ''}：按计划推进。`
    : `${textField(fields, 'title') ?? ''}：截至本月末为${value}${textField(fields, 'unit') ?? ''}。`

const whole = (target: number): boolean => Number.isInteger(target)

/** A value on the way to the target: most keep pace, some lag, a few lag far. The same commitment always goes the same way. */
function invented(state: RecordState, period: string): number {
  const target = numberField(state.fields, 'value') ?? 0
  const kind = textField(state.fields, 'kind')
  const comparator = textField(state.fields, 'comparator')
  const own = chance(7, `ledger ${textField(state.fields, 'item') ?? ''}`)
  const speed = own.weighted([
    [1.05, 6],
    [0.98, 5],
    [0.78, 3],
    [0.45, 1],
  ] as const)
  const month = Number(period.slice(5))
  const capped = comparator === 'lte' || comparator === 'lt'
  if (capped) return Math.round(target * (1.3 - 0.3 * speed) * 10) / 10
  const steady = kind === 'rate' || kind === 'share' || kind === 'rank' || kind === 'multiple'
  const share = steady ? 0.9 + 0.11 * speed : Math.min(1.1, (month / 12) * speed)
  const value = target * share
  if (kind === 'rank') return Math.max(1, Math.round(target / Math.min(1, speed)))
  const counted = whole(target) && !/[万亿%]|公里|平方米/.test(textField(state.fields, 'unit') ?? '')
  const rounded = counted ? Math.round(value) : Math.round(value * 100) / 100
  return kind === 'share' ? Math.min(100, rounded) : rounded
}
