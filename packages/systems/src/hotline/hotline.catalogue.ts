import type { Json } from '@jiannuo/engine'

/** One class of the third level: its title, the classes above it, and what the catalogue says of it. */
interface CatalogueRow {
  readonly code: string
  readonly first: string
  readonly second: string
  readonly title: string
  /** Unit id of the department in charge; without it the street where the matter lies leads (属地办理). */
  readonly lead?: string
  readonly co?: readonly string[]
}

const row = (
  code: string,
  [first, second, title]: readonly [string, string, string],
  lead?: string,
  ...co: string[]
): CatalogueRow => ({ code, first, second, title, ...(lead === undefined ? {} : { lead }), co })

/**
 * A catalogue to begin with. Units are the departments that every district has, by ids that the district's own tree of units
 * uses or replaces; a district keeps its own catalogue as a setting and changes it as duties change.
 */
const rows: readonly CatalogueRow[] = [
  row('010101', ['城市管理', '市容环境', '占道经营'], 'lantai-urban'),
  row('010102', ['城市管理', '市容环境', '垃圾清运'], 'lantai-urban'),
  row('010103', ['城市管理', '市容环境', '油烟扰民'], 'lantai-urban', 'lantai-ecology'),
  row('010201', ['城市管理', '违法建设', '在建违建'], 'lantai-urban', 'lantai-planning'),
  row('010301', ['城市管理', '噪声', '施工噪声'], 'lantai-urban', 'lantai-ecology', 'lantai-housing'),
  row('010302', ['城市管理', '噪声', '生活噪声']),
  row('020101', ['住房和建设', '物业服务', '物业不作为'], 'lantai-housing'),
  row('020102', ['住房和建设', '物业服务', '小区设施维修'], 'lantai-housing'),
  row('020201', ['住房和建设', '房屋质量', '渗漏开裂'], 'lantai-housing'),
  row('030101', ['公用事业', '供水', '停水'], 'lantai-water'),
  row('030102', ['公用事业', '排水', '道路渍水'], 'lantai-water', 'lantai-urban'),
  row('030201', ['公用事业', '供气', '燃气隐患'], 'lantai-housing', 'lantai-emergency'),
  row('040101', ['交通出行', '停车', '停车难'], 'lantai-transport'),
  row('040102', ['交通出行', '道路', '路面破损'], 'lantai-urban', 'lantai-transport'),
  row('050101', ['市场监管', '消费维权', '退费纠纷'], 'lantai-market'),
  row('050201', ['市场监管', '食品安全', '餐饮卫生'], 'lantai-market'),
  row('060101', ['生态环境', '水体', '河湖污染'], 'lantai-ecology', 'lantai-water'),
  row('070101', ['劳动社保', '劳动报酬', '拖欠工资'], 'lantai-labour'),
  row('070201', ['劳动社保', '社会保险', '参保缴费'], 'lantai-labour'),
  row('080101', ['教育', '入学', '学区咨询'], 'lantai-education'),
  row('090101', ['卫生健康', '医疗服务', '就医投诉'], 'lantai-health'),
  row('100101', ['民政养老', '救助', '临时救助'], 'lantai-civil'),
  row('110101', ['社区治理', '邻里纠纷', '楼道堆物']),
  row('110102', ['社区治理', '社区服务', '便民设施']),
]

/** The three levels of categories, keyed by the code of the third: `{title, first, second}`. */
export const defaultCategories: Json = Object.fromEntries(
  rows.map(({ code, first, second, title }) => [code, { title, first, second }]),
)

/** The dispatch catalogue (派单目录), keyed by category: `{lead?, co, clause}`. `clause` is the entry as it is quoted on the order. */
export const defaultDirectory: Json = Object.fromEntries(
  rows.map(({ code, title, lead, co = [] }) => [
    code,
    {
      ...(lead === undefined ? {} : { lead }),
      co: [...co],
      clause: `派单目录 ${code} ${title}${lead === undefined ? '（属地办理）' : ''}`,
    },
  ]),
)
