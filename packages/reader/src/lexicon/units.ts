import { Lexicon, words } from '../text/lexicon.ts'

/**
 * What sort of unit a word is. It decides which rules apply: a sum of money before a noun narrows it (亿元以上项目),
 * a classifier before a noun counts it (30个项目), a time word is mostly no quantity at all (三年).
 */
export type UnitClass =
  | 'money'
  | 'area'
  | 'length'
  | 'mass'
  | 'volume'
  | 'energy'
  | 'capacity'
  | 'count'
  | 'time'
  | 'percent'
  | 'point'
  | 'times'
  | 'age'
  | 'ratio'

/** Base units and classifiers of plans and reports; multipliers (万, 亿) are read apart. Source: GB 3100, and the reports' usage. */
export const UNITS = new Lexicon<UnitClass>([
  ...words('元 美元 欧元 港元 日元 人民币 块钱 元人民币 英镑', 'money'),
  ...words('平方米 平方公里 平方千米 平米 公顷 亩 方 ㎡ m² km² m2 km2 标准亩', 'area'),
  ...words('公里 千米 米 里 厘米 毫米 km 延米 海里 皮长公里 芯公里 车道公里 单公里 对公里', 'length'),
  ...words('吨 公斤 千克 斤 克 担 吨标准煤 吨标煤 吨级 毫克 微克 吨公里', 'mass'),
  ...words('立方米 立方 升 毫升 m³ 标方 库容 标准立方米 m3', 'volume'),
  ...words(
    '千瓦 兆瓦 吉瓦 瓦 千瓦时 度电 度 千伏安 MW GW kW KW kWh GWh MWh 兆伏安 千伏 KV kV 伏 兆瓦时 吉瓦时 瓦时 GWH MWH',
    'energy',
  ),
  ...words(
    '℃ 摄氏度 分贝 Gbps Mbps G M TB PB T P PF EF EFlops PFlops MB GB EFLOPS PFLOPS Eflops Pflops EFLOP/s Tbps 万兆 比特 兆 TBq 纳米',
    'capacity',
  ),
  ...words('岁 周岁', 'age'),
  ...words('% ％ 个百分点 百分点', 'percent'),
  ...words('‰', 'percent'),
  ...words('倍', 'times'),
  ...words(
    '天 个工作日 工作日 个月 个小时 小时 分钟 个半小时 秒 个自然日 个季度 周 月 日 时 年 周年 个年头 毫秒 微秒 个交易日 学时 课时',
    'time',
  ),
  ...words(
    `包 轮 期 人年 个 家 户 人 名 位 件 项 条 座 处 所 场 次 批 套 栋 幢 间 辆 台 艘 架 部 本 册 支 只 头 匹 株 棵 根 宗 起 例 篇 份 张 枚 块 片 种 类 门 款 组 对 双 列 班 趟 航次 标段 单
     笔 席 床 桶 箱 标箱 标准箱 TEU 口 井 眼 人次 户次 台次 车次 架次 场次 批次 班次 列次 件次 家次 册次 辆次 艘次 频次 例次 单次 幅 座次 羽 尾 盏 台套 台（套） 台(套) 人（家）
     人(家) 个（家） 个(家) 家（个） 家(个) 辆（台） 株（棵） 人月 人时 学分 公里人 吨位 床位 个床位 张床位 泊位 车位 标准车 标准台 机位 专列 对次 头（只） 级次 尊次 剂次 剂 针剂 针 人份 支次
     餐次 人日 户人 国别 语种 品种 款次 门次 册（件） 件（套） 件(套) 册(件) 台（件） 标台 平方 台车 棚 延长米 箱次`,
    'count',
  ),
])

/** Classifiers that name as often as they count when the number is a Chinese numeral. */
export const WEAK_CLASSIFIERS = new Set(
  '期 轮 次 种 类 组 双 对 门 班 单 架 批 块 片 张 口 床 支 部 本 份 台 人 名 位 头 只 把 间 列 款'.split(' '),
)

/** Unit letters that look like a model name when a letter follows or no bound word stands by: 5G, 3D, 4K. */
export const LETTER_UNITS = new Set('G M T P'.split(' '))
