import type { Machine } from '../../model/definition.ts'
import type { IndexDefinition, IndexPart } from '../../model/score.ts'
import type { WatchDefinition } from '../../model/watch.ts'
import { describeExpr } from '../expr.ts'
import { bullets, plain, row, table } from '../markdown.ts'
import { pageWords, scoreWords } from './wording.zh.ts'

/** Titles of measures, `machine.measure` → title. */
export type MeasureTitles = (measure: string) => string

function standardInWords({ standard }: IndexPart, machine: Machine): string {
  if (standard.by === 'peers') return scoreWords.peers
  const words = (expr: Parameters<typeof describeExpr>[0]): string => describeExpr(expr, machine)
  if (standard.by === 'line') return scoreWords.line(words(standard.zero), words(standard.full))
  return scoreWords.own(words(standard.periods), words(standard.even), words(standard.span))
}

function partRow(part: IndexPart, index: IndexDefinition, machine: Machine, titles: MeasureTitles): readonly string[] {
  const per = part.per === undefined ? '' : scoreWords.per(titles(part.per.measure), part.per.times)
  const least = part.least === undefined ? '' : scoreWords.least(describeExpr(part.least, machine))
  return row(
    index.groups[part.group]?.title ?? part.group,
    part.title,
    `${titles(part.measure)}${per}`,
    describeExpr(part.weight, machine),
    `${standardInWords(part, machine)}，${part.direction === 'up' ? pageWords.up : pageWords.down}`,
    `${scoreWords.missing[part.missing]}${least}`,
    `${part.says}（${part.source}）`,
  )
}

const section = (title: string, body: string): readonly string[] => (body === '' ? [] : [`## ${title}\n\n${body}`])

/** The page of an index in Chinese, as Markdown: purpose, basis, parts with weights and standards, deductions, bands, runs. All of it comes from the definition. */
export function indexPage(index: IndexDefinition, machine: Machine, titles: MeasureTitles): string {
  const words = (expr: Parameters<typeof describeExpr>[0]): string => describeExpr(expr, machine)
  const groups = Object.values(index.groups).map(({ title, weight }) => `${title}：${words(weight)}`)
  const deductions = index.deductions.map(
    ({ title, measure, each, most, says, source }) =>
      `${title}：${scoreWords.deduction(titles(measure), words(each), words(most))}${says}（${source}）`,
  )
  const bands = index.bands.map(({ title, from }) => `${title}：${scoreWords.from(words(from))}`)
  const runs = index.runs.map(({ title, bands: ids, periods }) => {
    const named = ids.map((id) => index.bands.find((band) => band.id === id)?.title ?? id)
    return scoreWords.run(title, named.join('、'), words(periods))
  })
  const parts = table(
    row(...scoreWords.columns),
    index.parts.map((part) => partRow(part, index, machine, titles)),
  )
  return `${[
    `# ${plain(index.title)}`,
    plain(index.purpose),
    plain(scoreWords.facts(index.id, index.system, index.version, index.versionNote)),
    `${pageWords.basis}\n\n${bullets(index.basis)}`,
    ...section(scoreWords.groups, bullets(groups)),
    ...section(scoreWords.parts, parts),
    ...section(scoreWords.deductions, bullets(deductions)),
    ...section(scoreWords.bands, bullets([...bands, ...runs])),
  ].join('\n\n')}\n`
}

function lineInWords({ line, periods }: WatchDefinition, machine: Machine): string {
  const months = scoreWords.inARow(describeExpr(periods, machine))
  if (line.is === 'run') return scoreWords.reached(months)
  const bound = 'value' in line ? line.value : line.percent
  return scoreWords.crossed[line.is](describeExpr(bound, machine), months)
}

/** The page of a system's watches in Chinese, as Markdown: what each looks at, its line, and what it opens. */
export function watchesPage(
  watches: readonly WatchDefinition[],
  machineOf: (id: string) => Machine | undefined,
  titles: MeasureTitles,
): string {
  const rows = watches.flatMap((watch) => {
    const machine = machineOf(watch.settings)
    const opened = machineOf(watch.opens.machine)
    if (machine === undefined || opened === undefined) return []
    const on = 'measure' in watch.on ? titles(watch.on.measure) : titles(watch.on.index)
    const least = watch.least === undefined ? '' : scoreWords.least(describeExpr(watch.least, machine))
    const action = opened.actions[watch.opens.action]?.title ?? watch.opens.action
    return [
      row(
        watch.system,
        watch.title,
        on,
        `${lineInWords(watch, machine)}${least}`,
        `${opened.title}：${action}`,
        `${watch.purpose}（${watch.source}）`,
      ),
    ]
  })
  return `${[`# ${scoreWords.watches}`, scoreWords.watchesSay, table(row(...scoreWords.watchColumns), rows)].join('\n\n')}\n`
}
