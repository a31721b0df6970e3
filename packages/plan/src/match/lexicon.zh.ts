/**
 * Words that nearly every plan is full of. They say little about which thing is meant, so that they count for a quarter in likeness.
 * Ordered by what they are, not by document.
 */
export const GENERIC_WORDS: readonly string[] = [
  // things that everything is called
  '项目 工程 工作 任务 活动 行动 制度 机制 体系 体制 政策 措施 办法 方案 规划 计划 目标',
  '指标 标准 能力 水平 质量 效能 效率 效益 成效 成果 优势 基础 条件 环境 格局 力度 规模',
  '作用 模式 问题 领域 中小企业 人民 政府 系统 创新 安全 技术',
  // places and holders without a name
  '产业 企业 行业 园区 基地 中心 平台 设施 片区 区域 全县 全区 全市 全省 县城 城区 城市',
  '农村 城乡 社会 经济 国家级 省级 市级 县级 示范点 群众 村庄 道路 主导产业 骨干 龙头',
  // what is done
  '建设 改造 提升 治理 整治 实施 推进 推动 加快 加强 完成 发展 完善 落实 深化 开展 促进',
  '确保 实现 启动 谋划 培育 打造 创建 优化 强化 保障 提高 扩大 服务 管理 支持 引进 招商',
  '投产 竣工 开工 建成 投用 投入使用 早日 续建 新建 改建 扩建 改扩建 搬迁 入园 落地 运营',
  '编制 争取 争创 升级 转型 绿化 亮化 硬化 美化 拓宽 翻修 征迁 拆迁 扫尾 修复 维修 更换',
  '提标 扩容 延伸 维护 保护 整合 重组 对接 协调 配合 做好 申报 认证 征收 安置 前期 手续',
  '上市 挂牌 通车 收尾 整体 示范区 示范带 综合体 配套 专业 规范 清理 排查 攻坚 三年',
  // how
  '全面 综合 重点 重大 持续 积极 大力 进一步 高质量 高标准 基本 主要 各项 一批 有序 稳步',
  '扎实 深入 高效 现代 专项 公共 集中 统筹 等 力争 年内 全年 年度 过亿元 超亿元 亿元以上',
  '千万元以上 超千万元 过千万元',
  // figures' heads
  '一期 二期 三期 总投资 计划投资 完成投资 投资 面积 产值 收入 总额 总量 总数 余额 数量 增长',
  '增速 资金 年产值 年产量',
].flatMap((row) => row.split(' '))

/** Spellings of one thing, longest first; what is left is compared. */
export const SPELLINGS: readonly (readonly [string, string])[] = [
  ['规模及以上', '规上'],
  ['规模以上', '规上'],
  ['限额以上', '限上'],
  ['国内生产总值', '生产总值'],
  ['地区生产总值', '生产总值'],
  ['县域生产总值', '生产总值'],
  ['地方生产总值', '生产总值'],
  ['地方一般', '一般'],
  ['一般公共财政预算', '一般公共预算'],
  ['一般预算收入', '一般公共预算收入'],
  ['全社会固定资产', '固定资产'],
  ['农民人均', '农村居民人均'],
  ['全部财政收入', '财政收入'],
  ['进出口总额', '进出口总值'],
  ['植树造林', '造林'],
  ['造林绿化', '造林'],
  ['“专精特新”', '专精特新'],
  ['“四好农村路”', '农村公路'],
  ['城镇就业', '就业'],
  ['户厕', '厕所'],
  ['厕所改造', '厕所'],
]

/** Words in front that name the speaker's own area or a whole year, and verbs that the indicator may carry. */
export const LEADING: readonly string[] = [
  '全县 全区 全市 全省 全州 全年 年内 新增 实现 完成 新上 组建 投入使用',
].flatMap((row) => row.split(' '))

/** Words that name a part or a grade: figures that differ in them are not figures of the same thing. */
export const SCOPE_WORDS: readonly string[] = [
  '城镇 农村 城乡 全体 规上 限上 国家级 省级 市级 县级 省市 民营 非公 外商 女性 开发区 高新区 经开区',
  '产业园区 工业园区 亿元以上 过亿元 过5亿元 过10亿元 千万元以上 人均 单位',
].flatMap((row) => row.split(' '))

/** Verbs of a year's work by what they do; verbs of one row may answer one another. */
export const VERB_CLASSES: readonly (readonly string[])[] = [
  '引进 招引 签约 引入 落户 新引进 招商 新签 新签约',
  '建设 建成 新建 打造 改建 新改建 改造 提升 改造提升 新建改建 新改扩建 实施 完成 启动 推进 修建 铺设 翻修 扩建',
  '培育 新增 认定 获评 创建 入选 新认定 净增 发展 评选 获批',
  '培训',
  '招聘 选聘 引才 招录 公开招聘',
  '举办 开展 组织 承办 召开',
  '压采 关停 取缔 拆除 关闭 整治 淘汰',
].map((row) => row.split(' '))

/** Indicators of which less is better, by the end of their words (domain.md 15; the dictionary knows more). */
export const LESS_IS_BETTER: readonly string[] = [
  '浓度 能耗 失业率 不良率 负债率 排放量 死亡人数 事故 发案 时限 时间 综合指数 死亡率 支出',
].flatMap((row) => row.split(' '))

/** Parts of the speaker's area that open a sentence and hold for all its figures: 开发区营业收入增长…，实际利用外资增长…. */
export const AREA_OPENS = /^[^，,；;、]{0,10}?(?:开发区|高新区|经开区|产业园区|工业园区|自贸区|保税区|新区)/

/** Classifiers that may stand for one another when the thing counted is the same (12家 and 14个 of workshops). */
export const CLASSIFIERS: readonly (readonly string[])[] = [
  ['个', '家', '户', '处', '所', '座', '项', '条', '件', '批'],
  ['人', '名', '位'],
]
