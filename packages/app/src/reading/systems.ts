import { availableActions, importAction } from '@jiannuo/engine'
import type { ValueCount } from '@jiannuo/store'
import { contextAt } from '../command/decide.ts'
import type { DistrictView } from '../office/district-view.ts'
import type { Kit } from '../office/machines.ts'
import type { Office } from '../office/office.ts'
import type { Session } from '../organisation/session.ts'
import { behindDay, countFilter } from './case-query.ts'
import { readsMachine } from './seen.ts'
import { waitingFor } from './waiting.ts'

/** A system that the session may look into, and what is to be done in it. */
export interface SystemView {
  readonly machine: string
  readonly system: string
  readonly title: string
  readonly noun: string
  readonly kind: 'loop' | 'register'
  readonly purpose: string
  /** Open records in sight. */
  readonly open: number
  /** Of these, what waits for the session to move it on. */
  readonly waiting: number
  readonly overdue: number
  /** Due later today. */
  readonly today: number
  readonly mayOpen: boolean
}

/** Every system that the session may look into, in the order of the catalogue. */
export async function systemsOf(office: Office, session: Session): Promise<readonly SystemView[]> {
  const view = await office.districts.view(session.district)
  const kits = office.machines.ids.flatMap((id) => {
    const kit = office.machines.kit(id)
    return kit !== undefined && readsMachine(kit, session) ? [kit] : []
  })
  return Promise.all(kits.map((kit) => systemView(office, session, view, kit)))
}

async function systemView(office: Office, session: Session, view: DistrictView, kit: Kit): Promise<SystemView> {
  const { id, system, title, noun, kind, purpose } = kit.machine
  const counted = await countsOf(office, session, view, kit)
  const mayOpen = mayImport(office, session, view, kit)
  return { machine: id, system, title, noun, kind, purpose, ...counted, mayOpen }
}

/** Whether the session may do what an import would: open records by the first action that opens any. */
export function mayImport(office: Office, session: Session, view: DistrictView, { machine }: Kit): boolean {
  const first = importAction(machine)
  const context = contextAt(office, view, machine.id, office.now())
  return availableActions(machine, undefined, session.actor, context).some(
    ({ action, allowed }) => allowed && action === first,
  )
}

type Counted = Pick<SystemView, 'open' | 'waiting' | 'overdue' | 'today'>

const sum = (rows: readonly ValueCount[]): number => rows.reduce((total, { count }) => total + count, 0)

async function countsOf(office: Office, session: Session, view: DistrictView, kit: Kit): Promise<Counted> {
  const { id, clocks } = kit.machine
  const all = { machine: id, open: true }
  const states = await office.store.counts(session.scope, all, 'state')
  const open = sum(states)
  if (open === 0) return { open, waiting: 0, overdue: 0, today: 0 }
  const waiting = waitingFor(kit, session, view.tree)
  const count = async (filter: object): Promise<number> =>
    sum(await office.store.counts(session.scope, { ...all, ...filter }, 'state'))
  const hasClocks = Object.keys(clocks).length > 0
  const [mine, overdue, due] = await Promise.all([
    waiting.leads === undefined
      ? sum(states.filter(({ value }) => waiting.states.includes(value)))
      : count(countFilter(office, kit, session, view, { machine: id, mine: true })),
    hasClocks ? count({ dueBefore: office.now() }) : 0,
    hasClocks ? count({ dueBefore: behindDay(office) }) : 0,
  ])
  return { open, waiting: mine, overdue, today: due - overdue }
}
