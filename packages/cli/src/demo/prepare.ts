import { readFile } from 'node:fs/promises'
import {
  demoYear,
  type DemoTexts,
  foundDemoDistrict,
  foundDemoLedger,
  LANTAI,
  type Office,
  simulate,
  simulateYear,
} from '@jiannuo/app'
import { addDays, type Instant, instantOf, localDate, plainDate } from '@jiannuo/kernel'
import { refuseWork } from '../command/run-command.ts'
import { demoLabels } from '../labels/demo.zh.ts'
import { startWork } from '../terminal/work.ts'

/** The months before today, so that what is under way is under way now. */
const DAYS = 120
const SEED = 7
/** Hotline cases unless said. */
export const CASES = 400
const FIRMS = 60
/** How much of a real district the other systems are played at: a few dozen cases of each. */
const SCALE = 0.02

/** The day from which the invented district has worked. */
export function startOf(office: Office): Instant {
  const { utcOffset } = office.calendar
  return instantOf(addDays(localDate(office.now(), utcOffset), -DAYS), 0, utcOffset)
}

/** The texts that the ledger is loaded from; absent where the command stands apart from the examples. */
const TEXTS = ['lantai-2025-plan.txt', 'lantai-2025-report.txt', 'lantai-2026-plan.txt']
/** How far up the folder of the examples may lie, from the built files or from the bundle. */
const LEVELS = 5

async function demoTexts(): Promise<DemoTexts | undefined> {
  for (let level = 1; level <= LEVELS; level += 1) {
    const folder = new URL(`${'../'.repeat(level)}examples/`, import.meta.url)
    const files = await Promise.all(
      TEXTS.map(async (name) => ({ name, text: await readFile(new URL(name, folder), 'utf8').catch(() => undefined) })),
    )
    const found = files.flatMap(({ name, text }) => (text === undefined ? [] : [{ name, text }]))
    if (found.length === TEXTS.length) return { files: found }
  }
  return undefined
}

/** Founds the district and lets its people work for some months, unless that has been done. */
export async function prepare(office: Office, cases: number): Promise<number | undefined> {
  const start = startOf(office)
  const known = (await office.store.districts()).includes(LANTAI.id)
  const { utcOffset } = office.calendar
  const january = instantOf(plainDate(demoYear(localDate(office.now(), utcOffset)), 1, 1), 0, utcOffset)
  const founded = await foundDemoDistrict(office, january < start ? january : start)
  if (!founded.ok) return refuseWork(founded.problems)
  if (known) return undefined
  const work = startWork(process.stderr)
  const texts = await demoTexts()
  if (texts !== undefined) {
    work.progress(0, undefined, demoLabels.loading)
    const ledger = await foundDemoLedger(office, texts)
    if (!ledger.ok) return refuseWork(ledger.problems)
  }
  for (const [machine, count] of [
    ['hotline', cases],
    ['above-scale-firms', FIRMS],
  ] as const) {
    const done = await simulate(office, {
      machine,
      cases: count,
      seed: SEED,
      from: start,
      days: DAYS,
      progress: work.progress,
    })
    if (!done.ok) return refuseWork(done.problems)
  }
  const others = office.machines.ids.filter((machine) => machine !== 'hotline' && machine !== 'above-scale-firms')
  const done = await simulateYear(office, {
    scale: SCALE,
    seed: SEED,
    from: start,
    days: DAYS,
    machines: others,
    progress: work.progress,
  })
  if (!done.ok) return refuseWork(done.problems)
  work.end()
  return undefined
}
