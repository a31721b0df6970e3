import { describeAccess } from '../describe/access.ts'
import { titles } from '../describe/names.ts'
import type { Machine } from '../model/definition.ts'
import { STANDINGS } from './actors.ts'
import { type DerivedTests, derivedTests } from './derived.ts'
import type { TriedAction } from './outcomes.ts'
import type { WalkOptions } from './walk.ts'
import { pathInShort } from './ways.ts'

/**
 * What the derived tests found, as a text to be reviewed and kept: what comes of every action in every state by every role, every
 * shortest path, what could not be walked, and the access matrix. Whoever changes a definition sees in it what else has changed.
 */
export function snapshotText(machine: Machine, options: WalkOptions = {}): string {
  return snapshotOf(derivedTests(machine, options))
}

/** The snapshot of tests that have been derived already. */
export function snapshotOf(derived: DerivedTests): string {
  const { machine, counts, unwalked, unreached, paths, arrows: further } = derived
  const { places, tries, finalPaths, arrows, access, readers } = counts
  return [
    `# ${machine.id} ${machine.version} ${machine.title}`,
    '',
    `${derived.tests.length} tests: ${places} places (${tries} tries), ${counts.paths} paths (${finalPaths} to an end), ${arrows} further arrows, ${access} access, ${readers} reading`,
    '',
    '## Outcomes',
    ...['new', ...Object.keys(machine.states)].flatMap((state) => outcomesIn(derived, state)),
    '',
    '## Shortest paths',
    '',
    ...paths.filter(({ walk }) => walk.records.length > 0).map(({ path }) => pathInShort(path)),
    '',
    '## Further arrows',
    '',
    ...further.filter(({ walk }) => walk.records.length > 0).map(({ path }) => pathInShort(path)),
    '',
    '## Not walked',
    '',
    ...(unwalked.length === 0 ? ['nothing'] : unwalked.map(({ path, reason }) => `${path}\n    ${reason}`)),
    ...unreached.map((state) => `no record was brought to ${state}`),
    '',
    '## Access',
    '',
    describeAccess(machine),
    '',
  ].join('\n')
}

function outcomesIn({ machine, tries }: DerivedTests, state: string): string[] {
  const here = tries.filter((tried) => tried.state === state)
  if (here.length === 0) return []
  const title = state === 'new' ? '' : ` ${titles.state(machine, state)}`
  const actions = Object.keys(machine.actions)
  const cannot = actions.filter((action) => sameEverywhere(here, action))
  const lines = actions
    .filter((action) => !cannot.includes(action))
    .flatMap((action) => [
      `  ${action} ${titles.action(machine, action)}`,
      ...rolesIn(
        machine,
        here.filter((tried) => tried.action === action),
      ),
    ])
  return ['', `${state}${title}`, ...lines, ...refusedIn(here, cannot)]
}

/** Whether an action is refused to everybody with one code, because of the place. */
const sameEverywhere = (here: readonly TriedAction[], action: string): boolean =>
  here.every(
    (tried) => tried.action !== action || (tried.expected !== 'may' && tried.expected !== 'engine/not-permitted'),
  )

function refusedIn(here: readonly TriedAction[], actions: readonly string[]): string[] {
  const byCode = new Map<string, string[]>()
  for (const action of actions) {
    const code = [...new Set(here.filter((tried) => tried.action === action).map(({ came }) => came))].join('/')
    byCode.set(code, [...(byCode.get(code) ?? []), action])
  }
  return [...byCode].map(([code, some]) => `  ${code}: ${some.join(' ')}`)
}

/** Roles that may, with what came by standing; those that may nowhere are not listed, their tries are refused by the tests. */
function rolesIn(machine: Machine, tries: readonly TriedAction[]): string[] {
  return Object.keys(machine.roles).flatMap((role) => {
    const byOutcome = new Map<string, string[]>()
    for (const who of STANDINGS) {
      const came = tries.find((tried) => tried.role === role && tried.standing === who)?.came
      if (came !== undefined && came !== 'engine/not-permitted')
        byOutcome.set(came, [...(byOutcome.get(came) ?? []), who])
    }
    return [...byOutcome].map(([came, who]) => `    ${role} (${who.join(' ')}) ${came}`)
  })
}
