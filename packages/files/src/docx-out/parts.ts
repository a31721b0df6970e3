import { FontFallbacks } from './layout.ts'
import type { OfficialPaper } from './paper.ts'

/** How each XML part begins, and the namespace of WordprocessingML. */
export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties'

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

/** Properties of the document. The library writes the moment of writing; the date here is the one under the paper, or none. */
export function coreProperties({ title, signature }: OfficialPaper): string {
  const stamp = (name: string): string =>
    signature === undefined
      ? ''
      : `<dcterms:${name} xsi:type="dcterms:W3CDTF">${signature.date}T00:00:00Z</dcterms:${name}>`
  const by = signature === undefined ? '' : `<dc:creator>${escaped(signature.issuer)}</dc:creator>`
  return (
    `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
    `xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
    `<dc:title>${escaped(title.replaceAll('\n', ''))}</dc:title>${by}<cp:revision>1</cp:revision>` +
    `${stamp('created')}${stamp('modified')}</cp:coreProperties>`
  )
}

/** The table of fonts, in which each Chinese face (character set 134) names what may stand in for it. */
export function fontTable(): string {
  const fonts = FontFallbacks.map(
    ([name, family, others]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="${family}"/></w:font>`,
  )
  return `${HEAD}<w:fonts xmlns:w="${WORD}">${fonts.join('')}</w:fonts>`
}
