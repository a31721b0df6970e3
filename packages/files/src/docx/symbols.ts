/** Signs of the symbol fonts that stand in official documents, by font and code without the private-use offset. */
const SIGNS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: {
    0x6c: '●',
    0x6e: '■',
    0x6f: '□',
    0x71: '❑',
    0x76: '❖',
    0x75: '◆',
    0xa7: '▪',
    0xa8: '□',
    0xd8: '➢',
    0xfb: '✗',
    0xfc: '√',
    0xfe: '☑',
    0xfd: '☒',
  },
  'wingdings 2': { 0x50: '√', 0x4f: '×', 0x52: '☑', 0x53: '☒', 0xa3: '□', 0x2a: '□' },
  symbol: {
    0xb7: '•',
    0xb1: '±',
    0xb3: '≥',
    0xa3: '≤',
    0xb4: '×',
    0xb8: '÷',
    0xb0: '°',
    0xa5: '∞',
    0xae: '→',
    0x6d: 'μ',
    0x61: 'α',
    0x62: 'β',
  },
}

/** The character of a `w:sym`; a sign that is not known shows as an empty box, so that its place is seen. */
export function symbolText(font: string, code: string): string {
  const value = Number.parseInt(code, 16)
  if (!Number.isFinite(value)) return ''
  const table = SIGNS[font.toLowerCase()]
  // Symbol fonts keep their signs at F000 to F0FF.
  const sign = table?.[value >= 0xf000 && value <= 0xf0ff ? value - 0xf000 : value]
  if (sign) return sign
  if (value >= 0xe000 && value <= 0xf8ff) return '□'
  return value >= 32 && value <= 0x10ffff && (value < 0xd800 || value > 0xdfff) ? String.fromCodePoint(value) : ''
}
