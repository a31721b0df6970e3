import type { Machine } from '../../model/definition.ts'
import type { Additivity, MeasureDefinition } from '../../model/measure.ts'
import { describeCounter, describeFormula, type DescribedMeasures, outermostRatio } from '../formula.ts'
import { bullets, plain, row, table } from '../markdown.ts'
import { say } from '../say.ts'
import type { Section } from './system-page.ts'
import { pageWords } from './wording.zh.ts'

/** The measures with their formulas, numerator and base apart, and the counters below them. */
export function measuresSection(machine: Machine, measures: DescribedMeasures): Section {
  const figures = measures.measures
    .map((measure) => `### ${plain(measure.title)}\n\n${bullets(linesOf(measure, machine, measures))}`)
    .join('\n\n')
  const counters = table(
    row(pageWords.counter, pageWords.id, pageWords.counts),
    Object.entries(measures.counters).map(([id, counter]) => row(counter.title, id, describeCounter(counter, machine))),
  )
  return { title: pageWords.measures, body: `${figures}\n\n### ${pageWords.counters}\n\n${counters}` }
}

function linesOf(measure: MeasureDefinition, machine: Machine, measures: DescribedMeasures): string[] {
  const { formula, unit, decimals, direction, additivity, says, source } = measure
  const words = (part: MeasureDefinition['formula']): string => describeFormula(part, machine, measures)
  const ratio = outermostRatio(formula)
  return [
    says,
    say('page/formula', { formula: words(formula) }),
    ...(ratio === undefined ? [] : [say('page/ratio', { numerator: words(ratio[0]), base: words(ratio[1]) })]),
    say('page/figure', { unit, decimals, direction: pageWords[direction], additivity: ADDITIVITY[additivity] }),
    say('page/source', { source }),
  ]
}

const ADDITIVITY = {
  additive: pageWords.additive,
  stock: pageWords.stock,
  recomputed: pageWords.recomputed,
} as const satisfies Record<Additivity, string>
