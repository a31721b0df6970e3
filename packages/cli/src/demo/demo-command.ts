import { readFile } from 'node:fs/promises'
import {
  demoYear,
  type DemoTexts,
  figure,
  foundDemoDistrict,
  foundDemoLedger,
  inbox,
  LANTAI,
  ledgerOverview,
  type Office,
  type Session,
  sessionOf,
  simulate,
} from '@jiannuo/app'
import { addDays, type Instant, instantOf, localDate, monthKey, plainDate } from '@jiannuo/kernel'
import { cliProblem } from '../cli-problem.ts'
import { refuseUsage, refuseWork, runCommand } from '../command/run-command.ts'
import { placeOf, placeOptions } from '../command/place.ts'
import { withOffice } from '../command/with-office.ts'
import { showList } from '../case/list.ts'
import { figureLine } from '../figure/figure-line.ts'
import { demoHelp } from '../help/work.zh.ts'
import { demoLabels } from '../labels/demo.zh.ts'
import { workLabels } from '../labels/work.zh.ts'
import { type Arguments, helpOption } from '../options.ts'
import { exitCode, writeOut } from '../output.ts'
import { startWork } from '../terminal/work.ts'

const OPTIONS = { ...placeOptions, cases: { type: 'string' }, ...helpOption } as const

const LEADER = `${LANTAI.id}-leader-1`
/** The months before today, so that what is under way is under way now. */
const DAYS = 120
const SEED = 7
const CASES = 400
const FIRMS = 60

/** `jiannuo demo`: an invented district to look at. */
export const demoCommand = (argv: readonly string[]): Promise<number> =>
  runCommand({ name: 'demo', help: demoHelp, options: OPTIONS, run }, argv)

async function run({ words, values }: Arguments<typeof OPTIONS>): Promise<number> {
  if (words.length > 0 || (values.cases !== undefined && !/^\d{1,7}$/.test(values.cases)))
    return refuseUsage('demo', [cliProblem('cli/demo-words')])
  return withOffice(values, async (office) => {
    const prepared = await prepare(office, Number(values.cases ?? CASES))
    if (prepared !== undefined) return prepared
    const session = await sessionOf(office, LANTAI.id, LEADER)
    if (!session.ok) return refuseWork(session.problems)
    const { optionsFromEnvironment } = await import('@jiannuo/store')
    return overview(office, session.value, placeOf(values, optionsFromEnvironment(process.env)).folder)
  })
}

function startOf(office: Office): Instant {
  const { utcOffset } = office.calendar
  return instantOf(addDays(localDate(office.now(), utcOffset), -DAYS), 0, utcOffset)
}

/** The texts that the ledger is loaded from; absent where the command stands apart from the examples. */
const TEXTS = ['lantai-2025-plan.txt', 'lantai-2025-report.txt', 'lantai-2026-plan.txt']
/** How far up the folder of the examples may lie, from the built files or from the bundle. */
const LEVELS = 5

async function demoTexts(): Promise<DemoTexts | undefined> {
  for (let level = 1; level <= LEVELS; level += 1) {
    const folder = new URL(`${'../'.repeat(level)}examples/`, import.meta.url)
    const files = await Promise.all(
      TEXTS.map(async (name) => ({ name, text: await readFile(new URL(name, folder), 'utf8').catch(() => undefined) })),
    )
    const found = files.flatMap(({ name, text }) => (text === undefined ? [] : [{ name, text }]))
    if (found.length === TEXTS.length) return { files: found }
  }
  return undefined
}

/** Founds the district and lets its people work for some months, unless that has been done. */
async function prepare(office: Office, cases: number): Promise<number | undefined> {
  const start = startOf(office)
  const known = (await office.store.districts()).includes(LANTAI.id)
  const { utcOffset } = office.calendar
  const january = instantOf(plainDate(demoYear(localDate(office.now(), utcOffset)), 1, 1), 0, utcOffset)
  const founded = await foundDemoDistrict(office, january < start ? january : start)
  if (!founded.ok) return refuseWork(founded.problems)
  if (known) return undefined
  const work = startWork(process.stderr)
  const texts = await demoTexts()
  if (texts !== undefined) {
    work.progress(0, undefined, demoLabels.loading)
    const ledger = await foundDemoLedger(office, texts)
    if (!ledger.ok) return refuseWork(ledger.problems)
  }
  for (const [machine, count] of [
    ['hotline', cases],
    ['above-scale-firms', FIRMS],
  ] as const) {
    const done = await simulate(office, {
      machine,
      cases: count,
      seed: SEED,
      from: start,
      days: DAYS,
      progress: work.progress,
    })
    if (!done.ok) return refuseWork(done.problems)
  }
  work.end()
  return undefined
}

const SHOWN = ['received', 'onTimeRate', 'responseRate', 'solveRate', 'satisfactionRate', 'score']

async function overview(office: Office, session: Session, folder: string): Promise<number> {
  const { utcOffset } = office.calendar
  const year = monthKey(office.now(), utcOffset).slice(0, 4)
  const months = `${monthKey(startOf(office), utcOffset)}..${monthKey(office.now(), utcOffset)}`
  const ledger = await ledgerOverview(office, session, {}, 6)
  if (ledger.total > 0) {
    writeOut(demoLabels.ledger(office.store.database.engine))
    const { printOverview } = await import('../ledger/show-ledger.ts')
    await printOverview(office, ledger)
    writeOut('\n')
  }
  writeOut(demoLabels.title(months.replace('..', ' 至 ')))
  const measures = office.catalogue.measures('hotline')?.measures ?? []
  for (const { id } of measures.filter((measure) => SHOWN.includes(measure.id))) {
    const worked = await figure(office, session, `hotline.${id}@${months}`)
    if (worked.ok) writeOut(`  ${figureLine(worked.value)}\n`)
  }
  const open = await inbox(office, session, { machine: 'hotline', open: true, limit: 1 })
  if (open.ok && open.value.rows.length > 0) {
    writeOut(demoLabels.open)
    await showList(office, session, 'hotline', { limit: '8' })
  }
  writeOut(`\n${workLabels.demoReady(folder, year)}`)
  return exitCode.read
}
