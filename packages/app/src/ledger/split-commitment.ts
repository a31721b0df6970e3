import type { Json, RecordState } from '@jiannuo/engine'
import type { Result } from '@jiannuo/kernel'
import { openBatch } from '../command/batch.ts'
import { refusalProblem } from '../command/explain.ts'
import { freshKey } from '../office/ids.ts'
import type { Office } from '../office/office.ts'
import { refuse } from '../office/problem.ts'
import type { Session } from '../organisation/session.ts'
import { findSeen } from '../reading/seen.ts'
import { phrase } from '../wording.zh.ts'
import { given, numberField, textField } from './fields.ts'
import { COMMITMENTS } from './machines.ts'

/** A unit's part of a commitment. */
export interface Part {
  readonly unit: string
  /** Its share of the target, in the unit of the whole; absent for a task without a number. */
  readonly value?: number
  readonly title?: string
  readonly due?: string
}

/** What the parts take over from the whole. */
const INHERITED = [
  'year',
  'chapter',
  'document',
  'item',
  'sentence',
  'quote',
  'start',
  'end',
  'path',
  'indicator',
  'indicatorName',
  'kind',
  'direction',
  'adding',
  'comparator',
  'unit',
  'from',
  'due',
  'leader',
  'reports',
  'needsValue',
] as const

/** Kinds whose parts make up the whole; of the others every part owes the target itself. */
const ADDS = (state: RecordState): boolean => {
  const adding = textField(state.fields, 'adding')
  const kind = textField(state.fields, 'kind')
  return adding === 'increments' || (kind === 'increase' && adding !== 'never')
}

/**
 * Splits a commitment to units: each part is a commitment of its own under the whole, which stays and is judged by its parts. Parts of
 * what adds up must reach the target together.
 *
 * @returns the records of the parts in their order, or `app/split-few`, `app/split-sum` with both numbers, or why it cannot be done
 */
export async function splitCommitment(
  office: Office,
  session: Session,
  record: string,
  parts: readonly Part[],
): Promise<Result<readonly string[]>> {
  const seen = await findSeen(office, session, record)
  if (!seen.ok) return seen
  const { state } = seen.value
  if (state.machine !== COMMITMENTS) return refuse('app/no-record', { record })
  const wrong = whyNot(state, parts)
  if (wrong !== undefined) return wrong
  const batch = await openBatch(office, session.district)
  const at = office.now()
  const opened: string[] = []
  for (const [index, part] of parts.entries()) {
    const command = {
      machine: COMMITMENTS,
      action: 'propose',
      input: partInput(state, part),
      key: `split:${record}:${index}:${part.unit}`,
    }
    const done = await batch.add({ session, command, at })
    if (!done.ok) return { ok: false, problems: [refusalProblem(office, COMMITMENTS, done.refusal)] }
    opened.push(done.value.record)
  }
  const noted = await batch.add({
    session,
    command: { machine: COMMITMENTS, record, action: 'edit', input: { parts: parts.length }, key: freshKey() },
    at,
  })
  if (!noted.ok) return { ok: false, problems: [refusalProblem(office, COMMITMENTS, noted.refusal)] }
  const written = await batch.write()
  const failed = written.find((done) => !done.ok)
  if (failed !== undefined && !failed.ok)
    return { ok: false, problems: [refusalProblem(office, COMMITMENTS, failed.refusal)] }
  return { ok: true, value: opened }
}

function whyNot(state: RecordState, parts: readonly Part[]): ReturnType<typeof refuse> | undefined {
  if (parts.length < 2) return refuse('app/split-few')
  const target = numberField(state.fields, 'value')
  if (target === undefined || !ADDS(state)) return undefined
  const sum = parts.reduce((total, { value = 0 }) => total + value, 0)
  const enough = target >= 0 ? sum >= target - 1e-9 : sum <= target + 1e-9
  return enough ? undefined : refuse('app/split-sum', { sum, target, unit: textField(state.fields, 'unit') ?? '' })
}

/** The number that a part owes evidence of: its own share, under the number of the whole. */
function numberOf({ fields }: RecordState, value: number): Readonly<Record<string, Json>> {
  return given({
    item: textField(fields, 'item') ?? '1',
    value,
    quote: textField(fields, 'quote'),
    unit: textField(fields, 'unit'),
    indicator: textField(fields, 'indicatorName'),
  })
}

function partInput(state: RecordState, part: Part): Readonly<Record<string, Json>> {
  const inherited = Object.fromEntries(INHERITED.map((id) => [id, state.fields[id]]))
  const { unit, value, title, due } = part
  const words = textField(state.fields, 'title') ?? ''
  const measure = textField(state.fields, 'unit') ?? ''
  const owed = value === undefined ? undefined : [numberOf(state, value)]
  return given({
    ...inherited,
    title: title ?? (value === undefined ? words : phrase('split/part', { title: words, value, unit: measure })),
    numbers: owed ?? state.fields['numbers'],
    value: value ?? (ADDS(state) ? undefined : state.fields['value']),
    valueTo: value === undefined && !ADDS(state) ? state.fields['valueTo'] : undefined,
    parent: state.id,
    leadUnit: unit,
    ...(due === undefined ? {} : { due }),
  })
}
