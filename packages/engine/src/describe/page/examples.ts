import type { ExampleDefinition, Machine } from '../../model/definition.ts'
import { bareValue } from '../expr.ts'
import { plain } from '../markdown.ts'
import { inputField, named, own, titles } from '../names.ts'
import { listed, say } from '../say.ts'
import type { PageOptions, Section } from './system-page.ts'
import { pageWords } from './wording.zh.ts'

type Step = ExampleDefinition['steps'][number]

/** The worked examples told as stories: who did what when, and what came of it. */
export function examplesSection(machine: Machine, options: PageOptions): Section | undefined {
  if (machine.examples.length === 0) return undefined
  const units = options.units ?? new Map<string, string>()
  const stories = machine.examples.map(
    ({ title, steps }, example) =>
      `### ${plain(title)}\n\n${steps.map((step, at) => `${at + 1}. ${plain(stepInWords(machine, step, units, options.examples?.[example]?.steps[at]?.says))}`).join('\n')}`,
  )
  return { title: pageWords.examples, body: [pageWords.examplesSay, ...stories].join('\n\n') }
}

function stepInWords(machine: Machine, step: Step, units: ReadonlyMap<string, string>, said?: string): string {
  const { action, state, refused, due = {}, input = {}, record } = step
  const given = Object.entries(input).map(([id, value]) => {
    const field = inputField({ machine, action }, id)
    const shown = bareValue(named(value, units), { machine }, field).replace(/。$/, '')
    return say('page/given', { title: field?.title ?? id, value: shown })
  })
  const came =
    refused === undefined
      ? [
          ...(state === undefined ? [] : [say('page/came', { state: titles.state(machine, state) })]),
          ...Object.entries(due).map(([clock, moment]) =>
            say('page/due', { clock: titles.clock(machine, clock), moment }),
          ),
        ]
      : [say('page/refused', { words: said ?? own(machine.wording, refused) ?? refused })]
  const doer = doerInWords(machine, step, units)
  const what = say('page/did', { action: titles.action(machine, action) })
  const about = record === undefined ? '' : say('page/record', { record })
  return [`${doer}${about}${what}${given.length === 0 ? '' : say('group', { text: listed(given) })}`, ...came].join(
    pageWords.step,
  )
}

function doerInWords(
  machine: Machine,
  { role, unit = '', person, at }: Step,
  units: ReadonlyMap<string, string>,
): string {
  if (role === undefined) return say('page/machine', { at })
  const doer = say('page/doer', { at, unit: units.get(unit) ?? unit, role: titles.role(machine, role) })
  return person === undefined ? doer : `${doer}${say('group', { text: person })}`
}
