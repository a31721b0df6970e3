import { figure, inbox, LANTAI, ledgerOverview, type Office, type Session, sessionOf } from '@jiannuo/app'
import { monthKey } from '@jiannuo/kernel'
import { cliProblem } from '../cli-problem.ts'
import { refuseUsage, refuseWork, runCommand } from '../command/run-command.ts'
import { placeOf, placeOptions } from '../command/place.ts'
import { withOffice } from '../command/with-office.ts'
import { showList } from '../case/list.ts'
import { figureLine } from '../figure/figure-line.ts'
import { demoHelp } from '../help/work.zh.ts'
import { demoLabels } from '../labels/demo.zh.ts'
import { CASES, prepare, startOf } from './prepare.ts'
import { workLabels } from '../labels/work.zh.ts'
import { type Arguments, helpOption } from '../options.ts'
import { exitCode, writeOut } from '../output.ts'

const OPTIONS = { ...placeOptions, cases: { type: 'string' }, ...helpOption } as const

const LEADER = `${LANTAI.id}-leader-1`

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
