import type { Database, Session } from '../database/connection.ts'

/** Deltas folded in one statement. */
const BATCH = 5000

// Taken out and added in one statement, so whoever reads meanwhile sees each delta once. All who fold lock the totals in the
// order of their key; deltas that another is folding are left to it.
const FOLD = `
  with taken as (
    delete from measure_delta where ctid = any(array(select ctid from measure_delta limit $1 for update skip locked))
    returning district, counter, period, unit, category, raw, adjusted),
  added as (
    insert into measure_total as t (district, counter, period, unit, category, raw, adjusted)
    select district, counter, period, coalesce(unit, '*') as u, coalesce(category, '*') as c, sum(raw), sum(adjusted)
    from taken group by district, counter, period, cube (unit, category)
    order by district, counter, u, c, period
    on conflict (district, counter, unit, category, period)
      do update set raw = t.raw + excluded.raw, adjusted = t.adjusted + excluded.adjusted)
  select count(*)::int as folded from taken`

/** Folds all appended deltas into the totals, a batch at a time. @returns deltas folded */
export async function foldDeltas(database: Database, batch = BATCH): Promise<number> {
  let folded = 0
  for (;;) {
    const { rows } = await database.once<{ folded: number }>('owner', {}, FOLD, [batch])
    const now = rows[0]?.folded ?? 0
    folded += now
    if (now < batch) return folded
  }
}

/** The same within a transaction of the owner. */
export async function foldWithin(session: Session): Promise<void> {
  for (;;) {
    const { rows } = await session.query<{ folded: number }>(FOLD, [BATCH])
    if ((rows[0]?.folded ?? 0) < BATCH) return
  }
}
