import type { Settings, TransactionOptions } from './connection.ts'

// Ours begin with `jiannuo.`; of the server's own only those that bound the work of a transaction.
const OURS = /^jiannuo\.[a-z][a-z_]{0,50}$/
const SERVERS = new Set(['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'work_mem'])
const LONGEST = 100_000

/**
 * A text as an SQL literal, whatever it holds.
 *
 * @throws RangeError on a NUL sign, which no text in Postgres can hold
 */
export function literal(text: string): string {
  if (text.includes('\0')) throw new RangeError('a text for the database holds a NUL sign')
  const quoted = `'${text.replaceAll("'", "''")}'`
  // A backslash means itself or escapes, by a setting of the server; the E form always escapes.
  return text.includes('\\') ? ` E${quoted.replaceAll('\\', '\\\\')}` : quoted
}

const NAME = /^[a-z_][a-z0-9_]{0,62}$/

/**
 * A name of ours (table, column, channel, role) as an SQL identifier, quoted; with one dot for a schema.
 *
 * @throws RangeError when it is no plain lower-case name
 */
export function identifier(name: string): string {
  const parts = name.split('.')
  if (parts.length > 2 || !parts.every((part) => NAME.test(part)))
    throw new RangeError(`no SQL name: ${name.slice(0, 80)}`)
  return parts.map((part) => `"${part}"`).join('.')
}

/**
 * Settings as literal `SET LOCAL` statements. Literal, not `set_config(…)`: a distributed server carries only these to its
 * workers.
 *
 * @throws RangeError on a name that is not allowed, or a value with a NUL sign or longer than 100,000
 */
export function settingsScript(settings: Settings): string {
  let script = ''
  for (const [name, value] of Object.entries(settings)) {
    if (!OURS.test(name) && !SERVERS.has(name)) throw new RangeError(`no setting of ours: ${name.slice(0, 80)}`)
    if (value.length > LONGEST) throw new RangeError(`setting ${name} is too long`)
    script += `;set local ${name} = ${literal(value)}`
  }
  return script
}

/** What opens a transaction, as one script. `role` is set when the connection is not already that role's own. */
export function openingScript(settings: Settings, options: TransactionOptions = {}, role?: string): string {
  const isolation = options.isolation === undefined ? '' : ` isolation level ${options.isolation}`
  const access = options.readOnly === true ? ' read only' : ''
  const asRole = role === undefined ? '' : `;set local role ${identifier(role)}`
  return `begin${isolation}${access}${asRole}${settingsScript(settings)}`
}
