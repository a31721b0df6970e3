import { exitCode, writeErr, writeOut } from './output.ts'

/**
 * Runs the command and says how it ended. Everything but this file is loaded when it is needed: a short text must be read
 * in little more time than Node takes to start.
 *
 * @param argv arguments after the name of the command
 * @returns the exit code
 */
export async function main(argv: readonly string[]): Promise<number> {
  const [command, ...rest] = argv
  if (command === 'read') {
    const { readCommand } = await import('./read/read-command.ts')
    return readCommand(rest)
  }
  return general(command)
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
