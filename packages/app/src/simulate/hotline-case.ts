import type { Json } from '@jiannuo/engine'
import type { Chance } from './chance.ts'
import { inventedName, ROADS } from './lantai.ts'
import { caseContent, caseTitle, doorText, SINCE, WISHES } from './texts.zh.ts'

/** What a caller brings, before anybody has dealt with it. */
export interface CaseDraft {
  readonly kind: string
  readonly category: string
  readonly urgency: string
  /** Street or community where the matter lies. */
  readonly area: string
  readonly input: Readonly<Record<string, Json>>
}

/** One class of matters, as the simulation draws them. */
export interface DrawnCategory {
  readonly code: string
  readonly title: string
  readonly weight: number
}

/** What an invented case can be about and where. */
export interface CaseWorld {
  readonly categories: readonly DrawnCategory[]
  /** Communities, and now and then a street as a whole. */
  readonly areas: readonly string[]
  /** Without it no caller is given: what is sealed differs from run to run. */
  readonly callers: boolean
}

const KINDS = [
  ['help', 38],
  ['complaint', 27],
  ['consult', 20],
  ['advice', 7],
  ['report', 5],
  ['praise', 3],
] as const
const CHANNELS = [
  ['phone', 62],
  ['district', 10],
  ['app', 12],
  ['web', 6],
  ['mailbox', 4],
  ['board', 4],
  ['media', 1],
  ['visit', 1],
] as const
const URGENCIES = [
  ['ordinary', 84],
  ['urgent', 8],
  ['complex', 6],
  ['critical', 2],
] as const
/** Draws a case. What repeats another one is about the same thing in the same place. */
export function drawCase(chance: Chance, world: CaseWorld, repeats?: CaseDraft): CaseDraft {
  const category =
    world.categories.find(({ code }) => code === repeats?.category) ??
    chance.weighted(world.categories.map((row) => [row, row.weight] as const))
  const kind = repeats?.kind ?? chance.weighted(KINDS)
  const urgency =
    repeats?.urgency ?? (kind === 'consult' || kind === 'praise' ? 'ordinary' : chance.weighted(URGENCIES))
  const area = repeats?.area ?? chance.one(world.areas)
  const road = chance.one(ROADS)
  const number = chance.whole(1, 199)
  const input: Record<string, Json> = {
    title: caseTitle(road, number, category.title),
    channel: chance.weighted(CHANNELS),
    kind,
    category: category.code,
    urgency,
    content: caseContent(road, number, category.title, chance.one(SINCE), chance.one(WISHES)),
    area,
    ...(world.callers ? drawCaller(chance, road, number) : {}),
  }
  return { kind, category: category.code, urgency, area, input }
}

/** Numbers that begin with 100 belong to nobody. */
function drawCaller(chance: Chance, road: string, number: number): Record<string, Json> {
  const phone = `100${String(chance.whole(0, 99_999_999)).padStart(8, '0')}`
  const door = doorText(chance.whole(1, 6), chance.whole(1, 18), chance.whole(1, 4))
  return {
    callerName: inventedName(chance.whole),
    callerPhone: phone,
    ...(chance.hit(0.6) ? { address: { text: caseTitle(road, number, door) } } : {}),
  }
}
