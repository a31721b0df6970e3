/** Differences below this are the noise of binary fractions. */
const STEP = 1e9

/** A number of points or a share without the noise of a subtraction: 0.75 − 0.65 is 0.1. */
export const tidy = (value: number): number => {
  const rounded = Math.round(value * STEP) / STEP
  return rounded === 0 ? 0 : rounded
}

/** A share in per cent to two digits, for people: 0.73271 is 73.27. */
export const percent = (share: number): number => twoDigits(share * 100)

/** A number to two digits, for people. */
export const twoDigits = (value: number): number => {
  const rounded = Math.round(tidy(value) * 100) / 100
  return rounded === 0 ? 0 : rounded
}

const NOISE = 1e-12

/** Order of two figures: 0 when they differ by noise alone. */
export const compareNumbers = (a: number, b: number): number => {
  const gap = a - b
  return Math.abs(gap) <= NOISE * Math.max(Math.abs(a), Math.abs(b)) ? 0 : gap
}
