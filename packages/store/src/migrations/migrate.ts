import { createHash } from 'node:crypto'
import { granted, type Result, refused } from '@jiannuo/kernel'
import { APP_ROLE, type Database, type Session } from '../database/connection.ts'
import { storeProblem } from '../problems.ts'
import type { Migration } from './migration.ts'
import { migrations as all } from './table.ts'

/** What a migration run did. */
export interface Migrated {
  /** Ids of the steps carried out now. */
  readonly applied: readonly string[]
  /** The step the database stands at. */
  readonly at: string
}

/** How to migrate. */
export interface MigrateOptions {
  /** The steps; all of them unless said. */
  readonly migrations?: readonly Migration[]
  /** Year whose part of the log, and the next one's, must be there. Entries of other years are kept all the same. */
  readonly year?: number
}

// Any number that nobody else uses: two programs that start at once carry out each step once.
const LOCK = 7_061_953_182

// The role is one of the whole server, so another database may have made it already, or be making it at this moment.
const ROLE = `
  do $$ begin
    if not exists (select from pg_roles where rolname = '${APP_ROLE}') then
      begin
        create role ${APP_ROLE} login;
      exception when duplicate_object or unique_violation then null;
      end;
    end if;
    if not pg_has_role(current_user, '${APP_ROLE}', 'member') then
      begin
        execute format('grant ${APP_ROLE} to %I', current_user);
      exception when insufficient_privilege then null;
      end;
    end if;
  end $$;`

const BOOK = `
  create table if not exists migration (
    number integer primary key,
    id text not null,
    checksum text not null
  );`

interface Applied {
  readonly number: number
  readonly id: string
  readonly checksum: string
}

/** Checksum of a step: two runs with different ones are two different steps. */
export const checksumOf = (migration: Migration): string => createHash('sha256').update(migration.sql).digest('hex')

/**
 * Brings the schema up to date, one transaction a step. Refused, with nothing changed, when the database has a step that
 * this program does not know (`store/schema-newer`) or knows with other content (`store/schema-changed`).
 */
export async function migrate(database: Database, options: MigrateOptions = {}): Promise<Result<Migrated>> {
  const steps = options.migrations ?? all
  const applied: string[] = []
  for (;;) {
    const step = await database.transaction('owner', {}, (session) => nextStep(session, steps))
    if (!step.ok) return step
    if (step.value === undefined) break
    applied.push(step.value)
  }
  if (steps.length > 0) await addYears(database, options.year ?? new Date().getUTCFullYear())
  return granted({ applied, at: steps.at(-1)?.id ?? '' })
}

const BOOKED = 'select number, id, checksum from migration order by number'
const NOTHING_DONE: { readonly rows: readonly Applied[] } = { rows: [] }

/** Carries out the first step that is missing. */
async function nextStep(session: Session, steps: readonly Migration[]): Promise<Result<string | undefined>> {
  await session.query('select pg_advisory_xact_lock($1)', [LOCK])
  const { rows: book } = await session.query<{ there: boolean }>("select to_regclass('migration') is not null as there")
  const { rows: done } = book[0]?.there !== true ? NOTHING_DONE : await session.query<Applied>(BOOKED)
  for (const [index, row] of done.entries()) {
    const step = steps[index]
    if (step === undefined) return refused(storeProblem('store/schema-newer', { step: row.id }))
    if (step.id !== row.id || checksumOf(step) !== row.checksum)
      return refused(storeProblem('store/schema-changed', { step: row.id }))
  }
  const step = steps[done.length]
  if (step === undefined) return granted(undefined)
  await runStep(session, step, done.length + 1)
  return granted(step.id)
}

/** Carries out a step and writes it down, in a transaction of the owner. */
export async function runStep(session: Session, step: Migration, number: number): Promise<void> {
  if (number === 1) await session.run(ROLE + BOOK)
  await session.run(step.sql)
  await session.query('insert into migration (number, id, checksum) values ($1, $2, $3)', [
    number,
    step.id,
    checksumOf(step),
  ])
}

/** The parts of the log for a year and the next one. */
async function addYears(database: Database, year: number): Promise<void> {
  await database.transaction('owner', {}, async (session) => {
    await session.query('select pg_advisory_xact_lock($1)', [LOCK])
    const { rows } = await session.query<{ missing: number }>(
      "select y as missing from generate_series($1::int, $1::int + 1) y where to_regclass('log_' || y) is null",
      [year],
    )
    for (const { missing } of rows) await session.query('select jn_add_log_year($1)', [missing])
  })
}

/**
 * Gives a year a part of the log of its own, with the entries of that year that the rest has taken so far.
 *
 * @returns false when it has one
 */
export async function addLogYear(database: Database, year: number): Promise<boolean> {
  const { rows } = await database.once<{ added: boolean }>('owner', {}, 'select jn_add_log_year($1) as added', [year])
  return rows[0]?.added === true
}

/** Whether every step is carried out. */
export async function isMigrated(database: Database): Promise<boolean> {
  const { rows } = await database.once<{ there: boolean }>(
    'owner',
    {},
    "select to_regclass('migration') is not null as there",
  )
  if (rows[0]?.there !== true) return false
  const done = await database.once<{ steps: number }>('owner', {}, 'select count(*)::int as steps from migration')
  return done.rows[0]?.steps === all.length
}
