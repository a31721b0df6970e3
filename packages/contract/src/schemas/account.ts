import { z } from 'zod'
import { Moment } from './common.ts'

/** One's own account: how one signs in, and where one is signed in. */
export const OwnAccount = z.object({
  name: z.string(),
  twoFactor: z.boolean(),
  sessions: z.array(
    z.object({
      id: z.string(),
      /** Whether it is the one that asks. */
      own: z.boolean(),
      method: z.enum(['password', 'totp', 'backup-code', 'oidc']),
      startedAt: Moment,
      lastSeenAt: Moment,
      from: z.string(),
      agent: z.string(),
    }),
  ),
})

/** One's password once more, for what a session found open must not be good for. */
export const ProofBody = z.object({ password: z.string().min(1).max(200) })

/** What goes into an authenticator, shown once. */
export const TotpEnrolment = z.object({ uri: z.string(), backupCodes: z.array(z.string()) })

export const TotpCodeBody = z.object({ code: z.string().min(1).max(40) })

export const SessionsEnded = z.object({ ended: z.number() })
