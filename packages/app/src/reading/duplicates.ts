import type { Json, RecordState } from '@jiannuo/engine'
import { instant, MS_PER_DAY, type Result } from '@jiannuo/kernel'
import type { RecordListed } from '@jiannuo/store'
import type { DistrictView } from '../office/district-view.ts'
import type { Kit } from '../office/machines.ts'
import type { Office } from '../office/office.ts'
import { refuse } from '../office/problem.ts'
import type { Session } from '../organisation/session.ts'
import { phrase } from '../wording.zh.ts'
import { type InboxRow, inboxRow } from './inbox.ts'
import { openedFields } from './opened.ts'
import { findSeen, readableRows, readsMachine } from './seen.ts'

/** What is about to be registered, before it is. */
export interface Draft {
  readonly machine: string
  readonly input: Readonly<Record<string, Json>>
  /** Street or community where the matter lies. */
  readonly area?: string
  /** Records opened in so many days before now are looked at; 30 unless said. */
  readonly days?: number
  /** The record itself, when it is registered already. */
  readonly except?: string
}

/** Why a record may be about the same matter. */
export type DuplicateReason = 'sameCaller' | 'similar' | 'sameArea' | 'sameCategory'

/** A record that may be about the same matter, the likeliest first. */
export interface Duplicate extends InboxRow {
  readonly reasons: readonly DuplicateReason[]
  /** The reasons in words. */
  readonly why: string
  /** Share of words in common with the draft, 0 to 1. */
  readonly alike: number
}

const DAYS = 30
const LOOKED_AT = 60
const GIVEN = 20
/** Two reports of one matter, told by two people, share about a third of their words and pairs of characters. */
const SIMILAR = 0.3

/**
 * Records that may be about the same matter as a draft: of the same caller, or with similar words in the same area, opened lately.
 * Only records that the session may read, and of the caller only that it is the same.
 *
 * @returns the candidates, or `app/no-machine`, `app/not-a-reader`
 */
export async function duplicatesOf(
  office: Office,
  session: Session,
  draft: Draft,
): Promise<Result<readonly Duplicate[]>> {
  const kit = office.machines.kit(draft.machine)
  if (kit === undefined) return refuse('app/no-machine', { machine: draft.machine })
  if (!readsMachine(kit, session)) return refuse('app/not-a-reader', { machine: kit.machine.title })
  const view = await office.districts.view(session.district)
  const callers = await ofSameCaller(office, session, kit, draft)
  const nearby = await inSameArea(office, session, kit, view, draft)
  const rows = new Map([...callers, ...nearby].map((row) => [row.id, row]))
  if (draft.except !== undefined) rows.delete(draft.except)
  const readable = await readableRows(office, session, view, [...rows.values()], () => kit)
  const states = await office.store.records(
    session.scope,
    readable.map(({ id }) => id),
  )
  const byId = new Map(states.map((state) => [state.id, state]))
  const same = new Set(callers.map(({ id }) => id))
  const words = wordsOf(office, kit, draft.input)
  const judged = readable.map((row) => judge(office, kit, view, draft, row, byId.get(row.id), words, same.has(row.id)))
  const likely = judged.filter(({ reasons }) => reasons.includes('sameCaller') || reasons.includes('similar'))
  return { ok: true, value: likely.sort(byLikelihood).slice(0, GIVEN) }
}

/**
 * The same for a record that is registered already, by what it says; its caller is compared without being shown to anybody.
 *
 * @returns the candidates, or `app/no-record`, `app/not-a-reader`
 */
export async function duplicatesOfRecord(
  office: Office,
  session: Session,
  record: string,
): Promise<Result<readonly Duplicate[]>> {
  const seen = await findSeen(office, session, record)
  if (!seen.ok) return seen
  const { kit, state } = seen.value
  const opened = await openedFields(office, session, seen.value)
  const input = { ...state.fields }
  for (const id of kit.lookups) input[id] = opened.get(id) ?? null
  const { area } = state
  return duplicatesOf(office, session, {
    machine: state.machine,
    input,
    except: record,
    ...(area === undefined ? {} : { area }),
  })
}

const byLikelihood = (a: Duplicate, b: Duplicate): number =>
  weight(b) - weight(a) || b.openedAt - a.openedAt || (a.id < b.id ? -1 : 1)
const weight = ({ reasons, alike }: Duplicate): number => alike + (reasons.includes('sameCaller') ? 1 : 0)

async function ofSameCaller(
  office: Office,
  session: Session,
  kit: Kit,
  { input }: Draft,
): Promise<readonly RecordListed[]> {
  const lookups = kit.lookups.flatMap((id) => {
    const value = input[id]
    return typeof value === 'string' && value.trim() !== ''
      ? [office.store.secrets.lookup(session.district, id, value.trim())]
      : []
  })
  return office.store.sameLookup(session.scope, lookups, { machine: kit.machine.id, limit: LOOKED_AT })
}

/** The street as a whole when a community is given: callers seldom know where one community ends. */
async function inSameArea(
  office: Office,
  session: Session,
  kit: Kit,
  { tree }: DistrictView,
  { area, days = DAYS }: Draft,
): Promise<readonly RecordListed[]> {
  const street = area === undefined ? undefined : (tree.line(area).at(-2) ?? area)
  return office.store.list(session.scope, {
    machine: kit.machine.id,
    openedFrom: instant(Math.max(0, office.now() - days * MS_PER_DAY)),
    order: 'newest',
    limit: LOOKED_AT,
    ...(street === undefined ? {} : { area: tree.below(street) }),
  })
}

function judge(
  office: Office,
  kit: Kit,
  view: DistrictView,
  draft: Draft,
  row: RecordListed,
  state: RecordState | undefined,
  words: ReadonlySet<string>,
  sameCaller: boolean,
): Duplicate {
  const alike = state === undefined ? 0 : share(words, wordsOf(office, kit, state.fields))
  const { categoryField } = kit.machine
  const reasons: DuplicateReason[] = []
  if (sameCaller) reasons.push('sameCaller')
  if (alike >= SIMILAR) reasons.push('similar')
  if (draft.area !== undefined && row.area === draft.area) reasons.push('sameArea')
  if (categoryField !== undefined && draft.input[categoryField] === row.category) reasons.push('sameCategory')
  const why = reasons.map((reason) => phrase(`why/${reason}`)).join(phrase('list'))
  return { ...inboxRow(office, kit, view, row), reasons, why, alike }
}

function wordsOf(office: Office, kit: Kit, fields: Readonly<Record<string, Json>>): ReadonlySet<string> {
  const text = kit.searched.map((id) => fields[id]).filter((value) => typeof value === 'string')
  return new Set(office.segment(text.join('\n')).split(' '))
}

/** Words in common, as a share of those of the shorter text: a short report may lie whole inside a long one. */
function share(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const least = Math.min(a.size, b.size)
  if (least === 0) return 0
  let common = 0
  for (const word of a) if (b.has(word)) common++
  return Math.round((100 * common) / least) / 100
}
