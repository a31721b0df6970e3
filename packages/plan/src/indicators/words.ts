const longestFirst = (list: string): readonly string[] =>
  [...new Set(list.trim().split(/\s+/))].sort((a, b) => b.length - a.length)

/** Words by their first character, the longest first: which of them begins at a place is found without trying all. */
export type Openings = ReadonlyMap<string, readonly string[]>

function openings(list: string): Openings {
  const table = new Map<string, string[]>()
  for (const word of longestFirst(list)) {
    const first = word[0] ?? ''
    const bucket = table.get(first)
    if (bucket === undefined) table.set(first, [word])
    else bucket.push(word)
  }
  return table
}

/** Words in front of a name that say nothing about what is counted. */
export const Idle = openings(`
  全区 全县 全市 全省 全州 全域 全旗 区域 我区 我县 我市 我省 本区 本县 本市 辖区 全年 年度 全年度 今年 年内 当年 年均 累计 共计 总计 预计
  完成 实现 新增 净增 增加 力争 达到 各类 一批 各项 的 全部 建成 建设 培育 打造 新建 改造 实施 推进 引进 新引进 开展 举办 组织
  新改建 新建改建 改扩建 新认定 认定 建设改造 更新改造 完成改造 争取 发放 筹集 办理 整治 治理 新入库 更新 改建 扩建 提供 安装 启动 推动 支持
`)

/** Words in front of a name that narrow it in a way that the trade knows. */
export const Narrowing = openings(`
  规上 限上 国家级以上 省级以上 市级以上 区级以上 国家级 省级 市级 区级 县级 国家 全国 中心城区 城镇 农村 城市 乡村 本外币 人民币 民营 国有 省市级 省市 省、市
  省 市 区 县 重大 重点 普惠性 普惠 公办 民办 公共 智能 新能源 高新技术 现代 特色 优势 主导 新兴 战略性新兴 境内外 境外 境内 A股 老旧 入库 评价入库
`)

/** Words behind a name that only say that it is counted. */
export const CountTails = longestFirst(
  `总数 总量 数量 个数 户数 家数 总数量 人数 件数 数 总户数 累计 情况 面积 项目数 规模`,
)

/** Words behind a name that say what was done to it: they fall only where a bare count is a year's work (see `Shape`). */
export const WorkTails = longestFirst(
  `建设 改造 改造提升 提升改造 改造工程 建设工程 工程 任务 工作 创建 整治 治理 建设项目 改造项目 建设任务 改造任务 开展`,
)

/** Before a name these make another thing of it: an average, a share, a part of a comparison. */
export const Barriers =
  /一、?二$|人均|户均|亩均|地均|每[十百千万亿]|单位|平均|相当于|占.{1,12}比[重例]|(?:占|比|拉动|带动|高于|低于|超过|每)$/

/** 增速 behind a name: what moves is the growth of the indicator, in percentage points. */
export const Growth = /(?:增速|增幅|增长率|涨幅|降幅)$/

/** Signs and words that join two things. */
export const Joints = /[、,;和与及或]/

/** Ways to name an indicator around a word that no list can hold, such as the name of a place. */
export const Patterns: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:吸引|吸纳|留住)?(?:高校)?(?:大学生|大学毕业生|高校毕业生|毕业生)(?:留|来)[^、]{1,3}?(?:就业创业|创业就业|就业|创业)?$/,
    'graduates-kept',
  ],
]

/** Words that name a class of things, not one thing. */
export const Generic = new Set(
  longestFirst(`
    项目 企业 投资 资金 总投资 产值 面积 规模 村 土地 投入 建设 工程 任务 事项 活动 人员 问题 措施 举措 平台 中心 基地 机构 指标 收入 产业 设施 服务 产品 事件
    案件 群众 贷款 床位 房屋 线路 房源 总规模 工作 大关 台阶 底线 能力 片区 点位 场所 学生 品种 技术 标准 政策 试点 成果 奖项 荣誉 车辆 设备 物资 单位 部门 团队
    乡镇 街道 社区 村庄 行政村 自然村 园区 楼宇 道路建设项目 完成投资 投入资金 年度投资 销售收入 营收 主营业务收入 利税 税收 交易额 合同 协议 总量 总数 存量 国家级 省级 市级
  `),
)
