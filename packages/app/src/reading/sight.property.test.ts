import { availableActions, mayRead } from '@jiannuo/engine'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CASE, lantai, offices, testClock, valueOf } from '../../testing/kit.ts'
import {
  appointAll,
  addPersons,
  caseView,
  clocksAtMoment,
  duplicatesOf,
  figure,
  figureTable,
  inbox,
  type Office,
  perform,
  search,
  type Session,
  sessionOf,
  trace,
  traceRecord,
  unmask,
  verifyOffice,
} from '../index.ts'

const open = offices()

const ROLES = ['operator', 'dispatcher', 'handler', 'reviewer', 'callerBack', 'supervisor', 'leader'] as const
const UNITS = [
  'lantai',
  'lantai-urban',
  'lantai-transport',
  'lantai-water',
  'lantai-yanchi',
  'lantai-yanchi-xiyan',
  'lantai-beihe',
  'lantai-beihe-liuyin',
] as const
const AREAS = ['lantai-yanchi-xiyan', 'lantai-beihe-liuyin', 'lantai-yanchi', 'lantai-dongmen-guihua']
const CATEGORIES = ['040102', '110102', '030101', '060101']

const post = fc.record({ role: fc.constantFrom(...ROLES), unit: fc.constantFrom(...UNITS) })
const opening = fc.record({
  area: fc.constantFrom(...AREAS),
  category: fc.constantFrom(...CATEGORIES),
  kind: fc.constantFrom('complaint', 'report'),
})
const deed = fc.record({ who: fc.nat(2), record: fc.nat(3), action: fc.nat(40) })
const world = fc.record({
  posts: fc.array(fc.array(post, { minLength: 1, maxLength: 2 }), { minLength: 3, maxLength: 3 }),
  cases: fc.array(opening, { minLength: 4, maxLength: 4 }),
  deeds: fc.array(deed, { maxLength: 14 }),
})

const all = { district: 'lantai', person: 'x', units: 'all' } as const
let round = 0

/** People with the drawn posts, in a district that others use too. */
async function peopleWith(
  office: Office,
  admin: Session,
  posts: readonly (readonly { role: string; unit: string }[])[],
) {
  const ids = posts.map((_, n) => `p${round}-${n}`)
  valueOf(
    await addPersons(
      office,
      admin,
      ids.map((id) => ({ id, name: '某人' })),
    ),
  )
  const wanted = posts.flatMap((list, n) => list.map((one) => ({ ...one, person: ids[n]! })))
  const distinct = [...new Map(wanted.map((one) => [JSON.stringify(one), one])).values()]
  valueOf(await appointAll(office, admin, distinct))
  return Promise.all(ids.map(async (id) => valueOf(await sessionOf(office, 'lantai', id))))
}

const FORMS: Record<string, Record<string, string | boolean>> = {
  finish: { contacted: true, solved: true, reply: '已处理。', coExplained: '未到场。' },
  coAnswer: { done: true, answer: '已配合。' },
  record: { progress: '已查看。' },
  giveBack: { reason: 'duty', explanation: '不属本单位职责。' },
  dispatchByHand: { lead: 'lantai-water', clause: '职责规定' },
  callBack: { contacted: true, solved: false, satisfaction: 'dissatisfied' },
  urgeOrder: { reason: 'overdue', demand: '限期办结。' },
}

/** Anybody tries anything; some of it is allowed. */
async function doDeeds(
  office: Office,
  sessions: Session[],
  records: string[],
  deeds: { who: number; record: number; action: number }[],
) {
  const { machine } = office.machines.kit('hotline')!
  const names = Object.keys(machine.actions)
  for (const [n, { who, record, action: drawn }] of deeds.entries()) {
    const state = await office.store.record(all, records[record]!)
    const view = await office.districts.view('lantai')
    const context = { district: 'lantai', at: office.now(), calendar: office.calendar, settings: {}, units: view.tree }
    const possible = availableActions(machine, state, sessions[who]!.actor, context).filter(({ allowed }) => allowed)
    // Half of the time something that can be done, else whatever was drawn.
    const action =
      possible.length > 0 && drawn % 2 === 0 ? possible[drawn % possible.length]!.action : names[drawn % names.length]!
    const before = state!.seq
    const outcome = await perform(office, sessions[who]!, {
      machine: 'hotline',
      record: records[record]!,
      action,
      input: FORMS[action] ?? {},
      key: `deed-${round}-${n}`,
    })
    const readable = mayRead(machine, state!, sessions[who]!.actor, view.tree)
    if (readable || outcome.ok) continue
    // Opening is another matter: the refusal is the one that any free id would get.
    if (machine.actions[action]!.from === 'new') expect(outcome.refusal).not.toHaveProperty('state')
    else
      expect(outcome.refusal).toEqual({
        code: 'app/no-record',
        action,
        record: records[record]!,
        params: {},
        possible: [],
      })
    expect((await office.store.record(all, records[record]!))!.seq).toBe(before)
  }
}

/** Every record that any way of reading gives to a session. */
async function reached(office: Office, session: Session, records: string[]): Promise<Set<string>> {
  const found = new Set<string>()
  const add = (ids: readonly string[]) => ids.forEach((id) => records.includes(id) && found.add(id))
  for (const order of ['due', 'newest'] as const) {
    let after: string | undefined
    do {
      const page = valueOf(
        await inbox(office, session, { machine: 'hotline', order, limit: 50, ...(after ? { after } : {}) }),
      )
      add(page.rows.map(({ id }) => id))
      after = page.next
    } while (after !== undefined)
  }
  add(valueOf(await inbox(office, session, { machine: 'hotline', mine: true, limit: 200 })).rows.map(({ id }) => id))
  add(valueOf(await search(office, session, { query: '路面坑洞', limit: 100 })).map(({ id }) => id))
  const draft = await duplicatesOf(office, session, { machine: 'hotline', input: CASE, days: 400 })
  if (draft.ok) add(draft.value.map(({ id }) => id))
  for (const record of records) {
    if ((await caseView(office, session, record)).ok) found.add(record)
    if ((await clocksAtMoment(office, session, record, office.now())).ok) found.add(record)
    if ((await unmask(office, session, record, 'callerPhone', '核实')).ok) found.add(record)
    if ((await traceRecord(office, session, 'hotline.received', record)).ok) found.add(record)
  }
  return found
}

describe('sight', () => {
  it('A39 A67 no sequence of commands by a role reaches rows outside its units, and replay equals the projections', async () => {
    const clock = testClock('2025-03-03 09:00')
    const office = await open(clock)
    const { as } = await lantai(office)
    const admin = await as('lantai-admin')
    const operator = await as('lantai-operator-1')
    const dispatcher = await as('lantai-dispatcher-1')
    const { machine } = office.machines.kit('hotline')!
    await fc.assert(
      fc.asyncProperty(world, async ({ posts, cases, deeds }) => {
        round++
        const sessions = await peopleWith(office, admin, posts)
        const records: string[] = []
        for (const [n, input] of cases.entries()) {
          const done = await perform(office, operator, {
            machine: 'hotline',
            action: 'accept',
            input: { ...CASE, ...input },
            key: `open-${round}-${n}`,
          })
          if (!done.ok) throw new Error(JSON.stringify(done))
          records.push(done.value.record)
          for (const action of ['clear', 'dispatch'])
            await perform(office, dispatcher, {
              machine: 'hotline',
              record: done.value.record,
              action,
              input: {},
              key: `${action}-${round}-${n}`,
            })
        }
        await doDeeds(office, sessions, records, deeds)
        const { tree } = await office.districts.view('lantai')
        const states = new Map((await office.store.records(all, records)).map((state) => [state.id, state]))
        for (const session of sessions) {
          const given = await reached(office, session, records)
          for (const record of records) {
            const state = states.get(record)!
            expect(given.has(record)).toBe(mayRead(machine, state, session.actor, tree))
            // The oracle of the units themselves: somebody's unit is at or above one that has to do with the record.
            const about = [state.lead, state.area, state.openedUnit, ...state.co.map(({ unit }) => unit)]
            const inUnits = session.posts.some(({ unit }) =>
              about.some((id) => id !== undefined && tree.line(id).includes(unit)),
            )
            if (given.has(record)) expect(inUnits || session.scope.units === 'all').toBe(true)
          }
          await checkFigures(office, session, records)
        }
      }),
      { numRuns: Number(process.env['JIANNUO_SIGHT_RUNS'] ?? 6) },
    )
    expect((await verifyOffice(office)).findings).toEqual([])
  }, 240_000)
})

/** Figures and their records stay within the units of whoever asks. */
async function checkFigures(office: Office, session: Session, records: string[]) {
  if (session.scope.units === 'all') return
  const { tree } = await office.districts.view('lantai')
  const sight = new Set(session.scope.units.flatMap((unit) => tree.below(unit)))
  const taken = await trace(office, session, 'hotline.received', { limit: 500 })
  if (taken.ok) for (const row of taken.value.records!.rows) expect(sight.has(row.unit)).toBe(true)
  const table = await figureTable(office, session, 'hotline.dispatched', 'unit')
  if (table.ok) for (const { key } of table.value) expect(tree.below(key).some((unit) => sight.has(unit))).toBe(true)
  for (const unit of UNITS) {
    const asked = await figure(office, session, `hotline.received;unit=${unit}`)
    if (!sight.has(unit) && records.length > 0) expect(asked.ok).toBe(false)
  }
}
