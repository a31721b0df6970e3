import {
  addPerson,
  addUnit,
  appoint,
  createDistrict,
  endPost,
  importOrganisation,
  type Office,
  type Session,
} from '@jiannuo/app'
import { readSheet } from '@jiannuo/files'
import type { Result } from '@jiannuo/kernel'
import type { UnitRow } from '@jiannuo/store'
import { cliProblem } from '../cli-problem.ts'
import { refuseUsage, refuseWork, runCommand, sayProblems } from '../command/run-command.ts'
import { actorOptions, withOffice, withSession } from '../command/with-office.ts'
import { orgHelp } from '../help/work.zh.ts'
import { workLabels } from '../labels/work.zh.ts'
import { ledgerLabels } from '../ledger/labels.zh.ts'
import { type Arguments, helpOption } from '../options.ts'
import { exitCode, writeOut } from '../output.ts'
import { loadBytes, nameOf } from '../read/load.ts'

const OPTIONS = { ...actorOptions, account: { type: 'string' }, check: { type: 'boolean' }, ...helpOption } as const

type Given = Arguments<typeof OPTIONS>
type Verb = (office: Office, session: Session, words: readonly string[], given: Given) => Promise<Result<unknown>>

const KINDS: ReadonlyMap<string, Exclude<UnitRow['kind'], 'district'>> = new Map([
  ['department', 'department'],
  ['部门', 'department'],
  ['street', 'street'],
  ['街道', 'street'],
  ['community', 'community'],
  ['社区', 'community'],
  ['grid', 'grid'],
  ['网格', 'grid'],
])

/** What can be done, with the number of words each takes. */
const VERBS: Readonly<Record<string, { readonly words: number; readonly run: Verb }>> = {
  unit: {
    words: 4,
    run: (office, session, [id = '', name = '', kindWord = '', parent = '']) => {
      const kind = KINDS.get(kindWord)
      if (kind === undefined) return Promise.resolve(refuse(cliProblem('cli/bad-unit-kind', { kind: kindWord })))
      return addUnit(office, session, { id, name, kind, parent })
    },
  },
  person: {
    words: 2,
    run: (office, session, [id = '', name = ''], { values: { account } }) =>
      addPerson(office, session, { id, name, ...(account === undefined ? {} : { account }) }),
  },
  appoint: {
    words: 3,
    run: (office, session, [person = '', role = '', unit = '']) => appoint(office, session, { person, role, unit }),
  },
  end: { words: 1, run: (office, session, [post = '']) => endPost(office, session, post) },
}

const refuse = (problem: ReturnType<typeof cliProblem>): Result<never> => ({ ok: false, problems: [problem] })

/** `jiannuo org …`: districts, units, people and posts. */
export const orgCommand = (argv: readonly string[]): Promise<number> =>
  runCommand({ name: 'org', help: orgHelp, options: OPTIONS, run }, argv)

async function run(given: Given): Promise<number> {
  const [what = '', ...words] = given.words
  if (what === 'found' && words.length === 4) return found(given, words)
  if (what === 'show' && words.length === 0) return withSession(given.values, show)
  if (what === 'import' && words.length === 1) return bringIn(given, words[0] ?? '')
  const verb = Object.hasOwn(VERBS, what) ? VERBS[what] : undefined
  if (verb === undefined || verb.words !== words.length)
    return refuseUsage('org', [cliProblem('cli/org-words', { given: given.words.join(' ') })])
  return withSession(given.values, async (office, session) => {
    const done = await verb.run(office, session, words, given)
    if (!done.ok) return refuseWork(done.problems)
    writeOut(workLabels.done)
    return exitCode.read
  })
}

const found = (
  { values }: Given,
  [id = '', name = '', person = '', personName = '']: readonly string[],
): Promise<number> =>
  withOffice(values, async (office) => {
    const administrator = {
      id: person,
      name: personName,
      ...(values.account === undefined ? {} : { account: values.account }),
    }
    const done = await createDistrict(office, { id, name, administrator })
    if (!done.ok) return refuseWork(done.problems)
    writeOut(workLabels.founded(name, personName))
    return exitCode.read
  })

async function show(office: Office, session: Session): Promise<number> {
  const view = await office.districts.view(session.district)
  for (const { id, name, line, closed } of view.tree.all) {
    const people = view.posts
      .filter((post) => post.unit === id && post.from <= session.at && (post.to === undefined || post.to > session.at))
      .map(
        (post) =>
          `${view.persons.get(post.person)?.name ?? post.person}（${post.person}，${office.machines.roles[post.role] ?? post.role}）`,
      )
    writeOut(
      `${'  '.repeat(line.length - 1)}${name}（${id}）${closed === true ? '　已撤销' : ''}${people.length === 0 ? '' : `　${people.join('、')}`}\n`,
    )
  }
  return exitCode.read
}

/** `org import FILE.xlsx`: units and people of a sheet. */
async function bringIn({ values }: Given, path: string): Promise<number> {
  const bytes = await loadBytes(path)
  if (!bytes.ok) return refuseWork(bytes.problems)
  const sheet = await readSheet(bytes.value, nameOf(path))
  if (!sheet.ok) return refuseWork(sheet.problems)
  return withSession(values, async (office, session) => {
    const dryRun = values.check === true
    const done = await importOrganisation(office, session, sheet.value, { dryRun })
    if (!done.ok) return refuseWork(done.problems)
    const { units, people, posts, known, problems } = done.value
    await sayProblems(problems)
    if (problems.length > 0) return exitCode.failed
    writeOut(ledgerLabels.organisation(units, people, posts, known, dryRun))
    return exitCode.read
  })
}
