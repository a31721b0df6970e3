import { exitCode, writeErr, writeOut } from './output.ts'

type Command = (argv: readonly string[]) => Promise<number>

/** Everything but this file is loaded when it is needed: a short text must be read in little more time than Node takes to start. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  read: async () => (await import('./read/read-command.ts')).readCommand,
  demo: async () => (await import('./demo/demo-command.ts')).demoCommand,
  serve: async () => (await import('./serve/serve-command.ts')).serveCommand,
  case: async () => (await import('./case/case-command.ts')).caseCommand,
  trace: async () => (await import('./figure/trace-command.ts')).traceCommand,
  doc: async () => (await import('./ledger/doc-command.ts')).docCommand,
  ledger: async () => (await import('./ledger/ledger-command.ts')).ledgerCommand,
  compare: async () => (await import('./ledger/compare-command.ts')).compareCommand,
  systems: async () => (await import('./systems/systems-command.ts')).systemsCommand,
  org: async () => (await import('./org/org-command.ts')).orgCommand,
  settings: async () => (await import('./data/settings-command.ts')).settingsCommand,
  import: async () => (await import('./import/import-command.ts')).importCommand,
  timers: async () => (await import('./data/timers-command.ts')).timersCommand,
  simulate: async () => (await import('./simulate/simulate-command.ts')).simulateCommand,
  db: async () => (await import('./db/db-command.ts')).dbCommand,
  migrate: async () => (await import('./data/data-commands.ts')).migrateCommand,
  verify: async () => (await import('./data/data-commands.ts')).verifyCommand,
  backup: async () => (await import('./data/data-commands.ts')).backupCommand,
  restore: async () => (await import('./data/data-commands.ts')).restoreCommand,
}

/** Commands that there are. */
export const commandNames: readonly string[] = Object.keys(COMMANDS)

/**
 * Runs the command and says how it ended.
 *
 * @param argv arguments after the name of the command
 * @returns the exit code
 */
export async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv
  const load = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (load === undefined) return general(name)
  return (await load())(rest)
}

async function general(command: string | undefined): Promise<number> {
  const { mainHelp, unknownCommand, version } = await import('./help.zh.ts')
  switch (command) {
    case '--help':
    case '-h':
    case 'help':
      writeOut(mainHelp)
      return exitCode.read
    case '--version':
    case '-v':
    case '-V':
      writeOut(`${version()}\n`)
      return exitCode.read
    case undefined:
      writeErr(mainHelp)
      return exitCode.usage
    default:
      writeErr(unknownCommand(command))
      return exitCode.usage
  }
}
