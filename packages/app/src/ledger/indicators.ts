import { isObject, type Json } from '@jiannuo/engine'
import type { Result } from '@jiannuo/kernel'
import { type Dictionary, dictionaryOf, type Indicator } from '@jiannuo/plan'
import type { Office } from '../office/office.ts'
import { refuse } from '../office/problem.ts'
import type { Session } from '../organisation/session.ts'
import { setSetting } from '../settings.ts'
import { COMMITMENTS } from './machines.ts'

/** The setting that holds a district's own indicators and which ones were found to be the same. */
const SETTING = 'indicators'

/** A district's own part of the dictionary, as it is kept. */
export interface OwnIndicators {
  readonly added: readonly Indicator[]
  /** Indicator id → the id that it is the same as. */
  readonly merged: Readonly<Record<string, string>>
}

const dictionaries = new WeakMap<object, Dictionary>()
const NOTHING: Json = {}

/** The setting was made by `keepOwn` alone, after the dictionary had accepted it; what has no id and no name was not. */
function isIndicator(row: Json): row is Json & Indicator {
  return (
    isObject(row) && typeof row['id'] === 'string' && typeof row['name'] === 'string' && Array.isArray(row['units'])
  )
}

function ownOf(value: Json): OwnIndicators {
  const { added = [], merged = {} } = isObject(value) ? value : {}
  const list: readonly Json[] = Array.isArray(added) ? added : []
  return {
    added: list.filter(isIndicator),
    merged: isObject(merged)
      ? Object.fromEntries(Object.entries(merged).flatMap(([id, to]) => (typeof to === 'string' ? [[id, to]] : [])))
      : {},
  }
}

/** The dictionary of a district: the one that ships, with what the district has added and merged. */
export async function dictionaryFor(office: Office, district: string): Promise<Dictionary> {
  const value = await settingOf(office, district)
  const key = isObject(value) ? value : {}
  const known = dictionaries.get(key)
  if (known !== undefined) return known
  const made = dictionaryOf(ownOf(value))
  // What cannot be a dictionary was never accepted; should it stand there all the same, the shipped one holds.
  const plain = made.ok ? made : dictionaryOf({})
  if (!plain.ok) throw new Error('the dictionary that ships is broken')
  dictionaries.set(key, plain.value)
  return plain.value
}

async function settingOf(office: Office, district: string): Promise<Json> {
  const view = await office.districts.view(district)
  return view.settingsAt(COMMITMENTS, office.now())[SETTING] ?? NOTHING
}

/**
 * Says that two indicators are the same: what goes by the first counts as the second from now on. Nothing that was recorded changes.
 *
 * @returns nothing, or `app/not-administrator`, `app/no-indicator`, or problems of the dictionary such as a circle
 */
export async function mergeIndicators(
  office: Office,
  session: Session,
  from: string,
  into: string,
): Promise<Result<void>> {
  const dictionary = await dictionaryFor(office, session.district)
  if (!dictionary.indicators.has(into) && !into.startsWith('x:')) return refuse('app/no-indicator', { indicator: into })
  const own = ownOf(await settingOf(office, session.district))
  return keepOwn(office, session, { ...own, merged: { ...own.merged, [from]: into } })
}

/** Adds an indicator of the district's own. @returns nothing, or `app/not-administrator`, or problems of the dictionary */
export async function addIndicator(office: Office, session: Session, indicator: Indicator): Promise<Result<void>> {
  const own = ownOf(await settingOf(office, session.district))
  const others = own.added.filter(({ id }) => id !== indicator.id)
  return keepOwn(office, session, { ...own, added: [...others, indicator] })
}

async function keepOwn(office: Office, session: Session, own: OwnIndicators): Promise<Result<void>> {
  const made = dictionaryOf(own)
  if (!made.ok) return { ok: false, problems: made.problems }
  return setSetting(office, session, COMMITMENTS, SETTING, JSON.parse(JSON.stringify(own)))
}
