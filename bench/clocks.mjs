#!/usr/bin/env node
// Clocks against the naive minute-by-minute clock on random schedules, and their speed against a walk day by day.
// Exit code 1 when an answer differs; the first schedule that does is printed.
//
//   node bench/clocks.mjs [COUNT] [SEED]       after `npx tsc -b packages/engine`
import { addWorkdays, instantOf, localDate, plainDate, stateCouncilCalendar } from '../packages/kernel/dist/index.js'
import { clockAt, dueOf, markAt, ordinaryOffice } from '../packages/engine/dist/clock/index.js'
import { clockComparer } from '../packages/engine/dist/testing/compare-clocks.js'

const count = Number(process.argv[2] ?? 20_000)
const seed = Number(process.argv[3] ?? 7)
if (!Number.isSafeInteger(count) || count < 1 || !Number.isSafeInteger(seed)) {
  console.error('node bench/clocks.mjs [COUNT] [SEED], both whole numbers')
  process.exit(2)
}

const began = performance.now()
const cpuBegan = process.cpuUsage()
const compare = clockComparer(seed)
const met = {}
let mismatches = 0
let first
for (let done = 0; done < count; ) {
  const part = compare(Math.min(50_000, count - done))
  done += part.runs
  mismatches += part.mismatches.length
  first ??= part.mismatches[0]
  for (const [kind, times] of Object.entries(part.met)) met[kind] = (met[kind] ?? 0) + times
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${count}`)
}
if (process.stderr.isTTY) process.stderr.write('\r\x1b[K')
const seconds = (performance.now() - began) / 1000
const cpu = process.cpuUsage(cpuBegan).user / 1e6
console.log(
  `clocks  ${count} schedules, ${count * 2} readings, ${count} marks against the naive clock: ${mismatches} mismatches, seed ${seed}, ${seconds.toFixed(1)} s (${cpu.toFixed(1)} s of one core)`,
)
console.log(
  `        ${Object.entries(met)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, times]) => `${kind} ${times}`)
    .join('; ')}`,
)
if (first !== undefined) console.error(JSON.stringify(first, undefined, 2))
process.exitCode = mismatches > 0 ? 1 : 0

// 15 working days, as most cases have them, from ten starts all over the years
const starts = Array.from({ length: 10 }, (_, i) => instantOf(plainDate(2024 + (i % 3), 1 + i, 10 + i), 570, 480))
const run = (unit, value, parts) =>
  starts.map((startedAt) => ({
    limit: { value, unit },
    rule: { lastDay: 'midnight', roll: true },
    startedAt,
    pauses: [],
    extensions: [],
    ...parts?.(startedAt),
  }))
const paused = (startedAt) => ({
  pauses: [0, 3, 6].map((day) => ({
    from: startedAt + day * 86_400_000,
    to: startedAt + (day + 1) * 86_400_000,
    reason: '补正材料',
    approver: '分管负责人',
  })),
})

/** Nanoseconds a call, the best of some rounds. */
function cost(work, calls = 300_000) {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < 7; round++) {
    const from = performance.now()
    for (let i = 0; i < calls; i++) work(i % starts.length)
    best = Math.min(best, performance.now() - from)
  }
  return (best / calls) * 1e6
}

const workdays = run('workday', 15)
const walk = cost((i) => addWorkdays(stateCouncilCalendar, localDate(workdays[i].startedAt, 480), 15), 30_000)
const lines = [
  ['due     15 working days', run('workday', 15), (r) => dueOf(r, ordinaryOffice)],
  ['due     the same, three pauses', run('workday', 15, paused), (r) => dueOf(r, ordinaryOffice)],
  ['due     30 natural days with roll', run('day', 30), (r) => dueOf(r, ordinaryOffice)],
  ['due     100 office hours', run('workhour', 100), (r) => dueOf(r, ordinaryOffice)],
  ['due     24 hours', run('hour', 24), (r) => dueOf(r, ordinaryOffice)],
  ['reading 15 working days', workdays, (r) => clockAt(r, ordinaryOffice, r.startedAt + 864e6)],
  [
    'mark    one working day before',
    workdays,
    (r) => markAt(r, { before: { value: 1, unit: 'workday' } }, ordinaryOffice),
  ],
]
console.log(`walk    15 working days, day by day (kernel)  ${walk.toFixed(0)} ns`)
for (const [name, runs, ask] of lines) {
  const ns = cost((i) => ask(runs[i]))
  console.log(`${name.padEnd(46)}${ns.toFixed(0)} ns, ${(walk / ns).toFixed(1)} times the speed of the walk`)
}
