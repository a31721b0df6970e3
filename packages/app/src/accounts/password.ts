import { randomInt } from 'node:crypto'
import type { Problem } from '@jiannuo/kernel'
import { COMMON_PASSWORDS } from './common-passwords.ts'

/** A password of this many characters may be of one class. */
export const LONG_PASSWORD = 12

/** A shorter one, of at least this many, needs three of: small letters, capitals, digits, other signs. */
export const SHORT_PASSWORD = 10

/** Longer ones are refused, so that nobody makes the server hash a book. */
export const LONGEST_PASSWORD = 128

/** Fewer different characters than this are a pattern, not a password. */
const FEWEST_DISTINCT = 5

/** How many characters may be left when the longest run (aaaa, 1234, dcba) is taken away for it to count as a run alone. */
const BESIDE_A_RUN = 4

const CLASSES = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u]

const LOOK_ALIKES: Readonly<Record<string, string>> = { '@': 'a', '4': 'a', '0': 'o', '3': 'e', $: 's', '5': 's' }

/** One form for what different keyboards send for the same text; what is hashed is this form. */
export const passwordForm = (password: string): string => password.normalize('NFKC')

/** Length of the longest stretch in which each character follows the one before by the same step of −1, 0 or 1. */
function longestRun(text: string): number {
  const codes = Array.from(text, (char) => char.codePointAt(0) ?? 0)
  let longest = 0
  for (const step of [-1, 0, 1]) {
    let run = 0
    codes.forEach((code, at) => {
      run = at > 0 && code - (codes[at - 1] ?? 0) === step ? run + 1 : 1
      longest = Math.max(longest, run)
    })
  }
  return longest
}

function isCommon(password: string): boolean {
  const lower = password.toLowerCase()
  const stem = lower.replace(/[^a-z]{1,128}$/, '')
  const plain = Array.from(stem, (char) => LOOK_ALIKES[char] ?? char).join('')
  return COMMON_PASSWORDS.has(lower) || COMMON_PASSWORDS.has(stem) || COMMON_PASSWORDS.has(plain)
}

/**
 * What stands against a password (domain 17: password strength), all of it at once; nothing when it may be used.
 *
 * @param password as typed
 * @param names the account name and the person's name, which it may not hold
 * @returns problems `accounts/password-…`
 */
export function checkPassword(password: string, names: readonly string[]): readonly Problem[] {
  const form = passwordForm(password)
  const lower = form.toLowerCase()
  const size = Array.from(form).length
  const classes = CLASSES.filter((pattern) => pattern.test(form)).length
  const problems: Problem[] = []
  const add = (code: string, params?: Problem['params']) =>
    problems.push({ code, severity: 'error', ...(params === undefined ? {} : { params }) })
  if (form.length > LONGEST_PASSWORD) add('accounts/password-too-long', { limit: LONGEST_PASSWORD })
  else if (size < SHORT_PASSWORD || (size < LONG_PASSWORD && classes < 3))
    add('accounts/password-too-weak', { long: LONG_PASSWORD, short: SHORT_PASSWORD })
  if (names.some((name) => name.length > 1 && lower.includes(name.toLowerCase()))) add('accounts/password-holds-name')
  if (new Set(lower).size < FEWEST_DISTINCT || size - longestRun(lower) < BESIDE_A_RUN || isCommon(form))
    add('accounts/password-common')
  return problems
}

/** No 0/O, 1/l/I: it is read off paper. */
const LEGIBLE = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'

const group = () => Array.from({ length: 4 }, () => LEGIBLE[randomInt(LEGIBLE.length)]).join('')

/**
 * A password to begin with, read off paper once: four groups of four, 92 bits.
 *
 * @param names what it may not hold by chance
 */
export function initialPassword(names: readonly string[]): string {
  const password = [group(), group(), group(), group()].join('-')
  return checkPassword(password, names).length === 0 ? password : initialPassword(names)
}
