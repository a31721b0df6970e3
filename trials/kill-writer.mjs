// The process that is killed: opens the office and lets cases go through their lives with eight clients, saying on its standard output
// what was acknowledged. `node kill-writer.mjs '{"engine":…}' FIRST` – FIRST is the number of the first case.
import { writeSync } from 'node:fs'
import { fireDueTimers, openOffice, performAt } from '../packages/app/dist/index.js'
import { hotline } from '../packages/systems/dist/index.js'
import { actionOf, LENGTH, MONDAY, plainCategories } from '../bench/hotline-life.mjs'
import { sessionsOf } from '../bench/office.mjs'

const options = JSON.parse(process.argv[2])
const first = Number(process.argv[3])
const CLIENTS = options.engine === 'pglite' ? 2 : 8
/** Cases begin this long after one another, so that deadlines of those before fall due while others are worked on. */
const APART = 20 * 60_000
const say = (line) => writeSync(1, `${line}\n`)

const opened = await openOffice({ ...options, now: () => MONDAY, poolSize: CLIENTS + 2 })
if (!opened.ok) {
  say(`failed ${JSON.stringify(opened.problems)}`)
  process.exit(1)
}
const office = opened.value
const session = await sessionsOf(office)
const categories = plainCategories(hotline)
say('ready')

let next = first
const client = async () => {
  for (;;) {
    const mine = next++
    const category = categories[mine % categories.length]
    const lead = hotline.settings.directory.default[category].lead
    // every third case is forgotten on the way, so that its limits run out
    const steps = mine % 3 === 0 ? 2 + (mine % 4) : LENGTH
    for (let step = 0; step < steps; step++) {
      const { person, at, command } = actionOf(mine, step, lead, categories)
      const done = await performAt(office, session(person), command, at + mine * APART)
      if (!done.ok) {
        if (done.refusal.code !== 'app/overtaken') say(`refused ${command.key} ${JSON.stringify(done.refusal)}`)
        break
      }
      say(`done ${command.key} ${done.value.record} ${done.value.seq}`)
    }
  }
}
const timers = async () => {
  for (;;) {
    const fired = await fireDueTimers(office, { until: MONDAY + (next - CLIENTS) * APART })
    if (fired > 0) say(`fired ${fired}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
// A database that goes away in mid-work ends this process; the trial starts another.
await Promise.all([...Array.from({ length: CLIENTS }, client), timers()]).catch((error) => {
  say(`lost ${String(error).slice(0, 200)}`)
  process.exit(3)
})
