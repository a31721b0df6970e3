// An office on a folder of its own, with the invented district in it, for benches and trials.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { foundDemoDistrict, openOffice, sessionAt } from '../packages/app/dist/index.js'
import { instantOf, plainDate } from '../packages/kernel/dist/index.js'
import { DISTRICT, MONDAY } from './hotline-life.mjs'

/** First midnight of the simulated year; posts are held from then on. */
export const NEW_YEAR = instantOf(plainDate(2025, 1, 1), 0, 480)

/**
 * Opens an office and founds the district. In a folder of its own, which `end` removes; in one that is named, `end` leaves it there.
 */
export async function freshOffice({ keep, ...options } = {}) {
  const folder = keep ?? mkdtempSync(join(tmpdir(), 'jiannuo-bench-'))
  const opened = await openOffice({ folder, now: () => MONDAY, poolSize: 10, ...options })
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
  const office = opened.value
  const founded = await foundDemoDistrict(office, NEW_YEAR)
  if (!founded.ok) throw new Error(JSON.stringify(founded.problems))
  return {
    office,
    folder,
    end: async () => {
      await office.close()
      if (keep === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Sessions of the district's people, made once each. */
export async function sessionsOf(office) {
  const view = await office.districts.view(DISTRICT)
  const known = new Map()
  return (person) => {
    if (!known.has(person)) {
      const session = sessionAt(view, DISTRICT, person, MONDAY)
      if (!session.ok) throw new Error(`${person}: ${JSON.stringify(session.problems)}`)
      known.set(person, session.value)
    }
    return known.get(person)
  }
}

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
export const percentile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]
