import {
  decideProposals,
  type Deciding,
  type DecidedProposal,
  importDocument,
  type Office,
  previewDocument,
  proposalsOf,
  type Session,
} from '@jiannuo/app'
import { describeQuantity } from '@jiannuo/kernel'
import { cliProblem } from '../cli-problem.ts'
import { showList } from '../case/list.ts'
import { sayProblems, refuseUsage, refuseWork, runCommand } from '../command/run-command.ts'
import { actorOptions, withSession } from '../command/with-office.ts'
import { docHelp } from '../help/ledger.zh.ts'
import { type Arguments, helpOption } from '../options.ts'
import { exitCode, writeOut } from '../output.ts'
import { loadBytes, nameOf } from '../read/load.ts'
import { layGrid } from '../terminal/grid.ts'
import { screenOf } from '../terminal/paint.ts'
import { startWork } from '../terminal/work.ts'
import { ledgerLabels } from './labels.zh.ts'

const OPTIONS = {
  ...actorOptions,
  other: { type: 'boolean' },
  own: { type: 'boolean' },
  preview: { type: 'boolean' },
  kind: { type: 'string' },
  year: { type: 'string' },
  place: { type: 'string' },
  encoding: { type: 'string' },
  all: { type: 'boolean' },
  open: { type: 'boolean' },
  reason: { type: 'string' },
  title: { type: 'string' },
  lead: { type: 'string' },
  json: { type: 'boolean' },
  ...helpOption,
} as const

type Given = Arguments<typeof OPTIONS>

/** `jiannuo doc …`: documents in, and what they propose. */
export const docCommand = (argv: readonly string[]): Promise<number> =>
  runCommand({ name: 'doc', help: docHelp, options: OPTIONS, run }, argv)

async function run(given: Given): Promise<number> {
  const [what, ...words] = given.words
  const [first, ...rest] = words
  if (what === 'list')
    return withSession(given.values, (office, session) => showList(office, session, 'documents', { all: true }))
  if (first === undefined) return refuseUsage('doc', [cliProblem('cli/doc-words', { given: given.words.join(' ') })])
  switch (what) {
    case 'import':
      return bringIn(given, first)
    case 'show':
      return withSession(given.values, (office, session) => show(office, session, first, given))
    case 'confirm':
    case 'reject':
    case 'merge':
    case 'reopen':
      return decide(given, what, first, rest)
    case undefined:
    default:
      return refuseUsage('doc', [cliProblem('cli/doc-words', { given: given.words.join(' ') })])
  }
}

const isKind = (text: string | undefined): text is 'report' | 'plan' | 'bulletin' | 'other' =>
  text === 'report' || text === 'plan' || text === 'bulletin' || text === 'other'

async function bringIn({ values }: Given, path: string): Promise<number> {
  const bytes = await loadBytes(path)
  if (!bytes.ok) return refuseWork(bytes.problems)
  const { kind, year, place, encoding, other, own } = values
  if (kind !== undefined && !isKind(kind)) return refuseUsage('doc', [cliProblem('cli/bad-kind', { value: kind })])
  if (year !== undefined && !/^\d{4}$/.test(year))
    return refuseUsage('doc', [cliProblem('cli/bad-year', { value: year })])
  const file = {
    bytes: bytes.value,
    name: nameOf(path),
    ...(kind === undefined ? {} : { kind }),
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(place === undefined ? {} : { place }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(other ? { own: false } : own ? { own: true } : {}),
  }
  return withSession(values, async (office, session) => {
    if (values.preview) return showPreview(office, session, file)
    const work = startWork(process.stderr)
    const done = await importDocument(office, session, file, work.progress)
    work.end()
    if (!done.ok) return refuseWork(done.problems)
    await sayProblems(done.value.problems)
    writeOut(values.json ? `${JSON.stringify(done.value)}\n` : ledgerLabels.imported(done.value))
    return exitCode.read
  })
}

async function showPreview(
  office: Office,
  session: Session,
  file: Parameters<typeof previewDocument>[2],
): Promise<number> {
  const preview = await previewDocument(office, session, file)
  if (!preview.ok) return refuseWork(preview.problems)
  const { reading, items } = preview.value
  const targets = items.filter(({ proposal }) => proposal.target !== undefined).length
  await sayProblems(preview.value.problems)
  writeOut(ledgerLabels.preview(reading.meta.title, reading.statements.length, targets, items.length - targets))
  showProposals(items)
  return exitCode.read
}

const COLUMNS = [
  { title: '条目', min: 4, max: 8, rank: 9 },
  { title: '任务', min: 16, max: 44, rank: 8 },
  { title: '目标', min: 8, max: 16, rank: 7 },
  { title: '指标', min: 8, max: 24, rank: 4 },
  { title: '建议牵头', min: 6, max: 16, rank: 3 },
  { title: '时限', min: 10, max: 10, rank: 5 },
  { title: '处理', min: 6, max: 24, rank: 6 },
] as const

function showProposals(items: readonly DecidedProposal[]): void {
  const screen = screenOf(process.stdout, process.env)
  const rows = items.map((item) => {
    const { proposal, decision } = item
    const { target } = proposal
    return [
      proposal.item,
      proposal.title,
      target === undefined ? '' : describeQuantity(target),
      proposal.indicator?.name ?? '',
      [...proposal.lead, ...proposal.departments][0] ?? '',
      proposal.due ?? '',
      `${ledgerLabels.decision(item)}${decision?.commitment === undefined ? '' : ` ${decision.commitment}`}`,
    ]
  })
  writeOut(`${layGrid(COLUMNS, rows, screen.width, screen.paint.heading).lines.join('\n')}\n`)
}

async function show(office: Office, session: Session, document: string, { values }: Given): Promise<number> {
  const known = await proposalsOf(office, session, document)
  if (!known.ok) return refuseWork(known.problems)
  const { items, open, document: opened } = known.value
  if (values.json) {
    writeOut(`${JSON.stringify({ document, open, items }, null, 1)}\n`)
    return exitCode.read
  }
  writeOut(ledgerLabels.proposalsTitle(opened.reading.meta.title, items.length, open))
  showProposals(values.open ? items.filter(({ decision }) => decision === undefined) : items)
  return exitCode.read
}

function decide(
  { values }: Given,
  what: 'confirm' | 'reject' | 'merge' | 'reopen',
  document: string,
  items: readonly string[],
): Promise<number> {
  const deciding = decidingOf(values, what, items)
  if (deciding === undefined) return refuseUsage('doc', [cliProblem('cli/doc-items', { what })])
  return withSession(values, async (office, session) => {
    const done = await decideProposals(office, session, document, deciding)
    if (!done.ok) return refuseWork(done.problems)
    const { commitments, decided, open } = done.value
    if (values.json) writeOut(`${JSON.stringify(done.value)}\n`)
    else {
      writeOut(ledgerLabels.confirmed(decided, new Set(Object.values(commitments)).size, open))
      if (decided <= 20)
        for (const [item, record] of Object.entries(commitments)) writeOut(ledgerLabels.opened(item, record))
    }
    return exitCode.read
  })
}

function decidingOf(
  { all, reason, title, lead }: Given['values'],
  what: 'confirm' | 'reject' | 'merge' | 'reopen',
  items: readonly string[],
): Deciding | undefined {
  const change = { ...(title === undefined ? {} : { title }), ...(lead === undefined ? {} : { leadUnit: lead }) }
  if (what === 'confirm') {
    if (all && items.length === 0) return { decide: 'confirm' }
    const corrections = Object.fromEntries(items.map((item) => [item, change]))
    return items.length === 0 ? undefined : { decide: 'confirm', items, corrections }
  }
  if (items.length === 0) return undefined
  if (what === 'reject') return reason === undefined ? undefined : { decide: 'reject', items, reason }
  if (what === 'reopen') return { decide: 'reopen', items }
  return title === undefined ? undefined : { decide: 'merge', items, title, correction: change }
}
