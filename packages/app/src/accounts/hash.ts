/** What a password hash costs (argon2id, RFC 9106). */
export interface HashCost {
  /** KiB of memory. */
  readonly memory: number
  /** Passes. */
  readonly passes: number
  readonly lanes: number
}

/** The least that is accepted: 19 MiB and two passes. */
export const LEAST_COST: HashCost = { memory: 19_456, passes: 2, lanes: 1 }

/** Makes and tests password hashes. */
export interface Hasher {
  readonly hash: (password: string) => Promise<string>
  readonly verify: (hash: string, password: string) => Promise<boolean>
  /** Whether a stored hash is cheaper than one made today. */
  readonly outdated: (hash: string) => boolean
}

/** `Algorithm.Argon2id` of the library, an ambient const enum that isolated modules cannot read. */
const ARGON2ID = 2

/**
 * A hasher of argon2id at a cost; the library is loaded here, so that commands that sign nobody in do not load it.
 *
 * @param cost at least `LEAST_COST` in every part, which the caller has checked
 */
export async function openHasher(cost: HashCost): Promise<Hasher> {
  const argon2 = await import('@node-rs/argon2')
  const options = { algorithm: ARGON2ID, memoryCost: cost.memory, timeCost: cost.passes, parallelism: cost.lanes }
  return {
    hash: (password) => argon2.hash(password, options),
    verify: (hash, password) => argon2.verify(hash, password),
    outdated: (hash) => {
      const made = argon2.parseOptions(hash)
      return !hash.startsWith('$argon2id$') || made.memoryCost < cost.memory || made.timeCost < cost.passes
    },
  }
}
