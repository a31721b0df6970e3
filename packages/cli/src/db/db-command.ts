import { optionsFromEnvironment, startEmbedded, statusEmbedded, stopEmbedded } from '@jiannuo/store'
import { cliProblem } from '../cli-problem.ts'
import { placeOf, placeOptions } from '../command/place.ts'
import { refuseUsage, refuseWork, runCommand } from '../command/run-command.ts'
import { dbHelp } from '../help/data.zh.ts'
import { dbLabels } from '../labels/data.zh.ts'
import { type Arguments, helpOption } from '../options.ts'
import { exitCode, writeOut } from '../output.ts'

const OPTIONS = { ...placeOptions, ...helpOption } as const

/** `jiannuo db start|stop|status`: the embedded database of the data folder. */
export const dbCommand = (argv: readonly string[]): Promise<number> =>
  runCommand({ name: 'db', help: dbHelp, options: OPTIONS, run }, argv)

async function run({ words, values }: Arguments<typeof OPTIONS>): Promise<number> {
  const [what, ...more] = words
  const place = placeOf(values, optionsFromEnvironment(process.env))
  if (more.length > 0 || (what !== 'start' && what !== 'stop' && what !== 'status'))
    return refuseUsage('db', [cliProblem('cli/db-words', { given: words.join(' ') })])
  if (place.url !== undefined) return refuseWork([cliProblem('cli/db-server')])
  if (what === 'status') return showStatus(place.folder)
  if (what === 'stop') return stop(place.folder)
  const started = await startEmbedded(place.folder, { ...place, keep: true })
  if (!started.ok) return refuseWork(started.problems)
  writeOut(dbLabels.started(started.value.folder, started.value.pid, started.value.adopted))
  return exitCode.read
}

function showStatus(folder: string): number {
  const status = statusEmbedded(folder)
  writeOut(dbLabels.status(folder, status))
  return exitCode.read
}

async function stop(folder: string): Promise<number> {
  const stopped = await stopEmbedded(folder)
  if (!stopped.ok) return refuseWork(stopped.problems)
  writeOut(dbLabels.stopped(folder, stopped.value))
  return exitCode.read
}
