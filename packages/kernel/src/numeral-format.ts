const DIGITS = '零一二三四五六七八九'
const PLACES: readonly (readonly [number, string])[] = [
  [100_000_000, '亿'],
  [10_000, '万'],
  [1000, '千'],
  [100, '百'],
  [10, '十'],
]

function formatFull(value: number): string {
  for (const [size, name] of PLACES) {
    if (value < size) continue
    const rest = value % size
    const gap = rest > 0 && rest < size / 10 ? '零' : ''
    return `${formatFull(Math.floor(value / size))}${name}${gap}${rest > 0 ? formatFull(rest) : ''}`
  }
  return DIGITS[value] ?? ''
}

/**
 * A whole number in Chinese signs, as it is read aloud: 2005 is 两千零五 in speech and 二千零五 here, 15 is 十五.
 *
 * @param value a whole number from 0 up to 10¹⁶
 * @throws RangeError when the number is negative, not whole, or larger: the caller has mistaken what it holds
 */
export function formatChineseNumeral(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`no Chinese numeral for ${value}`)
  const full = formatFull(value)
  return full.startsWith('一十') ? full.slice(1) : full
}
