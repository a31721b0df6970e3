import { CHINA_OFFSET, parseInstant } from '@jiannuo/kernel'
import { type OfficeCalendar, ordinaryOffice } from '../clock/index.ts'
import type { Actor, Context, Post, Settings, UnitTree } from '../model/run.ts'

/** What a unit of the invented district is. */
export type UnitKind = 'district' | 'department' | 'street' | 'community' | 'grid'

/** One unit of the invented district. */
export interface SimulatedUnit {
  readonly id: string
  readonly name: string
  readonly kind: UnitKind
  /** The unit above it; none for the district. */
  readonly parent?: string
}

/** An invented district, small enough to be held in mind. */
export interface SimulatedDistrict extends UnitTree {
  readonly id: string
  /** Every unit, parents first. */
  readonly units: readonly SimulatedUnit[]
  /** Unit id → name. */
  readonly names: ReadonlyMap<string, string>
}

const unit = (id: string, name: string, kind: UnitKind, parent?: string): SimulatedUnit =>
  parent === undefined ? { id, name, kind } : { id, name, kind, parent }

const UNITS: readonly SimulatedUnit[] = [
  unit('lantai', '兰台区', 'district'),
  unit('lantai-line', '兰台区热线办', 'department', 'lantai'),
  unit('lantai-housing', '兰台区住建局', 'department', 'lantai'),
  unit('lantai-urban', '兰台区城管局', 'department', 'lantai'),
  unit('lantai-water', '兰台区水务局', 'department', 'lantai'),
  unit('lantai-statistics', '兰台区统计局', 'department', 'lantai'),
  unit('lantai-commerce', '兰台区商务局', 'department', 'lantai'),
  unit('lantai-industry', '兰台区经信局', 'department', 'lantai'),
  unit('lantai-planning', '兰台区自然资源和规划局', 'department', 'lantai'),
  unit('lantai-ecology', '兰台区生态环境分局', 'department', 'lantai'),
  unit('lantai-transport', '兰台区交通运输局', 'department', 'lantai'),
  unit('lantai-market', '兰台区市场监管局', 'department', 'lantai'),
  unit('lantai-emergency', '兰台区应急管理局', 'department', 'lantai'),
  unit('lantai-labour', '兰台区人社局', 'department', 'lantai'),
  unit('lantai-education', '兰台区教育局', 'department', 'lantai'),
  unit('lantai-health', '兰台区卫健局', 'department', 'lantai'),
  unit('lantai-civil', '兰台区民政局', 'department', 'lantai'),
  unit('lantai-dongmen', '东门街道', 'street', 'lantai'),
  unit('lantai-beihe', '北河街道', 'street', 'lantai'),
  unit('lantai-dongmen-guihua', '桂花社区', 'community', 'lantai-dongmen'),
  unit('lantai-dongmen-shiqiao', '石桥社区', 'community', 'lantai-dongmen'),
  unit('lantai-beihe-liuyin', '柳荫社区', 'community', 'lantai-beihe'),
  unit('lantai-beihe-xinyuan', '新苑社区', 'community', 'lantai-beihe'),
  unit('lantai-dongmen-guihua-1', '桂花社区第一网格', 'grid', 'lantai-dongmen-guihua'),
  unit('lantai-dongmen-guihua-2', '桂花社区第二网格', 'grid', 'lantai-dongmen-guihua'),
  unit('lantai-dongmen-shiqiao-1', '石桥社区第一网格', 'grid', 'lantai-dongmen-shiqiao'),
  unit('lantai-beihe-liuyin-1', '柳荫社区第一网格', 'grid', 'lantai-beihe-liuyin'),
  unit('lantai-beihe-xinyuan-1', '新苑社区第一网格', 'grid', 'lantai-beihe-xinyuan'),
]

/**
 * The invented 兰台区: the district, its departments, two streets with two communities each, and their grids. It is the same
 * each time.
 */
export function simulatedDistrict(): SimulatedDistrict {
  const parents = new Map(UNITS.map(({ id, parent }) => [id, parent]))
  const lines = new Map(UNITS.map(({ id }) => [id, lineOf(id, parents)]))
  return {
    id: 'lantai',
    units: UNITS,
    names: new Map(UNITS.map(({ id, name }) => [id, name])),
    line: (id) => lines.get(id) ?? [],
  }
}

function lineOf(id: string, parents: ReadonlyMap<string, string | undefined>): readonly string[] {
  const line: string[] = []
  for (let at: string | undefined = id; at !== undefined; at = parents.get(at)) line.push(at)
  return line
}

/** The person who holds one post and no other; the same person for the same post. */
export const actorFor = (role: string, unitId: string): Actor => actorWith({ role, unit: unitId })

/** A person who holds these posts. */
export const actorWith = (...posts: readonly Post[]): Actor => ({
  person: posts.map(({ role, unit: at }) => `${role}@${at}`).join('+'),
  posts,
})

/**
 * What an action may look at in the invented district at a moment.
 *
 * @param local local time: `2025-09-26 10:00`
 * @param settings settings that differ from the definition's defaults
 * @throws RangeError when the text is no time
 */
export function contextAt(
  local: string,
  settings: Settings = {},
  district: SimulatedDistrict = simulatedDistrict(),
  calendar: OfficeCalendar = ordinaryOffice,
): Context {
  const at = parseInstant(local, CHINA_OFFSET)
  if (!at.ok) throw new RangeError(`no such moment: ${local}`)
  return { district: district.id, at: at.value, calendar, settings, units: district }
}
