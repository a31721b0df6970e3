import type { Trace } from '@jiannuo/app'

/** What is shown of a figure. */
type Figure = Pick<
  Trace['figure'],
  'unit' | 'decimals' | 'value' | 'numerator' | 'base' | 'adjusted' | 'adjustedNumerator' | 'adjustedBase'
>

const NONE = '—'
const tidy = (value: number): number => Math.round(value * 100) / 100

function sideOf({ unit, decimals }: Figure, value?: number, numerator?: number, base?: number): string {
  const number = value === undefined ? NONE : `${value.toFixed(decimals)}${unit}`
  return base === undefined ? number : `${number}（${tidy(numerator ?? 0)}/${tidy(base)}）`
}

/** Both sides of a figure in words, numerator and base beside the value. */
export const figureSides = (figure: Figure): { readonly raw: string; readonly adjusted: string } => ({
  raw: sideOf(figure, figure.value, figure.numerator, figure.base),
  adjusted: sideOf(figure, figure.adjusted, figure.adjustedNumerator, figure.adjustedBase),
})
