import { stat } from 'node:fs/promises'
import { granted, type Problem, type Result, refused } from '@jiannuo/kernel'
import type { Progress } from '../api.ts'
import type { Database, Session } from '../database/connection.ts'
import { identifier, literal } from '../database/settings.ts'
import { checksumOf, migrate, runStep } from '../migrations/migrate.ts'
import { migrations } from '../migrations/table.ts'
import { storeProblem } from '../problems.ts'
import type { Transferred } from '../store-interface.ts'
import type { BackupHeader, RowLine } from './format.ts'
import { isThere } from './backup.ts'
import { BackupFault, BackupReader } from './reader.ts'
import { CARRIED, LEFT_OUT, SEQUENCES } from './tables.ts'

/** What is restored, and how. */
export interface RestoreOptions {
  readonly path: string
  /** Name of the master key that this installation has. */
  readonly masterKey: string
  /** Throws away what the database holds. */
  readonly overwrite?: boolean
  readonly progress?: Progress
}

/**
 * Brings back a backup of any engine and of this or an earlier version of the schema, in one transaction: the schema is made as
 * the backup knew it, filled, and then brought up to date by the later steps. The whole file is checked first, against its counts
 * and its checksum, so one that is damaged leaves everything as it was.
 */
export async function restore(database: Database, options: RestoreOptions): Promise<Result<Transferred>> {
  const reader = new BackupReader(options.path)
  try {
    await examine(options.path)
    const restored = await database.transaction('owner', {}, (session) => fill(session, reader, options))
    const migrated = await migrate(database)
    if (!migrated.ok) return migrated
    const { size } = await stat(options.path)
    const { tables, checksum } = reader.trailer
    return granted({ tables, checksum, bytes: size, notices: restored })
  } catch (error) {
    const problem = problemOf(error, options.path)
    if (problem === undefined) throw error
    return refused(problem)
  } finally {
    await reader.close()
  }
}

/** Reads a whole backup once, so that nothing of a damaged one ever goes to the database. @throws BackupFault */
async function examine(path: string): Promise<void> {
  const reader = new BackupReader(path)
  try {
    checkSteps(await reader.header())
    for (let table = await reader.table(); table !== undefined; table = await reader.table())
      for await (const _row of reader.rows(table));
  } finally {
    await reader.close()
  }
}

/** Stops the work of a restore with a problem. */
class Stop extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

function problemOf(error: unknown, file: string): Problem | undefined {
  if (error instanceof Stop) return error.problem
  if (error instanceof BackupFault) return storeProblem(error.code, { file, ...error.params })
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (!(error instanceof Error) || !/^E[A-Z]{2,20}$/.test(code)) return undefined
  return storeProblem('store/backup-not-read', { file, detail: error.message })
}

async function fill(session: Session, reader: BackupReader, options: RestoreOptions): Promise<readonly Problem[]> {
  const header = await reader.header()
  checkSteps(header)
  if (options.overwrite !== true && !(await isEmpty(session))) throw new Stop(storeProblem('store/restore-not-empty'))
  await session.run(await clearing(session))
  for (const [index, step] of migrations.slice(0, header.migrations.length).entries())
    await runStep(session, step, index + 1)
  for (const year of header.years) await session.query('select jn_add_log_year($1)', [year])
  for (let table = await reader.table(); table !== undefined; table = await reader.table()) {
    const { table: name, columns } = table
    if (!CARRIED.some((carried) => carried.table === name)) throw new BackupFault('store/backup-count', { table: name })
    await unguarded(session, name, () =>
      session.load(name, columns, counted(reader.rows({ table: name, columns }), name, options.progress)),
    )
  }
  for (const { sequence, table, column } of SEQUENCES)
    await session.query(
      `select setval(${literal(sequence)}::regclass, greatest(1, coalesce((select max(${column}) from ${table}), 0) + 1), false)`,
    )
  return header.masterKey === options.masterKey ? [] : [storeProblem('store/other-master-key', {}, 'warning')]
}

/** A backup of a later program, or of steps that were other ones, cannot be read by this one. */
function checkSteps(header: BackupHeader): void {
  for (const [index, { id, checksum }] of header.migrations.entries()) {
    const step = migrations[index]
    if (step === undefined) throw new Stop(storeProblem('store/schema-newer', { step: id }))
    if (step.id !== id || checksumOf(step) !== checksum)
      throw new Stop(storeProblem('store/schema-changed', { step: id }))
  }
}

async function isEmpty(session: Session): Promise<boolean> {
  for (const { table } of CARRIED) {
    // Every program that opens the database registers its definitions.
    if (table === 'definition') continue
    if (!(await isThere(session, table))) continue
    const { count } = await session.query(`select 1 from ${identifier(table)} limit 1`)
    if (count > 0) return false
  }
  return true
}

/** A script that takes away the schema, and nothing but ours. */
async function clearing(session: Session): Promise<string> {
  const { rows } = await session.query<{ call: string }>(
    `select oid::regprocedure::text as call from pg_proc
      where proname ~ '^jn_' and pronamespace = (select oid from pg_namespace where nspname = current_schema())`,
  )
  const tables = [...CARRIED.map(({ table }) => table), ...LEFT_OUT].map(identifier).join(', ')
  const functions = rows.map(({ call }) => `drop function if exists ${call} cascade;`).join('\n')
  const sequences = SEQUENCES.map(({ sequence }) => identifier(sequence)).join(', ')
  return `drop table if exists ${tables} cascade;\n${functions}\ndrop sequence if exists ${sequences} cascade;`
}

/** The owner is held to policies too, and COPY is refused to whom they hold: while a table is filled they are not forced. */
async function unguarded(session: Session, table: string, work: () => Promise<unknown>): Promise<void> {
  const { rows } = await session.query<{ forced: boolean }>(
    'select relforcerowsecurity as forced from pg_class where oid = $1::regclass',
    [table],
  )
  const forced = rows[0]?.forced === true
  if (forced) await session.run(`alter table ${identifier(table)} no force row level security`)
  await work()
  if (forced) await session.run(`alter table ${identifier(table)} force row level security`)
}

async function* counted(rows: AsyncIterable<RowLine>, table: string, progress?: Progress): AsyncGenerator<RowLine> {
  let count = 0
  for await (const row of rows) {
    yield row
    count += 1
    if (count % 1000 === 0) progress?.(count, undefined, table)
  }
  progress?.(count, undefined, table)
}
