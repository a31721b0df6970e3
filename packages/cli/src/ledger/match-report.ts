import { matchFiles, type PromisesTold } from '@jiannuo/app'
import type { Outcome } from '@jiannuo/plan'
import { refuseWork } from '../command/run-command.ts'
import { exitCode, writeOut } from '../output.ts'
import { layGrid } from '../terminal/grid.ts'
import { screenOf } from '../terminal/paint.ts'
import { compareLabels } from './compare-labels.zh.ts'

type File = Parameters<typeof matchFiles>[0]

const ORDER: readonly Outcome[] = ['notMentioned', 'short', 'reworded', 'mentioned', 'met', 'exceeded']

const COLUMNS = [
  { title: '条目', min: 4, max: 6, rank: 5 },
  { title: '结果', min: 6, max: 10, rank: 9 },
  { title: '承诺', min: 16, max: 40, rank: 8 },
  { title: '报告怎么说', min: 16, max: 70, rank: 7 },
] as const

/** `compare PLAN REPORT --promises`: what became of each promise, what is gone first. */
export async function showMatch(
  plan: File,
  report: File,
  values: { readonly json?: true; readonly all?: true },
): Promise<number> {
  const done = await matchFiles(plan, report)
  if (!done.ok) return refuseWork(done.problems)
  if (values.json) {
    writeOut(`${JSON.stringify(done.value, null, 1)}\n`)
    return exitCode.read
  }
  show(done.value, values.all === true)
  return exitCode.read
}

function show({ plan, report, year, promises, counts }: PromisesTold, all: boolean): void {
  writeOut(compareLabels.promises(plan, report, year))
  for (const outcome of ORDER) writeOut(compareLabels.outcomeCount(outcome, counts[outcome] ?? 0))
  const shown = all ? promises : promises.filter(({ outcome }) => outcome !== 'met' && outcome !== 'exceeded')
  const rows = shown
    .toSorted((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome))
    .map(({ item, title, outcome, sure, evidence }) => [
      item,
      `${compareLabels.outcome[outcome]}${sure ? '' : compareLabels.unsure}`,
      title,
      evidence.join('；'),
    ])
  const screen = screenOf(process.stdout, process.env)
  writeOut(`\n${layGrid(COLUMNS, rows, screen.width, screen.paint.heading).lines.join('\n')}\n`)
  if (!all) writeOut(compareLabels.keptHidden)
}
