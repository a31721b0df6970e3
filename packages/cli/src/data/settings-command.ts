import { applyPreset, setSetting, settingsOf } from '@jiannuo/app'
import type { Json } from '@jiannuo/engine'
import { cliProblem } from '../cli-problem.ts'
import { refuseUsage, refuseWork, runCommand } from '../command/run-command.ts'
import { actorOptions, withSession } from '../command/with-office.ts'
import { settingsHelp } from '../help/work.zh.ts'
import { workLabels } from '../labels/work.zh.ts'
import { type Arguments, helpOption } from '../options.ts'
import { exitCode, writeOut } from '../output.ts'

const OPTIONS = { ...actorOptions, ...helpOption } as const

/** `jiannuo settings MACHINE [SETTING VALUE | --preset NAME]`. */
export const settingsCommand = (argv: readonly string[]): Promise<number> =>
  runCommand({ name: 'settings', help: settingsHelp, options: OPTIONS, run }, argv)

async function run({ words, values }: Arguments<typeof OPTIONS>): Promise<number> {
  const [machine, what, value, ...more] = words
  if (machine === undefined || more.length > 0 || (what !== undefined && value === undefined))
    return refuseUsage('settings', [cliProblem('cli/settings-words')])
  return withSession(values, async (office, session) => {
    if (what === undefined || value === undefined) {
      const all = await settingsOf(office, session, machine)
      if (!all.ok) return refuseWork(all.problems)
      writeOut(all.value.map(workLabels.setting).join(''))
      return exitCode.read
    }
    const parsed = parseValue(value)
    const done =
      what === 'preset'
        ? await applyPreset(office, session, machine, value)
        : await setSetting(office, session, machine, what, parsed)
    if (!done.ok) return refuseWork(done.problems)
    writeOut(workLabels.done)
    return exitCode.read
  })
}

/** JSON where it is JSON, else the text itself. */
function parseValue(text: string): Json {
  try {
    const value: Json = JSON.parse(text)
    return value
  } catch {
    return text
  }
}
