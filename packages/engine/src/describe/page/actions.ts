import type { ActionDefinition, Machine } from '../../model/definition.ts'
import { branchesOf } from '../arrows.ts'
import { conditionInWords } from '../condition.ts'
import { effectInWords } from '../effect.ts'
import { exprInWords } from '../expr.ts'
import { type FormField, formModel } from '../form.ts'
import { describeGrants } from '../grant.ts'
import { bullets, plain } from '../markdown.ts'
import { inputField, own, titles } from '../names.ts'
import { listed, quoted, say } from '../say.ts'
import type { Section } from './system-page.ts'
import { pageWords } from './wording.zh.ts'

/** Every action: who may do it, when, with what form, against which guards, and what comes of it. */
export function actionsSection(machine: Machine): Section {
  const body = Object.entries(machine.actions)
    .map(([id, action]) => `### ${plain(action.title)}\n\n${bullets(linesOf(machine, id, action))}`)
    .join('\n\n')
  return { title: pageWords.actions, body }
}

function linesOf(machine: Machine, id: string, action: ActionDefinition): string[] {
  const scope = { machine, action: id }
  return [
    say('page/who', { who: whoMay(machine, action) }),
    action.from === 'new'
      ? say('page/opens', { noun: machine.noun })
      : say('page/from', { states: quoted(action.from.map((state) => titles.state(machine, state))) }),
    ...formLines(machine, id),
    ...(action.guards ?? []).flatMap((guard) => guardLine(machine, id, guard)),
    ...branchLines(machine, id, action),
    ...(action.effects ?? []).map((effect) => say('page/effect', { effect: effectInWords(effect, scope) })),
    ...carryLines(machine, action),
  ]
}

type Guard = NonNullable<ActionDefinition['guards']>[number]

/** The test of a stage is told once, with the stage; here it is named. */
function guardLine(machine: Machine, action: string, { when, code }: Guard): string[] {
  if ('always' in when) return []
  const stage = Object.values(machine.states).find(({ test }) => test !== undefined && sameJson(test, when))
  if (stage !== undefined) return [say('page/stage-guard', { title: stage.title })]
  const words = own(machine.wording, code) ?? code
  return [say('page/guard', { when: conditionInWords(when, { machine, action }), words })]
}

const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const whoMay = (machine: Machine, action: ActionDefinition): string =>
  action.system === true ? pageWords.automatic : describeGrants(action.by, machine)

function formLines(machine: Machine, id: string): string[] {
  const fields = formModel(machine, id)?.fields ?? []
  return [
    ...fieldsLine(
      'page/must',
      fields.filter(({ required }) => required),
    ),
    ...fieldsLine(
      'page/may',
      fields.filter(({ required }) => !required),
    ),
  ]
}

const fieldsLine = (phrase: 'page/must' | 'page/may', fields: readonly FormField[]): string[] =>
  fields.length === 0 ? [] : [say(phrase, { fields: listed(fields.map(({ title }) => title)) })]

function branchLines(machine: Machine, id: string, action: ActionDefinition): string[] {
  const branches = branchesOf(action)
  const target = (to: string): string =>
    to === 'same' ? pageWords.stays : say('page/target', { state: titles.state(machine, to) })
  return branches.map(({ when, to }, at) => {
    const goes = target(to)
    if (when !== undefined)
      return say('page/branch', { when: conditionInWords(when, { machine, action: id }), target: goes })
    return branches.length > 1 && at > 0 ? say('page/else', { target: goes }) : say('page/then', { target: goes })
  })
}

function carryLines(machine: Machine, { carries }: ActionDefinition): string[] {
  if (carries === undefined) return []
  const action = typeof carries === 'string' ? carries : carries.action
  const given = typeof carries === 'string' ? [] : Object.entries(carries.give)
  const values = given.map(([id, expr]) =>
    say('page/give', {
      title: inputField({ machine, action }, id)?.title ?? id,
      value: exprInWords(expr, { machine }),
    }),
  )
  const text = say('page/carries', { action: titles.action(machine, action) })
  return [values.length === 0 ? text : `${text}${say('group', { text: listed(values) })}`]
}
