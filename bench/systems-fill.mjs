// Records of the declared systems, played from the worked examples of their definitions through the use cases: a database of bench/scale.mjs holds
// millions of hotline cases and nothing else.
import { createHash } from 'node:crypto'
import { performAt } from '../packages/app/dist/index.js'
import { parseInstant } from '../packages/kernel/dist/index.js'
import { DISTRICT } from './hotline-life.mjs'

const COPIES = 40

const momentOf = (text) => {
  const read = parseInstant(text)
  if (!read.ok) throw new Error(text)
  return read.value
}

const scope = { district: DISTRICT, person: 'bench', units: 'all' }

/** Somebody who holds just the post that a step is done by. */
const sessionFor = ({ role, unit, person = `bench-${role}-${unit}` }) => ({
  district: DISTRICT,
  person,
  name: person,
  posts: [],
  actor: { person, posts: [{ role, unit }] },
  scope: { ...scope, person },
  at: 0,
})

/** Names of the example's records become ids, stand-ins for files the hash of a file that is there. */
function real(value, ids, file) {
  if (typeof value === 'string') return ids.get(value) ?? (/^([0-9a-f])\1{63}$/.test(value) ? file : value)
  if (Array.isArray(value)) return value.map((one) => real(one, ids, file))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, real(one, ids, file)]))
}

/** Plays one example; steps of the machine are left to it. @returns ids of its records */
async function play(office, machine, example, prefix, file) {
  const names = [...new Set(example.steps.map(({ record = 'r1' }) => record))]
  const ids = new Map(names.map((name, at) => [name, `${prefix}-${at + 1}`]))
  for (const [at, step] of example.steps.entries()) {
    if (step.role === undefined) continue
    const { record = 'r1', action, input = {} } = step
    await performAt(
      office,
      sessionFor(step),
      { machine, record: ids.get(record), action, input: real(input, ids, file), key: `${prefix}:${at}` },
      momentOf(step.at),
    )
  }
  return [...ids.values()]
}

/**
 * Fills what is missing, and says what pages there are of it.
 *
 * @returns title, paths and who asks for them
 */
export async function pathsOfSystems(office) {
  const bytes = Buffer.from('bench evidence')
  await office.store.files.put(scope, bytes, 'text/plain')
  const file = createHash('sha256').update(bytes).digest('hex')
  const made = {}
  for (const machine of ['projects', 'hazards', 'proposals']) {
    const { examples } = office.catalogue.machine(machine)
    made[machine] = []
    for (let copy = 0; copy < COPIES; copy++)
      made[machine].push(...(await play(office, machine, examples[0], `bench-${machine}-${copy}`, file)))
  }
  const there = async (ids) => (await office.store.records(scope, ids)).map(({ id }) => id)
  const [projects, hazards] = [await there(made.projects), await there(made.hazards)]
  const as = 'lantai-supervisor-1'
  const paths = (ids, tail = '') => ids.map((id) => `/api/records/${id}${tail}`)
  const index = office.catalogue.indexes[0]?.id
  return [
    { title: 'project', paths: paths(projects), as },
    { title: 'project, its curve', paths: paths(projects, '/curve'), as },
    { title: 'project, what points to it', paths: paths(projects, '/related'), as },
    { title: 'hazard', paths: paths(hazards), as },
    { title: 'index', paths: [`/api/indexes/${index}`], as },
  ].filter((one) => one.paths.length > 0)
}
