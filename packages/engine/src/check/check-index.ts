import type { Machine } from '../model/definition.ts'
import type { IndexDefinition, Standard } from '../model/score.ts'
import type { Expr } from '../model/value.ts'
import { checkExpr, type Sight } from './check-value.ts'
import { namesOf } from './names.ts'
import { type DefinitionProblem, type Faults, fault, known } from './problem.ts'

const MOST_DECIMALS = 4

/** Finds texts that say nothing. */
export function* worded(part: object, path: string, keys: readonly string[]): Faults {
  const texts = new Map<string, unknown>(Object.entries(part))
  for (const key of keys) {
    const text = texts.get(key)
    if (typeof text !== 'string' || text.trim() === '')
      yield fault('empty-text', path === '' ? key : `${path}.${key}`, '')
  }
}

/** What settings alone may be looked at, as weights and lines are. */
export const settingsSight = (machine: Machine): Sight => ({
  machine,
  names: namesOf(machine),
  inputs: [],
  only: 'settings',
})

const expressionsOf = (standard: Standard): readonly (readonly [string, Expr])[] => {
  if (standard.by === 'peers') return []
  if (standard.by === 'line')
    return [
      ['zero', standard.zero],
      ['full', standard.full],
    ]
  return [
    ['periods', standard.periods],
    ['even', standard.even],
    ['span', standard.span],
  ]
}

function* checkParts({ parts, groups }: IndexDefinition, sight: Sight): Faults {
  if (parts.length === 0) yield fault('no-part', 'parts', [])
  for (const [index, part] of parts.entries()) {
    const path = `parts[${index}]`
    if (parts.findIndex(({ id }) => id === part.id) !== index) yield fault('part-twice', `${path}.id`, part.id)
    yield* worded(part, path, ['title', 'says', 'source'])
    yield* known('unknown-group', `${path}.group`, part.group, groups)
    yield* checkExpr(part.weight, `${path}.weight`, sight)
    if (part.least !== undefined) yield* checkExpr(part.least, `${path}.least`, sight)
    for (const [key, expr] of expressionsOf(part.standard)) yield* checkExpr(expr, `${path}.standard.${key}`, sight)
  }
}

function* checkLevels({ bands, runs }: IndexDefinition, sight: Sight): Faults {
  const ids = bands.map(({ id }) => id)
  if (bands.length === 0) yield fault('no-band', 'bands', [])
  for (const [index, band] of bands.entries()) {
    const path = `bands[${index}]`
    if (ids.indexOf(band.id) !== index) yield fault('band-twice', `${path}.id`, band.id)
    yield* worded(band, path, ['title'])
    yield* checkExpr(band.from, `${path}.from`, sight)
  }
  const last = bands.at(-1)
  if (last !== undefined && !('const' in last.from && last.from.const === 0))
    yield fault('bands-end', `bands[${bands.length - 1}].from`, last.id, ['0'])
  for (const [index, run] of runs.entries()) {
    yield* worded(run, `runs[${index}]`, ['title'])
    yield* checkExpr(run.periods, `runs[${index}].periods`, sight)
    for (const band of run.bands) yield* known('unknown-band', `runs[${index}].bands`, band, ids)
  }
}

/** Finds every fault of an index at once: groups and bands that there are not, texts that are empty, expressions that look beyond the settings. */
export function checkIndex(index: IndexDefinition, machine: Machine): readonly DefinitionProblem[] {
  const sight = settingsSight(machine)
  const { decimals } = index
  return [
    ...known('other-machine', 'settings', index.settings, [machine.id]),
    ...worded(index, '', ['title', 'purpose', 'versionNote', 'areas']),
    ...(index.basis.length === 0 ? [fault('no-basis', 'basis', [])] : []),
    ...(Number.isInteger(decimals) && decimals >= 0 && decimals <= MOST_DECIMALS
      ? []
      : [fault('bad-decimals', 'decimals', decimals)]),
    ...Object.entries(index.groups).flatMap(([id, group]) => [
      ...worded(group, `groups.${id}`, ['title']),
      ...checkExpr(group.weight, `groups.${id}.weight`, sight),
      ...(index.parts.some((part) => part.group === id) ? [] : [fault('group-empty', `groups.${id}`, id)]),
    ]),
    ...checkParts(index, sight),
    ...index.deductions.flatMap((deduction, at) => [
      ...worded(deduction, `deductions[${at}]`, ['title', 'says', 'source']),
      ...checkExpr(deduction.each, `deductions[${at}].each`, sight),
      ...checkExpr(deduction.most, `deductions[${at}].most`, sight),
    ]),
    ...checkLevels(index, sight),
  ]
}
