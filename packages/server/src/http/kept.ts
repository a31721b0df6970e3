import { type DistrictView, isUnchanged, type LogMark, type Office, type Session, wasQuiet } from '@jiannuo/app'
import type { EndpointName } from '@jiannuo/contract'
import type { Result } from '@jiannuo/kernel'
import { ChangesOf, concerns } from './changes.ts'

/** Whom a kept answer is for, and what ends it. */
export interface Keeping {
  /** Everybody with the same posts, or one person with them. */
  readonly who: 'posts' | 'person'
  /** Any entry of the log, or one about a record that the answer names (or opens one that points to such a record). */
  readonly until: 'anything' | 'named'
}

/** Endpoints whose answers are kept. */
export const KEPT_FOR: Readonly<Partial<Record<EndpointName, Keeping>>> = {
  overview: { who: 'posts', until: 'anything' },
  commitments: { who: 'posts', until: 'anything' },
  // What can be done with it may depend on who did the step before.
  commitment: { who: 'person', until: 'named' },
}

/** What was asked for, with its input as the schemas read it. */
export interface Asked {
  readonly name: EndpointName
  readonly kept: Keeping
  readonly input: object
}

interface Kept {
  mark: LogMark
  readonly view: DistrictView
  readonly answer: Promise<Result<string>>
  size: number
  /** Once it is there. */
  text?: string
}

/** Bounds of what is kept: a district has a few dozen kinds of eyes, and a page of the ledger some 30,000 characters. */
export interface KeptBounds {
  readonly answers: number
  readonly characters: number
}

const BOUNDS: KeptBounds = { answers: 2000, characters: 32 * 1024 * 1024 }
const MINUTE_MS = 60_000

/**
 * Answers of reads, each good for as long as nothing was written to the district's log that may concern it, the same people see it, and the minute lasts. Many people open
 * the same page at once: it is worked out once for all of them. Whether anything was written is asked of the database for every call, so that
 * whoever changed something sees it in the next answer, whichever process of the office wrote it.
 */
export class KeptAnswers {
  readonly #office: Office
  readonly #bounds: KeptBounds
  readonly #kept = new Map<string, Kept>()
  readonly #changes: ChangesOf
  #characters = 0

  constructor(office: Office, bounds: KeptBounds = BOUNDS, changes: ChangesOf = new ChangesOf(office)) {
    this.#office = office
    this.#bounds = bounds
    this.#changes = changes
  }

  /** Answers at hand, those that are being worked out among them. */
  get size(): number {
    return this.#kept.size
  }

  /**
   * The answer, as kept or as made now.
   *
   * @param session who asks, looked up for this call: a post that has ended is no longer among its posts
   */
  async answer(session: Session, asked: Asked, make: () => Promise<Result<string>>): Promise<Result<string>> {
    const { district } = session
    const key = this.#keyOf(session, asked)
    const [mark, view] = await Promise.all([this.#changes.of(district).look(), this.#office.districts.view(district)])
    const found = this.#kept.get(key)
    // The organisation and the settings are read again every few seconds, for they are trusted so long without asking: so is what was made of them.
    if (found?.view === view && this.#isGood(district, asked, found, mark)) return found.answer
    this.#drop(key)
    const one: Kept = { mark, view, answer: make(), size: 0 }
    this.#kept.set(key, one)
    one.answer.then(
      (made) => (made.ok ? this.#weigh(key, one, made.value) : this.#drop(key, one)),
      () => this.#drop(key, one),
    )
    return one.answer
  }

  #keyOf({ district, person, posts }: Session, { name, kept, input }: Asked): string {
    const held = posts.map(({ role, unit }) => `${role}@${unit}`).sort()
    const minute = Math.floor(this.#office.now() / MINUTE_MS)
    return JSON.stringify([district, name, input, minute, held, kept.who === 'person' ? person : ''])
  }

  #isGood(district: string, { kept }: Asked, found: Kept, mark: LogMark): boolean {
    if (isUnchanged(found.mark, mark)) return true
    const { text } = found
    if (kept.until === 'anything' || text === undefined) return false
    const since = this.#changes.of(district).since(found.mark)
    if (since === undefined || since.some((change) => concerns(change, text))) return false
    if (wasQuiet(mark)) found.mark = mark
    return true
  }

  #weigh(key: string, one: Kept, text: string): void {
    if (this.#kept.get(key) !== one) return
    one.text = text
    one.size = text.length
    this.#characters += text.length
    for (const [oldest, old] of this.#kept) {
      if (this.#kept.size <= this.#bounds.answers && this.#characters <= this.#bounds.characters) break
      this.#drop(oldest, old)
    }
  }

  #drop(key: string, one = this.#kept.get(key)): void {
    if (one === undefined || this.#kept.get(key) !== one) return
    this.#kept.delete(key)
    this.#characters -= one.size
  }
}
