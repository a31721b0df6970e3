import { granted, type Problem, type Result, refused } from '@jiannuo/kernel'
import { INDICATORS } from './data/index.ts'
import { normalForm } from './normal.ts'
import { Endings } from './trie.ts'
import type { Indicator } from './types.ts'

/** The indicators that a district works with: the project's, its own, and what it merged. Built once, never changed. */
export interface Dictionary {
  readonly indicators: ReadonlyMap<string, Indicator>
  /** Wordings by their end. */
  readonly endings: Endings
  /** Where an id leads to, chains followed to their end. */
  readonly merged: ReadonlyMap<string, string>
}

/** What a district adds to the dictionary. */
export interface DictionaryOptions {
  /** Indicators of its own; their ids and wordings must be free. */
  readonly added?: readonly Indicator[]
  /** A decision of a person that two ids are one thing: from → to. Unknown ids (`x:…`) may stand on either side. */
  readonly merged?: Readonly<Record<string, string>>
}

const problem = (code: string, params: Readonly<Record<string, string>>): Problem => ({
  code,
  severity: 'error',
  params,
})

/** Follows a chain; undefined when it comes back to where it has been. */
function endOf(merged: ReadonlyMap<string, string>, from: string): string | undefined {
  const seen = new Set<string>([from])
  let at = from
  for (let to = merged.get(at); to !== undefined; to = merged.get(at)) {
    if (seen.has(to)) return undefined
    seen.add(to)
    at = to
  }
  return at
}

function follow(
  merged: Readonly<Record<string, string>>,
  known: ReadonlyMap<string, Indicator>,
  problems: Problem[],
): ReadonlyMap<string, string> {
  const steps = new Map(Object.entries(merged))
  const ends = new Map<string, string>()
  for (const from of steps.keys()) {
    const to = endOf(steps, from)
    if (to === undefined) problems.push(problem('plan/merge-cycle', { id: from }))
    else if (!known.has(to) && !to.startsWith('x:')) problems.push(problem('plan/merge-unknown', { id: from, to }))
    else ends.set(from, to)
  }
  return ends
}

/**
 * A dictionary with a district's own indicators and merges (P6, P7).
 *
 * @returns the dictionary, or every problem: `plan/indicator-twice` (id), `plan/wording-twice` (a wording already belongs to another),
 * `plan/merge-cycle`, `plan/merge-unknown` (the end of a chain is no indicator)
 */
export function dictionaryOf(options: DictionaryOptions = {}): Result<Dictionary> {
  const indicators = new Map<string, Indicator>()
  const endings = new Endings()
  const problems: Problem[] = []
  for (const indicator of [...INDICATORS, ...(options.added ?? [])]) {
    if (indicators.has(indicator.id)) problems.push(problem('plan/indicator-twice', { id: indicator.id }))
    indicators.set(indicator.id, indicator)
    for (const wording of [indicator.name, ...indicator.aliases]) {
      const held = endings.add(normalForm(wording).words, indicator)
      if (held !== undefined && held.id !== indicator.id)
        problems.push(problem('plan/wording-twice', { wording, id: indicator.id, held: held.id }))
    }
  }
  const merged = follow(options.merged ?? {}, indicators, problems)
  return problems.length > 0 ? refused(...problems) : granted({ indicators, endings, merged })
}

let standard: Dictionary | undefined

/** The project's own dictionary, without additions. */
export function standardDictionary(): Dictionary {
  if (standard === undefined) {
    const made = dictionaryOf()
    // The tables are data of this package: a fault in them is a bug, found by the first test.
    if (!made.ok) throw new Error(made.problems.map((p) => `${p.code} ${JSON.stringify(p.params)}`).join('; '))
    standard = made.value
  }
  return standard
}
