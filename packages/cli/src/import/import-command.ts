import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Imported, importCases } from '@jiannuo/app'
import { readSheet } from '@jiannuo/files'
import { cliProblem } from '../cli-problem.ts'
import { workMessageOf } from '../command/messages.ts'
import { refuseUsage, refuseWork, runCommand } from '../command/run-command.ts'
import { actorOptions, withSession } from '../command/with-office.ts'
import { importHelp } from '../help/work.zh.ts'
import { workLabels } from '../labels/work.zh.ts'
import { type Arguments, helpOption } from '../options.ts'
import { codeOf, exitCode, writeErr, writeOut } from '../output.ts'
import { startWork } from '../terminal/work.ts'

const OPTIONS = {
  ...actorOptions,
  machine: { type: 'string' },
  mapping: { type: 'string' },
  save: { type: 'string' },
  check: { type: 'boolean' },
  ...helpOption,
} as const

type Given = Arguments<typeof OPTIONS>

/** Row errors shown on the screen; the number of all is told. */
const SHOWN = 50

/** `jiannuo import cases FILE.xlsx`: cases of another system's sheet. */
export const importCommand = (argv: readonly string[]): Promise<number> =>
  runCommand({ name: 'import', help: importHelp, options: OPTIONS, run }, argv)

async function run({ words, values }: Given): Promise<number> {
  const [what, path, ...more] = words
  if (what !== 'cases' || path === undefined || more.length > 0)
    return refuseUsage('import', [cliProblem('cli/import-words')])
  const bytes = await readFile(path).catch((error: unknown) => codeOf(error))
  if (typeof bytes === 'string') {
    const missing = bytes === 'ENOENT'
    return refuseWork([cliProblem(missing ? 'cli/not-found' : 'cli/unreadable', { name: path, reason: bytes })])
  }
  const sheet = await readSheet(bytes, basename(path))
  if (!sheet.ok) return refuseWork(sheet.problems)
  const mapping = values.mapping === undefined ? undefined : mappingOf(values.mapping)
  return withSession(values, async (office, session) => {
    const work = startWork(process.stderr)
    const done = await importCases(office, session, values.machine ?? 'hotline', sheet.value, {
      ...(mapping === undefined ? {} : { mapping }),
      ...(values.save === undefined ? {} : { saveAs: values.save }),
      ...(values.check ? { dryRun: true } : {}),
      progress: work.progress,
    })
    work.end()
    return done.ok ? show(done.value, values.check === true) : refuseWork(done.problems)
  })
}

/** `工单编号=cityNumber,标题=title`, or the name of a saved mapping. */
function mappingOf(text: string): string | Readonly<Record<string, string>> {
  if (!text.includes('=')) return text
  const pairs = text.split(/[,，]/).map((pair) => pair.split('='))
  return Object.fromEntries(pairs.map(([title = '', field = '']) => [title.trim(), field.trim()]))
}

function show(done: Imported, dry: boolean): number {
  writeOut(workLabels.imported(done, dry))
  for (const problem of done.problems.slice(0, SHOWN)) writeErr(`${workMessageOf(problem)}\n`)
  if (done.problems.length > SHOWN) writeErr(workLabels.moreProblems(done.problems.length - SHOWN))
  return done.failed > 0 ? exitCode.failed : exitCode.read
}
