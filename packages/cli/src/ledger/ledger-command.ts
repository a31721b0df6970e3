import { writeFile } from 'node:fs/promises'
import {
  assessLedger,
  exportSplitTable,
  importSplitTable,
  ledgerOverview,
  type Office,
  openReturn,
  explainRefusal,
  returnsOwed,
  type Selection,
  type Session,
  splitCommitment,
} from '@jiannuo/app'
import { readSheet } from '@jiannuo/files'
import { cliProblem } from '../cli-problem.ts'
import { refuseUsage, refuseWork, runCommand, sayProblems } from '../command/run-command.ts'
import { actorOptions, withSession } from '../command/with-office.ts'
import { ledgerHelp } from '../help/ledger.zh.ts'
import { type Arguments, helpOption } from '../options.ts'
import { exitCode, writeErr, writeOut } from '../output.ts'
import { loadBytes, nameOf } from '../read/load.ts'
import { ledgerLabels } from './labels.zh.ts'

const OPTIONS = {
  ...actorOptions,
  year: { type: 'string' },
  light: { type: 'string' },
  unit: { type: 'string' },
  state: { type: 'string' },
  limit: { type: 'string' },
  take: { type: 'boolean' },
  measure: { type: 'string' },
  units: { type: 'string' },
  category: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  adjusted: { type: 'boolean' },
  preview: { type: 'boolean' },
  off: { type: 'boolean' },
  json: { type: 'boolean' },
  ...helpOption,
} as const

export type LedgerGiven = Arguments<typeof OPTIONS>
type Verb = (office: Office, session: Session, words: readonly string[], given: LedgerGiven) => Promise<number>

/** `jiannuo ledger …`: commitments, their progress and their lights. */
export const ledgerCommand = (argv: readonly string[]): Promise<number> =>
  runCommand({ name: 'ledger', help: ledgerHelp, options: OPTIONS, run }, argv)

/** What can be done, with the least number of words each takes. */
const VERBS: Readonly<Record<string, { readonly words: number; readonly run: Verb }>> = {
  overview: { words: 0, run: overview },
  list: { words: 0, run: async (...given) => (await import('./show-ledger.ts')).listLedger(...given) },
  show: { words: 1, run: async (...given) => (await import('./show-ledger.ts')).showCommitment(...given) },
  split: { words: 3, run: split },
  owed: { words: 1, run: owed },
  return: { words: 2, run: draftReturn },
  assess: { words: 0, run: assess },
  feed: { words: 1, run: async (...given) => (await import('./feed-command.ts')).feedCommand(...given) },
  export: { words: 1, run: exportTable },
  import: { words: 1, run: importTable },
  circular: {
    words: 2,
    run: async (office, session, words) => (await import('./circular.ts')).writeCircular(office, session, words),
  },
}

async function run(given: LedgerGiven): Promise<number> {
  const [what = '', ...words] = given.words
  const verb = Object.hasOwn(VERBS, what) ? VERBS[what] : undefined
  if (verb === undefined || words.length < verb.words)
    return refuseUsage('ledger', [cliProblem('cli/ledger-words', { given: given.words.join(' ') })])
  return withSession(given.values, (office, session) => verb.run(office, session, words, given))
}

/** What the options narrow the ledger to. */
export function selectionOf({ values }: LedgerGiven): Selection {
  const facets = [
    ...(values.year === undefined ? [] : [[`year=${values.year}`]]),
    ...(values.light === undefined ? [] : [[`light=${values.light}`]]),
  ]
  return {
    ...(facets.length === 0 ? {} : { facets }),
    ...(values.state === undefined ? {} : { states: [values.state] }),
    ...(values.unit === undefined ? {} : { leads: [values.unit] }),
  }
}

async function overview(
  office: Office,
  session: Session,
  _words: readonly string[],
  given: LedgerGiven,
): Promise<number> {
  const found = await ledgerOverview(office, session, selectionOf(given), Number(given.values.limit) || 10)
  if (given.values.json) writeOut(`${JSON.stringify(found)}\n`)
  else await (await import('./show-ledger.ts')).printOverview(office, found)
  return exitCode.read
}

async function split(office: Office, session: Session, [record = '', ...parts]: readonly string[]): Promise<number> {
  const view = await office.districts.view(session.district)
  const named = parts.map((part) => {
    const [words = '', number] = part.split('=')
    const unit = view.tree.all.find(({ id, name }) => id === words || name === words)?.id ?? words
    return { unit, ...(number === undefined ? {} : { value: Number(number) }) }
  })
  if (named.some(({ value }) => value !== undefined && !Number.isFinite(value)))
    return refuseUsage('ledger', [cliProblem('cli/split-parts')])
  const done = await splitCommitment(office, session, record, named)
  if (!done.ok) return refuseWork(done.problems)
  writeOut(ledgerLabels.split(done.value))
  return exitCode.read
}

async function owed(
  office: Office,
  session: Session,
  [period = '']: readonly string[],
  { values }: LedgerGiven,
): Promise<number> {
  const rows = await returnsOwed(office, session, period)
  if (values.json) writeOut(`${JSON.stringify(rows)}\n`)
  else await (await import('./show-ledger.ts')).printOwed(office, session, rows)
  return exitCode.read
}

async function draftReturn(
  office: Office,
  session: Session,
  [commitment = '', period = '']: readonly string[],
): Promise<number> {
  const done = await openReturn(office, session, commitment, period)
  if (!done.ok) {
    writeErr(`${explainRefusal(office, 'returns', done.refusal)}\n`)
    return exitCode.failed
  }
  writeOut(`${done.value.record}\n`)
  return exitCode.read
}

async function assess(office: Office, session: Session): Promise<number> {
  const done = await assessLedger(office, session.district)
  writeOut(ledgerLabels.assessed(done.looked, done.changed, done.turned.length))
  return exitCode.read
}

async function exportTable(
  office: Office,
  session: Session,
  [file = '']: readonly string[],
  given: LedgerGiven,
): Promise<number> {
  const done = await exportSplitTable(office, session, selectionOf(given))
  if (!done.ok) return refuseWork(done.problems)
  await writeFile(file, done.value.bytes)
  writeOut(ledgerLabels.exported(done.value.rows, file))
  return exitCode.read
}

async function importTable(
  office: Office,
  session: Session,
  [file = '']: readonly string[],
  { values }: LedgerGiven,
): Promise<number> {
  const bytes = await loadBytes(file)
  if (!bytes.ok) return refuseWork(bytes.problems)
  const sheet = await readSheet(bytes.value, nameOf(file))
  if (!sheet.ok) return refuseWork(sheet.problems)
  const take = values.take === true
  const done = await importSplitTable(office, session, sheet.value, { take })
  if (!done.ok) return refuseWork(done.problems)
  const { rows, takeable, refused, taken, differences, problems } = done.value
  writeOut(ledgerLabels.splitPreview(rows, takeable, refused, taken, take))
  for (const { row, title, columnTitle, before, wanted, refused: why } of differences)
    writeOut(ledgerLabels.difference(row, title, columnTitle, before, wanted, why))
  await sayProblems(problems)
  return problems.length > 0 || refused > 0 ? exitCode.failed : exitCode.read
}
