/** One step of the schema. A step that was ever carried out somewhere is never changed: the next step mends it. */
export interface Migration {
  /** `0001-log`: the number gives the order, the name says what it brings. */
  readonly id: string
  /** Statements of Postgres, carried out in one transaction by the owner. */
  readonly sql: string
}

/**
 * Row-level policies of a table with a district, as SQL: the application's role is held to `sees` (a test on the row),
 * and may write rows of its own district; the owner, who migrates, verifies and backs up, sees all. Policies are forced, so
 * that a table is closed to every role that none of them names.
 *
 * @param table its name
 * @param grants what the application's role may do: `select, insert`
 * @param sees which rows it sees besides being of the district
 */
export function guarded(table: string, grants: string, sees = ''): string {
  const own = "district = current_setting('jiannuo.district', true)"
  return `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy owner_all on ${table} to current_user using (true) with check (true);
    create policy app_district on ${table} to jiannuo_app
      using (${own}${sees === '' ? '' : ` and ${sees}`}) with check (${own});
    grant ${grants} on ${table} to jiannuo_app;`
}

/**
 * Rows that name the units which may see them, against the units of whoever asks. Every row's list holds `*`, and the units
 * of one who may see all of the district are `{*}`; so it is one test without an alternative, and never a subquery. It is written as a function, so that no plan of the application's
 * makes its way through the index of units, which is a bad way to a list in an order; `jn_in_sight` does where it is a good one.
 */
export const SEEN = "arrayoverlap(sees, nullif(current_setting('jiannuo.units', true), '')::text[])"
