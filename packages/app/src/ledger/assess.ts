import { setTimeout as sleep } from 'node:timers/promises'
import { type Json, type RecordState, sameJson } from '@jiannuo/engine'
import { addDays, compareDates, daysBetween, type Instant, localDate, type PlainDate } from '@jiannuo/kernel'
import {
  accumulate,
  assess,
  DEFAULT_LIGHT_RULES,
  DEFAULT_TOLERANCE,
  dueOfPeriod,
  type Light,
  lightRulesOf,
  MONTHLY_RETURN,
  nextDue,
  type Part,
  type Rhythm,
  type RolledUp,
  rollUp,
  type Target,
  type AssessInput,
  type LightRules,
} from '@jiannuo/plan'
import { machineScope, type RecordFilter, type StoredReading } from '@jiannuo/store'
import { type Batch, openBatch } from '../command/batch.ts'
import type { DistrictView } from '../office/district-view.ts'
import type { Office } from '../office/office.ts'
import { seriesRead } from './feed-address.ts'
import { countFeeds } from './feed-upkeep.ts'
import { assessInput, assessmentForm, type Judging, readingOf, spanOf, targetOf } from './assess-input.ts'
import { flagField, isRhythm, numberField, textField } from './fields.ts'
import { COMMITMENTS } from './machines.ts'
import { FOLLOWED, lightOf } from './overview.ts'

/** What came of judging. */
export interface Assessed {
  readonly looked: number
  /** Assessments that were recorded. */
  readonly changed: number
  /** Lights that turned. */
  readonly turned: readonly { readonly record: string; readonly from: Light; readonly to: Light }[]
}

/** Which commitments are judged: the named ones, those that something has happened to, or all. */
export type AssessWhich = { readonly records: readonly string[] } | 'pending' | 'all'

const PAGE = 1000
const AT_ONCE = 400
/** Of a whole ledger beside people at work: so few that nobody waits for them. */
const AT_ONCE_BESIDE = 40

/** How a ledger is judged. */
export interface AssessOptions {
  /** Beside people who are served by the same process: in small parts, with a rest as long as the work after each. */
  readonly beside?: boolean
  /** Stops between two parts; what is left is judged another time. */
  readonly signal?: AbortSignal
}

/**
 * Judges commitments anew by the rules in force and records what changed: after news, at the end of a month, when something falls due. It is done by
 * the machine itself, and the same state on the same day gives the same record.
 *
 * @param which all that are followed unless said
 * @param at the moment as of which they are judged; now unless said
 */
export async function assessLedger(
  office: Office,
  district: string,
  which: AssessWhich = 'all',
  at: Instant = office.now(),
  { beside = false, signal }: AssessOptions = {},
): Promise<Assessed> {
  const states = await statesOf(office, district, which)
  if (states.length === 0) return { looked: 0, changed: 0, turned: [] }
  const view = await office.districts.view(district)
  const judging = judgingAt(office, view, at)
  const turned: Assessed['turned'][number][] = []
  let changed = 0
  const size = beside ? AT_ONCE_BESIDE : AT_ONCE
  for (let from = 0; from < states.length; from += size) {
    if (signal?.aborted === true) break
    const began = performance.now()
    const some = states.slice(from, from + size)
    await countFeeds(office, district, some, at)
    const batch = await openBatch(office, district)
    await batch.fetch(some.map(({ id }) => id))
    for (const { state, input } of await inputsOf(office, district, newest(some, batch), judging)) {
      const seen = assess(input)
      const form = { ...assessmentForm(seen, input.returns), ...returnLimit(state, judging) }
      if (!isNews(state, form, judging.asOf)) continue
      const key = `assess:${state.id}:${state.seq}:${judging.asOf}`
      const refused = await batch.tell({ record: state.id, action: 'assess', input: form, key, at })
      if (refused !== undefined) continue
      changed += 1
      const before = lightOf(state)
      if (before !== seen.light) turned.push({ record: state.id, from: before, to: seen.light })
    }
    await batch.write()
    if (beside) await sleep(performance.now() - began)
  }
  return { looked: states.length, changed, turned }
}

/** What has been counted meanwhile was told to the commitments, so they are other than they were listed. */
const newest = (states: readonly RecordState[], batch: Batch): readonly RecordState[] =>
  states.map((state) => {
    const known = batch.stateOf(state.id)
    return known !== undefined && known.seq > state.seq ? known : state
  })

/** A commitment with everything that its light looks at. */
export interface Judged {
  readonly state: RecordState
  readonly input: AssessInput
}

async function inputsOf(
  office: Office,
  district: string,
  states: readonly RecordState[],
  judging: Judging,
): Promise<readonly Judged[]> {
  const readings = await readingsOfAll(office, district, states)
  const wholes = await partsOf(office, district, states, judging)
  return states.map((state) => ({
    state,
    input: assessInput(state, readings(state), judging, wholes.get(state.id)),
  }))
}

/** Every commitment that is followed, with what its light would look at now under other rules. */
export async function* judgedBy(office: Office, district: string, rules: LightRules): AsyncGenerator<Judged> {
  const states = await statesOf(office, district, 'all')
  const view = await office.districts.view(district)
  const judging = { ...judgingAt(office, view, office.now()), rules }
  for (let from = 0; from < states.length; from += AT_ONCE)
    yield* await inputsOf(office, district, states.slice(from, from + AT_ONCE), judging)
}

/** The rules of a district that hold at a moment. */
export function judgingAt(office: Office, view: DistrictView, at: Instant): Judging {
  const settings = view.settingsAt(COMMITMENTS, at)
  const { lightRules = {}, returnRhythm, tolerance } = settings
  const rules = lightRulesOf(lightRules)
  const { utcOffset } = office.calendar
  return {
    asOf: localDate(at, utcOffset),
    // A set that is faulty was refused when it was set.
    rules: rules.ok ? rules.value : DEFAULT_LIGHT_RULES,
    rhythm: isRhythm(returnRhythm) ? returnRhythm : MONTHLY_RETURN,
    tolerance: typeof tolerance === 'number' ? tolerance : DEFAULT_TOLERANCE,
    utcOffset,
  }
}

async function statesOf(office: Office, district: string, which: AssessWhich): Promise<readonly RecordState[]> {
  const scope = machineScope(district)
  if (typeof which === 'object') return followed(await office.store.records(scope, which.records))
  const states: RecordState[] = []
  const facets = which === 'pending' ? { facets: [['pending=true']] } : {}
  for (let after: string | undefined; ; ) {
    const filter: RecordFilter = { machine: COMMITMENTS, order: 'newest', limit: PAGE, states: FOLLOWED, ...facets }
    const rows = await office.store.list(scope, after === undefined ? filter : { ...filter, after })
    states.push(
      ...(await office.store.records(
        scope,
        rows.map(({ id }) => id),
      )),
    )
    after = rows.length < PAGE ? undefined : rows.at(-1)?.key
    if (after === undefined) return followed(states)
  }
}

const followed = (states: readonly RecordState[]): readonly RecordState[] =>
  states.filter(({ machine, state }) => machine === COMMITMENTS && FOLLOWED.includes(state))

/** The readings of each commitment: those of its own series, and those of the figure that it is fed by. */
async function readingsOfAll(
  office: Office,
  district: string,
  states: readonly RecordState[],
): Promise<(state: RecordState) => readonly StoredReading[]> {
  const series = [...new Set(states.flatMap(seriesRead))]
  const found = new Map<string, StoredReading[]>()
  for (const one of await office.store.readings(machineScope(district), series)) {
    const list = found.get(one.series)
    if (list === undefined) found.set(one.series, [one])
    else list.push(one)
  }
  return (state) => seriesRead(state).flatMap((one) => found.get(one) ?? [])
}

/** What the parts of split commitments have reached together, by the whole. */
async function partsOf(
  office: Office,
  district: string,
  states: readonly RecordState[],
  { asOf }: Judging,
): Promise<ReadonlyMap<string, RolledUp>> {
  const wholes = states.filter(({ fields }) => numberField(fields, 'parts') !== undefined)
  const found = new Map<string, RolledUp>()
  for (const whole of wholes) {
    const target = targetOf(whole)
    if (target === undefined) continue
    const scope = machineScope(district)
    const facets = [[`parent=${whole.id}`]]
    const rows = await office.store.list(scope, { machine: COMMITMENTS, order: 'newest', limit: PAGE, facets })
    const parts = await office.store.records(
      scope,
      rows.map(({ id }) => id),
    )
    const readings = await readingsOfAll(office, district, parts)
    const reached = parts
      .filter(({ state }) => state !== 'cancelled' && state !== 'merged')
      .map((part) => partMade(part, readings(part), target, asOf))
    found.set(whole.id, rollUp(reached, target))
  }
  return found
}

/** A part without a target of its own is one that has made nothing of the whole's. */
function partMade(part: RecordState, readings: readonly StoredReading[], whole: Target, asOf: PlainDate): Part {
  const { id } = part
  const target = targetOf(part)
  if (target === undefined) return { id, target: whole }
  const made = accumulate(readings.map(readingOf), target, asOf, spanOf(part, asOf))
  return made.found ? { ...made, id, target } : { id, target }
}

/** Days to the next return, for the clock that reminds of it; absent while the clock of the same return runs. */
function returnLimit(state: RecordState, { rhythm, asOf }: Judging): Readonly<Record<string, Json>> {
  const due = dueAfter(asOf, rhythm, textField(state.fields, 'lastPeriod'))
  if (textField(state.fields, 'measure') !== undefined || numberField(state.fields, 'parts') !== undefined) return {}
  const run = state.clocks['return']?.run
  const running = run !== undefined && run.stoppedAt === undefined
  const days = daysBetween(asOf, due)
  return running || days < 1 || state.state !== 'running' ? {} : { returnLimit: days }
}

/** The day of the next return that has not come yet. */
function dueAfter(asOf: PlainDate, rhythm: Rhythm, lastPeriod: string | undefined): PlainDate {
  const due = nextDue(asOf, rhythm)
  const heard = lastPeriod === undefined ? undefined : dueOfPeriod(lastPeriod, rhythm)
  return heard === undefined || compareDates(heard, due) < 0 ? due : nextDue(addDays(heard, 1), rhythm)
}

/** What makes an assessment worth a record; the day alone does not, nor do a gap and a pace that go on with the days. */
const TELLING: readonly string[] = [
  'light',
  'lightMark',
  'lightRule',
  'current',
  'currentPeriod',
  'silentPeriods',
  'currentVersion',
]

function isNews(state: RecordState, form: Readonly<Record<string, Json>>, asOf: PlainDate): boolean {
  const { fields } = state
  if (flagField(fields, 'pending') || form['returnLimit'] !== undefined) return true
  if (TELLING.some((id) => !sameJson(fields[id] ?? null, form[id] ?? null))) return true
  // Once a month the figures are written down as they stand, whatever the light.
  const before = textField(fields, 'lightAt')
  return before === undefined || before.slice(0, 7) !== asOf.slice(0, 7)
}
