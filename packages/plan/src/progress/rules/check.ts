import { granted, type Result, refused } from '@jiannuo/kernel'
import {
  type Faults,
  fault,
  readBoolean,
  readChoice,
  readFields,
  readList,
  readNumber,
  readText,
} from './read-value.ts'
import type { Band, DayBand, LightRules, Mark, RuleLight, ShareBand, Shown, StepBand } from './types.ts'

const LIGHTS = ['green', 'yellow', 'red'] as const satisfies readonly RuleLight[]
const MARKS = ['slight', 'blue', 'orange'] as const satisfies readonly Mark[]
const COUNTS = ['monthEnds', 'months'] as const satisfies readonly StepBand['count'][]
const STEPS = ['start', 'entry', 'other'] as const
const NAMES = [
  'id',
  'version',
  'title',
  'source',
  'progress',
  'value',
  'outlook',
  'steps',
  'overdue',
  'nearing',
  'unreported',
] as const satisfies readonly (keyof LightRules)[]

type Fields = ReadonlyMap<string, unknown>

function shownOf(fields: Fields, path: string, faults: Faults): Shown | undefined {
  const light = readChoice(fields.get('light'), `${path}.light`, faults, LIGHTS)
  const given = fields.get('mark')
  const mark = given === undefined ? undefined : readChoice(given, `${path}.mark`, faults, MARKS)
  if (light === undefined || (given !== undefined && mark === undefined)) return undefined
  return mark === undefined ? { light } : { light, mark }
}

function readBand(value: unknown, path: string, faults: Faults): Band | undefined {
  const fields = readFields(value, path, ['from', 'inclusive', 'light', 'mark'], faults)
  if (fields === undefined) return undefined
  const from = readNumber(fields.get('from'), `${path}.from`, faults, { least: 0, most: 1000, whole: false })
  const inclusive = readBoolean(fields.get('inclusive'), `${path}.inclusive`, faults)
  const shown = shownOf(fields, path, faults)
  return from === undefined || inclusive === undefined || shown === undefined
    ? undefined
    : { from, inclusive, ...shown }
}

function readStep(value: unknown, path: string, faults: Faults): StepBand | undefined {
  const fields = readFields(value, path, ['after', 'count', 'light', 'mark'], faults)
  if (fields === undefined) return undefined
  const after = readNumber(fields.get('after'), `${path}.after`, faults, { least: 0, most: 120, whole: true })
  const count = readChoice(fields.get('count'), `${path}.count`, faults, COUNTS)
  const shown = shownOf(fields, path, faults)
  return after === undefined || count === undefined || shown === undefined ? undefined : { after, count, ...shown }
}

function readDays(value: unknown, path: string, faults: Faults): DayBand | undefined {
  const fields = readFields(value, path, ['days', 'light', 'mark'], faults)
  if (fields === undefined) return undefined
  const days = readNumber(fields.get('days'), `${path}.days`, faults, { least: 0, most: 3660, whole: true })
  const shown = shownOf(fields, path, faults)
  return days === undefined || shown === undefined ? undefined : { days, ...shown }
}

function readShare(value: unknown, path: string, faults: Faults): ShareBand | undefined {
  const fields = readFields(value, path, ['left', 'light', 'mark'], faults)
  if (fields === undefined) return undefined
  const left = readNumber(fields.get('left'), `${path}.left`, faults, { least: 0, most: 1, whole: false })
  const shown = shownOf(fields, path, faults)
  return left === undefined || shown === undefined ? undefined : { left, ...shown }
}

function readOutlook(value: unknown, path: string, faults: Faults): LightRules['outlook'] {
  const fields = readFields(value, path, ['below', 'light', 'mark'], faults)
  if (fields === undefined) return undefined
  const below = readNumber(fields.get('below'), `${path}.below`, faults, { least: 0, most: 10, whole: false })
  const shown = shownOf(fields, path, faults)
  return below === undefined || shown === undefined ? undefined : { below, ...shown }
}

function readSteps(value: unknown, path: string, faults: Faults): LightRules['steps'] | undefined {
  const fields = readFields(value, path, STEPS, faults)
  if (fields === undefined) return undefined
  const start = readList(fields.get('start'), `${path}.start`, faults, readStep)
  const entry = readList(fields.get('entry'), `${path}.entry`, faults, readStep)
  const other = readList(fields.get('other'), `${path}.other`, faults, readStep)
  return start === undefined || entry === undefined || other === undefined ? undefined : { start, entry, other }
}

/** Bands of which a worse one shows a milder light: being further behind would look better. */
function checkOrder(bands: readonly Band[], path: string, faults: Faults): void {
  const order = bands.map((band, index) => ({ band, index }))
  order.sort((a, b) => a.band.from - b.band.from || Number(b.band.inclusive) - Number(a.band.inclusive))
  for (const [at, { band, index }] of order.entries()) {
    const before = order[at - 1]?.band.light ?? 'green'
    if (LIGHTS.indexOf(band.light) < LIGHTS.indexOf(before)) {
      fault(faults, 'progress/rules-milder', `${path}[${index}].light`)
    }
  }
}

function readBands(fields: Fields, name: 'progress' | 'value', faults: Faults): readonly Band[] | undefined {
  const bands = readList(fields.get(name), name, faults, readBand)
  if (bands !== undefined) checkOrder(bands, name, faults)
  return bands
}

function readHead(fields: Fields, faults: Faults): Pick<LightRules, 'id' | 'version' | 'title' | 'source'> | undefined {
  const given = fields.get('id')
  const plain = typeof given === 'string' && /^[a-z][a-z0-9-]{0,63}$/.test(given)
  const id = plain ? given : fault(faults, 'progress/rules-id', 'id')
  const version = readNumber(fields.get('version'), 'version', faults, { least: 1, most: 1_000_000, whole: true })
  const title = readText(fields.get('title'), 'title', faults)
  const source = readText(fields.get('source'), 'source', faults)
  return id === undefined || version === undefined || title === undefined || source === undefined
    ? undefined
    : { id, version, title, source }
}

function build(fields: Fields, faults: Faults): LightRules | undefined {
  const head = readHead(fields, faults)
  const progress = readBands(fields, 'progress', faults)
  const value = readBands(fields, 'value', faults)
  const given = fields.get('outlook')
  const outlook = given === undefined ? undefined : readOutlook(given, 'outlook', faults)
  const steps = readSteps(fields.get('steps'), 'steps', faults)
  const overdue = readList(fields.get('overdue'), 'overdue', faults, readDays)
  const nearing = readList(fields.get('nearing'), 'nearing', faults, readDays)
  const unreported = readList(fields.get('unreported'), 'unreported', faults, readShare)
  if (head === undefined || progress === undefined || value === undefined || steps === undefined) return undefined
  if (overdue === undefined || nearing === undefined || unreported === undefined) return undefined
  const rest = { progress, value, ...(outlook === undefined ? {} : { outlook }), steps, overdue, nearing, unreported }
  return { ...head, ...rest }
}

/**
 * Light rules from JSON that a district has set (SPEC P79).
 *
 * @param input anything
 * @returns the rules, or all faults at once, each with its path (`progress[1].light`), what stands there and what could
 */
export function checkLightRules(input: unknown): Result<LightRules> {
  const faults: Faults = []
  const fields = readFields(input, '', NAMES, faults)
  const rules = fields === undefined ? undefined : build(fields, faults)
  return rules === undefined || faults.length > 0 ? refused(...faults) : granted(rules)
}
