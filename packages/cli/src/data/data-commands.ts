import { backupOffice, restoreOffice, sealOffice, verifyOffice, type Office } from '@jiannuo/app'
import { cliProblem } from '../cli-problem.ts'
import { placeOptions } from '../command/place.ts'
import { refuseUsage, refuseWork, runCommand, sayProblems } from '../command/run-command.ts'
import { districtOf, withOffice } from '../command/with-office.ts'
import { backupHelp, migrateHelp, verifyHelp } from '../help/data.zh.ts'
import { dataLabels } from '../labels/data.zh.ts'
import { helpOption } from '../options.ts'
import { exitCode, writeOut } from '../output.ts'
import { startWork } from '../terminal/work.ts'

const MIGRATE = { ...placeOptions, ...helpOption } as const
const VERIFY = {
  ...placeOptions,
  district: { type: 'string' },
  seal: { type: 'boolean' },
  ...helpOption,
} as const
const TRANSFER = { ...placeOptions, overwrite: { type: 'boolean' }, ...helpOption } as const

/** `jiannuo migrate`: opening an office migrates it. */
export const migrateCommand = (argv: readonly string[]): Promise<number> =>
  runCommand(
    {
      name: 'migrate',
      help: migrateHelp,
      options: MIGRATE,
      run: ({ values }) =>
        withOffice(values, async (office) => {
          writeOut(dataLabels.migrated(office.store.database.engine, office.store.database.version))
          return exitCode.read
        }),
    },
    argv,
  )

/** `jiannuo verify`: everything worked out again from the log. */
export const verifyCommand = (argv: readonly string[]): Promise<number> =>
  runCommand(
    {
      name: 'verify',
      help: verifyHelp,
      options: VERIFY,
      run: ({ values }) => withOffice(values, (office) => verify(office, values)),
    },
    argv,
  )

interface VerifyValues {
  readonly district?: string
  readonly seal?: true
}

async function verify(office: Office, values: VerifyValues): Promise<number> {
  const work = startWork(process.stderr)
  const found = await verifyOffice(office, {
    ...(values.district === undefined ? {} : { district: values.district }),
    progress: work.progress,
  })
  work.end()
  writeOut(dataLabels.verified(found))
  if (found.findings.length > 0) {
    await sayProblems(found.findings.map(({ code, params }) => ({ code, severity: 'error', params })))
    return exitCode.failed
  }
  return values.seal ? seal(office, values.district) : exitCode.read
}

async function seal(office: Office, named: string | undefined): Promise<number> {
  const district = await districtOf(office, named)
  if (!district.ok) return refuseWork(district.problems)
  const sealed = await sealOffice(office, district.value)
  writeOut(dataLabels.sealed(sealed))
  return exitCode.read
}

/** `jiannuo backup OUT`. */
export const backupCommand = (argv: readonly string[]): Promise<number> => transfer('backup', argv)

/** `jiannuo restore IN`. */
export const restoreCommand = (argv: readonly string[]): Promise<number> => transfer('restore', argv)

const transfer = (name: 'backup' | 'restore', argv: readonly string[]): Promise<number> =>
  runCommand(
    {
      name,
      help: backupHelp,
      options: TRANSFER,
      run: async ({ words, values }) => {
        const [path, ...more] = words
        if (path === undefined || more.length > 0) return refuseUsage(name, [cliProblem('cli/one-backup')])
        return withOffice(values, async (office) => {
          const work = startWork(process.stderr)
          const done =
            name === 'backup'
              ? await backupOffice(office, path, work.progress)
              : await restoreOffice(office, path, { overwrite: values.overwrite === true, progress: work.progress })
          work.end()
          if (!done.ok) return refuseWork(done.problems)
          await sayProblems(done.value.notices)
          writeOut(dataLabels.transferred(name, path, done.value))
          return exitCode.read
        })
      },
    },
    argv,
  )
