import type { IFontAttributesProperties } from 'docx'

/** Twips (twentieths of a point) in a millimetre. */
const TWIPS_PER_MM = 1440 / 25.4

/** A length of paper in the unit of Word. */
export const twips = (millimetres: number): number => Math.round(millimetres * TWIPS_PER_MM)

/** GB/T 9704-2012, 5.1 and 5.2: A4, and the type area of 156 by 225 mm. */
export const Sheet = { width: twips(210), height: twips(297) } as const
export const Margins = { top: twips(37), bottom: twips(35), left: twips(28), right: twips(26) } as const
/** The sheet turned clockwise: what was the binding edge is now the upper one. */
export const LandscapeMargins = {
  top: Margins.left,
  bottom: Margins.right,
  left: Margins.bottom,
  right: Margins.top,
} as const

/** Width of the type area in twips. */
export const typeWidth = (landscape: boolean): number =>
  landscape ? Sheet.height - LandscapeMargins.left - LandscapeMargins.right : Sheet.width - Margins.left - Margins.right

/** The upper edge of the page number's dash lies 7 mm below the type area (7.5); a line of size 4 is 5 mm high. */
export const footerFromEdge = (landscape: boolean): number =>
  (landscape ? LandscapeMargins.bottom : Margins.bottom) - twips(7 + 5)

/** 28.95 pt: 22 of these lines fill 225 mm. */
export const LINE = 579

/** Sizes in half points. */
export const Sizes = { head: 72, title: 44, text: 32, table: 28, smallTable: 24, pageNumber: 28 } as const

/** 28 signs of 16 pt are wider than 156 mm: each comes a quarter of a point nearer to the next. */
export const TIGHTER = -5

/** Width of one sign of the text, in twips. */
export const CHAR = 16 * 20 + TIGHTER

/** Signs of the title that find room on a line. */
export const TITLE_CHARS = 20

/** Tables with more columns than this are set smaller. */
export const FEW_COLUMNS = 5

const face = (name: string): IFontAttributesProperties => ({
  eastAsia: name,
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  // Without the hint the dash, the quotation marks and the ellipsis are taken from the Latin font.
  hint: 'eastAsia',
})

/** Faces by their use. 小标宋 has no Latin letters of its own that fit, so those are left to Times too. */
export const Faces = {
  text: face('仿宋_GB2312'),
  title: face('方正小标宋简体'),
  hei: face('黑体'),
  kai: face('楷体_GB2312'),
  number: { eastAsia: '宋体', ascii: '宋体', hAnsi: '宋体', cs: '宋体', hint: 'eastAsia' },
} as const

/** What stands in for a Chinese face that a machine has not got, with its family: the names of Windows, of WPS, of Linux. */
export const FontFallbacks: readonly (readonly [string, 'modern' | 'roman' | 'swiss', string])[] = [
  ['仿宋_GB2312', 'modern', '仿宋,FangSong,STFangsong,FandolFang R,Noto Serif CJK SC'],
  ['楷体_GB2312', 'modern', '楷体,KaiTi,STKaiti,FandolKai,Noto Serif CJK SC'],
  ['方正小标宋简体', 'roman', '方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,宋体,SimSun,Noto Serif CJK SC'],
  ['黑体', 'swiss', 'SimHei,STHeiti,Noto Sans CJK SC'],
  ['宋体', 'roman', 'SimSun,STSong,Noto Serif CJK SC'],
]
