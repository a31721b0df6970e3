import type { Entry, RecordState } from '@jiannuo/engine'
import { byteOrder } from '../byte-order.ts'
import type { CounterSum, ReplayRules, Verification } from '../api.ts'
import type { Database, Session } from '../database/connection.ts'
import type { VerifyOptions } from '../store-interface.ts'
import { checkChain, checkHead, type HeadRow, type LogRow } from './check-chain.ts'
import { checkFiles } from './check-files.ts'
import { checkReadings, type ReadingKept } from './check-readings.ts'
import { checkSeals } from './check-seals.ts'
import {
  checkContributions,
  checkState,
  checkTimers,
  type ContributionRow,
  type RecordColumnsRow,
} from './check-record.ts'
import { Cursor } from './cursor.ts'
import { Findings } from './findings.ts'
import { Tally, type TotalRow } from './tally.ts'

const NARROWED = '($1::text is null or district = $1)'

const LOG = `select district, stream, seq, at, key, body, hash from log where ${NARROWED} order by district, stream, seq`
const HEADS = `select district, stream, seq, hash from stream where ${NARROWED} order by district, stream`
const RECORDS = `select district, id, machine, stands, lead, area, opened_at, closed_at, urging, rounds, seq, hash, state::text as state
  from record where ${NARROWED} order by district, id`
const TIMERS = `select district, record, at, marks from timer where ${NARROWED} order by district, record`
const CONTRIBUTIONS = `select district, record, counter, period, unit, category, excluded, amount::text as amount
  from contribution where ${NARROWED} order by district, record`
const READINGS = `select district, record, seq, ordinal, series, period, version, source, covers, value::text as value,
    numerator::text as numerator, denominator::text as denominator, unit, at
  from reading where ${NARROWED} order by district, record, seq, ordinal`
const TOTALS = `select district, counter, period, unit, category, sum(raw)::text as raw, sum(adjusted)::text as adjusted from (
    select district, counter, period, unit, category, raw, adjusted from measure_total where ${NARROWED}
    union all select district, counter, period, coalesce(unit, '*'), coalesce(category, '*'), sum(raw), sum(adjusted)
      from measure_delta where ${NARROWED} group by district, counter, period, cube (unit, category)) cells
  group by district, counter, period, unit, category`
const ENTRIES = `select count(*)::int as entries from log where ${NARROWED}`

interface TimerKept {
  readonly district: string
  readonly record: string
  readonly at: number
  readonly marks: string
}

interface Cursors {
  readonly log: Cursor<LogRow>
  readonly heads: Cursor<HeadRow & { readonly district: string; readonly stream: string }>
  readonly records: Cursor<RecordColumnsRow>
  readonly timers: Cursor<TimerKept>
  readonly contributions: Cursor<ContributionRow>
  readonly readings: Cursor<ReadingKept>
}

interface Counts {
  streams: number
  entries: number
  records: number
  figures: number
}

/** A stream that the log or a projection knows. */
interface Stream {
  readonly district: string
  readonly stream: string
}

/** Records counted naively at a time. */
const BATCH = 500

/**
 * Works everything out a second time, from the entries alone, on one moment's view of the database while work goes on: chains,
 * heads, records, readings, timers, contributions, sums, seals, files. Memory does not grow with the log.
 */
export async function verify(database: Database, options: VerifyOptions = {}): Promise<Verification> {
  return database.transaction('owner', {}, (session) => new Check(session, options).run(), {
    readOnly: true,
    isolation: 'repeatable read',
  })
}

/** One check, in a transaction of the owner. */
export class Check {
  readonly #session: Session
  readonly #district: string | null
  readonly #rules: VerifyOptions['rules']
  readonly #progress: NonNullable<VerifyOptions['progress']>
  readonly #findings = new Findings()
  readonly #tally = new Tally()
  readonly #counts: Counts = { streams: 0, entries: 0, records: 0, figures: 0 }
  /** Records waiting to be counted naively, all of one district. */
  #waiting: RecordState[] = []

  constructor(session: Session, options: VerifyOptions) {
    this.#session = session
    this.#district = options.district ?? null
    this.#rules = options.rules
    this.#progress = options.progress ?? (() => {})
  }

  async run(): Promise<Verification> {
    const { rows } = await this.#session.query<{ entries: number }>(ENTRIES, [this.#district])
    await this.#streams(rows[0]?.entries ?? 0)
    if (this.#rules !== undefined) await this.#totals()
    await checkSeals(this.#session, this.#district, this.#findings, this.#progress)
    await checkFiles(this.#session, this.#district, this.#findings, this.#progress)
    return { ...this.#counts, findings: this.#findings.all() }
  }

  async #streams(total: number): Promise<void> {
    const cursors = await this.#open()
    let shown = 0
    for (let stream = nextStream(cursors); stream !== undefined; stream = nextStream(cursors)) {
      await this.#stream(cursors, stream)
      this.#counts.streams += 1
      if (this.#counts.entries - shown < 5000) continue
      shown = this.#counts.entries
      this.#progress(shown, total, 'entries')
    }
    this.#countWaiting()
    this.#progress(this.#counts.entries, total, 'entries')
  }

  async #open(): Promise<Cursors> {
    const params = [this.#district]
    return {
      log: await Cursor.open(this.#session, 'v_log', LOG, params),
      heads: await Cursor.open(this.#session, 'v_heads', HEADS, params),
      records: await Cursor.open(this.#session, 'v_records', RECORDS, params),
      timers: await Cursor.open(this.#session, 'v_timers', TIMERS, params),
      contributions: await Cursor.open(this.#session, 'v_contributions', CONTRIBUTIONS, params),
      readings: await Cursor.open(this.#session, 'v_readings', READINGS, params),
    }
  }

  async #stream(cursors: Cursors, place: Stream): Promise<void> {
    const { district, stream } = place
    const logged = await cursors.log.takeWhile((row) => row.district === district && row.stream === stream)
    this.#counts.entries += logged.length
    const entries = checkChain(logged, this.#findings)
    if (!stream.startsWith(RECORD)) {
      const [head] = await cursors.heads.takeWhile((row) => row.district === district && row.stream === stream)
      checkHead(logged.at(-1), head, place, this.#findings)
      return
    }
    this.#counts.records += 1
    const id = stream.slice(RECORD.length)
    const here = (row: { readonly district: string; readonly record: string }): boolean =>
      row.district === district && row.record === id
    const [row] = await cursors.records.takeWhile((record) => record.district === district && record.id === id)
    const [timers] = await cursors.timers.takeWhile(here)
    const contributions = await cursors.contributions.takeWhile(here)
    const readings = await cursors.readings.takeWhile(here)
    checkHead(logged.at(-1), row, place, this.#findings)
    if (entries !== undefined) checkReadings({ district, record: id }, readings, entries, this.#findings)
    const rules = this.#rules
    if (rules === undefined || entries === undefined || row === undefined || logged.length === 0) return
    this.#record(rules, { row, timers, contributions }, entries)
  }

  #record(
    rules: NonNullable<VerifyOptions['rules']>,
    kept: {
      readonly row: RecordColumnsRow
      readonly timers: TimerKept | undefined
      readonly contributions: readonly ContributionRow[]
    },
    entries: readonly Entry[],
  ): void {
    const { district, id } = kept.row
    const place = { district, record: id }
    const state = replayed(rules, district, id, entries)
    if (state === undefined) {
      this.#findings.add('store/replay-failed', place)
      return
    }
    checkState(kept.row, state, this.#findings)
    checkTimers(place, kept.timers, rules.timers(state), this.#findings)
    const contributions = rules.contributions(state)
    checkContributions(place, kept.contributions, contributions, this.#findings)
    this.#tally.add(district, contributions)
    this.#wait(state)
  }

  #wait(state: RecordState): void {
    if (this.#rules?.count === undefined) return
    if (this.#waiting[0] !== undefined && this.#waiting[0].district !== state.district) this.#countWaiting()
    this.#waiting.push(state)
    if (this.#waiting.length >= BATCH) this.#countWaiting()
  }

  #countWaiting(): void {
    const [first] = this.#waiting
    const count: ((records: readonly RecordState[]) => readonly CounterSum[]) | undefined = this.#rules?.count
    if (first !== undefined && count !== undefined) this.#tally.addNaive(first.district, count(this.#waiting))
    this.#waiting = []
  }

  async #totals(): Promise<void> {
    this.#counts.figures = this.#tally.cells
    const totals = await Cursor.open<TotalRow>(this.#session, 'v_totals', TOTALS, [this.#district])
    for (let row = totals.next; row !== undefined; row = totals.next) {
      this.#tally.check(row, this.#findings)
      await totals.advance()
    }
    this.#tally.finish(this.#findings)
  }
}

const RECORD = 'record:'

/** The record of its entries; a log that was tampered with may not make one at all. */
function replayed(
  rules: Pick<ReplayRules, 'replay'>,
  district: string,
  id: string,
  entries: readonly Entry[],
): RecordState | undefined {
  try {
    return rules.replay(district, id, entries)
  } catch {
    return undefined
  }
}

/** The first stream that any of the cursors stands at, in the order that all of them keep. */
function nextStream({ log, heads, records, timers, contributions, readings }: Cursors): Stream | undefined {
  const candidates = [
    log.next,
    heads.next,
    records.next && { district: records.next.district, stream: RECORD + records.next.id },
    timers.next && { district: timers.next.district, stream: RECORD + timers.next.record },
    contributions.next && { district: contributions.next.district, stream: RECORD + contributions.next.record },
    readings.next && { district: readings.next.district, stream: RECORD + readings.next.record },
  ]
  let first: Stream | undefined
  for (const candidate of candidates)
    if (candidate !== undefined && (first === undefined || order(candidate, first) < 0)) first = candidate
  return first
}

const order = (a: Stream, b: Stream): number => byteOrder(a.district, b.district) || byteOrder(a.stream, b.stream)
