import { fireDueTimers, runTimers } from '@jiannuo/app'
import { runCommand } from '../command/run-command.ts'
import { officeOptions, withOffice } from '../command/with-office.ts'
import { timersHelp } from '../help/work.zh.ts'
import { workLabels } from '../labels/work.zh.ts'
import { helpOption } from '../options.ts'
import { exitCode, writeErr, writeOut } from '../output.ts'

const OPTIONS = { ...officeOptions, at: { type: 'string' }, watch: { type: 'boolean' }, ...helpOption } as const

/** `jiannuo timers`: does what has fallen due: reminders, urging, expiry. */
export const timersCommand = (argv: readonly string[]): Promise<number> =>
  runCommand(
    {
      name: 'timers',
      help: timersHelp,
      options: OPTIONS,
      run: ({ values }) =>
        withOffice(values, async (office) => {
          const { district } = values
          const where = district === undefined ? {} : { district }
          if (!values.watch) {
            writeOut(workLabels.fired(await fireDueTimers(office, where)))
            return exitCode.read
          }
          const stop = new AbortController()
          process.once('SIGINT', () => stop.abort())
          process.once('SIGTERM', () => stop.abort())
          await runTimers(office, {
            ...where,
            signal: stop.signal,
            onFired: (count) => writeOut(workLabels.fired(count)),
            onError: (error) => writeErr(`${String(error)}\n`),
          })
          return exitCode.read
        }),
    },
    argv,
  )
