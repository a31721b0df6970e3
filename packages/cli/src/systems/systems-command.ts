import { stateDiagram, stateDiagramText, systemPage } from '@jiannuo/engine'
import { catalogueOfSystems, systemsTable } from '@jiannuo/systems'
import { cliProblem } from '../cli-problem.ts'
import { refuseUsage, refuseWork, runCommand } from '../command/run-command.ts'
import { systemsHelp } from '../help/systems.zh.ts'
import { type Arguments, helpOption } from '../options.ts'
import { exitCode, writeOut } from '../output.ts'

const OPTIONS = { page: { type: 'boolean' }, mermaid: { type: 'boolean' }, ...helpOption } as const

/** `jiannuo systems [ID]`: the catalogue, and each system's diagram and page. */
export const systemsCommand = (argv: readonly string[]): Promise<number> =>
  runCommand({ name: 'systems', help: systemsHelp, options: OPTIONS, run }, argv)

async function run({ words, values }: Arguments<typeof OPTIONS>): Promise<number> {
  const [id, ...more] = words
  if (more.length > 0) return refuseUsage('systems', [cliProblem('cli/one-system')])
  if (id === undefined) {
    writeOut(`${systemsTable.flatMap(catalogueLines).join('\n')}\n`)
    return exitCode.read
  }
  const machines = catalogueOfSystems.machines.filter((machine) => machine.id === id || machine.system === id)
  if (machines.length === 0) {
    const all = catalogueOfSystems.machines.map((machine) => machine.id).join('、')
    return refuseWork([cliProblem('cli/no-machine', { machine: id, all })])
  }
  for (const machine of machines) {
    if (values.page) writeOut(systemPage(machine, catalogueOfSystems.measures(machine.id)))
    else if (values.mermaid) writeOut(`${stateDiagram(machine)}\n`)
    else writeOut(`${stateDiagramText(machine)}\n${summary(machine.id)}\n`)
  }
  return exitCode.read
}

function catalogueLines({ id, title }: (typeof systemsTable)[number]): readonly string[] {
  const machines = catalogueOfSystems.machines.filter((machine) => machine.system === id)
  return [
    `${id}　${title}`,
    ...machines.map(
      (machine) =>
        `  ${machine.id}　第${machine.version}版　${machine.kind === 'loop' ? '闭环' : '库'}　${Object.keys(machine.states).length}个状态、${Object.keys(machine.actions).length}个动作、${Object.keys(machine.clocks).length}个时限、${catalogueOfSystems.measures(machine.id)?.measures.length ?? 0}个测度`,
    ),
  ]
}

/** What one needs to know to work with it from the command line. */
function summary(id: string): string {
  const machine = catalogueOfSystems.machine(id)
  const measures = catalogueOfSystems.measures(id)
  if (machine === undefined) return ''
  const actions = Object.entries(machine.actions)
    .filter(([, { system }]) => system !== true)
    .map(([action, { title, by, input = [] }]) => {
      const roles = [...new Set(by.map(({ role }) => role))].join('、')
      return `  ${action}　${title}　岗位 ${roles}${input.length === 0 ? '' : `　字段 ${input.join('、')}`}`
    })
  const figures = (measures?.measures ?? []).map(
    ({ id: measure, title, unit }) => `  ${id}.${measure}　${title}（${unit}）`,
  )
  return ['动作', ...actions, '测度', ...figures, `全部规则：jiannuo systems ${id} --page`].join('\n')
}
