import { figure, foundDemoDistrict, type Office, type Simulated, sessionOf, simulate } from '@jiannuo/app'
import { instantOf, parsePlainDate, type PlainDate, yearOf, localDate } from '@jiannuo/kernel'
import { cliProblem } from '../cli-problem.ts'
import { refuseUsage, refuseWork, runCommand } from '../command/run-command.ts'
import { officeOptions, withOffice } from '../command/with-office.ts'
import { figureLine } from '../figure/figure-line.ts'
import { simulateHelp } from '../help/work.zh.ts'
import { workLabels } from '../labels/work.zh.ts'
import { type Arguments, helpOption } from '../options.ts'
import { exitCode, writeOut } from '../output.ts'
import { LEADER, simulateWhole } from './year.ts'
import { startWork } from '../terminal/work.ts'

const OPTIONS = {
  ...officeOptions,
  system: { type: 'string' },
  cases: { type: 'string' },
  seed: { type: 'string' },
  days: { type: 'string' },
  from: { type: 'string' },
  workers: { type: 'string' },
  scale: { type: 'string' },
  fast: { type: 'boolean' },
  json: { type: 'boolean' },
  'no-callers': { type: 'boolean' },
  ...helpOption,
} as const

type Given = Arguments<typeof OPTIONS>

/** The embedded server checkpoints the less often, the more it may write in between; it is set when this command starts the server. */
const BULK = { max_wal_size: '4GB', checkpoint_timeout: '30min' } as const

/** `jiannuo simulate`: a machine's year in the invented district, or the whole district's, through the real use cases. */
export const simulateCommand = (argv: readonly string[]): Promise<number> =>
  runCommand({ name: 'simulate', help: simulateHelp, options: OPTIONS, run }, argv)

async function run({ words, values }: Given): Promise<number> {
  const from = parsePlainDate(values.from ?? '2025-01-01')
  if (!from.ok) return refuseWork(from.problems)
  if (words.length > 0 || ![values.cases, values.seed, values.days, values.workers].every(isCount) || !isScale(values))
    return refuseUsage('simulate', [cliProblem('cli/simulate-words')])
  const options = values.fast === true ? { settings: BULK } : {}
  return withOffice(values, (office) => simulateIn(office, values, from.value), options)
}

async function simulateIn(office: Office, values: Given['values'], from: PlainDate): Promise<number> {
  const start = instantOf(from, 0, office.calendar.utcOffset)
  const common = {
    seed: Number(values.seed ?? 1),
    from: start,
    fast: values.fast === true,
    ...(values.days === undefined ? {} : { days: Number(values.days) }),
    ...(values.workers === undefined ? {} : { workers: Number(values.workers) }),
    ...(values['no-callers'] ? { callers: false } : {}),
  }
  if (values.scale !== undefined)
    return simulateWhole(office, { ...common, scale: Number(values.scale) }, values.json === true)
  const founded = await foundDemoDistrict(office, start)
  if (!founded.ok) return refuseWork(founded.problems)
  const work = startWork(process.stderr)
  const began = performance.now()
  const done = await simulate(office, {
    machine: values.system ?? 'hotline',
    cases: Number(values.cases ?? 1000),
    ...common,
    progress: work.progress,
  })
  work.end()
  if (!done.ok) return refuseWork(done.problems)
  const seconds = (performance.now() - began) / 1000
  writeOut(workLabels.simulated(done.value, seconds, process.resourceUsage().maxRSS / 1024))
  return showFigures(office, done.value)
}

/** A scale is a number above 0; it plays the whole district, so it stands apart from one system. */
const isScale = ({ scale, system, cases }: Given['values']): boolean =>
  scale === undefined ||
  (/^\d{0,2}(?:\.\d{1,4})?$/.test(scale) && Number(scale) > 0 && system === undefined && cases === undefined)

const isCount = (text: string | undefined): boolean => text === undefined || /^\d{1,9}$/.test(text)

/** Every measure of the machine over the time simulated, raw and adjusted. */
export async function showFigures(office: Office, { machine, district, from, until }: Simulated): Promise<number> {
  const session = await sessionOf(office, district, LEADER)
  if (!session.ok) return refuseWork(session.problems)
  const months = `${localDate(from, office.calendar.utcOffset).slice(0, 7)}..${yearOf(localDate(until, office.calendar.utcOffset))}-12`
  const measures = office.catalogue.measures(machine)?.measures ?? []
  for (const { id } of measures) {
    const worked = await figure(office, session.value, `${machine}.${id}@${months}`)
    if (worked.ok) writeOut(`${figureLine(worked.value)}\n`)
  }
  return exitCode.read
}
