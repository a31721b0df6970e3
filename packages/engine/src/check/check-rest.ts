import { parseInstant } from '@jiannuo/kernel'
import type { Machine, MigrationDefinition, SettingDefinition } from '../model/definition.ts'
import type { Json } from '../model/value.ts'
import { limitOf } from '../run/effect-clock.ts'
import { engineWording } from '../wording.zh.ts'
import type { Names } from './names.ts'
import { type Faults, fault, known } from './problem.ts'

const ID = /^[a-zA-Z][\w-]{0,60}(?::[a-zA-Z][\w-]{0,60})?$/

/** Names go into keys, addresses and file names, so they are of letters, figures, `-`, `_` and at most one colon. */
export function* checkIds(machine: Machine): Faults {
  if (!/^[a-zA-Z][\w-]{0,60}$/.test(machine.id)) yield fault('bad-id', 'id', machine.id)
  if (!Number.isInteger(machine.version) || machine.version < 1) yield fault('bad-version', 'version', machine.version)
  const lists = ['fields', 'states', 'actions', 'clocks', 'requests', 'urging', 'settings', 'roles'] as const
  for (const list of lists)
    for (const id of Object.keys(machine[list])) if (!ID.test(id)) yield fault('bad-id', `${list}.${id}`, id)
}

function fits(type: SettingDefinition['type'], value: Json): boolean {
  switch (type) {
    case 'limit':
      return limitOf(value) !== undefined
    case 'list':
      return Array.isArray(value)
    case 'table':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    case 'text':
      return typeof value === 'string'
    case 'number':
    case 'boolean':
      return typeof value === type
  }
}

/** Finds settings whose default is not of their type. */
export function* checkSettings(machine: Machine): Faults {
  for (const [id, setting] of Object.entries(machine.settings))
    if (!fits(setting.type, setting.default))
      yield fault('bad-default', `settings.${id}.default`, setting.default, [setting.type])
}

/** Finds kinds of requests that nobody files or nobody decides. */
export function* checkRequests(machine: Machine, names: Names): Faults {
  for (const id of Object.keys(machine.requests)) {
    if (names.asked[id] === undefined) yield fault('request-never-filed', `requests.${id}`, id)
    if (!names.decided.includes(id)) yield fault('request-never-decided', `requests.${id}`, id)
  }
}

/** Finds wording that nothing uses. */
export function* checkWording(machine: Machine, names: Names): Faults {
  const codes = Object.values(machine.actions).flatMap(({ guards = [] }) => guards.map(({ code }) => code))
  const used = new Set([...codes, ...names.messages, ...names.wordable, ...Object.keys(engineWording)])
  // `column.value` words one value of a column of settings.
  for (const code of Object.keys(machine.wording))
    if (!used.has(code) && !used.has(code.split('.')[0] ?? '')) yield fault('wording-unused', `wording.${code}`, code)
}

function* checkNewNames(step: MigrationDefinition, path: string, machine: Machine): Faults {
  for (const [old, state] of Object.entries(step.states ?? {}))
    yield* known('unknown-state', `${path}.states.${old}`, state, machine.states)
  for (const [old, field] of Object.entries(step.fields ?? {}))
    if (field !== null) yield* known('unknown-field', `${path}.fields.${old}`, field, machine.fields)
  for (const field of Object.keys(step.defaults ?? {}))
    yield* known('unknown-field', `${path}.defaults.${field}`, field, machine.fields)
  for (const [old, clock] of Object.entries(step.clocks ?? {}))
    yield* known('unknown-clock', `${path}.clocks.${old}`, clock, machine.clocks)
}

/** Finds steps that do not go by one, come twice, or are missing on the way to this version. */
export function* checkMigrations(machine: Machine): Faults {
  const { migrations, version } = machine
  for (const [index, step] of migrations.entries()) {
    const path = `migrations[${index}]`
    if (step.to !== step.from + 1) yield fault('migration-step', path, [step.from, step.to])
    if (step.to > version) yield fault('migration-ahead', path, step.to, [String(version)])
    if (migrations.findIndex(({ from }) => from === step.from) !== index)
      yield fault('migration-twice', path, step.from)
    if (step.to === version) yield* checkNewNames(step, path, machine)
  }
  if (version > 1 && !migrations.some(({ to }) => to === version))
    yield fault('migration-missing', 'migrations', version)
}

/** Finds examples that name what is not there. What comes of them is for their tests. */
export function* checkExamples(machine: Machine): Faults {
  const codes = Object.values(machine.actions).flatMap(({ guards = [] }) => guards.map(({ code }) => code))
  const refusals = [...new Set(codes), ...Object.keys(engineWording)]
  for (const [index, example] of machine.examples.entries())
    for (const [number, step] of example.steps.entries()) {
      const path = `examples[${index}].steps[${number}]`
      if (machine.actions[step.action]?.told !== true)
        yield* known('unknown-role', `${path}.role`, step.role ?? '', machine.roles)
      yield* known('unknown-action', `${path}.action`, step.action, machine.actions)
      if (step.state !== undefined) yield* known('unknown-state', `${path}.state`, step.state, machine.states)
      if (step.refused !== undefined) yield* known('unknown-refusal', `${path}.refused`, step.refused, refusals)
      if (!parseInstant(step.at).ok) yield fault('bad-moment', `${path}.at`, step.at)
      for (const [clock, due] of Object.entries(step.due ?? {})) {
        yield* known('unknown-clock', `${path}.due.${clock}`, clock, machine.clocks)
        if (!parseInstant(due).ok) yield fault('bad-moment', `${path}.due.${clock}`, due)
      }
    }
}
