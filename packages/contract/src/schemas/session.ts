import { z } from 'zod'
import { Day, Id } from './common.ts'

/** Name and password of an account. */
export const SignInBody = z.object({ name: z.string().min(1).max(100), password: z.string().min(1).max(200) })

/** The second step of a sign-in. */
export const SecondFactorBody = z.object({ challenge: z.string().min(1).max(500), code: z.string().min(1).max(40) })

export const PasswordBody = z.object({ current: z.string().min(1).max(200), next: z.string().min(1).max(200) })

/** Who is signed in, and what the pages need to know of them. */
export const Me = z.object({
  person: z.string().optional(),
  name: z.string(),
  account: z.string(),
  district: z.object({ id: Id, name: z.string(), invented: z.boolean() }),
  posts: z.array(z.object({ role: z.string(), roleTitle: z.string(), unit: z.string(), unitName: z.string() })),
  /** What the pages offer; the server checks again. */
  may: z.object({
    administer: z.boolean(),
    import: z.boolean(),
    confirm: z.boolean(),
    report: z.boolean(),
    review: z.boolean(),
    readLog: z.boolean(),
    readAll: z.boolean(),
  }),
  /** Sent back with every change as `x-csrf-token`. */
  csrf: z.string(),
  mustChangePassword: z.boolean(),
  today: Day,
  /** Years that the ledger holds, the newest first. */
  years: z.array(z.number()),
})

/** Where a sign-in stands. */
export const SignedIn = z.discriminatedUnion('step', [
  z.object({ step: z.literal('done'), me: Me }),
  z.object({ step: z.literal('second-factor'), challenge: z.string() }),
  /** Signed in with an initial password: nothing else is open before it is changed. */
  z.object({ step: z.literal('change-password'), csrf: z.string() }),
])

/** What stands before sign-in: the name of the office and whether the invented district is there to try. */
export const Welcome = z.object({
  product: z.string(),
  version: z.string(),
  /** Whether the caller has a session that holds; then `me` answers. */
  signedIn: z.boolean(),
  districts: z.array(z.object({ id: Id, name: z.string(), invented: z.boolean() })),
  /** Accounts of the invented district that anybody may try, where it is loaded for a look. */
  demo: z.array(z.object({ name: z.string(), password: z.string(), label: z.string() })),
})
