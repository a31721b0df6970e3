import { type DistrictView, isUnchanged, type LogMark, type Office, type Session } from '@jiannuo/app'
import type { EndpointName } from '@jiannuo/contract'
import type { Result } from '@jiannuo/kernel'
import { Turn } from './turn.ts'

/** Endpoints whose answers are kept, and whom one answer is for: everybody with the same posts, or one person with them. */
export const KEPT_FOR: Readonly<Partial<Record<EndpointName, 'posts' | 'person'>>> = {
  overview: 'posts',
  commitments: 'posts',
  // What can be done with it may depend on who did the step before.
  commitment: 'person',
}

/** What was asked for, with its input as the schemas read it. */
export interface Asked {
  readonly name: EndpointName
  readonly kept: 'posts' | 'person'
  readonly input: object
}

interface Kept {
  readonly mark: LogMark
  readonly view: DistrictView
  readonly answer: Promise<Result<string>>
  size: number
}

/** Bounds of what is kept: a district has a few dozen kinds of eyes, and a page of the ledger some 30,000 characters. */
export interface KeptBounds {
  readonly answers: number
  readonly characters: number
}

const BOUNDS: KeptBounds = { answers: 2000, characters: 32 * 1024 * 1024 }
const MINUTE_MS = 60_000

/**
 * Answers of reads, each good for as long as nothing was written to the district's log, the same people see it, and the minute lasts. Many people open
 * the same page at once: it is worked out once for all of them. Whether anything was written is asked of the database for every call, so that
 * whoever changed something sees it in the next answer, whichever process of the office wrote it.
 */
export class KeptAnswers {
  readonly #office: Office
  readonly #bounds: KeptBounds
  readonly #kept = new Map<string, Kept>()
  readonly #marks = new Map<string, Turn<LogMark>>()
  #characters = 0

  constructor(office: Office, bounds: KeptBounds = BOUNDS) {
    this.#office = office
    this.#bounds = bounds
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
    const [mark, view] = await Promise.all([this.#markOf(district), this.#office.districts.view(district)])
    const found = this.#kept.get(key)
    // The organisation and the settings are read again every few seconds, for they are trusted so long without asking: so is what was made of them.
    if (found?.view === view && isUnchanged(found.mark, mark)) return found.answer
    this.#drop(key)
    const one: Kept = { mark, view, answer: make(), size: 0 }
    this.#kept.set(key, one)
    one.answer.then(
      (made) => (made.ok ? this.#weigh(key, one, made.value.length) : this.#drop(key, one)),
      () => this.#drop(key, one),
    )
    return one.answer
  }

  #keyOf({ district, person, posts }: Session, { name, kept, input }: Asked): string {
    const held = posts.map(({ role, unit }) => `${role}@${unit}`).sort()
    const minute = Math.floor(this.#office.now() / MINUTE_MS)
    return JSON.stringify([district, name, input, minute, held, kept === 'person' ? person : ''])
  }

  #markOf(district: string): Promise<LogMark> {
    const known = this.#marks.get(district)
    if (known !== undefined) return known.take()
    const made = new Turn(() => this.#office.store.mark(district))
    this.#marks.set(district, made)
    return made.take()
  }

  #weigh(key: string, one: Kept, size: number): void {
    if (this.#kept.get(key) !== one) return
    one.size = size
    this.#characters += size
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
