import { type Instant, parseInstant } from '@jiannuo/kernel'
import {
  type Actor,
  type Context,
  type Json,
  type Machine,
  type Outcome,
  ordinaryOffice,
  type Post,
  type RecordState,
  type Refusal,
  type Settings,
  type Transition,
  transition,
  type UnitTree,
} from '../src/index.ts'
import { patrol } from './patrol.ts'

// Helpers that the tests of this package share. They stand outside src so that they are not built into the package.

const TREE: Readonly<Record<string, string | undefined>> = {
  lantai: undefined,
  roads: 'lantai',
  'roads-east': 'roads',
  water: 'lantai',
  parks: 'lantai',
  dongmen: 'lantai',
  guihua: 'dongmen',
  shiqiao: 'dongmen',
}

function lineOf(unit: string): readonly string[] {
  if (!Object.hasOwn(TREE, unit)) return []
  const parent = TREE[unit]
  return parent === undefined ? [unit] : [unit, ...lineOf(parent)]
}

/** The tree of 兰台区: three departments, one with an office below it, a street with two communities. */
export const units: UnitTree = { line: lineOf }

/** Units of the tree. */
export const unitIds: readonly string[] = Object.keys(TREE)

/** A moment, in local time. */
export function moment(text: string): Instant {
  const read = parseInstant(text)
  if (!read.ok) throw new Error(`no moment: ${text}`)
  return read.value
}

/** What a transition may look at, at a local time. */
export const at = (text: string, settings: Settings = {}): Context => ({
  district: 'lantai',
  at: moment(text),
  calendar: ordinaryOffice,
  settings,
  units,
})

/** A person with posts, written `role@unit`. */
export const actor = (person: string, ...posts: readonly string[]): Actor => ({
  person,
  posts: posts.map((text): Post => {
    const [role = '', unit = ''] = text.split('@')
    return { role, unit }
  }),
})

export const clerk = actor('wang', 'clerk@lantai')
export const handler = actor('li', 'handler@roads')
export const chief = actor('zhao', 'chief@roads')
export const helper = actor('sun', 'handler@water')
export const inspector = actor('qian', 'inspector@lantai')

/** One thing done in a test: by whom, what, with what, when. */
export type Step = readonly [who: Actor, action: string, input: Readonly<Record<string, Json>>, when: string]

/** The transition of an outcome that must have one. */
export function done(outcome: Outcome): Transition {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal, undefined, 1)}`)
  return outcome.value
}

/** The refusal of an outcome that must be one. */
export function refusal(outcome: Outcome): Refusal {
  if (outcome.ok) throw new Error(`not refused: ${JSON.stringify(outcome.value.entry)}`)
  return outcome.refusal
}

/** What comes of one step on a record. */
export const act = (
  record: RecordState | undefined,
  [who, action, given, time]: Step,
  machine: Machine = patrol,
  settings: Settings = {},
): Outcome =>
  transition(machine, record, { action, input: given, actor: who, record: record?.id ?? 'P1' }, at(time, settings))

/** The record after steps that must all succeed. */
export function after(steps: readonly Step[], start?: RecordState, machine: Machine = patrol): RecordState {
  let record = start
  for (const step of steps) record = done(act(record, step, machine)).record
  if (record === undefined) throw new Error('no steps')
  return record
}

export const FILE: Step = [clerk, 'file', { title: '井盖缺失', kind: 'road', area: 'guihua' }, '2025-09-26 09:00']
export const SEND: Step = [clerk, 'send', { lead: 'roads', clause: '目录第8条' }, '2025-09-26 10:00']
export const FINISH: Step = [handler, 'finish', { solved: true }, '2025-09-28 10:00']
export const CHECK: Step = [inspector, 'check', { fine: true }, '2025-09-29 10:00']
