import { compareTwo, compareWithin, type FilesCompared } from '@jiannuo/app'
import { describeProblem, describeQuantity, type Result } from '@jiannuo/kernel'
import { type Comparison, compareWording, type Figure, type Reason, type Standing, type YearPair } from '@jiannuo/plan'
import { cliProblem } from '../cli-problem.ts'
import { refuseUsage, refuseWork, runCommand } from '../command/run-command.ts'
import { compareHelp } from '../help/ledger.zh.ts'
import { type Arguments, helpOption } from '../options.ts'
import { exitCode, writeOut } from '../output.ts'
import { loadBytes, nameOf } from '../read/load.ts'
import { layGrid } from '../terminal/grid.ts'
import { screenOf } from '../terminal/paint.ts'
import { compareLabels } from './compare-labels.zh.ts'

const OPTIONS = {
  promises: { type: 'boolean' },
  all: { type: 'boolean' },
  year: { type: 'string' },
  json: { type: 'boolean' },
  ...helpOption,
} as const

type Given = Arguments<typeof OPTIONS>

/** `jiannuo compare`: over years and between places, with what is refused and why. */
export const compareCommand = (argv: readonly string[]): Promise<number> =>
  runCommand({ name: 'compare', help: compareHelp, options: OPTIONS, run }, argv)

async function run(given: Given): Promise<number> {
  const { words, values } = given
  const [first, second, ...more] = words
  if (first === undefined || more.length > 0 || (values.year !== undefined && !/^\d{4}$/.test(values.year)))
    return refuseUsage('compare', [cliProblem('cli/compare-words')])
  const a = await fileOf(first)
  if (!a.ok) return refuseWork(a.problems)
  const b = second === undefined ? undefined : await fileOf(second)
  if (b !== undefined && !b.ok) return refuseWork(b.problems)
  if (values.promises) {
    if (b === undefined) return refuseUsage('compare', [cliProblem('cli/compare-words')])
    return (await import('./match-report.ts')).showMatch(a.value, b.value, values)
  }
  const done =
    b === undefined
      ? await compareWithin(a.value)
      : await compareTwo(a.value, b.value, values.year === undefined ? {} : { year: Number(values.year) })
  if (!done.ok) return refuseWork(done.problems)
  if (values.json) writeOut(`${JSON.stringify(done.value, null, 1)}\n`)
  else show(done.value, values.all === true)
  return exitCode.read
}

async function fileOf(path: string): Promise<Result<{ readonly bytes: Uint8Array; readonly name: string }>> {
  const bytes = await loadBytes(path)
  return bytes.ok ? { ok: true, value: { bytes: bytes.value, name: nameOf(path) } } : bytes
}

function show(done: FilesCompared, all: boolean): void {
  if (done.kind === 'years') {
    const { pairs, newTargets, withoutTarget } = done.years
    const comparable = pairs.filter(({ comparison }) => comparison.comparable)
    const refused = pairs.filter(({ comparison }) => !comparison.comparable)
    writeOut(compareLabels.years(done.results, done.targets))
    table(compareLabels.lowered, pairs.filter(({ lowered }) => lowered !== undefined).map(pairRow))
    table(compareLabels.comparable(comparable.length), comparable.map(pairRow))
    table(compareLabels.refused(refused.length), refused.map(pairRow))
    list(compareLabels.newTargets(newTargets.length), newTargets, all)
    list(compareLabels.withoutTarget(withoutTarget.length), withoutTarget, all)
    return
  }
  const { comparable, refused, onlyInA, onlyInB } = done.districts
  writeOut(compareLabels.districts(done.a, done.b, done.year))
  table(compareLabels.comparable(comparable.length), comparable.map(between))
  table(compareLabels.refused(refused.length), refused.map(between))
  list(compareLabels.onlyIn(done.a, onlyInA.length), onlyInA, all)
  list(compareLabels.onlyIn(done.b, onlyInB.length), onlyInB, all)
}

const figureText = (figure: Figure): string =>
  `${figure.kind === 'increase' && figure.action !== undefined ? figure.action : ''}${describeQuantity(figure)}`

const because = (reasons: readonly Reason[]): string =>
  reasons.map((reason) => describeProblem({ ...reason, severity: 'note' }, compareWording)).join('；')

const named = ({ indicator }: Figure): string =>
  indicator.qualifiers.length === 0 ? indicator.name : `${indicator.name}（${indicator.qualifiers.join('、')}）`

function row(
  { a, b, comparable, difference, standing, refusals, notes }: Comparison,
  words: Readonly<Record<Standing, string>>,
): readonly string[] {
  const name = named(a) === named(b) ? named(a) : `${named(a)}／${named(b)}`
  const change =
    difference === undefined ? '' : `${difference.value > 0 ? '+' : ''}${difference.value}${difference.unit}`
  return [
    name,
    figureText(a),
    figureText(b),
    change,
    standing === undefined ? '' : words[standing],
    because(comparable ? notes : refusals),
  ]
}

const between = (comparison: Comparison): readonly string[] => row(comparison, compareLabels.standing)

const pairRow = ({ comparison, lowered }: YearPair): readonly string[] => {
  const cells = row(comparison, compareLabels.asked)
  if (lowered === undefined) return cells
  const said = lowered === 'lowered' ? compareLabels.isLowered : compareLabels.mayBeLowered
  return [...cells.slice(0, 4), said, cells[5] ?? '']
}

const COLUMNS = [
  { title: '指标', min: 10, max: 30, rank: 9 },
  { title: '甲', min: 8, max: 18, rank: 8 },
  { title: '乙', min: 8, max: 18, rank: 8 },
  { title: '差', min: 6, max: 14, rank: 6 },
  { title: '判断', min: 4, max: 10, rank: 7 },
  { title: '说明', min: 12, max: 60, rank: 5 },
] as const

function table(title: string, rows: readonly (readonly string[])[]): void {
  writeOut(`\n${title}\n`)
  if (rows.length === 0) return
  const screen = screenOf(process.stdout, process.env)
  writeOut(`${layGrid(COLUMNS, rows, screen.width, screen.paint.heading).lines.join('\n')}\n`)
}

/** Figures named in a list, unless it is long and nobody asked for it. */
const SHOWN = 12

function list(title: string, figures: readonly Figure[], all: boolean): void {
  writeOut(`\n${title}\n`)
  const shown = all ? figures : figures.slice(0, SHOWN)
  for (const figure of shown) writeOut(`  ${named(figure)}　${figureText(figure)}\n`)
  if (shown.length < figures.length) writeOut(compareLabels.more(figures.length - shown.length))
}
