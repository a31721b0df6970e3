import { contributions, counterKey, naiveSums, type RecordState, replay, timersOf } from '@jiannuo/engine'
import type { Result } from '@jiannuo/kernel'
import {
  type Finding,
  machineScope,
  type Progress,
  type ReplayRules,
  type Seal,
  type Transferred,
  type Verification,
} from '@jiannuo/store'
import { FeedCheck, type FeedsVerified } from './ledger/feed-verify.ts'
import type { Office } from './office/office.ts'

type Rules = Omit<ReplayRules, 'row'>

/** The rules of the office's definitions, by which everything derived from the log can be worked out again. */
export function replayRules(office: Office): Rules {
  const kitOf = (record: RecordState) => office.machines.kit(record.machine, record.version)
  return {
    replay: (district, record, entries) => replay(entries, { district, id: record }),
    contributions: (record) => {
      const kit = kitOf(record)
      if (kit?.measures === undefined) return []
      return contributions(kit.measures, kit.machine, record, office.calendar.utcOffset)
    },
    timers: (record) => {
      const kit = kitOf(record)
      return kit === undefined ? [] : timersOf(kit.machine, record, office.calendar)
    },
  }
}

/** How to verify. */
export interface VerifyOfficeOptions {
  /** One district; all of them unless said. */
  readonly district?: string
  readonly progress?: Progress
}

/** What `verifyOffice` looked at and found. */
export interface OfficeVerification extends Verification {
  /** Readings of commitments that measures gave. */
  readonly fed: FeedsVerified
}

/**
 * Works everything out again from the log and holds it against what is kept: chains and seals, records, timers, figures. Figures are
 * counted a second time besides, record by record and without contributions, so that one mistake cannot hide in both; so are the readings
 * that measures gave to commitments, each as of its own moment.
 */
export async function verifyOffice(office: Office, options: VerifyOfficeOptions = {}): Promise<OfficeVerification> {
  const rules = replayRules(office)
  const counted = new NaiveCount(office)
  const fed = new FeedCheck(office)
  for (const district of options.district === undefined ? await office.store.districts() : [options.district])
    await fed.open(district)
  const verification = await office.store.verify({
    ...options,
    rules: {
      ...rules,
      replay: (district, record, entries) => {
        const state = rules.replay(district, record, entries)
        if (state === undefined) return state
        counted.add(state)
        fed.add(state, entries)
        return state
      },
    },
  })
  const again = await fed.close()
  return {
    ...verification,
    fed: again.fed,
    findings: [...verification.findings, ...(await counted.findings()), ...again.findings],
  }
}

/** Counts every counter of every record straight, and compares the totals with those that are kept. */
class NaiveCount {
  readonly #office: Office
  readonly #totals = new Map<string, Map<string, { raw: number; adjusted: number }>>()

  constructor(office: Office) {
    this.#office = office
  }

  add(record: RecordState): void {
    const kit = this.#office.machines.kit(record.machine, record.version)
    if (kit?.measures === undefined) return
    const totals = this.#of(record.district)
    const { utcOffset } = this.#office.calendar
    for (const { counter, raw, adjusted } of naiveSums(kit.measures, kit.machine, [record], { utcOffset })) {
      const total = totals.get(counter)
      if (total === undefined) totals.set(counter, { raw, adjusted })
      else {
        total.raw += raw
        total.adjusted += adjusted
      }
    }
  }

  #of(district: string): Map<string, { raw: number; adjusted: number }> {
    const known = this.#totals.get(district)
    if (known !== undefined) return known
    const totals = new Map<string, { raw: number; adjusted: number }>()
    this.#totals.set(district, totals)
    return totals
  }

  async findings(): Promise<readonly Finding[]> {
    const { machines, store } = this.#office
    const counters = machines.ids.flatMap((id) =>
      Object.keys(machines.kit(id)?.measures?.counters ?? {}).map((counter) => counterKey(id, counter)),
    )
    const findings: Finding[] = []
    for (const [district, totals] of this.#totals) {
      for (const kept of await store.sums(machineScope(district), { counters })) {
        const { raw, adjusted } = totals.get(kept.counter) ?? { raw: 0, adjusted: 0 }
        if (isNear(raw, kept.raw) && isNear(adjusted, kept.adjusted)) continue
        const params = { district, counter: kept.counter, kept: kept.raw, counted: raw }
        findings.push({ code: 'app/figure-differs', params })
      }
    }
    return findings
  }
}

/** Amounts may be fractions; added up in another order they differ in the last place. */
const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a))

/** Seals the log of a district up to now: one root over all entries, to be kept or published elsewhere. */
export const sealOffice = (office: Office, district: string): Promise<Seal> => office.store.seal(district, office.now())

/** Writes everything, as of one moment, into one file. */
export const backupOffice = (office: Office, path: string, progress?: Progress): Promise<Result<Transferred>> =>
  office.store.backup(path, progress)

/**
 * Brings everything of a backup into this office's database, which must be empty unless told otherwise.
 *
 * @returns what was brought, or why not: a problem of the store
 */
export async function restoreOffice(
  office: Office,
  path: string,
  options: { readonly overwrite?: boolean; readonly progress?: Progress } = {},
): Promise<Result<Transferred>> {
  const restored = await office.store.restore(path, options)
  office.records.clear()
  for (const district of await office.store.districts()) office.districts.drop(district)
  return restored
}
