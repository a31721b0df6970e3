import { randomBytes } from 'node:crypto'

/** An id for a unit or a person that was given none. */
export const plainId = (prefix: string): string => `${prefix}-${randomBytes(6).toString('hex')}`
