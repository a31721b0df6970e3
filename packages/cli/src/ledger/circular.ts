import { writeFile } from 'node:fs/promises'
import { circularOf, type Office, type Session } from '@jiannuo/app'
import { cliProblem } from '../cli-problem.ts'
import { refuseUsage, refuseWork } from '../command/run-command.ts'
import { exitCode, writeOut } from '../output.ts'
import { ledgerLabels } from './labels.zh.ts'

/** `ledger circular 2026-03 OUT.docx` */
export async function writeCircular(
  office: Office,
  session: Session,
  [month = '', file = '']: readonly string[],
): Promise<number> {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return refuseUsage('ledger', [cliProblem('cli/bad-month', { month })])
  const done = await circularOf(office, session, month)
  if (!done.ok) return refuseWork(done.problems)
  await writeFile(file, done.value)
  writeOut(ledgerLabels.circular(month, file))
  return exitCode.read
}
