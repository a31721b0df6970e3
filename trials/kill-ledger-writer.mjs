// The process that is killed: imports plans, confirms them, gives commitments out, and lets returns come and be approved, saying on its standard
// output what was acknowledged. `node kill-ledger-writer.mjs '{"folder":…}' ROUND`
import { readFileSync, writeSync } from 'node:fs'
import {
  assessLedger,
  decideProposals,
  importDocument,
  openOffice,
  openReturn,
  perform,
} from '../packages/app/dist/index.js'
import { instant, instantOf, plainDate } from '../packages/kernel/dist/index.js'
import { sessionsOf } from '../bench/office.mjs'

const options = JSON.parse(process.argv[2])
const round = Number(process.argv[3])
const say = (line) => writeSync(1, `${line}\n`)
let now = instantOf(plainDate(2026, 1, 27), 540, 480) + round * 1000
const opened = await openOffice({ ...options, now: () => instant(now), poolSize: 6 })
if (!opened.ok) {
  say(`failed ${JSON.stringify(opened.problems)}`)
  process.exit(1)
}
const office = opened.value
const session = await sessionsOf(office)
const supervisor = session('lantai-supervisor-1')
const plan = readFileSync(new URL('../examples/lantai-2026-plan.txt', import.meta.url), 'utf8')
const UNITS = ['lantai-education', 'lantai-housing', 'lantai-urban', 'lantai-water']
say('ready')

const told = (key, done) => {
  if (done.ok) say(`done ${key} ${done.value.record} ${done.value.seq}`)
  else if (done.refusal.code !== 'app/overtaken') say(`refused ${key} ${JSON.stringify(done.refusal)}`)
  return done.ok
}
const act = async (person, machine, action, record, input, key) =>
  told(key, await perform(office, session(person), { machine, action, record, input, key }))

async function life(record, index, unit) {
  if (!(await act('lantai-supervisor-1', 'commitments', 'issue', record, {}, `issue:${record}`))) return
  if (!(await act(`${unit}-a`, 'commitments', 'accept', record, {}, `accept:${record}`))) return
  for (const month of ['02', '03', '04']) {
    const period = `2026-${month}`
    const drafted = await openReturn(office, session(`${unit}-a`), record, period)
    if (!told(`return:${record}:${period}`, drafted)) return
    const input = { value: 10 * Number(month) + index, progress: `本月累计${index}。` }
    const id = drafted.value.record
    if (!(await act(`${unit}-a`, 'returns', 'submit', id, input, `submit:${id}`))) return
    if (!(await act('lantai-supervisor-1', 'returns', 'approve', id, {}, `approve:${id}`))) return
  }
}

for (let copy = 0; ; copy++) {
  // Every import is a file of its own.
  const text = plan.replace('制定本计划。', `制定本计划（第${round * 100 + copy}稿）。`)
  const imported = await importDocument(office, supervisor, {
    bytes: new TextEncoder().encode(text),
    name: 'plan.txt',
    own: true,
  })
  if (!imported.ok) {
    say(`failed ${JSON.stringify(imported.problems)}`)
    break
  }
  const document = imported.value.record
  say(`imported ${document}`)
  const unit = UNITS[(round + copy) % UNITS.length]
  const items = Array.from({ length: 30 }, (_, index) => `s${index + 1}`)
  const corrections = Object.fromEntries(items.map((item) => [item, { leadUnit: unit }]))
  const confirmed = await decideProposals(office, supervisor, document, { decide: 'confirm', items, corrections })
  if (!confirmed.ok) {
    say(`failed ${JSON.stringify(confirmed.problems)}`)
    break
  }
  const records = Object.values(confirmed.value.commitments)
  say(`confirmed ${document} ${records.join(',')}`)
  await Promise.all(
    [0, 1, 2, 3].map(async (lane) => {
      for (let index = lane; index < records.length; index += 4) await life(records[index], index, unit)
    }),
  ).catch((error) => {
    say(`lost ${String(error).slice(0, 200)}`)
    process.exit(3)
  })
  now += 60_000
  await assessLedger(office, 'lantai')
}
