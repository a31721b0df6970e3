import { isUnchanged, type LogChange, type LogMark, type Office, wasQuiet } from '@jiannuo/app'
import { Turn } from './turn.ts'

/** Entries remembered: a morning's work of a busy office. */
const MOST = 2000

/** What was written to one district's log lately, read once for all who ask. */
export class Changes {
  readonly #office: Office
  readonly #district: string
  readonly #looking: Turn<LogMark>
  #mark: LogMark | undefined
  /** A moment at which nothing was being written: whatever came in later has a larger position. */
  #quiet: LogMark | undefined
  /** All entries behind this position are known. */
  #from = Number.POSITIVE_INFINITY
  #known: readonly LogChange[] = []

  constructor(office: Office, district: string) {
    this.#office = office
    this.#district = district
    this.#looking = new Turn(() => this.#look())
  }

  /** Where the log stands now; what came in until then is known. */
  look(): Promise<LogMark> {
    return this.#looking.take()
  }

  /** Entries that came in after a mark, in their order; absent when that is not known: it is too long ago, or somebody was writing then. */
  since(mark: LogMark): readonly LogChange[] | undefined {
    if (!wasQuiet(mark) || mark.head < this.#from) return undefined
    return this.#known.filter(({ position }) => position > mark.head)
  }

  /** Entries that came in lately, whether or not there were more. */
  lately(): readonly LogChange[] {
    return this.#known
  }

  async #look(): Promise<LogMark> {
    const mark = await this.#office.store.mark(this.#district)
    if (this.#mark === undefined || !isUnchanged(this.#mark, mark)) await this.#read(mark)
    this.#mark = mark
    return mark
  }

  async #read(mark: LogMark): Promise<void> {
    const from = this.#quiet
    if (wasQuiet(mark)) this.#quiet = mark
    if (from === undefined) return this.#forget([])
    const fresh = await this.#office.store.changes(this.#district, from.head, MOST + 1)
    if (fresh.length > MOST) return this.#forget(fresh)
    const known = [...this.#known.filter(({ position }) => position <= from.head), ...fresh]
    this.#known = known.slice(-MOST)
    this.#from = known.at(-MOST - 1)?.position ?? this.#from
  }

  /** Begins anew, with entries that are known to be not all. */
  #forget(some: readonly LogChange[]): void {
    this.#known = some
    this.#from = this.#quiet?.head ?? Number.POSITIVE_INFINITY
  }
}

/** The changes of every district of an office. */
export class ChangesOf {
  readonly #office: Office
  readonly #districts = new Map<string, Changes>()

  constructor(office: Office) {
    this.#office = office
  }

  of(district: string): Changes {
    const known = this.#districts.get(district) ?? new Changes(this.#office, district)
    this.#districts.set(district, known)
    return known
  }
}

const RECORD = 'record:'
const ACCOUNT = 'account:'

/** The record that an entry is about; absent for entries about people, settings and the like. */
export const recordOf = ({ stream }: LogChange): string | undefined =>
  stream.startsWith(RECORD) ? stream.slice(RECORD.length) : undefined

/**
 * Whether an entry may concern an answer that tells of single records: it is about one that the answer names, opens one that points to one of them, or is
 * about the organisation, the settings, the files. Who signed in concerns none.
 *
 * @param text the answer as JSON
 */
export function concerns(change: LogChange, text: string): boolean {
  const record = recordOf(change)
  if (record === undefined) return !change.stream.startsWith(ACCOUNT)
  const pointed = change.facets.map((facet) => facet.slice(facet.indexOf('=') + 1))
  return [record, ...pointed].some((id) => text.includes(JSON.stringify(id)))
}
