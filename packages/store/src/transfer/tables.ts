/** A table as a backup carries it. */
export interface CarriedTable {
  readonly table: string
  /** Columns that give its rows an order. */
  readonly order: string
}

/**
 * What a backup carries, in an order in which it can be written again. Sign-in sessions, half-done sign-ins and locks are left
 * out: they are nobody's record, and whoever restores should sign in anew.
 */
export const CARRIED: readonly CarriedTable[] = [
  { table: 'log', order: 'position, district, stream, seq' },
  { table: 'stream', order: 'district, stream' },
  { table: 'command', order: 'district, key' },
  { table: 'seal', order: 'district, number' },
  { table: 'definition', order: 'machine, version' },
  { table: 'record', order: 'district, id' },
  { table: 'lookup', order: 'district, lookup, record' },
  { table: 'contribution', order: 'district, counter, period, unit, category, record, excluded' },
  { table: 'measure_delta', order: 'district, counter, period, unit, category' },
  { table: 'measure_total', order: 'district, counter, unit, category, period' },
  { table: 'reading', order: 'district, record, seq, ordinal' },
  { table: 'timer', order: 'district, record' },
  { table: 'message', order: 'id' },
  { table: 'unit', order: 'district, id' },
  { table: 'person', order: 'district, id' },
  { table: 'post', order: 'district, id' },
  { table: 'setting', order: 'district, machine, setting, from_at' },
  { table: 'mapping', order: 'district, id' },
  { table: 'blob', order: 'district, hash' },
  { table: 'blob_piece', order: 'district, hash, piece' },
  { table: 'secret', order: 'district, id' },
  { table: 'search', order: 'district, record' },
  { table: 'passage', order: 'district, record' },
  { table: 'account_user', order: 'id' },
  { table: 'account_login', order: 'id' },
  { table: 'account_two_factor', order: 'id' },
]

/** Tables that no backup carries. */
export const LEFT_OUT: readonly string[] = ['migration', 'account_session', 'account_verification', 'account_lock']

/** Sequences, with the column whose numbers they give. */
export const SEQUENCES: readonly { readonly sequence: string; readonly table: string; readonly column: string }[] = [
  { sequence: 'log_position', table: 'log', column: 'position' },
  { sequence: 'message_id', table: 'message', column: 'id' },
]
