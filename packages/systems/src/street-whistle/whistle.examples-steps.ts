import type { Json } from '@jiannuo/engine'
import { type Doer, type Step, step } from '../example.ts'

/** A form. */
export type Input = Readonly<Record<string, Json>>

/** Who acts in the examples, at units of 兰台区. */
export const gridWorker: Doer = ['gridWorker', 'lantai-dongmen-guihua-1']
export const community: Doer = ['communityWorker', 'lantai-dongmen-guihua']
export const street: Doer = ['streetDesk', 'lantai-dongmen']
export const streetLead: Doer = ['unitLead', 'lantai-dongmen']
export const desk: Doer = ['platformDesk', 'lantai']
export const supervisor: Doer = ['supervisor', 'lantai']
export const handler = (unit: string): Doer => ['handler', unit]
export const head = (unit: string): Doer => ['unitLead', unit]

export const URBAN = 'lantai-urban'
export const MARKET = 'lantai-market'

export const photo = ['a'.repeat(64)]

export const matter: Input = {
  title: '桂花社区后街餐饮店占道堆物',
  source: 'patrol',
  category: 'order',
  urgency: 'ordinary',
  content: '后街三家餐饮店把桌椅和食材堆在人行道上，影响通行。',
  place: { text: '桂花社区后街' },
}

export const asked: Input = {
  ...matter,
  title: '2栋地下室积水',
  source: 'neighbour',
  category: 'drainage',
  content: '2栋地下室积水约十厘米，水泵不转。',
  reporterName: '沈秋',
  reporterPhone: '13900001234',
  area: 'lantai-dongmen-guihua-2',
  community: 'lantai-dongmen-guihua',
}

export const tried: Input = { tried: '上门劝导两次，当天又摆出。', lacking: '没有执法权。' }
export const toCommunity: Input = { ...tried, community: 'lantai-dongmen-guihua' }
export const toStreet: Input = { ...tried, street: 'lantai-dongmen' }
export const done: Input = { result: '堆物全部清走，人行道恢复通行。', solved: true, after: photo }
export const checked: Input = { found: '现场查看，人行道已畅通。', checkPhotos: photo }
export const came: Input = { who: 3, plan: '责令当场清理，登记保存一处。', arrivalPhotos: photo }
export const call: Input = {
  whistleKind: 'enforcement',
  task: '请城管、市场监管到场联合执法。',
  called1: URBAN,
  called2: MARKET,
  need: '街道两次劝导无效，需要行使占道经营和食品经营执法权。',
}

/** From the patrol to the street, within one day. */
export const upToStreet = (day: string, input: Input = matter): readonly Step[] => [
  step(gridWorker, 'report', `${day} 09:00`, 'grid', input),
  step(gridWorker, 'raiseToCommunity', `${day} 10:00`, 'toCommunity', toCommunity),
  step(community, 'takeInCommunity', `${day} 10:30`, 'community'),
  step(community, 'raiseToStreet', `${day} 11:00`, 'toStreet', toStreet),
  step(street, 'takeInStreet', `${day} 14:00`, 'street'),
]

/** The whistle is asked for and blown in the afternoon. */
export const whistled = (day: string, input: Input = call): readonly Step[] => [
  step(street, 'askWhistle', `${day} 14:30`, 'street', input),
  step(streetLead, 'blow', `${day} 15:00`, 'whistled'),
]

/** Both departments come, the matter is done and struck off. */
export const solvedTogether = (day: string): readonly Step[] => [
  step(handler(URBAN), 'arrive', `${day} 09:00`, 'whistled', came),
  step(handler(MARKET), 'arrive', `${day} 09:20`, 'onSite', came),
  step(street, 'finish', `${day} 16:00`, 'jointCheck', done),
  step(community, 'strikeOff', `${day} 17:00`, 'scoring', checked),
]
