const DIGITS = '〇一二三四五六七八九'
const CIRCLED = ['⓪①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳', '㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟', '㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿'].join('')

/** Number formats of ECMA-376 17.18.59 that Chinese documents use, each from 1 up. Others fall back to plain digits. */
const FORMATS: Readonly<Record<string, (n: number) => string>> = {
  decimal: String,
  decimalZero: (n) => String(n).padStart(2, '0'),
  decimalFullWidth: (n) => fullWidth(String(n)),
  decimalFullWidth2: (n) => fullWidth(String(n)),
  decimalHalfWidth: String,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: (n) => (n <= 20 ? String.fromCharCode(0x2487 + n) : `${n}.`),
  decimalEnclosedParen: (n) => (n <= 20 ? String.fromCharCode(0x2473 + n) : `(${n})`),
  numberInDash: (n) => `- ${n} -`,
  chineseCounting: counting,
  chineseCountingThousand: counting,
  japaneseCounting: counting,
  taiwaneseCounting: counting,
  taiwaneseCountingThousand: counting,
  koreanCounting: counting,
  ideographDigital: digital,
  japaneseDigitalTenThousand: digital,
  taiwaneseDigital: digital,
  chineseLegalSimplified: (n) => counting(n, '零壹贰叁肆伍陆柒捌玖', '拾佰仟万', true),
  ideographLegalTraditional: (n) => counting(n, '零壹貳參肆伍陸柒捌玖', '拾佰仟萬', true),
  japaneseLegal: (n) => counting(n, '零壱弐参四伍六七八九', '拾百阡萬', true),
  ideographTraditional: (n) => cycle(n, '甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: (n) => cycle(n, '子丑寅卯辰巳午未申酉戌亥'),
  ideographEnclosedCircle: (n) => (n <= 10 ? String.fromCharCode(0x327f + n) : counting(n)),
  upperLetter: (n) => letters(n),
  lowerLetter: (n) => letters(n).toLowerCase(),
  upperRoman: (n) => roman(n),
  lowerRoman: (n) => roman(n).toLowerCase(),
  none: () => '',
}

/** Formats whose digits are Latin; a level that is marked `isLgl` shows all others as plain digits. */
export const formatNumber = (n: number, format: string): string => (n < 1 ? String(n) : (FORMATS[format] ?? String)(n))

const fullWidth = (digits: string): string =>
  digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

function circled(n: number): string {
  return CIRCLED[n] ?? String(n)
}

function digital(n: number): string {
  return String(n).replace(/\d/g, (digit) => DIGITS[Number(digit)] ?? digit)
}

/** 二十一, 一百零二; `full` keeps the one of 壹拾. Beyond 99,999 nobody counts paragraphs. */
function counting(n: number, digits = '零一二三四五六七八九', units = '十百千万', full = false): string {
  if (n > 99_999) return String(n)
  let text = ''
  let zero = false
  for (let power = 4; power >= 0; power--) {
    const digit = Math.floor(n / 10 ** power) % 10
    if (digit === 0) {
      zero = text !== ''
      continue
    }
    if (zero) text += digits[0]
    zero = false
    const bareTen = power === 1 && digit === 1 && text === '' && !full
    text += (bareTen ? '' : digits[digit]) + (power === 0 ? '' : (units[power - 1] ?? ''))
  }
  return text
}

const cycle = (n: number, signs: string): string => signs[(n - 1) % signs.length] ?? String(n)

/** A … Z, AA, BB: Word repeats the letter. */
const letters = (n: number): string =>
  String.fromCharCode(65 + ((n - 1) % 26)).repeat(Math.min(Math.floor((n - 1) / 26) + 1, 30))

const ROMAN = [
  ...([1000, 'M', 900, 'CM', 500, 'D', 400, 'CD', 100, 'C', 90, 'XC'] as const),
  ...([50, 'L', 40, 'XL', 10, 'X', 9, 'IX', 5, 'V', 4, 'IV', 1, 'I'] as const),
]

function roman(n: number): string {
  if (n > 3_999) return String(n)
  let text = ''
  let rest = n
  for (let i = 0; i < ROMAN.length; i += 2) {
    const value = Number(ROMAN[i])
    for (; rest >= value; rest -= value) text += ROMAN[i + 1]
  }
  return text
}
