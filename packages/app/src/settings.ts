import {
  checkLimit,
  type Json,
  type Limit,
  type Machine,
  type SettingDefinition,
  type SettingForm,
  settingForm,
} from '@jiannuo/engine'
import type { Instant, Result } from '@jiannuo/kernel'
import type { SettingRow } from '@jiannuo/store'
import { hotlinePresets } from '@jiannuo/systems'
import { COMMITMENTS } from './ledger/machines.ts'
import type { Office } from './office/office.ts'
import { refuse } from './office/problem.ts'
import { alterDistrict, type Alteration } from './organisation/change.ts'
import type { Session } from './organisation/session.ts'
import type { OrganisationTree } from './organisation/tree.ts'
import { phrase } from './wording.zh.ts'

/** How a setting is made. */
export interface SettingOptions {
  /** From when it holds; from now unless said. Limits that have begun keep what they began with. */
  readonly from?: Instant
  readonly key?: string
}

/** A setting as it stands, for a page. */
export interface SettingView {
  readonly setting: string
  readonly title: string
  readonly type: SettingDefinition['type']
  readonly source: string
  readonly value: Json
  /** The default. */
  readonly usual: Json
  /** Whether the district has set it; else it is the default. */
  readonly own: boolean
  /** How it is filled in, where it is a table. */
  readonly form?: SettingForm
  /** The page on which it is kept, where that is another than the one of settings. */
  readonly keptAt?: 'rules' | 'indicators'
  /** Since when it holds, when the district has set it. */
  readonly from?: Instant
  /** What comes later. */
  readonly later: readonly { readonly from: Instant; readonly value: Json }[]
}

/**
 * Sets a setting from a moment on, for every case that comes to need it then.
 *
 * @returns nothing, or `app/not-administrator`, `app/no-machine`, `app/no-setting`, `app/bad-setting` with the place in it,
 * `app/setting-past`
 */
export async function setSetting(
  office: Office,
  session: Session,
  machine: string,
  setting: string,
  value: Json,
  options: SettingOptions = {},
): Promise<Result<void>> {
  return setSettings(office, session, machine, { [setting]: value }, options)
}

/** Sets several settings in one command. Refused as a whole when one is. */
export async function setSettings(
  office: Office,
  session: Session,
  machineId: string,
  values: Readonly<Record<string, Json>>,
  { from, key }: SettingOptions = {},
): Promise<Result<void>> {
  const kit = office.machines.kit(machineId)
  if (kit === undefined) return refuse('app/no-machine', { machine: machineId })
  const now = office.now()
  if (from !== undefined && from < now) return refuse('app/setting-past')
  const alter = ({ tree }: { readonly tree: OrganisationTree }): Result<readonly Alteration[]> => {
    const alterations: Alteration[] = []
    for (const [setting, value] of Object.entries(values)) {
      const fault = checkSetting(kit.machine, tree, setting, value)
      if (fault !== undefined) return fault
      const row: SettingRow = { machine: machineId, setting, from: from ?? now, value }
      alterations.push({
        stream: `setting:${machineId}.${setting}`,
        action: 'setting.set',
        change: { table: 'setting', row },
      })
    }
    return { ok: true, value: alterations }
  }
  return alterDistrict(office, session, alter, key)
}

/** Rule sets that places have published, by machine: each lays its values over the settings as a whole. */
export const PRESETS: Readonly<Record<string, typeof hotlinePresets>> = { hotline: hotlinePresets }

/**
 * Lays a published rule set over the settings of a machine.
 *
 * @returns nothing, or `app/no-preset`, or what `setSetting` refuses
 */
export async function applyPreset(
  office: Office,
  session: Session,
  machine: string,
  preset: string,
  options: SettingOptions = {},
): Promise<Result<void>> {
  const presets = PRESETS[machine] ?? {}
  const found = Object.hasOwn(presets, preset) ? presets[preset] : undefined
  if (found === undefined)
    return refuse('app/no-preset', { preset, allowed: Object.keys(presets).join(phrase('list')) })
  return setSettings(office, session, machine, found.settings, options)
}

/** Settings that are made of more than a form can ask: each has a page and use cases of its own. */
const KEPT_AT: Readonly<Record<string, SettingView['keptAt']>> = {
  [`${COMMITMENTS}.lightRules`]: 'rules',
  [`${COMMITMENTS}.indicators`]: 'indicators',
}

/** Every setting of a machine as it stands at a moment, with what comes later. @returns the settings, or `app/no-machine` */
export async function settingsOf(
  office: Office,
  session: Session,
  machineId: string,
  at: Instant = office.now(),
): Promise<Result<readonly SettingView[]>> {
  const kit = office.machines.kit(machineId)
  if (kit === undefined) return refuse('app/no-machine', { machine: machineId })
  const view = await office.districts.view(session.district)
  const rows = view.settings.filter(({ machine }) => machine === machineId).sort((a, b) => a.from - b.from)
  const inForce = view.settingsAt(machineId, at)
  const settings = Object.entries(kit.machine.settings).map(([setting, { title, type, source, default: usual }]) => {
    const mine = rows.filter((row) => row.setting === setting)
    const current = mine.findLast((row) => row.from <= at)
    const later = mine.filter((row) => row.from > at).map(({ from, value }) => ({ from, value }))
    const form = settingForm(kit.machine, setting, inForce)
    const keptAt = KEPT_AT[`${machineId}.${setting}`]
    return {
      setting,
      title,
      type,
      source,
      value: current?.value ?? usual,
      usual,
      own: current !== undefined,
      ...(form === undefined ? {} : { form }),
      ...(keptAt === undefined ? {} : { keptAt }),
      ...(current === undefined ? {} : { from: current.from }),
      later,
    }
  })
  return { ok: true, value: settings }
}

function checkSetting(
  machine: Machine,
  tree: OrganisationTree,
  setting: string,
  value: Json,
): ReturnType<typeof refuse> | undefined {
  const definition = Object.hasOwn(machine.settings, setting) ? machine.settings[setting] : undefined
  if (definition === undefined)
    return refuse('app/no-setting', {
      machine: machine.title,
      setting,
      allowed: Object.keys(machine.settings).join(phrase('list')),
    })
  const fault = faultIn(definition, value, tree)
  if (fault === undefined) return undefined
  const where =
    fault.place === '' ? '' : phrase('setting/where', { place: placeInWords(machine, setting, fault.place) })
  return refuse('app/bad-setting', {
    setting: definition.title,
    place: fault.place,
    where,
    wanted: phrase(fault.wanted),
  })
}

/** The keys that lead to a fault, by the titles of the choices that they are. */
function placeInWords(machine: Machine, setting: string, place: string): string {
  const levels = settingForm(machine, setting)?.levels ?? []
  const keys = place.split('.')
  return keys.map((key, at) => levels[at]?.choices.find(({ code }) => code === key)?.title ?? key).join(phrase('list'))
}

interface Fault {
  readonly place: string
  readonly wanted: Parameters<typeof phrase>[0]
}

type Table = { readonly [key: string]: Json }
const isTable = (value: Json | undefined): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function faultIn(definition: SettingDefinition, value: Json, tree: OrganisationTree): Fault | undefined {
  switch (definition.type) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && value >= 0
        ? undefined
        : { place: '', wanted: 'wanted/weight' }
    case 'text':
      return typeof value === 'string' && value.trim() !== '' ? undefined : { place: '', wanted: 'wanted/text' }
    case 'boolean':
      return typeof value === 'boolean' ? undefined : { place: '', wanted: 'wanted/boolean' }
    case 'limit':
      return isLimit(value) ? undefined : { place: '', wanted: 'wanted/limit' }
    case 'list':
      return Array.isArray(value) ? undefined : { place: '', wanted: 'wanted/list' }
    case 'table':
      if (!isTable(value) || Object.keys(value).length === 0) return { place: '', wanted: 'wanted/table' }
      return faultInTable(value, definition.default, tree)
  }
}

const isUnit = (value: Json | undefined): value is Limit['unit'] =>
  value === 'workday' || value === 'day' || value === 'workhour' || value === 'hour'

function isLimit(limit: Json | undefined): boolean {
  if (!isTable(limit)) return false
  const { value, unit } = limit
  return typeof value === 'number' && isUnit(unit) && checkLimit({ value, unit }).length === 0
}

/**
 * A table has the shape of its default: where that has limits there are limits, where its rows have a title every row has one, and a
 * unit that a row names is one of the district.
 */
function faultInTable(table: Table, usual: Json, tree: OrganisationTree): Fault | undefined {
  const samples = isTable(usual) ? Object.values(usual) : []
  for (const [key, row] of Object.entries(table)) {
    const fault = faultInRow(key, row, samples, tree)
    if (fault !== undefined) return fault
  }
  return undefined
}

function faultInRow(key: string, row: Json, samples: readonly Json[], tree: OrganisationTree): Fault | undefined {
  if (samples.some(isLimit)) return isLimit(row) ? undefined : { place: key, wanted: 'wanted/limit' }
  if (!samples.some(isTable)) {
    const kinds = new Set(samples.map((sample) => typeof sample))
    return kinds.size === 0 || kinds.has(typeof row) ? undefined : { place: key, wanted: wantedOf(samples[0]) }
  }
  if (!isTable(row)) return { place: key, wanted: 'wanted/table' }
  const inner = samples.filter(isTable)
  if (inner.some((sample) => Object.values(sample).some(isLimit))) {
    const deep = faultInTable(row, Object.assign({}, ...inner), tree)
    return deep === undefined ? undefined : { ...deep, place: `${key}.${deep.place}` }
  }
  if (inner.every(({ title }) => typeof title === 'string') && typeof row['title'] !== 'string')
    return { place: key, wanted: 'wanted/title' }
  return unknownUnit(row, inner, tree) ? { place: key, wanted: 'wanted/known-unit' } : undefined
}

/** Columns of a table that name units: `lead` and `co`, where the default has them. */
function unknownUnit(row: Table, samples: readonly Table[], tree: OrganisationTree): boolean {
  const named = ['lead', 'co'].filter((column) => samples.some((sample) => Object.hasOwn(sample, column)))
  const units = named.flatMap((column): Json[] => {
    const value = row[column]
    return value === undefined ? [] : Array.isArray(value) ? [...value] : [value]
  })
  return units.some(
    (unit) => typeof unit !== 'string' || tree.unit(unit) === undefined || tree.unit(unit)?.closed === true,
  )
}

function wantedOf(sample: Json | undefined): Fault['wanted'] {
  if (typeof sample === 'number') return 'wanted/number'
  return typeof sample === 'boolean' ? 'wanted/boolean' : 'wanted/text'
}
