import type { Condition, CounterDefinition, Formula, MeasureDefinition } from '@jiannuo/engine'
import {
  all,
  always,
  defineMeasures,
  equals,
  fact,
  field,
  inState,
  not,
  oneOf,
  present,
  constant,
} from '@jiannuo/engine'
import { aboveScaleFirms } from './firms.register.ts'
import { gapWithin } from './firms.lines.ts'

const proposal = '本项目建议口径，请按本地规定核定'

const inLibraries = inState('training', 'key', 'ready', 'filed')
const grownInto = (...industries: readonly string[]): Condition =>
  all(present(field('enteredAt')), equals(field('origin'), constant('grown')), oneOf(field('industry'), ...industries))

/** Firms of a stage now. A stage counts for the street; industries are the categories. */
const stage = (title: string, id: string): CounterDefinition => ({ title, when: inState(id), unit: 'area' })

const entered = { period: field('enteredAt'), unit: 'area' } as const

const counters: Readonly<Record<string, CounterDefinition>> = {
  taken: { title: '新入库数', when: always, period: fact('openedAt'), unit: 'area' },
  // Of those taken in then, who has come into the statistics since.
  converted: { title: '入库后已入统数', when: present(field('enteredAt')), period: fact('openedAt'), unit: 'area' },
  reached: { title: '达标数', when: present(field('readyAt')), period: field('readyAt'), unit: 'area' },
  filed: {
    title: '达标后已申报数',
    when: all(present(field('readyAt')), present(field('filedAt'))),
    period: field('readyAt'),
    unit: 'area',
  },
  entered: { title: '新入统数', when: present(field('enteredAt')), ...entered },
  left: { title: '退统数', when: inState('out'), period: fact('closedAt'), unit: 'area' },
  smallIntoIndustry: { title: '小进规数', when: grownInto('industry'), ...entered },
  smallIntoTrade: { title: '小进限数', when: grownInto('wholesale', 'retail', 'lodging'), ...entered },
  training: stage('培育库', 'training'),
  key: stage('重点库', 'key'),
  ready: stage('达标库', 'ready'),
  awaiting: stage('已申报待批', 'filed'),
  inStatistics: stage('已入统在库', 'entered'),
  warned: { title: '退统预警', when: all(inState('entered'), present(field('warnedAt'))), unit: 'area' },
  near: { title: '距标准一成以内', when: all(inLibraries, gapWithin(0.1)), unit: 'area' },
  middle: {
    title: '距标准一成至三成',
    when: all(inLibraries, gapWithin(0.3), not(gapWithin(0.1))),
    unit: 'area',
  },
  far: {
    title: '距标准三成以上',
    when: all(inLibraries, present(field('gapShare')), not(gapWithin(0.3))),
    unit: 'area',
  },
}

const of = (id: string): Formula => ({ counter: id })

const flow = (id: string, title: string, says: string, formula: Formula = of(id)): MeasureDefinition => ({
  id,
  title,
  unit: '户',
  additivity: 'additive',
  direction: 'up',
  formula,
  decimals: 0,
  says,
  source: proposal,
})

const stock = (id: string, title: string, says: string): MeasureDefinition => ({
  ...flow(id, title, says),
  additivity: 'stock',
  direction: 'none',
})

const rate = (id: string, title: string, numerator: string, base: string, says: string): MeasureDefinition => ({
  id,
  title,
  unit: '%',
  additivity: 'recomputed',
  direction: 'up',
  formula: { ratio: [of(numerator), of(base)] },
  decimals: 1,
  says,
  source: proposal,
})

/** Counters and measures of the libraries (domain.md 7, systems.md S29). A filed firm is in no figure of those that are in. */
export const firmMeasures = defineMeasures(
  {
    machine: aboveScaleFirms.id,
    counters,
    measures: [
      {
        ...flow('netIncrease', '净增“四上”企业', '新入统数−退统数，按登记的月份计。', {
          minus: [of('entered'), of('left')],
        }),
        source: '净增＝新入统−退统（统计部门通行口径）',
      },
      flow('entered', '新入统', '登记审批通过的企业，已申报未批准的不算。'),
      { ...flow('left', '退统', '退出统计库的企业。'), direction: 'down' },
      flow('smallIntoIndustry', '小进规', '新入统的工业企业中由规模成长达标的。'),
      flow('smallIntoTrade', '小进限', '新入统的批发、零售、住宿餐饮企业中由规模成长达标的。'),
      flow('taken', '新入库', '新进培育库、重点库、达标库的企业。'),
      rate('filingRate', '达标申报率', 'filed', 'reached', '当期达标企业中已申报的÷当期达标企业。'),
      rate('conversionRate', '培育转化率', 'converted', 'taken', '当期入库企业中至今已入统的÷当期入库企业。'),
      stock('training', '培育库', '此刻在培育库的企业。'),
      stock('key', '重点库', '此刻在重点库的企业。'),
      stock('ready', '达标库', '此刻在达标库、尚未申报的企业。'),
      stock('awaiting', '已申报待批', '此刻已申报、尚未批准的企业，不算入统。'),
      stock('inStatistics', '在库“四上”企业', '此刻在统计库的企业。'),
      stock('warned', '退统预警', '此刻有退统预警的在库企业。'),
      stock('near', '距标准一成以内', '培育中的企业，差额不超过标准的10%（已超过标准的也在内）。'),
      stock('middle', '距标准一成至三成', '培育中的企业，差额超过标准的10%、不超过30%。'),
      stock('far', '距标准三成以上', '培育中的企业，差额超过标准的30%。'),
    ],
  },
  aboveScaleFirms,
)
