import type { Doer } from '../example.ts'

/** Who acts in the examples of the ledger, at units of 兰台区. */
export const administrator: Doer = ['administrator', 'lantai']
export const supervisor: Doer = ['supervisor', 'lantai']
export const leader: Doer = ['leader', 'lantai']
export const economist: Doer = ['economist', 'lantai']
export const headOf = (unit: string): Doer => ['unitLead', unit]
export const clerkOf = (unit: string): Doer => ['unitClerk', unit]
