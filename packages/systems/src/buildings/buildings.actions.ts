import type { ActionDefinition, Effect, Grant } from '@jiannuo/engine'
import {
  actorPerson,
  constant,
  equals,
  field,
  firstOf,
  gt,
  input,
  inState,
  lte,
  minus,
  not,
  now,
  oneOf,
  plus,
  present,
  setting,
  when,
} from '@jiannuo/engine'
import { tellAll } from '../commitments/clock-parts.ts'
import { keyTenantsTable, sweepForm } from './buildings.fields.ts'
import { areasFit, firmsFit, measureSpace, measureTier, takeTax, yearKnown } from './buildings.tests.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

/** Roles around the buildings. */
export const buildingRoles = {
  sector: '楼宇经济主管部门专员',
  buildingOfficer: '街道楼宇专员',
  taxOfficer: '税务汇总员',
  supervisor: '督查室',
  leader: '区领导',
} as const

export const sectors: readonly Grant[] = [{ role: 'sector', at: 'lead' }]
export const officers: readonly Grant[] = [{ role: 'buildingOfficer', at: 'area' }]
export const keepers: readonly Grant[] = [...sectors, ...officers]
export const supervisors: readonly Grant[] = [{ role: 'supervisor', at: 'district' }]
const taxOfficers: readonly Grant[] = [{ role: 'taxOfficer', at: 'district' }]

/** Before there is an entry nobody leads it. */
export const finders: readonly Grant[] = [
  { role: 'sector', at: 'anywhere' },
  { role: 'buildingOfficer', at: 'anywhere' },
]

const ACTIVE = ['letting', 'operating', 'hundredMillion', 'renewing']
const zero = constant(0)
const note = { title: '说明', type: 'longText', required: true, maxLength: 1000 } as const

/** The sweep of the stage begins anew: key buildings monthly, others quarterly, those being renewed by their own rhythm. */
const sweepAnew: Effect = when(
  inState('hundredMillion'),
  [{ start: 'keySweep' }],
  [when(inState('renewing'), [{ start: 'renewal' }], [{ start: 'sweep' }])],
)

const onTheSpot: Actions = {
  progress: {
    title: '登记建设进度',
    from: ['construction'],
    to: 'same',
    by: keepers,
    input: ['completedOn'],
    fields: { note },
    effects: [{ start: 'build' }],
  },
  sweep: {
    title: '登记扫楼',
    from: ACTIVE,
    to: 'same',
    by: officers,
    input: sweepForm,
    needs: ['letArea', 'firms', 'registeredHere', 'taxedHere'],
    fields: {
      found: { title: '走访情况和企业诉求', type: 'longText', required: true, maxLength: 2000 },
      sheets: { title: '扫楼登记表', type: 'files', required: true },
    },
    guards: [
      { when: areasFit, code: 'area-over' },
      { when: firmsFit, code: 'firms-over' },
    ],
    effects: [
      ...measureSpace,
      { set: 'sweptAt', to: now },
      { set: 'sweptBy', to: actorPerson },
      { clear: 'verifiedAt' },
      sweepAnew,
      ...tellAll('swept', sectors),
    ],
  },
  verify: {
    title: '复核扫楼',
    from: ACTIVE,
    to: 'same',
    by: sectors,
    fields: {
      way: {
        title: '复核方式',
        type: 'choice',
        required: true,
        choices: { onSite: '实地抽查', data: '与市场监管、税务、统计数据比对', property: '向物业核对' },
      },
      note: { ...note, required: false },
    },
    guards: [
      { when: present(field('sweptAt')), code: 'not-swept' },
      { when: not(equals(actorPerson, field('sweptBy'))), code: 'own-sweep' },
    ],
    effects: [{ set: 'verifiedAt', to: now }],
  },
  keepTenants: {
    title: '登记重点企业',
    from: ACTIVE,
    to: 'same',
    by: keepers,
    fields: { tenants: { ...keyTenantsTable, required: true } },
    effects: [{ put: 'keyTenants', rows: input('tenants') }],
  },
}

const leaving: Actions = {
  warn: {
    title: '迁出预警',
    from: ACTIVE,
    to: 'same',
    by: keepers,
    fields: {
      firm: { title: '企业名称', type: 'text', required: true, maxLength: 80 },
      cause: {
        title: '原因',
        type: 'choice',
        required: true,
        choices: { rent: '租金、租约', space: '面积不够', policy: '外地招引', property: '物业、配套', other: '其他' },
      },
      note,
    },
    effects: [
      { set: 'leaving', to: plus(firstOf(field('leaving'), zero), constant(1)) },
      { start: 'retention' },
      ...tellAll('leaving', sectors, officers),
    ],
  },
  settle: {
    title: '了结迁出预警',
    from: ACTIVE,
    to: 'same',
    by: sectors,
    fields: {
      firm: { title: '企业名称', type: 'text', required: true, maxLength: 80 },
      outcome: { title: '结果', type: 'choice', required: true, choices: { kept: '留下', left: '迁出本区' } },
      note,
    },
    guards: [{ when: gt(field('leaving'), zero), code: 'none-leaving' }],
    effects: [
      { set: 'leaving', to: minus(field('leaving'), constant(1)) },
      when(lte(field('leaving'), zero), [{ stop: 'retention' }]),
      when(oneOf(input('outcome'), 'kept'), [{ count: 'kept' }], [{ count: 'departed' }]),
    ],
  },
}

const taxed: Actions = {
  reportTax: {
    title: '登记楼宇税收',
    from: ['operating', 'hundredMillion'],
    to: [{ when: present(field('tier')), to: 'hundredMillion' }, { to: 'operating' }],
    by: taxOfficers,
    fields: {
      year: { title: '税收年度', type: 'choice', required: true, choicesFrom: 'taxYears' },
      total: {
        title: '税收（全口径，楼内企业合计）',
        type: 'money',
        unit: '万元',
        required: true,
        min: 0,
        help: '只报楼宇合计，不报单户。',
      },
      district: { title: '税收（区级）', type: 'money', unit: '万元', required: true, min: 0 },
      version: {
        title: '数据版本',
        type: 'choice',
        required: true,
        choices: { preliminary: '快报', final: '年度核定' },
      },
      tally: { title: '税务汇总表', type: 'files', required: true },
    },
    guards: [
      { when: lte(input('district'), input('total')), code: 'district-over' },
      { when: yearKnown, code: 'year-past' },
    ],
    effects: [
      ...takeTax,
      ...measureTier,
      {
        read: {
          series: field('code'),
          period: input('year'),
          version: input('version'),
          covers: constant('toDate'),
          value: input('total'),
          unit: constant('万元'),
          source: constant('measure'),
        },
      },
      when(
        present(field('tier')),
        [when(inState('operating'), [{ stop: 'sweep' }, { start: 'keySweep' }, ...tellAll('over-line', sectors)])],
        [
          when(inState('hundredMillion'), [
            { stop: 'keySweep' },
            { start: 'sweep' },
            ...tellAll('below-line', sectors),
          ]),
        ],
      ),
    ],
  },
  recognise: {
    title: '认定专业楼宇',
    from: ['letting', 'operating', 'hundredMillion'],
    to: 'same',
    by: sectors,
    input: ['specialty'],
    needs: ['specialty'],
    fields: {
      document: { title: '认定文件', type: 'files', required: true },
      share: { title: '该产业企业占入驻企业的比例（%）', type: 'number', required: true, min: 0, max: 100 },
    },
    guards: [
      {
        when: { compare: 'gte', of: [input('share'), setting('specialtyShare')] },
        code: 'not-special',
      },
    ],
    effects: [{ set: 'recognisedAt', to: now }],
  },
}

/** What is done besides entering, promoting and leaving: sweeps and their check, firms that matter, warnings, tax, titles. */
export const buildingActions: Actions = { ...onTheSpot, ...leaving, ...taxed }
