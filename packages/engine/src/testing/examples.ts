import { CHINA_OFFSET } from '@jiannuo/kernel'
import { describeDue, dueOf } from '../clock/index.ts'
import type { ExampleDefinition, Machine } from '../model/definition.ts'
import type { RecordState } from '../model/record.ts'
import type { Outcome } from '../model/run.ts'
import type { Json } from '../model/value.ts'
import { inputField } from '../describe/names.ts'
import { describeRefusal } from '../run/describe-refusal.ts'
import { actorFor } from './district.ts'
import { momentOf, type OfficeOptions, type SimulatedOffice, simulatedOffice } from './office.ts'

type Step = ExampleDefinition['steps'][number]

/** What came of one step of a worked example. */
export interface ExampleStep {
  readonly action: string
  /** Name of the record within the example. */
  readonly record: string
  readonly at: string
  /** State it led to; absent when it was refused. */
  readonly state?: string
  readonly refused?: string
  /** The refusal in words, as far as its reason goes. */
  readonly says?: string
  /** Due moment of every clock of the record that has one, local time. */
  readonly due: Readonly<Record<string, string>>
}

/** What came of a worked example. */
export interface ExampleResult {
  readonly title: string
  readonly steps: readonly ExampleStep[]
  readonly ok: boolean
  /** What came otherwise than the example says, in words with the number of the step. */
  readonly failures: readonly string[]
  /** Id of the record by its name. */
  readonly records: Readonly<Record<string, string>>
}

/** Name of a record when the example has only one. */
const ONLY = 'r1'

/**
 * Carries out every worked example of a machine in a simulated office: marks of clocks are carried out between the steps when their moment
 * comes, and each step's state, refusal and due moments are held against what the example says.
 */
export function runExamples(machine: Machine, options: OfficeOptions = {}): readonly ExampleResult[] {
  return machine.examples.map((example) => runExample(machine, example, options))
}

function runExample(machine: Machine, example: ExampleDefinition, options: OfficeOptions): ExampleResult {
  const office = simulatedOffice(machine, options)
  const failures: string[] = []
  const names = new Set(example.steps.map(({ record = ONLY }) => record))
  const idOf = (name: string): string => `${machine.id}-${[...names].indexOf(name) + 1}`
  let last = Number.NEGATIVE_INFINITY
  const steps = example.steps.map((step, index) => {
    const { record = ONLY } = step
    const at = momentOf(step.at)
    if (at < last) failures.push(`${index + 1}: ${step.at} is before the step before it`)
    last = at
    const input = withIds(machine, step, (name) => (names.has(name) ? idOf(name) : name))
    const outcome = carryOut(office, idOf(record), step, input)
    const done = stepOf(step, record, outcome, office.record(idOf(record)), office)
    for (const fault of faultsOf(step, done, outcome)) failures.push(`${index + 1}: ${fault}`)
    return done
  })
  return {
    title: example.title,
    steps,
    ok: failures.length === 0,
    failures,
    records: Object.fromEntries([...names].map((name) => [name, idOf(name)])),
  }
}

/** A told action is done by the machine, everything else by somebody with a post. */
function carryOut(
  office: SimulatedOffice,
  id: string,
  { role = '', unit = '', person, action, at }: Step,
  input: Readonly<Record<string, Json>>,
): Outcome {
  const moment = momentOf(at)
  if (office.machine.actions[action]?.told === true) return office.tell(id, action, input, moment)
  const actor = actorFor(role, unit)
  return office.act(id, action, input, person === undefined ? actor : { ...actor, person }, moment)
}

/** In fields that hold a record, the name of a record of the example stands for its id. */
function withIds(machine: Machine, step: Step, idOf: (name: string) => string): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    Object.entries(step.input ?? {}).map(([id, value]) => {
      const isRecord = inputField({ machine, action: step.action }, id)?.type === 'record'
      return [id, isRecord && typeof value === 'string' ? idOf(value) : value]
    }),
  )
}

function stepOf(
  step: Step,
  name: string,
  outcome: Outcome,
  record: RecordState | undefined,
  office: SimulatedOffice,
): ExampleStep {
  const { calendar } = office.context(momentOf(step.at))
  const due = Object.entries(record?.clocks ?? {}).flatMap(([clock, { run }]) => {
    const moment = dueOf(run, calendar)
    return moment === undefined ? [] : [[clock, describeDue(moment.at, CHINA_OFFSET)]]
  })
  const base = { action: step.action, record: name, at: step.at, due: Object.fromEntries(due) }
  if (!outcome.ok)
    return { ...base, refused: outcome.refusal.code, says: reasonIn(describeRefusal(outcome.refusal, office.machine)) }
  return { ...base, state: outcome.value.record.state }
}

/** The first sentence says why; where the record stands and what else is possible is no part of the story. */
const reasonIn = (words: string): string => /^[^。]*/.exec(words)?.[0] ?? words

function faultsOf(step: Step, done: ExampleStep, outcome: Outcome): string[] {
  const faults: string[] = []
  if (done.refused !== step.refused) {
    const expected = step.refused === undefined ? 'no refusal' : step.refused
    faults.push(`${step.action}: expected ${expected}, got ${done.refused ?? 'none'}${detail(outcome)}`)
  }
  if (step.state !== undefined && done.state !== step.state)
    faults.push(`${step.action}: expected state ${step.state}, got ${done.state ?? 'a refusal'}`)
  for (const [clock, expected] of Object.entries(step.due ?? {}))
    if (done.due[clock] !== expected && !sameMoment(done.due[clock], expected))
      faults.push(`${step.action}: expected ${clock} due ${expected}, got ${done.due[clock] ?? 'none'}`)
  return faults
}

const sameMoment = (a: string | undefined, b: string): boolean => a !== undefined && momentOf(a) === momentOf(b)

/** The faults of a form, so that a wrong example can be mended. */
function detail(outcome: Outcome): string {
  if (outcome.ok) return ''
  const { fields = [], state = 'new' } = outcome.refusal
  const faults = fields.map(({ field, code }) => `${field} ${code}`).join(', ')
  return ` in ${state}${faults === '' ? '' : ` (${faults})`}`
}
