/** A unit of the invented district. */
export interface InventedUnit {
  readonly id: string
  readonly name: string
}

/** A street with its communities. */
export interface InventedStreet extends InventedUnit {
  readonly communities: readonly InventedUnit[]
}

/** 兰台区 is invented, and so is everything in it: no unit, street or person of these names exists. */
export const LANTAI = { id: 'lantai', name: '兰台区' } as const

/** Its departments, the line's own office and the inspection office first. */
export const DEPARTMENTS: readonly InventedUnit[] = [
  { id: 'lantai-line', name: '兰台区热线办' },
  { id: 'lantai-inspection', name: '兰台区督查室' },
  { id: 'lantai-urban', name: '兰台区城管局' },
  { id: 'lantai-housing', name: '兰台区住建局' },
  { id: 'lantai-transport', name: '兰台区交通运输局' },
  { id: 'lantai-water', name: '兰台区水务局' },
  { id: 'lantai-ecology', name: '兰台区生态环境分局' },
  { id: 'lantai-planning', name: '兰台区自然资源和规划局' },
  { id: 'lantai-market', name: '兰台区市场监管局' },
  { id: 'lantai-labour', name: '兰台区人社局' },
  { id: 'lantai-education', name: '兰台区教育局' },
  { id: 'lantai-health', name: '兰台区卫健局' },
  { id: 'lantai-civil', name: '兰台区民政局' },
  { id: 'lantai-emergency', name: '兰台区应急管理局' },
  { id: 'lantai-industry', name: '兰台区经信局' },
  { id: 'lantai-commerce', name: '兰台区商务局' },
  { id: 'lantai-statistics', name: '兰台区统计局' },
  { id: 'lantai-parks', name: '兰台区园林局' },
  { id: 'lantai-police', name: '兰台区公安分局' },
  { id: 'lantai-culture', name: '兰台区文旅局' },
  { id: 'lantai-development', name: '兰台区发展改革局' },
  { id: 'lantai-finance', name: '兰台区财政局' },
  { id: 'lantai-science', name: '兰台区科技局' },
  { id: 'lantai-approval', name: '兰台区行政审批局' },
]

const street = (
  id: string,
  name: string,
  ...communities: readonly (readonly [id: string, name: string])[]
): InventedStreet => ({
  id: `lantai-${id}`,
  name: `${name}街道`,
  communities: communities.map(([part, title]) => ({ id: `lantai-${id}-${part}`, name: `${title}社区` })),
})

/** Its streets with their communities. */
export const STREETS: readonly InventedStreet[] = [
  street('dongmen', '东门', ['guihua', '桂花'], ['shiqiao', '石桥'], ['yuhe', '玉河'], ['zhonglou', '钟楼']),
  street('beihe', '北河', ['liuyin', '柳荫'], ['xinyuan', '新苑'], ['duanshi', '端石'], ['matou', '码头']),
  street(
    'yanchi',
    '砚池',
    ['xiyan', '洗砚'],
    ['mohai', '墨海'],
    ['linchi', '临池'],
    ['ziyun', '紫云'],
    ['songyan', '松烟'],
  ),
  street('shudai', '书带', ['yunbian', '芸编'], ['piaoxiang', '缥缃'], ['yaqian', '牙签'], ['pushu', '曝书']),
  street('yunge', '芸阁', ['yunxiang', '芸香'], ['dianran', '点勘'], ['zhuhuang', '朱黄'], ['zhuiyu', '缀玉']),
  street(
    'qingjian',
    '青简',
    ['shaqing', '杀青'],
    ['hanzhu', '汗竹'],
    ['weibian', '韦编'],
    ['chidu', '尺牍'],
    ['gudu', '觚牍'],
  ),
  street('bijia', '笔架', ['zihao', '紫毫'], ['jianhao', '兼毫'], ['guancheng', '管城'], ['zhongshu', '中书']),
  street('wenfang', '文房', ['zhenchi', '镇尺'], ['shuicheng', '水丞'], ['bige', '臂搁'], ['yinlian', '印奁']),
]

/** How large the invented district is: the small one has the streets above, the full one the size of a real district. */
export type DistrictSize = 'small' | 'full'

/** Streets that only the full district has. */
const MORE_STREETS: readonly (readonly [id: string, name: string])[] = [
  ['moyuan', '墨苑'],
  ['zhuqi', '竹溪'],
  ['songfeng', '松风'],
  ['hechi', '鹤池'],
  ['yunjian', '云涧'],
  ['qinhu', '琴湖'],
]
/** Communities of the full district. */
const COMMUNITIES = 191
const FIRST = '听望临揽抱枕问拾栖漱映拂倚'
const SECOND = '松竹泉云溪月岚荷梅鹤舟桥亭'

/** The streets of the district with their communities. */
export function streetsOf(size: DistrictSize): readonly InventedStreet[] {
  if (size === 'small') return STREETS
  const streets = [...STREETS, ...MORE_STREETS.map(([id, name]) => street(id, name))]
  const more = new Map(streets.map(({ id, communities }) => [id, [...communities]]))
  let count = STREETS.reduce((sum, { communities }) => sum + communities.length, 0)
  for (let number = 0; count < COMMUNITIES; number++, count++) {
    // Those with the fewest are filled up first.
    const { id } = streets.reduce((a, b) => ((more.get(b.id)?.length ?? 0) < (more.get(a.id)?.length ?? 0) ? b : a))
    const name = FIRST.charAt(number % FIRST.length) + SECOND.charAt(Math.floor(number / FIRST.length))
    more.get(id)?.push({ id: `${id}-c${number + 1}`, name: `${name}社区` })
  }
  return streets.map((one) => ({ ...one, communities: more.get(one.id) ?? [] }))
}

/** Grids of each community. */
const GRIDS: Readonly<Record<DistrictSize, number>> = { small: 1, full: 2 }

/** The grids of a community. */
export const gridsOf = ({ id, name }: InventedUnit, size: DistrictSize): readonly InventedUnit[] =>
  Array.from({ length: GRIDS[size] }, (_, index) => ({
    id: `${id}-g${index + 1}`,
    name: `${name.replace('社区', '')}第${'一二'.charAt(index)}网格`,
  }))

/** Roads and places of the district, for where a matter lies. */
export const ROADS: readonly string[] = [
  '砚池路',
  '书带街',
  '芸阁步行街',
  '青简河滨路',
  '松烟巷',
  '云笺大道',
  '笔架山路',
  '文房西街',
  '漆烟里',
  '澄心路',
  '玉版街',
  '管城巷',
  '印奁路',
  '韦编东路',
  '兰台南站站前路',
]

const FAMILY = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜'
const GIVEN = '文砚青简云笺松墨竹书芸香兰台朗清予安知行思远若水宁静和平嘉言'

/**
 * An invented name of a person.
 *
 * @param draw gives a whole number between two bounds, both possible
 */
export function inventedName(draw: (low: number, high: number) => number): string {
  const family = FAMILY.charAt(draw(0, FAMILY.length - 1))
  const first = GIVEN.charAt(draw(0, GIVEN.length - 1))
  return draw(0, 4) === 0 ? family + first : family + first + GIVEN.charAt(draw(0, GIVEN.length - 1))
}
