import { type ActionCommand, explainRefusal, type Office, perform, type Session } from '@jiannuo/app'
import { cliProblem } from '../cli-problem.ts'
import { refuseUsage, refuseWork, runCommand } from '../command/run-command.ts'
import { actorOptions, withSession } from '../command/with-office.ts'
import { caseHelp } from '../help/case.zh.ts'
import { caseLabels } from '../labels/case.zh.ts'
import { type Arguments, helpOption } from '../options.ts'
import { exitCode, writeErr, writeOut } from '../output.ts'
import { uploadFiles } from './files.ts'
import { readInput } from './input.ts'

const OPTIONS = {
  ...actorOptions,
  machine: { type: 'string' },
  key: { type: 'string' },
  mine: { type: 'boolean' },
  all: { type: 'boolean' },
  unit: { type: 'string' },
  state: { type: 'string' },
  limit: { type: 'string' },
  'clocks-at': { type: 'string' },
  reason: { type: 'string' },
  why: { type: 'boolean' },
  json: { type: 'boolean' },
  ...helpOption,
} as const

type Given = Arguments<typeof OPTIONS>

/** `jiannuo case …`: work with cases and register entries. */
export const caseCommand = (argv: readonly string[]): Promise<number> =>
  runCommand({ name: 'case', help: caseHelp, options: OPTIONS, run }, argv)

async function run(given: Given): Promise<number> {
  const [what, ...words] = given.words
  switch (what) {
    case 'do':
      return withSession(given.values, (office, session) => act(office, session, given, words))
    case 'list':
      return withSession(given.values, async (office, session) =>
        (await import('./list.ts')).showList(office, session, machineOf(given), given.values),
      )
    case 'show':
      return withSession(given.values, async (office, session) =>
        (await import('./show.ts')).showCase(office, session, words, given.values),
      )
    case 'unmask':
      return withSession(given.values, async (office, session) =>
        (await import('./show.ts')).showUnmasked(office, session, words, given.values.reason, machineOf(given)),
      )
    case undefined:
    default:
      return refuseUsage('case', [cliProblem('cli/case-words', { given: given.words.join(' ') })])
  }
}

const machineOf = ({ values }: Given): string => values.machine ?? 'hotline'

/** `case do ACTION [ID] field=value …` */
async function act(office: Office, session: Session, given: Given, words: readonly string[]): Promise<number> {
  const [action, ...rest] = words
  if (action === undefined) return refuseUsage('case', [cliProblem('cli/no-action')])
  const record = rest.find((word) => !word.includes('='))
  const machine = machineOf(given)
  const kit = office.machines.kit(machine)
  if (kit === undefined) {
    const all = office.machines.ids.join('、')
    return refuseWork([cliProblem('cli/no-machine', { machine, all })])
  }
  const view = await office.districts.view(session.district)
  const uploaded = await uploadFiles(
    office,
    session,
    rest.filter((word) => word.includes('=')),
  )
  if (!uploaded.ok) return refuseWork(uploaded.problems)
  const input = readInput(kit.machine, action, uploaded.value, {
    settings: view.settingsAt(machine, office.now()),
    units: new Map(view.tree.all.map(({ id, name }) => [id, name])),
  })
  if (!input.ok) return refuseWork(input.problems)
  const key = given.values.key ?? crypto.randomUUID()
  const command: ActionCommand = {
    machine,
    action,
    input: input.value,
    key,
    ...(record === undefined ? {} : { record }),
  }
  const done = await perform(office, session, command)
  if (!done.ok) {
    writeErr(`${explainRefusal(office, machine, done.refusal)}\n`)
    return exitCode.failed
  }
  if (given.values.json) writeOut(`${JSON.stringify(done.value)}\n`)
  else writeOut(caseLabels.done(kit.machine, action, done.value))
  return exitCode.read
}
