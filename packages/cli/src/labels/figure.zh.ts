import type { Trace } from '@jiannuo/app'
import type { Contribution, Figure } from '@jiannuo/engine'

const number = (value: number | undefined, decimals: number): string =>
  value === undefined ? '无' : value.toFixed(decimals)

/** Whole counts as they are, weighted ones with what they have behind the point. */
const count = (value: number | undefined): string => (value === undefined ? '' : String(Math.round(value * 100) / 100))

const share = (numerator: number | undefined, base: number | undefined): string =>
  base === undefined ? '' : `${count(numerator)}/${count(base)}`

function sides(figure: Figure): { readonly raw: string; readonly adjusted: string } {
  const { unit, decimals } = figure
  const raw = share(figure.numerator, figure.base)
  const adjusted = share(figure.adjustedNumerator, figure.adjustedBase)
  return {
    raw: `${number(figure.value, decimals)}${unit}${raw === '' ? '' : `（${raw}）`}`,
    adjusted: `${number(figure.adjusted, decimals)}${unit}${adjusted === '' ? '' : `（${adjusted}）`}`,
  }
}

/** What `jiannuo trace` says. */
export const figureLabels = {
  line: (address: string, figure: Figure): string => {
    const { raw, adjusted } = sides(figure)
    return `${figure.title}　原始 ${raw}　调整 ${adjusted}　剔除 ${count(figure.excluded)}　${address}`
  },
  cells: (figure: Figure): readonly string[] => [
    `${number(figure.value, figure.decimals)}${figure.unit}`,
    share(figure.numerator, figure.base),
    `${number(figure.adjusted, figure.decimals)}${figure.unit}`,
    share(figure.adjustedNumerator, figure.adjustedBase),
    count(figure.excluded),
  ],
  contribution: (one: Contribution & { readonly title: string }): string =>
    `${one.title} ${count(one.amount)}（${one.period === '' ? '存量' : one.period}，${one.unit}，${one.category}）${one.excluded ? '，剔除' : ''}`,
  trace: (address: string, { figure, formula, counters, records }: Trace): string => {
    const { raw, adjusted } = sides(figure)
    const lines = [
      `${figure.title}　${address}`,
      `  原始值 ${raw}`,
      `  调整值 ${adjusted}，剔除 ${count(figure.excluded)}`,
      `  算法：${formula.says}（${formula.source}）`,
      `  公式：${formula.words}`,
      `  代入：原始 ${formula.raw}`,
      `  　　　调整 ${formula.adjusted}`,
      '  由这些计数得来：',
      ...counters.map(
        (one) => `    ${one.id}　${one.title}：原始 ${count(one.raw)}，调整 ${count(one.adjusted)}；${one.says}`,
      ),
    ]
    if (records !== undefined) {
      lines.push(`  计入 ${records.counter} 的记录：`)
      for (const row of records.rows)
        lines.push(
          `    ${row.record}　${row.title}　${row.state}　${row.unitName}　${row.period}　${count(row.amount)}${row.excluded ? '　已剔除' : ''}`,
        )
      if (records.rows.length === 0) lines.push('    （没有）')
      if (records.next !== undefined) lines.push(`    还有更多：--after '${records.next}'`)
      lines.push('  某一件计入多少、由哪些经过而来：加 --record 编号')
    }
    return `${lines.join('\n')}\n`
  },
}
