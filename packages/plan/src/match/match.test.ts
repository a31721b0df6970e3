import { describe, expect, it } from 'vitest'
import { standardDictionary } from '../indicators/index.ts'
import { dictionaryIdentity } from './dictionary-identity.ts'
import { matched, planOf, promiseAt, reportOf } from './testing/documents.ts'
import { match } from './match.ts'
import type { Outcome } from './types.ts'
import { matchWording } from './wording.zh.ts'

const only = (promised: string, told: string) => {
  const [first, ...rest] = matched(promised, told).promises
  if (first === undefined || rest.length > 0) throw new Error(`${rest.length + 1} promises in ${promised}`)
  return first
}
const codes = (promised: string, told: string) => only(promised, told).reasons.map((r) => r.code)

describe('which report answers', () => {
  it('P90 a report answers only for the year that it reviews', () => {
    const late = { ...reportOf('新增高新技术企业20家。') }
    const reading = { ...late.reading, meta: { ...late.reading.meta, reviewYear: 2026 } }
    const refused = match(planOf('新增高新技术企业20家。'), { ...late, reading })
    expect(refused).toEqual({
      ok: false,
      problems: [{ code: 'match/other-year', severity: 'error', params: { promised: 2025, reviewed: 2026 } }],
    })
  })

  it('P90 unknown years and another place are refused, all at once; a county that became a district is the same place', () => {
    const withMeta = (place: string, reviewYear: number | undefined) => {
      const report = reportOf('新增高新技术企业20家。')
      const { reviewYear: _, ...meta } = report.reading.meta
      const dated = reviewYear === undefined ? meta : { ...meta, reviewYear }
      return { ...report, reading: { ...report.reading, meta: { ...dated, place } } }
    }
    const plan = planOf('新增高新技术企业20家。')
    const other = match(plan, withMeta('青简区', undefined))
    expect(other.ok ? [] : other.problems.map((p) => p.code)).toEqual([
      'match/report-year-unknown',
      'match/other-place',
    ])
    expect(match(plan, withMeta('云中市兰台县', 2025)).ok).toBe(true)
  })

  it('P91 every target of the year and every task without a number is one promise; aims of other years are not due', () => {
    const promised = '到2030年，地区生产总值达到500亿元。建设口袋公园6个。启动第三水厂建设。'
    const { promises, notDue } = matched(promised, '建设口袋公园6个。')
    expect(promises.map((p) => [p.of, p.outcome])).toEqual([
      ['statement', 'met'],
      ['task', 'notMentioned'],
    ])
    expect(notDue).toHaveLength(1)
  })
})

describe('values', () => {
  const cases: readonly (readonly [string, string, Outcome])[] = [
    ['新增高新技术企业20家。', '新增高新技术企业26家。', 'exceeded'],
    ['新增高新技术企业20家。', '新增高新技术企业20家。', 'met'],
    ['新增高新技术企业20家。', '新增高新技术企业18家。', 'short'],
    ['新增高新技术企业20家。', '新增高新技术企业20余家。', 'exceeded'],
    ['新增高新技术企业20家。', '新增高新技术企业近20家。', 'short'],
    ['新增高新技术企业20家以上。', '新增高新技术企业20家。', 'met'],
    ['地区生产总值增长6%左右。', '地区生产总值增长5.8%。', 'met'],
    ['地区生产总值增长6%左右。', '地区生产总值增长5.6%。', 'short'],
    ['地区生产总值增长6%左右。', '地区生产总值增长6.4%。', 'exceeded'],
    ['市场主体突破5万户。', '市场主体达到5.2万户。', 'met'],
    ['市场主体突破5万户。', '市场主体达到5万户。', 'short'],
    ['招引文旅项目2至3个。', '招引文旅项目3个。', 'met'],
    ['招引文旅项目2至3个。', '招引文旅项目4个。', 'exceeded'],
  ]
  for (const [promised, told, outcome] of cases)
    it(`P92 bounds are honoured: ${promised}${told}`, () => {
      expect(only(promised, told).outcome).toBe(outcome)
    })

  it('P92 the tolerance of 左右 is the caller’s to declare', () => {
    const at = (tolerance: number) =>
      promiseAt('地区生产总值增长6%左右。', '地区生产总值增长5.6%。', '6%', { tolerance }).outcome
    expect([at(0.05), at(0.1)]).toEqual(['short', 'met'])
  })

  const falls: readonly (readonly [string, string, Outcome])[] = [
    ['单位生产总值能耗下降3%。', '单位生产总值能耗下降3.6%。', 'exceeded'],
    ['单位生产总值能耗下降3%。', '单位生产总值能耗下降2%。', 'short'],
    ['单位生产总值能耗下降3%。', '单位生产总值能耗增长1%。', 'short'],
    ['城镇登记失业率控制在4.5%以内。', '城镇登记失业率4.1%。', 'met'],
    ['城镇登记失业率控制在4.5%以内。', '城镇登记失业率4.8%。', 'short'],
    ['PM2.5平均浓度38微克/立方米。', 'PM2.5平均浓度36微克/立方米。', 'exceeded'],
    ['PM2.5平均浓度38微克/立方米。', 'PM2.5平均浓度40微克/立方米。', 'short'],
  ]
  for (const [promised, told, outcome] of falls)
    it(`P93 falls, ceilings and what is better small: ${promised}${told}`, () => {
      expect(only(promised, told).outcome).toBe(outcome)
    })

  it('P97 units are converted, and classifiers of one thing mean the same', () => {
    expect(only('完成植树造林3000亩。', '完成植树造林200公顷。').outcome).toBe('met')
    expect(only('打造名师工作室12家。', '组建名师工作室14个。').outcome).toBe('exceeded')
  })
})

describe('answers in other terms', () => {
  const expectTerms = (promised: string, told: string, code: string): void => {
    expect(only(promised, told).outcome).toBe('reworded')
    expect(codes(promised, told)).toContain(code)
  }

  it('P94 a level is no verdict on a rate, a whole none on an addition', () => {
    expectTerms('地区生产总值增长6%。', '地区生产总值达到320亿元。', 'match/kind-differs')
    expectTerms('新增高新技术企业20家。', '高新技术企业总数达到126家。', 'match/addition-and-whole')
  })

  it('P95 another part of the area or of the people is no verdict', () => {
    expectTerms('城镇居民人均可支配收入增长6%。', '居民人均可支配收入增长6.2%。', 'match/scope-differs')
    expectTerms('实际利用外资增长5%。', '开发区营业收入增长30%，实际利用外资增长9%。', 'match/scope-differs')
  })

  it('P96 sums and averages of several years are no verdict on one', () => {
    expectTerms('新增高新技术企业20家。', '五年来，累计新增高新技术企业90家。', 'match/several-years')
    expectTerms('地区生产总值增长6%。', '地区生产总值年均增长7%。', 'match/several-years')
  })

  it('P96 what is held, and what is compared with the year before, is of the year even in a stretch about several years', () => {
    const told = '五年来，我们加快发展。高新技术企业达到126家，地区生产总值同比增长7%。'
    expect(only('高新技术企业达到120家。', told).outcome).toBe('exceeded')
    expect(only('地区生产总值增长6%。', told).outcome).toBe('exceeded')
  })
})

describe('pairs', () => {
  it('P98 rows go by their order', () => {
    const promised = '全区城乡居民人均可支配收入分别增长6%和7%。'
    const { promises } = matched(promised, '城乡居民人均可支配收入分别增长5.5%和7.4%。')
    expect(promises.map((p) => p.outcome)).toEqual(['short', 'exceeded'])
  })

  it('P99 a result goes where it is missed most, whichever order it is told in', () => {
    const promised = '新增规上工业企业20家，新增规上服务业企业10家。'
    const { promises } = matched(promised, '新增规上服务业企业9家，新增规上工业企业21家。')
    expect(promises.map((p) => p.outcome)).toEqual(['exceeded', 'short'])
  })

  it('P100 one result answers a promise that is made twice', () => {
    const promised = '新增城镇就业2500人。办好民生实事，新增城镇就业2500人以上。'
    const { promises } = matched(promised, '新增城镇就业2700人。')
    const figures = promises.filter((p) => p.of === 'statement')
    expect(figures.map((p) => p.outcome)).toEqual(['exceeded', 'exceeded'])
    expect(new Set(figures.map((p) => p.evidence[0]?.statement)).size).toBe(1)
  })

  it('P100 several results are all evidence; parts that make the target together are not called short', () => {
    const short = only('建成高标准农田2万亩。', '建成高标准农田1万亩，新建高标准农田0.6万亩。')
    expect([short.outcome, short.evidence.length]).toEqual(['short', 2])
    const parts = only('建成高标准农田2万亩。', '建成高标准农田1.5万亩，新建高标准农田0.6万亩。')
    expect([parts.outcome, parts.evidence.length]).toEqual(['reworded', 2])
    expect(parts.reasons.map((r) => r.code)).toContain('match/several-results')
  })

  it('P101 equal numbers are no sign of anything', () => {
    const match20 = only('新增高新技术企业20家。', '改造老旧小区20个，新建公交站亭20家。')
    expect(match20.outcome).toBe('notMentioned')
  })

  it('P101 a result that only names a class is found by the subject before it', () => {
    const told = '轴承产业集群不断壮大，实现产值35亿元。'
    expect(only('轴承产业集群产值达到30亿元。', told)).toMatchObject({
      outcome: 'exceeded',
      evidence: [{ clause: 'c4' }],
    })
    expect(only('索具产业集群产值达到30亿元。', told).outcome).toBe('notMentioned')
  })

  it('P106 results that nobody promised are listed', () => {
    const report = reportOf('改造老旧小区12个。新建公交站亭40个。')
    const { unpromised } = matched('改造老旧小区12个。', '改造老旧小区12个。新建公交站亭40个。')
    expect(unpromised.map((id) => report.reading.statements.find((s) => s.id === id)?.quote)).toEqual(['40个'])
  })

  it('P105 a dictionary brings synonyms together and keeps two indicators apart', () => {
    const identify = dictionaryIdentity(standardDictionary())
    const gdp = promiseAt('GDP增长6%。', '地区生产总值增长6.5%。', '6%', { identify })
    expect(gdp.outcome).toBe('exceeded')
    expect(gdp.reasons[0]?.code).toBe('match/same-indicator')
    expect(promiseAt('GDP增长6%。', '地区生产总值增长6.5%。', '6%').outcome).toBe('notMentioned')
    const spent = promiseAt('一般公共预算收入增长6%。', '一般公共预算支出增长8%。', '6%', { identify })
    expect(['exceeded', 'met', 'short']).not.toContain(spent.outcome)
  })
})

describe('reports in words', () => {
  const told: readonly (readonly [string, string])[] = [
    ['推动青简桥改造工程开工。', '青简桥改造工程主体完工。'],
    ['启动“四馆一场”文化综合体项目。', '“四馆一场”主体封顶。'],
    ['建设青竹100兆瓦光伏发电项目。', '青竹光伏项目并网发电。'],
    ['推进竹简（青溪镇）产业园建设。', '青溪镇产业园入驻企业渐多。'],
    ['编制《青简河流域治理方案》。', '印发《青简河流域治理方案》。'],
  ]
  for (const [promised, report] of told)
    it(`P102 a named thing is found: ${promised}${report}`, () => {
      const found = only(promised, report)
      expect([found.outcome, found.sure]).toEqual(['mentioned', true])
      expect(found.evidence).toHaveLength(1)
    })

  it('P102 a figure that is answered without a number is mentioned', () => {
    const found = only('完成青简河河道清淤12公里。', '青简河河道清淤全面完成。')
    expect([found.outcome, found.reasons[0]?.code]).toEqual(['mentioned', 'match/no-figure'])
  })

  const silent: readonly (readonly [string, string])[] = [
    ['推动青简桥改造工程开工。', '兰台公园免费开放，竹影路建成通车。'],
    ['建成竹影路彩色停车场。', '竹影路北延、平台路东延建成通车。'],
    ['创建省级技术创新中心1家。', '省级美丽乡村建设有序推进。'],
  ]
  for (const [promised, report] of silent)
    it(`P103 silence: ${promised}${report}`, () => {
      expect(only(promised, report).outcome).toBe('notMentioned')
    })

  it('P103 silence is sure only where nothing of the words is found', () => {
    expect(only('推动青简桥改造工程开工。', '兰台公园免费开放。')).toMatchObject({ confidence: 1, sure: true })
    const traced = only('加快青简桥智慧停车综合体建设。', '青简桥智慧路灯亮化完成。')
    expect([traced.outcome, traced.sure]).toEqual(['notMentioned', false])
    const generic = only('提升管理水平。', '兰台公园免费开放。')
    expect([generic.outcome, generic.sure]).toEqual(['notMentioned', false])
    expect(generic.reasons.map((r) => r.code)).toContain('match/generic-words')
  })

  it('P104 shortcomings, thanks and plans for the years ahead report nothing', () => {
    const promised = '推动青简桥改造工程开工。'
    const failing = '兰台公园免费开放。\n我们也清醒认识到，工作中还存在不少问题。青简桥改造工程进展缓慢。'
    expect(only(promised, failing).outcome).toBe('notMentioned')
    expect(only(promised, '兰台公园免费开放。下一步，青简桥改造工程尽早开工。').outcome).toBe('notMentioned')
  })
})

describe('reasons', () => {
  it('P109 every reason and refusal has a wording', () => {
    const texts: readonly (readonly [string, string])[] = [
      ['新增高新技术企业20家。提升管理水平。', '高新技术企业总数达到126家。'],
      [
        '地区生产总值增长6%。建成高标准农田2万亩。',
        '地区生产总值年均增长7%。建成高标准农田1万亩，新建高标准农田0.6万亩。',
      ],
      ['推动青简桥改造工程开工。打造驿站9处。', '青简桥改造工程主体完工。'],
    ]
    const found = texts.flatMap(([p, r]) => matched(p, r).promises.flatMap((m) => m.reasons.map((x) => x.code)))
    expect(new Set(found).size).toBeGreaterThan(6)
    expect(found.filter((code) => !(code in matchWording))).toEqual([])
  })
})
