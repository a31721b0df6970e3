import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Office } from '@jiannuo/app'
import type { Settings } from '@jiannuo/server'
import { cliProblem } from '../cli-problem.ts'
import { placeOf, placeOptions } from '../command/place.ts'
import { refuseUsage, refuseWork, runCommand } from '../command/run-command.ts'
import { withOffice } from '../command/with-office.ts'
import { serveHelp } from '../help/serve.zh.ts'
import { version } from '../help.zh.ts'
import { type Arguments, helpOption } from '../options.ts'
import { exitCode, writeOut } from '../output.ts'

const OPTIONS = { ...placeOptions, demo: { type: 'boolean' }, port: { type: 'string' }, ...helpOption } as const
type Given = Arguments<typeof OPTIONS>

/** `jiannuo serve`: the office in a browser. */
export const serveCommand = (argv: readonly string[]): Promise<number> =>
  runCommand({ name: 'serve', help: serveHelp, options: OPTIONS, run }, argv)

async function run({ words, values }: Given): Promise<number> {
  if (words.length > 0) return refuseUsage('serve', [cliProblem('cli/serve-words')])
  const { readSettings } = await import('@jiannuo/server')
  const settings = readSettings({ ...process.env, ...(values.port === undefined ? {} : { PORT: values.port }) })
  if (!settings.ok) return refuseWork(settings.problems)
  return withOffice(values, (office) => serveOffice(office, settings.value, values))
}

/** How far up the folder of the pages may lie, from the built files or from the bundle. */
const LEVELS = 5

function pagesFolder(): string {
  for (let level = 1; level <= LEVELS; level += 1) {
    const folder = fileURLToPath(new URL(`${'../'.repeat(level)}web/dist`, import.meta.url))
    if (existsSync(`${folder}/index.html`)) return folder
  }
  return fileURLToPath(new URL('../web/dist', import.meta.url))
}

async function serveOffice(office: Office, settings: Settings, values: Given['values']): Promise<number> {
  if (values.demo === true) {
    const { CASES, prepare } = await import('../demo/prepare.ts')
    const failed = await prepare(office, CASES)
    if (failed !== undefined) return failed
  }
  const [{ startServer, startWords }, { optionsFromEnvironment }] = await Promise.all([
    import('@jiannuo/server'),
    import('@jiannuo/store'),
  ])
  const { folder } = placeOf(values, optionsFromEnvironment(process.env))
  const started = await startServer({
    office,
    settings,
    folder,
    pages: pagesFolder(),
    version: version(),
    demo: values.demo === true,
  })
  if (!started.ok) return refuseWork(started.problems)
  const running = started.value
  const { url, demo, made } = running
  writeOut(startWords.ready(url))
  for (const { name, password } of made) writeOut(startWords.administrator(name, password))
  if (demo.accounts.length > 0) writeOut(startWords.demo(demo.accounts))
  if ((await office.store.districts()).length === 0) writeOut(startWords.empty)
  await stopAsked()
  writeOut(startWords.stopping)
  await running.close()
  return exitCode.read
}

/** Waits until somebody wants it to stop; a second time stops at once. */
const stopAsked = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
