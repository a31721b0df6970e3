// Case actions a second through the use case (permission, decision, event, projection, measure deltas) beside the same SQL sent
// bare in one statement, at 1 and at 8 clients. Blocks of both alternate in one run on one database: what the use case wrote is
// captured and sent again, word for word, for another district.
import { performAt } from '../packages/app/dist/index.js'
import { commitPayload, settingsOf } from '../packages/store/dist/index.js'
import { hotline } from '../packages/systems/dist/index.js'
import { actionOf, DISTRICT, LENGTH, plainCategories, recordOf } from './hotline-life.mjs'
import { freshOffice, median, sessionsOf } from './office.mjs'

const CASES = Number(process.env.JIANNUO_BENCH_CASES ?? 150)
const ROUNDS = Number(process.env.JIANNUO_BENCH_ROUNDS ?? 7)
const categories = plainCategories(hotline)

const { office, end } = await freshOffice()
const session = await sessionsOf(office)
const captured = []
const { store } = office
const real = store.commit.bind(store)
const recording = { ...store, commit: (scope, commit) => (captured.push({ scope, commit }), real(scope, commit)) }
const recorder = { ...office, store: recording }

let number = 0

async function throughUseCase(clients) {
  captured.length = 0
  const first = number
  number += CASES
  let next = first
  const began = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (next < number) {
        const mine = next++
        let lead
        for (let step = 0; step < LENGTH; step++) {
          const { person, at, command } = actionOf(mine, step, lead, categories)
          const done = await performAt(recorder, session(person), command, at)
          if (!done.ok) throw new Error(`${recordOf(mine)} ${command.action}: ${JSON.stringify(done.refusal)}`)
          if (command.action === 'dispatch') lead = hotline.settings.directory.default[opened(mine)].lead
        }
      }
    }),
  )
  return (CASES * LENGTH) / ((performance.now() - began) / 1000)
}

const opened = (mine) => categories[mine % categories.length]

async function bare(clients) {
  // by client in the order in which each case's steps must come
  const byRecord = Map.groupBy ? Map.groupBy(captured, recordKey) : grouped(captured)
  const lines = [...byRecord.values()].map((list) =>
    list.map(({ scope, commit }) => ({
      settings: settingsOf({ ...scope, district: 'bare' }),
      ...commitPayload(commit),
    })),
  )
  let next = 0
  const began = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (next < lines.length) {
        for (const { settings, text, params, name } of lines[next++]) {
          const { rows } = await store.database.once('app', settings, text, params, { name })
          if (rows[0].outcome !== null) throw new Error(`bare: ${JSON.stringify(rows[0].outcome)}`)
        }
      }
    }),
  )
  return captured.length / ((performance.now() - began) / 1000)
}

const recordKey = ({ commit }) => commit.streams[0].stream
function grouped(list) {
  const groups = new Map()
  for (const one of list) {
    const key = recordKey(one)
    if (groups.has(key)) groups.get(key).push(one)
    else groups.set(key, [one])
  }
  return groups
}

try {
  for (const clients of [1, 8]) {
    await throughUseCase(clients)
    await bare(clients)
    const rates = { use: [], bare: [] }
    for (let round = 0; round < ROUNDS; round++) {
      rates.use.push(await throughUseCase(clients))
      rates.bare.push(await bare(clients))
    }
    const ratio = median(rates.use.map((rate, at) => rate / rates.bare[at]))
    console.log(
      `actions ${clients} client${clients > 1 ? 's' : ' '}  use case ${median(rates.use).toFixed(0)}/s, bare ${median(rates.bare).toFixed(0)}/s, ratio ${ratio.toFixed(2)}  (at least 0.6)`,
    )
  }
} finally {
  await end()
}
