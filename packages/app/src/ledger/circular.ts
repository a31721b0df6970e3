import type { RecordState } from '@jiannuo/engine'
import { writeOfficialDocx } from '@jiannuo/files'
import {
  daysInMonth,
  type Instant,
  instantOf,
  localDate,
  monthPeriod,
  type PlainDate,
  plainDate,
  type Result,
} from '@jiannuo/kernel'
import {
  type CircularInput,
  type CircularItem,
  type CircularPaper,
  type CircularSilence,
  type CircularTurn,
  type CircularUnit,
  dueOfPeriod,
  type Light,
  monthlyCircular,
} from '@jiannuo/plan'
import type { Entry } from '@jiannuo/engine'
import type { DistrictView } from '../office/district-view.ts'
import type { Office } from '../office/office.ts'
import type { Session } from '../organisation/session.ts'
import { phrase } from '../wording.zh.ts'
import { judgingAt } from './assess.ts'
import { cellText, dateField, listField, momentField, numberField, rowsField, textField } from './fields.ts'
import { selectRecords } from './list.ts'
import { COMMITMENTS, RETURNS } from './machines.ts'
import { FOLLOWED, lightOf } from './overview.ts'
import { targetText } from './split/columns.ts'

interface Month {
  readonly office: Office
  readonly session: Session
  readonly view: DistrictView
  readonly year: number
  readonly month: number
  readonly period: string
  /** First and last moment of the month. */
  readonly from: Instant
  readonly to: Instant
  readonly followed: readonly RecordState[]
  readonly struck: readonly RecordState[]
  readonly returns: readonly RecordState[]
}

/**
 * The monthly circular of a month as DOCX in the layout of official papers (GB/T 9704-2012), of what the session may see: every number is counted
 * from records, and totals that would not agree with the units' rows are refused.
 *
 * @param period `YYYY-MM`
 * @returns the bytes, or problems of the composition
 */
export async function circularOf(office: Office, session: Session, period: string): Promise<Result<Uint8Array>> {
  const paper = await circularPaper(office, session, period)
  return paper.ok ? { ok: true, value: await writeOfficialDocx(paper.value) } : paper
}

/** The circular without layout. */
export async function circularPaper(office: Office, session: Session, period: string): Promise<Result<CircularPaper>> {
  return monthlyCircular(await circularInput(office, session, period))
}

async function circularInput(office: Office, session: Session, period: string): Promise<CircularInput> {
  const month = await monthOf(office, session, period)
  const { view, followed, struck } = month
  const units = unitRows(month)
  const byLight = { green: 0, yellow: 0, red: 0, silent: 0, none: 0 }
  for (const state of followed) byLight[lightOf(state)] += 1
  const { turned, adjustments } = await courseOf(month)
  const of = (light: Light): readonly RecordState[] => followed.filter((state) => lightOf(state) === light)
  const name = (state: RecordState): string => view.tree.name(state.lead ?? '')
  return {
    district: view.tree.name(session.district),
    issuer: phrase('circular/issuer', { district: view.tree.name(session.district) }),
    year: month.year,
    month: month.month,
    asOf: localDate(office.now(), office.calendar.utcOffset),
    recipients: phrase('circular/recipients'),
    totals: {
      commitments: followed.length + struck.length,
      byLight,
      struckOff: struck.length,
      owed: units.reduce((sum, { owed }) => sum + owed, 0),
      returned: units.reduce((sum, row) => sum + row.returnedInTime + row.returnedLate, 0),
    },
    units,
    reds: of('red').map((state) => itemOf(state, view)),
    yellows: of('yellow').map((state) => itemOf(state, view)),
    silent: silences(month, of('silent')),
    turned,
    struckOff: struck
      .filter(({ fields }) => (dateField(fields, 'struckOn') ?? '').startsWith(period))
      .map((state) => ({
        title: titleOf(state),
        unit: name(state),
        date: dateField(state.fields, 'struckOn') ?? plainDate(month.year, month.month, 1),
      })),
    adjustments,
    next: dueNext(month),
  }
}

/** Commitments that a unit leads by itself: wholes are told by their parts. */
const whole = (state: RecordState): boolean =>
  numberField(state.fields, 'parts') === undefined && state.lead !== undefined

async function monthOf(office: Office, session: Session, period: string): Promise<Month> {
  const [year, month] = [Number(period.slice(0, 4)), Number(period.slice(5))]
  const { utcOffset } = office.calendar
  const view = await office.districts.view(session.district)
  const facets = [[`year=${year}`]]
  return {
    office,
    session,
    view,
    year,
    month,
    period,
    from: instantOf(plainDate(year, month, 1), 0, utcOffset),
    to: instantOf(plainDate(year, month, daysInMonth(year, month)), 24 * 60 - 1, utcOffset),
    followed: (await selectRecords(office, session, COMMITMENTS, { facets, states: FOLLOWED })).filter(whole),
    struck: (await selectRecords(office, session, COMMITMENTS, { facets, states: ['struckOff'] })).filter(whole),
    returns: await selectRecords(office, session, RETURNS, { facets: [[`period=${period}`]] }),
  }
}

const titleOf = ({ fields }: RecordState): string => textField(fields, 'title') ?? ''

/** Whether a return was owed for the month: it was running by the day on which the return was due. */
const owes = ({ fields, openedAt }: RecordState, due: PlainDate | undefined, utcOffset: number): boolean =>
  due !== undefined &&
  textField(fields, 'measure') === undefined &&
  localDate(momentField(fields, 'issuedAt') ?? openedAt, utcOffset) <= due

function unitRows({ office, view, followed, struck, returns, period, to }: Month): readonly CircularUnit[] {
  const { rhythm, utcOffset } = judgingAt(office, view, office.now())
  const due = dueOfPeriod(period, rhythm)
  const byCommitment = new Map(returns.map((one) => [textField(one.fields, 'commitment'), one]))
  const rows = new Map<string, { -readonly [K in keyof CircularUnit]: CircularUnit[K] }>()
  const rowOf = (unit: string) => {
    const known = rows.get(unit)
    if (known !== undefined) return known
    const counts = {
      green: 0,
      yellow: 0,
      red: 0,
      silent: 0,
      none: 0,
      owed: 0,
      struckOff: 0,
      returnedInTime: 0,
      returnedLate: 0,
      missing: 0,
    }
    const made = { unit: view.tree.name(unit), ...counts }
    rows.set(unit, made)
    return made
  }
  for (const state of followed) {
    const row = rowOf(state.lead ?? '')
    row[lightOf(state)] += 1
    if (!owes(state, due, utcOffset) || state.openedAt > to) continue
    row.owed += 1
    const sent = momentField(byCommitment.get(state.id)?.fields ?? {}, 'submittedAt')
    if (sent === undefined) row.missing += 1
    else if (due !== undefined && localDate(sent, utcOffset) > due) row.returnedLate += 1
    else row.returnedInTime += 1
  }
  for (const state of struck) rowOf(state.lead ?? '').struckOff += 1
  return [...rows.values()]
}

function itemOf(state: RecordState, view: DistrictView): CircularItem {
  const { fields, lead } = state
  const current = numberField(fields, 'current')
  const unit = textField(fields, 'unit') ?? ''
  const answered = textField(fields, 'redAnswer')
  const number = (id: string, key: 'completion' | 'pace' | 'gap') => {
    const value = numberField(fields, id)
    return value === undefined ? {} : { [key]: value }
  }
  return {
    title: titleOf(state),
    unit: view.tree.name(lead ?? ''),
    partners: listField(fields, 'partners').map((id) => view.tree.name(id)),
    ...(current === undefined ? {} : { value: `${current}${unit}` }),
    ...(targetText(state) === '' ? {} : { target: targetText(state) }),
    ...number('completion', 'completion'),
    ...number('pace', 'pace'),
    ...number('gap', 'gap'),
    // The figures stand in the item already; the deciding reason is what they do not say.
    why: rowsField(fields, 'why')
      .slice(0, 1)
      .map(({ words }) => cellText(words)),
    ...(answered === undefined ? {} : { answered }),
    due: dateField(fields, 'due') ?? plainDate(numberField(fields, 'year') ?? 2000, 12, 31),
  }
}

function silences({ view, year, month }: Month, states: readonly RecordState[]): readonly CircularSilence[] {
  const byUnit = new Map<string, RecordState[]>()
  for (const state of states) byUnit.set(state.lead ?? '', [...(byUnit.get(state.lead ?? '') ?? []), state])
  return [...byUnit].map(([unit, mine]) => {
    const most = Math.max(...mine.map(({ fields }) => numberField(fields, 'silentPeriods') ?? 1))
    const first = Math.max(1, month - most + 1)
    return {
      unit: view.tree.name(unit),
      titles: mine.map(titleOf),
      periods: Array.from({ length: month - first + 1 }, (_, at) => monthPeriod(year, first + at)),
    }
  })
}

const isLight = (value: unknown): value is Light =>
  value === 'green' || value === 'yellow' || value === 'red' || value === 'silent' || value === 'none'

interface Course {
  readonly turned: readonly CircularTurn[]
  readonly adjustments: CircularInput['adjustments']
}

/** Lights that turned within the month and adjustments that were approved in it, out of each commitment's own entries. */
async function courseOf(month: Month): Promise<Course> {
  const { office, session, followed, struck, from, to, view } = month
  const turned: CircularTurn[] = []
  const adjustments: CircularInput['adjustments'][number][] = []
  for (const state of [...followed, ...struck]) {
    if (state.changedAt < from) continue
    const entries = (await office.store.history(session.scope, state.id)).map(({ entry }) => entry)
    const unit = view.tree.name(state.lead ?? '')
    const turn = turnIn(entries, from, to)
    if (turn !== undefined) turned.push({ title: titleOf(state), unit, ...turn })
    for (const entry of entries)
      if (entry.action === 'grantAdjustment' && entry.at >= from && entry.at <= to)
        adjustments.push(adjustmentOf(state, entry, unit))
  }
  return { turned, adjustments }
}

/** From the light before the month to the last one in it. */
function turnIn(
  entries: readonly Entry[],
  from: Instant,
  to: Instant,
): Pick<CircularTurn, 'from' | 'to' | 'why'> | undefined {
  let before: Light = 'none'
  let after: Light | undefined
  let why = ''
  for (const { at, events } of entries) {
    if (at > to) break
    for (const event of events) {
      const light = event.type === 'set' ? event.fields['light'] : undefined
      if (!isLight(light)) continue
      if (at < from) before = light
      else {
        after = light
        const [first] = rowsField(event.type === 'set' ? event.fields : {}, 'why')
        why = typeof first?.['words'] === 'string' ? first['words'] : ''
      }
    }
  }
  return after === undefined || after === before ? undefined : { from: before, to: after, why }
}

/** Target and deadline in words. */
const owedWords = (one: RecordState): string =>
  [targetText(one), textField(one.fields, 'due') ?? ''].filter((part) => part !== '').join('，')

function adjustmentOf(state: RecordState, entry: Entry, unit: string): CircularInput['adjustments'][number] {
  const decided = entry.events.find((event) => event.type === 'decided')
  const original = {
    ...state,
    fields: { ...state.fields, value: state.fields['originalValue'] ?? null, due: state.fields['originalDue'] ?? null },
  }
  return {
    title: titleOf(state),
    unit,
    before: owedWords(original),
    after: owedWords(state),
    approval: decided?.type === 'decided' ? (decided.basis ?? '') : '',
  }
}

/** Commitments and steps that fall due in the month after. */
function dueNext({ followed, view, year, month }: Month): CircularInput['next'] {
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`
  return followed.flatMap((state) => {
    const unit = view.tree.name(state.lead ?? '')
    const own = dateField(state.fields, 'due')
    const mine = own?.startsWith(next) === true ? [{ title: titleOf(state), unit, due: own }] : []
    const steps = rowsField(state.fields, 'milestones').flatMap((row) => {
      const due = dateField(row, 'due')
      const open = dateField(row, 'done') === undefined
      return due?.startsWith(next) === true && open
        ? [{ title: `${titleOf(state)}：${cellText(row['title'])}`, unit, due }]
        : []
    })
    return [...mine, ...steps]
  })
}
