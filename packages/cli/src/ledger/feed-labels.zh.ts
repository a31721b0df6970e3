import type { MonthCount } from '@jiannuo/app'

const tidy = (value: number): number => Math.round(value * 1e4) / 1e4

/** What `jiannuo ledger feed` says. */
export const feedLabels = {
  now: (address: string | undefined, figure: string, stopped: boolean): string =>
    address === undefined
      ? '没有设定自动取数，实绩来自文件和月报。\n'
      : `取数 ${address}${stopped ? '（已停用）' : ''}\n  现在 ${figure}\n`,
  choices: (words: readonly string[], fitting: number, all: number): string =>
    `与“${words.join('、')}”比对：${all}个测度中可用的${fitting}个（✓），其余说明原因（×）。设定：加 --measure 测度\n`,
  preview: (title: string, figure: string, months: readonly MonthCount[]): string =>
    `${title}\n  现在 ${figure}\n${months
      .map(
        ({ period, value, unit, numerator, denominator }) =>
          `  ${period}　${tidy(value)}${unit}${denominator === undefined ? '' : `（${numerator ?? 0}/${denominator}）`}\n`,
      )
      .join('')}`,
  set: (measure: string | null): string => (measure === null ? '已不再取数。\n' : `已设定取数 ${measure}\n`),
  reading: (title: string, period: string, value: number, unit: string, version: string): string =>
    `实绩：${title}，${period}，取数时为${tidy(value)}${unit}（${version === 'final' ? '最终' : '初步'}）。下面是现在的数：\n`,
} as const
