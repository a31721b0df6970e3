import { Lexicon, words } from '../text/lexicon.ts'

/**
 * What sort of unit a word is. It decides which rules apply: a sum of money before a noun narrows it (亿元以上项目),
 * a classifier before a noun counts it (30个项目), a time word is mostly no quantity at all (三年).
 */
export type UnitClass = 'money' | 'area' | 'length' | 'mass' | 'volume' | 'energy' | 'capacity' | 'count' | 'time' | 'percent' | 'point' | 'times' | 'age' | 'ratio'

/** Base units and classifiers of plans and reports; multipliers (万, 亿) are read apart. Source: GB 3100, and the reports' usage. */
export const UNITS = new Lexicon<UnitClass>([
  ...words('元 美元 欧元 港元 日元 人民币 块钱 元人民币 英镑', 'money'),
  ...words('平方米 平方公里 平方千米 平米 公顷 亩 方 ㎡ m² km² m2 km2 标准亩', 'area'),
  ...words('公里 千米 米 里 厘米 毫米 km 延米 海里 皮长公里 芯公里 车道公里 单公里 对公里', 'length'),
  ...words('吨 公斤 千克 斤 克 担 吨标准煤 吨标煤 吨级 毫克 微克 吨公里', 'mass'),
  ...words('立方米 立方 升 毫升 m³ 标方 库容 标准立方米 m3', 'volume'),
  ...words('千瓦 兆瓦 吉瓦 瓦 千瓦时 度电 度 千伏安 MW GW kW KW kWh GWh MWh 兆伏安 千伏 KV kV 伏 兆瓦时 吉瓦时 瓦时 GWH MWH', 'energy'),
  ...words('℃ 摄氏度 分贝 Gbps Mbps G M TB PB T P EFlops PFlops MB GB EFLOPS PFLOPS 比特 兆 TBq 纳米', 'capacity'),
  ...words('岁 周岁', 'age'),
  ...words('% ％ 个百分点 百分点', 'percent'),
  ...words('‰', 'percent'),
  ...words('倍', 'times'),
  ...words('天 个工作日 工作日 个月 个小时 小时 分钟 个半小时 秒 个自然日 个季度 周 月 日 时 年 周年 个年头 毫秒 微秒 个交易日 学时 课时', 'time'),
  ...words(
    `个 家 户 人 名 位 件 项 条 座 处 所 场 次 批 套 栋 幢 间 辆 台 艘 架 部 本 册 支 只 头 匹 株 棵 根 宗 起 例 篇 份 张 枚 块 片 种 类
     门 款 组 对 双 列 班 趟 航次 标段 单 笔 席 床 桶 箱 标箱 标准箱 TEU 口 井 眼 人次 户次 台次 车次 架次 场次 批次 班次 列次 件次 家次 册次 辆次 艘次 频次 例次 单次
     道 幅 期 届 轮 级 版 座次 栋楼 支队 羽 尾 盏 台套 台（套） 台(套) 人（家） 人(家) 个（家） 个(家) 家（个） 家(个) 辆（台） 章 首 首歌 段 尊 把 顶 颗 粒 株（棵） 人月 人时 学分 股 手 扇 具 面 盘 杯 袋 瓶
     艘次 公里人 吨位 床位 个床位 张床位 泊位 车位 标准车 标准台 机位 专列 对次 国 省 县 市 镇 乡 村 校 岗 万 头（只） 层 样 级次 尊次 剂次 剂 针剂 针 人份 支次 餐次 人日 户人 国别 语种 品种 款次 朵 束 圈 环 链 网 丝 缕 滴 点 分 线 路 号 楼 门次 册（件） 件（套） 件(套) 册(件) 台（件） 标台 平方 处次 片区 行 台车 桩 枪 梯 缸 罐 仓 棚 窖 墩 孔 联 跨 榀 延长米 丘 畦 垄 穴 茬 季 胎 窝 群 巢 箱次 车 船 机 舱 节 站 店 厂 馆 院 园 库 场所 社 组户 团 队 连 班组 名次 子`,
    'count',
  ),
])

/** Classifiers that name as often as they count when the number is a Chinese numeral or the noun is missing (三级, 一期, 两次, 四季). */
export const WEAK_CLASSIFIERS = new Set(
  '级 期 届 轮 版 次 种 类 层 点 分 线 路 号 楼 行 手 面 圈 环 链 网 节 站 省 市 县 乡 镇 村 国 校 季 章 首 段 道 股 样 团 队 连 机 车 船 厂 馆 院 园 库 社 群 组 双 对 方 里 度 子 班 代 门 把 联 桩 点 店 仓 列 米 单 架 克 斤 升 P T M G 兆 担 伏 瓦 吨 批 块 片 张 面 万 头 口 床 支 部 本 份 台 人 名 股 位'.split(' '),
)

/** Unit letters that look like a model name when a letter follows or no bound word stands by: 5G, 3D, 4K. */
export const LETTER_UNITS = new Set('G M T P'.split(' '))
