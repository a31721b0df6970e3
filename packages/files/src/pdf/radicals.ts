/**
 * Ideographs for the characters of the block CJK Radicals Supplement (U+2E80 to U+2EF3), after Unicode's
 * EquivalentUnifiedIdeograph.txt, in the order of the block; `_` where there is none within the first plane.
 */
const SUPPLEMENT = [
  '_厂乛乚乙亻冂几刀刂卜㔾小小兀尣',
  '尢尢巳幺彑彐忄㣺扌攵_旡日月歺母',
  '民氵氺灬爫爫丬牛犭王疋罒示礻竹糹',
  '纟罓罒网网网羊羊羋耂肀聿肉臼艹艹',
  '艹虎衤覀西见角角讠贝足车辶辶辶阝',
  '钅長镸长门阜阝雨青韦页风飞食飠飠',
  '饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜',
  '龙龜亀龟',
].join('')

/** Kangxi radicals whose own character is the traditional form, where documents of today mean the simplified one. */
const SIMPLIFIED: Readonly<Record<string, string>> = { 戶: '户', 靑: '青' }

/**
 * Mends radicals that a PDF gives for the characters of the text (⽬ for 目, ⻓ for 长): fonts whose glyphs serve both have one entry
 * for them, and some printers write the wrong one. So do the tables for fonts that are not embedded with ⋯ for …. One character to one character, so that no place moves.
 */
export const mendRadicals = (text: string): string =>
  text.replace(/[\u22ef\u2e80-\u2ef3\u2f00-\u2fd5]/g, (char) => {
    const code = char.charCodeAt(0)
    if (code === 0x22ef) return '…'
    if (code >= 0x2f00) return simplified(char.normalize('NFKC'))
    const mended = SUPPLEMENT[code - 0x2e80]
    return mended === undefined || mended === '_' ? char : mended
  })

const simplified = (char: string): string => SIMPLIFIED[char] ?? char
