import type { ActionDefinition, Effect, FieldDefinition, Machine, StateDefinition } from '../model/definition.ts'
import type { RegisterInput, StageDefinition } from '../model/register.ts'
import { type EngineCode, registerWording } from '../wording.zh.ts'
import { actorUnit, field, firstOf, input as given, present, when } from './build.ts'
import { completeMachine, finishMachine, type LoopInput } from './define-loop.ts'

/** Field that keeps why an entry left. */
const EXIT_REASON = 'exitReason'

/** Code of the guard that is a stage's test. */
const STAGE_TEST: EngineCode = 'engine/stage-test'

type Made = keyof RegisterInput['grants']
type Actions = Record<string, ActionDefinition>

const say = (template: string, title: string): string => template.replace('{stage}', title)

function stateOf(stage: StageDefinition): StateDefinition {
  const { title, clock, noClock, waitsFor, test, counted } = stage
  return {
    title,
    kind: 'open',
    test,
    ...(clock === undefined ? {} : { clock }),
    ...(noClock === undefined ? {} : { noClock }),
    ...(waitsFor === undefined ? {} : { waitsFor }),
    ...(counted === undefined ? {} : { counted }),
  }
}

function statesOf(input: RegisterInput): Record<string, StateDefinition> {
  const stages = Object.entries(input.stages).map(([id, stage]) => [id, stateOf(stage)] as const)
  const exits = Object.entries(input.exits).map(([id, title]) => [id, { title, kind: 'final' }] as const)
  return Object.fromEntries([...stages, ...exits])
}

/** Which units an entry belongs to, as its fields say. */
function assignments(input: RegisterInput): readonly Effect[] {
  const lead = input.leadField === undefined ? actorUnit : firstOf(field(input.leadField), actorUnit)
  return [
    { assign: 'lead', to: lead },
    ...(input.areaField === undefined ? [] : [{ assign: 'area', to: field(input.areaField) } as const]),
  ]
}

/** A change of fields changes the units only where fields name them. */
function reassignments(input: RegisterInput): readonly Effect[] {
  const { leadField, areaField } = input
  return [
    ...(leadField === undefined ? [] : [when(present(field(leadField)), [{ assign: 'lead', to: field(leadField) }])]),
    ...(areaField === undefined ? [] : [{ assign: 'area', to: field(areaField) } as const]),
  ]
}

const formOf = (input: RegisterInput, made: Made, own: readonly string[]): readonly string[] =>
  input.forms?.[made] ?? own

/** Passing from stage to stage: the clocks of those left are stopped, the one of the stage reached is started. */
function clocksBetween(input: RegisterInput, from: readonly string[], to: string): readonly Effect[] {
  const started = input.stages[to]?.clock
  const stopped = new Set(from.flatMap((id) => input.stages[id]?.clock ?? []))
  return [...[...stopped].map((stop) => ({ stop })), ...(started === undefined ? [] : [{ start: started }])]
}

function entering(input: RegisterInput): Actions {
  const actions: Actions = {}
  for (const [index, id] of input.entersAt.entries()) {
    const stage = input.stages[id]
    if (stage === undefined) continue
    const { enter, enterAt } = registerWording
    actions[index === 0 ? 'enter' : `enter:${id}`] = {
      title: index === 0 ? enter : say(enterAt, stage.title),
      from: 'new',
      to: id,
      by: input.grants.enter,
      input: formOf(input, 'enter', Object.keys(input.fields)),
      guards: [{ when: stage.test, code: STAGE_TEST }],
      effects: [...assignments(input), ...clocksBetween(input, [], id), ...(input.effects?.enter ?? [])],
    }
  }
  return actions
}

/** Stages from which a stage is reached: those that name it, or the one before it where a stage names none. */
function promotedFrom(input: RegisterInput, to: string): readonly string[] {
  const ids = Object.keys(input.stages)
  return ids.filter((id, index) => {
    const named = input.stages[id]?.promotesTo
    return named === undefined ? ids[index + 1] === to : named.includes(to)
  })
}

function promoting(input: RegisterInput): Actions {
  const actions: Actions = {}
  for (const [id, stage] of Object.entries(input.stages)) {
    const from = promotedFrom(input, id)
    if (from.length === 0) continue
    actions[`promote:${id}`] = {
      title: say(registerWording.promote, stage.title),
      from,
      to: id,
      by: input.grants.promote,
      input: formOf(input, 'promote', []),
      guards: [{ when: stage.test, code: STAGE_TEST }],
      effects: [...clocksBetween(input, from, id), ...(input.effects?.promote ?? [])],
    }
  }
  return actions
}

const reason: FieldDefinition = { title: registerWording.reason, type: 'longText', required: true, maxLength: 500 }

function sendingBack(input: RegisterInput): Actions {
  const actions: Actions = {}
  for (const [id, stage] of Object.entries(input.stages)) {
    const from = Object.keys(input.stages).filter((other) => input.stages[other]?.returnsTo?.includes(id) === true)
    if (from.length === 0) continue
    actions[`return:${id}`] = {
      title: say(registerWording.sendBack, stage.title),
      from,
      to: id,
      by: input.grants.sendBack,
      input: formOf(input, 'sendBack', []),
      fields: { reason },
      effects: [...clocksBetween(input, from, id), ...(input.effects?.sendBack ?? [])],
    }
  }
  return actions
}

/** Where an entry that leaves comes to stand: a branch for every exit but the usual one. */
function exitsFrom(input: RegisterInput): ActionDefinition['to'] {
  const [usual = ''] = Object.keys(input.exits)
  const others = Object.keys(input.exits).filter((exit) => exit !== usual)
  const branches = others.flatMap((exit) => {
    const from = Object.keys(input.stages).filter((id) => input.stages[id]?.exit === exit)
    return from.length === 0 ? [] : [{ when: { inState: from }, to: exit }]
  })
  return branches.length === 0 ? usual : [...branches, { to: usual }]
}

const leaving = (input: RegisterInput): ActionDefinition => ({
  title: registerWording.leave,
  from: Object.keys(input.stages),
  to: exitsFrom(input),
  by: input.grants.leave,
  input: formOf(input, 'leave', []),
  fields: { reason: { title: registerWording.exitReason, type: 'choice', required: true, choices: input.exitReasons } },
  effects: [{ set: EXIT_REASON, to: given('reason') }, ...(input.effects?.leave ?? [])],
})

const changing = (input: RegisterInput): ActionDefinition => ({
  title: registerWording.change,
  from: Object.keys(input.stages),
  to: 'same',
  by: input.grants.change,
  input: formOf(input, 'change', Object.keys(input.fields)),
  effects: [...reassignments(input), ...(input.effects?.change ?? [])],
})

/** The made actions; one that nobody may do is left out. */
function madeActions(input: RegisterInput): Actions {
  const all = {
    ...entering(input),
    change: changing(input),
    ...promoting(input),
    ...sendingBack(input),
    leave: leaving(input),
  }
  return Object.fromEntries(Object.entries(all).filter(([, action]) => action.by.length > 0))
}

function loopOf(input: RegisterInput): LoopInput {
  const { stages: _s, entersAt: _e, exitReasons, exits: _x, grants: _g, leadField: _l, areaField: _a, ...rest } = input
  const { forms: _forms, effects: _effects, ...machine } = rest
  const exitReason: FieldDefinition = { title: registerWording.exitReason, type: 'choice', choices: exitReasons }
  return {
    ...machine,
    fields: { ...input.fields, [EXIT_REASON]: input.fields[EXIT_REASON] ?? exitReason },
    states: statesOf(input),
    actions: { ...madeActions(input), ...input.actions },
  }
}

/** The machine that a register's rules make, before it is checked. */
export const machineOfRegister = (input: RegisterInput): Machine => completeMachine(loopOf(input), 'register')

/**
 * Declares a register (库): makes states of its stages and actions of its rules, then checks and freezes it like a
 * loop. An action of its own that has the name of a made one takes its place.
 *
 * @throws DefinitionError with every fault at once
 */
export const defineRegister = (input: RegisterInput): Machine => finishMachine(machineOfRegister(input))
