import { figureOfFeed, figureOfReading, figureTable, parseFigureAddress, trace, traceRecord } from '@jiannuo/app'
import { cliProblem } from '../cli-problem.ts'
import { refuseUsage, refuseWork, runCommand } from '../command/run-command.ts'
import { actorOptions, withSession } from '../command/with-office.ts'
import { figureHelp } from '../help/figure.zh.ts'
import { caseLabels } from '../labels/case.zh.ts'
import { feedLabels } from '../ledger/feed-labels.zh.ts'
import { figureLabels } from '../labels/figure.zh.ts'
import { type Arguments, helpOption } from '../options.ts'
import { exitCode, writeOut } from '../output.ts'
import { layGrid } from '../terminal/grid.ts'
import { screenOf } from '../terminal/paint.ts'

const OPTIONS = {
  ...actorOptions,
  counter: { type: 'string' },
  record: { type: 'string' },
  by: { type: 'string' },
  limit: { type: 'string' },
  after: { type: 'string' },
  json: { type: 'boolean' },
  ...helpOption,
} as const

type Given = Arguments<typeof OPTIONS>

/** `jiannuo trace FIGURE`: from a figure down to events and hashes. */
export const traceCommand = (argv: readonly string[]): Promise<number> =>
  runCommand({ name: 'trace', help: figureHelp, options: OPTIONS, run }, argv)

async function run(given: Given): Promise<number> {
  const [address, ...more] = given.words
  if (address === undefined || more.length > 0) return refuseUsage('trace', [cliProblem('cli/one-figure')])
  if (READING.test(address)) return showReading(given, address)
  return showAddress(given, figureOfFeed(address, LAST_MONTH) ?? address)
}

/** A reading of the ledger: record, entry, place. */
const READING = /^[\w-]+#\d+#\d+$/
/** The address of a feed names its own last month; what has not come yet counts nothing. */
const LAST_MONTH = '9999-12'

/** From a reading on to its figure. */
async function showReading(given: Given, id: string): Promise<number> {
  const found: { figure?: string } = {}
  const code = await withSession(given.values, async (office, session) => {
    const traced = await figureOfReading(office, session, id)
    if (!traced.ok) return refuseWork(traced.problems)
    const { reading, title, figure } = traced.value
    if (given.values.json !== true)
      writeOut(feedLabels.reading(title, reading.period, reading.value, reading.unit, reading.version))
    found.figure = figure
    return exitCode.read
  })
  return found.figure === undefined ? code : showAddress(given, found.figure)
}

async function showAddress(given: Given, address: string): Promise<number> {
  const parsed = parseFigureAddress(address)
  if (!parsed.ok) return refuseWork(parsed.problems)
  const { values } = given
  if (values.by !== undefined) return showTable(given, address, values.by)
  return values.record === undefined ? showFigure(given, address) : showRecord(given, address, values.record)
}

const showFigure = ({ values }: Given, address: string): Promise<number> =>
  withSession(values, async (office, session) => {
    const traced = await trace(office, session, address, {
      ...(values.counter === undefined ? {} : { counter: values.counter }),
      ...(values.after === undefined ? {} : { after: values.after }),
      limit: Number(values.limit) || 10,
    })
    if (!traced.ok) return refuseWork(traced.problems)
    if (values.json) writeOut(`${JSON.stringify(traced.value, null, 1)}\n`)
    else writeOut(figureLabels.trace(address, traced.value))
    return exitCode.read
  })

const showRecord = ({ values }: Given, address: string, record: string): Promise<number> =>
  withSession(values, async (office, session) => {
    const traced = await traceRecord(office, session, address, record)
    if (!traced.ok) return refuseWork(traced.problems)
    const { contributions, timeline, entries, title } = traced.value
    if (values.json) {
      writeOut(`${JSON.stringify(traced.value, null, 1)}\n`)
      return exitCode.read
    }
    writeOut(
      `${record}　${title}\n计入：\n${contributions.map((one) => `  ${figureLabels.contribution(one)}\n`).join('')}`,
    )
    for (const [at, entry] of timeline.entries()) {
      writeOut(`${caseLabels.entry(entry).join('\n')}\n`)
      const kept = entries[at]
      if (kept === undefined) continue
      writeOut(kept.events.map((event) => `   · ${JSON.stringify(event)}\n`).join(''))
      writeOut(`   前一笔 ${kept.previous}\n   本笔　 ${kept.hash}\n`)
    }
    return exitCode.read
  })

const BREAKDOWNS = { unit: '单位', period: '月份', category: '分类' } as const

const isBreakdown = (text: string): text is keyof typeof BREAKDOWNS => Object.hasOwn(BREAKDOWNS, text)

async function showTable({ values }: Given, address: string, by: string): Promise<number> {
  if (!isBreakdown(by)) return refuseUsage('trace', [cliProblem('cli/bad-by', { by })])
  return withSession(values, async (office, session) => {
    const table = await figureTable(office, session, address, by)
    if (!table.ok) return refuseWork(table.problems)
    const screen = screenOf(process.stdout, process.env)
    const columns = [
      { title: BREAKDOWNS[by], min: 8, max: 24, rank: 9 },
      { title: '原始值', min: 8, max: 14, rank: 8, align: 'right' },
      { title: '分子/基数', min: 8, max: 20, rank: 7, align: 'right' },
      { title: '调整值', min: 8, max: 14, rank: 6, align: 'right' },
      { title: '分子/基数', min: 8, max: 20, rank: 5, align: 'right' },
      { title: '剔除', min: 4, max: 8, rank: 4, align: 'right' },
    ] as const
    const rows = table.value.map(({ title, figure }) => [title, ...figureLabels.cells(figure)])
    writeOut(`${layGrid(columns, rows, screen.width, screen.paint.heading).lines.join('\n')}\n`)
    return exitCode.read
  })
}
