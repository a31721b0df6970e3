import type { ExampleDefinition, Json } from '@jiannuo/engine'
import { type Doer, refusal, type Step, step } from '../example.ts'
import { type TitleId, titleIds, titles } from './firms.titles.ts'

type Input = Readonly<Record<string, Json>>
type Expected = string | Pick<Step, 'state' | 'due' | 'refused'>

const clerk: Doer = ['streetClerk', 'lantai-dongmen']
const sector: Doer = ['sector', 'lantai-industry']
const file = 'd'.repeat(64)

const lab: Input = {
  name: '兰台微芯科技有限公司',
  creditCode: '91420199MA4KA1B2C3',
  field: 'information',
  street: 'lantai-dongmen',
  sector: 'lantai-industry',
  carrier: '兰台科创园',
  contactName: '方予宁',
  contactPhone: '13800006789',
  age: 4,
  staff: 86,
  techStaffShare: 42,
  revenue: 3_200,
  assets: 4_100,
  rd: 260,
  rdShare: 8,
  highTechShare: 78,
  ownRights: 9,
  accident: false,
  smeScore: 82,
  nicheYears: 3,
  specialisedScore: 71,
  growth: 35,
}

const award = (at: string, id: TitleId, from: string, until: string, expected: Expected, more: Input = {}): Step =>
  step(sector, `award-${id}`, at, expected, { from, until, document: [file], ...more })
const apply = (at: string, title: TitleId, expected: Expected): Step =>
  step(clerk, 'apply', at, expected, { title, batch: at.slice(0, 4) })

const ladder: ExampleDefinition = {
  title: '一家企业入库培育，先入库科小，再认定高企、省级专精特新、“小巨人”和“新物种”，称号可以并存',
  steps: [
    step(clerk, 'enter', '2022-03-01 09:00', { state: 'potential', due: { tutoring: '2022-05-30 24:00' } }, lab),
    apply('2022-03-01 10:00', 'giant', refusal('giant-unmet')),
    apply('2022-03-01 10:10', 'sme', 'potential'),
    apply('2022-03-01 10:20', 'highTech', refusal('applying-already')),
    award('2022-04-18 09:00', 'sme', '2022-04-15', '2022-12-31', 'sme'),
    apply('2022-06-20 09:00', 'highTech', 'sme'),
    award(
      '2022-12-01 09:00',
      'highTech',
      '2022-11-29',
      '2025-11-28',
      { state: 'highTech', due: { highTechTerm: '2025-11-28 24:00' } },
      {
        issued: [
          {
            number: 'GR202242000001',
            title: '高新技术企业',
            level: 'national',
            from: '2022-11-29',
            until: '2025-11-28',
          },
        ],
      },
    ),
    apply('2023-06-05 09:00', 'specialised', 'highTech'),
    award('2023-09-04 09:00', 'specialised', '2023-09-01', '2026-08-31', 'growing'),
    award('2023-09-04 09:30', 'gazelle', '2023-09-01', '2026-08-31', 'growing'),
    apply('2024-06-03 09:00', 'giant', 'growing'),
    award('2024-09-03 09:00', 'giant', '2024-09-01', '2027-08-31', 'giant'),
    award('2025-03-03 09:00', 'species', '2025-03-01', '2028-02-29', 'newSpecies'),
    award('2025-03-04 09:00', 'highTech', '2022-11-29', '2025-11-28', refusal('held-already')),
    step(sector, 'leave', '2025-06-03 09:00', 'left', { reason: 'moved' }),
  ],
}

const unmet: ExampleDefinition = {
  title: '条件不满足不能登记申报：研发占比按收入规模分档，核对更新后再报；走访周期末日逢国庆假期顺延',
  steps: [
    step(clerk, 'enter', '2025-03-03 09:00', 'potential', { ...lab, revenue: 4_900, rdShare: 4.5 }),
    apply('2025-06-03 09:00', 'highTech', refusal('highTech-unmet')),
    step(
      clerk,
      'check',
      '2025-07-04 10:00',
      { state: 'potential', due: { tutoring: '2025-10-09 24:00' } },
      { revenue: 5_000, note: '审计后收入5000万元，适用4%的档。' },
    ),
    apply('2025-07-04 10:10', 'highTech', 'potential'),
    step(sector, 'reject', '2025-09-15 09:00', 'potential', { note: '知识产权与主要产品关联度不足。' }),
    step(sector, 'reject', '2025-09-15 09:10', refusal('not-applying'), { note: '重复登记。' }),
  ],
}

const renewal: ExampleDefinition = {
  title: '高企三年期满前复审通过，有效期顺延；证书过期、起止颠倒的不能登记',
  steps: [
    step(clerk, 'enter', '2022-07-04 09:00', 'potential', lab),
    award('2022-11-07 09:00', 'highTech', '2019-11-04', '2022-11-03', refusal('ended-already')),
    award('2022-11-07 09:05', 'highTech', '2025-11-03', '2022-11-04', refusal('dates-crossed')),
    award('2022-11-07 09:10', 'highTech', '2022-11-04', '2025-11-03', 'highTech'),
    step(sector, 'renew', '2025-10-20 09:00', refusal('not-held'), {
      title: 'sme',
      from: '2025-10-17',
      until: '2026-10-16',
      document: [file],
    }),
    step(
      sector,
      'renew',
      '2025-10-20 09:10',
      { state: 'highTech', due: { highTechTerm: '2028-10-16 24:00' } },
      { title: 'highTech', from: '2025-10-17', until: '2028-10-16', document: [file] },
    ),
    step(clerk, 'change', '2025-10-21 09:00', 'highTech', { carrier: '兰台国际中心' }),
  ],
}

const lapsed: ExampleDefinition = {
  title: '没有复审的高企到期自动失效，退到还在有效期内的科小；取消资格的退回潜在培育',
  steps: [
    step(clerk, 'enter', '2022-11-01 09:00', 'potential', lab),
    award('2022-11-07 09:00', 'highTech', '2022-11-04', '2025-11-03', 'highTech'),
    award('2025-04-07 09:00', 'sme', '2025-04-07', '2025-12-31', 'highTech'),
    step(clerk, 'check', '2025-11-04 09:00', 'sme', { note: '高企到期未复审，人员流失较多。' }),
    step(sector, 'revoke-highTech', '2025-11-04 10:00', refusal('engine/wrong-state'), {
      cause: 'unmet',
      document: [file],
    }),
    step(sector, 'revoke-sme', '2025-11-10 09:00', 'potential', { cause: 'fraud', document: [file] }),
  ],
}

/** Each title once taken away again, so that every action is seen. */
const revoked: readonly ExampleDefinition[] = titleIds
  .filter((id) => id !== 'sme')
  .map((id) => ({
    title: `取消${titles[id].name}资格：没有其他称号的退回潜在培育`,
    steps: [
      step(clerk, 'enter', '2025-03-03 09:00', 'potential', lab),
      award('2025-03-04 09:00', id, '2025-03-03', '2028-03-02', titles[id].stage),
      step(sector, `revoke-${id}`, '2025-06-03 09:00', 'potential', { cause: 'accident', document: [file] }),
    ],
  }))

/** Worked examples of the ladder, in 兰台区; firms and codes are invented. */
export const firmExamples: readonly ExampleDefinition[] = [ladder, unmet, renewal, lapsed, ...revoked]
