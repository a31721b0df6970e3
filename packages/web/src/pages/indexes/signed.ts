/** A change with its sign, so that it is read as one: +1.2, −0.5, 0. */
export function signed(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(decimals)
  if (Number(text) === 0) return '0'
  return value > 0 ? `+${text}` : `−${text}`
}
