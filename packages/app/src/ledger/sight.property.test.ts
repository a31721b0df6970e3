import { readFileSync } from 'node:fs'
import type { Json } from '@jiannuo/engine'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { lantai, offices, testClock, valueOf } from '../../testing/kit.ts'
import {
  assessLedger,
  commitmentView,
  decideProposals,
  importDocument,
  ledgerOverview,
  type Office,
  openReturn,
  perform,
  proposalsOf,
  returnsOwed,
  selectRecords,
  type Session,
  verifyOffice,
} from '../index.ts'

const open = offices()
const SEED = 20261125
const UNITS = ['lantai-education', 'lantai-housing', 'lantai-urban', 'lantai-water']
/** Anybody: clerks, heads, a handler of the hotline's, and those of the district. */
const PEOPLE = [
  ...UNITS.flatMap((unit) => [`${unit}-a`, `${unit}-c`, `${unit}-b`]),
  'lantai-supervisor-1',
  'lantai-leader-1',
]

const step = fc.record({
  who: fc.nat(PEOPLE.length - 1),
  what: fc.nat(60),
  which: fc.nat(7),
  value: fc.integer({ min: 0, max: 5000 }),
  month: fc.integer({ min: 2, max: 11 }),
})

const FORMS: Readonly<Record<string, (value: number) => Readonly<Record<string, Json>>>> = {
  requestAdjustment: (value) => ({ newValue: value, reason: '情况有变。' }),
  grantAdjustment: () => ({ approval: '专题会议纪要' }),
  answerRed: () => ({ redAnswer: '加快推进。' }),
  apply: (value) => ({ summary: '已完成。', proof: [{ item: 's1', source: '年报', value }] }),
  sendBack: () => ({ reason: '请补充。' }),
  submit: (value) => ({ value, progress: '按计划推进。' }),
  fill: (value) => ({ value, progress: '按计划推进。' }),
  withdraw: () => ({ reason: '填错。' }),
}

interface World {
  readonly office: Office
  readonly commitments: readonly string[]
  readonly sessions: readonly Session[]
  round: number
}

const all = { district: 'lantai', person: 'x', units: 'all' } as const
const unitOf = (session: Session): string => session.posts[0]?.unit ?? ''

/** Whether a record may concern a unit: it leads, helps, or opened it. */
async function concerns(office: Office, record: string, unit: string): Promise<boolean> {
  const state = await office.store.record(all, record)
  if (state === undefined) return false
  return [state.lead, state.openedUnit, ...state.co.map((co) => co.unit)].includes(unit)
}

async function looks({ office, commitments }: World, session: Session, which: number): Promise<void> {
  const unit = unitOf(session)
  const seen = [
    ...(await selectRecords(office, session, 'commitments')),
    ...(await selectRecords(office, session, 'returns')),
  ]
  for (const { id } of seen) expect(await concerns(office, id, unit)).toBe(true)
  for (const { unit: owing } of await returnsOwed(office, session, '2026-03')) expect(owing).toBe(unit)
  const overview = await ledgerOverview(office, session)
  expect(overview.total).toBeLessThanOrEqual(seen.length)
  const one = commitments[which % commitments.length] ?? ''
  const view = await commitmentView(office, session, one)
  expect(view.ok).toBe(seen.some(({ id }) => id === one))
}

async function acts(
  world: World,
  session: Session,
  given: { what: number; which: number; value: number; month: number },
): Promise<void> {
  const { office, commitments } = world
  const unit = unitOf(session)
  const commitment = commitments[given.which % commitments.length] ?? ''
  const period = `2026-${String(given.month).padStart(2, '0')}`
  const key = `try-${world.round++}`
  if (given.what % 3 === 0) {
    const opened = await openReturn(office, session, commitment, period)
    if (opened.ok && unit !== 'lantai') expect(await concerns(office, commitment, unit)).toBe(true)
    return
  }
  if (given.what % 7 === 1) {
    const input = { commitment, period, leadUnit: unit, series: `c:${commitment}` }
    const forged = await perform(office, session, { machine: 'returns', action: 'draft', input, key })
    if (forged.ok) expect(await concerns(office, commitment, unit)).toBe(true)
    return
  }
  const returns = await selectRecords(
    office,
    { ...session, scope: all, posts: SUPERVISING, actor: { person: 'x', posts: SUPERVISING } },
    'returns',
  )
  const machine = given.what % 2 === 0 ? 'commitments' : 'returns'
  const record =
    machine === 'commitments' ? commitment : (returns[given.which % Math.max(1, returns.length)]?.id ?? commitment)
  const actions = Object.entries(office.machines.kit(machine)?.machine.actions ?? {}).filter(
    ([, { from }]) => from !== 'new',
  )
  const action = actions[given.what % actions.length]?.[0] ?? ''
  const before = await concerns(office, record, unit)
  const done = await perform(office, session, {
    machine,
    action,
    record,
    input: FORMS[action]?.(given.value) ?? {},
    key,
  })
  if (done.ok && unit !== 'lantai') expect(before).toBe(true)
  if (!done.ok && !before && unit !== 'lantai')
    expect(['app/no-record', 'engine/system-action', 'app/no-machine']).toContain(done.refusal.code)
}

const SUPERVISING = [{ id: 'x-1', person: 'x', role: 'supervisor', unit: 'lantai', from: 0 as never }]

it('A117 A116 no sequence of commands by anybody reaches rows outside their units, and the log gives all of it again', async () => {
  const clock = testClock('2026-01-27 09:00')
  const office = await open(clock)
  const { as, act } = await lantai(office)
  const supervisor = await as('lantai-supervisor-1')
  const name = 'lantai-2026-plan.txt'
  const bytes = readFileSync(new URL(`../../../../examples/${name}`, import.meta.url))
  const document = valueOf(await importDocument(office, supervisor, { bytes, name })).record
  const { items } = valueOf(await proposalsOf(office, supervisor, document))
  const chosen = items.filter(({ proposal }) => proposal.target?.adding === 'increments').slice(0, 8)
  const corrections = Object.fromEntries(
    chosen.map(({ proposal }, at) => [
      proposal.item,
      { leadUnit: UNITS[at % 4] ?? '', partners: at < 2 ? ['lantai-water'] : [] },
    ]),
  )
  const done = valueOf(
    await decideProposals(office, supervisor, document, {
      decide: 'confirm',
      items: Object.keys(corrections),
      corrections,
    }),
  )
  const commitments = Object.values(done.commitments)
  for (const [at, record] of commitments.entries()) {
    await act('lantai-supervisor-1', { machine: 'commitments', action: 'issue', record, input: {} })
    if (at < 6) await act(`${UNITS[at % 4]}-a`, { machine: 'commitments', action: 'accept', record, input: {} })
  }
  const sessions = await Promise.all(PEOPLE.map(as))
  const world: World = { office, commitments, sessions, round: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
      clock.pass(600)
      for (const one of steps) {
        const session = sessions[one.who]
        if (session === undefined) continue
        await acts(world, session, one)
        if (unitOf(session) !== 'lantai' && one.what % 4 === 0) await looks(world, session, one.which)
      }
    }),
    { numRuns: 60, seed: SEED },
  )
  await assessLedger(office, 'lantai')
  expect((await verifyOffice(office)).findings).toEqual([])
}, 120_000)
