import { strToU8, type Zippable, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { codesOf, getSource, readTexts } from '../../testing/kit.ts'
import { readSource } from '../index.ts'
import { formatNumber } from './number-format.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:v" xmlns:wps="urn:wps"'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

const docx = (body: string, parts: Record<string, string> = {}) => {
  const files: Zippable = {
    'word/document.xml': strToU8(`${XML}<w:document ${W} ${MC}><w:body>${body}</w:body></w:document>`),
  }
  for (const [name, xml] of Object.entries(parts)) files[`word/${name}`] = strToU8(xml)
  return zipSync(files)
}
const read = (body: string, parts?: Record<string, string>) => getSource(docx(body, parts), 'a.docx')
const texts = async (body: string, parts?: Record<string, string>) => readTexts(await read(body, parts))
const codes = async (bytes: Uint8Array, limits = {}) => {
  const result = await readSource(bytes, 'a.docx', { limits })
  return result.ok ? [] : result.problems.map(({ code }) => code)
}
const r = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const p = (content: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr>${content.startsWith('<') ? content : r(content)}</w:p>`

const styled = (style: string, text: string, more = '') => p(text, `<w:pStyle w:val="${style}"/>${more}`)
const tc = (text: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${text.startsWith('<') ? text : p(text)}</w:tc>`
const tr = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
const tbl = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`
const lvl = (index: number, format: string, pattern: string, more = '') =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${pattern}"/></w:lvl>`
const numbering = (levels: string, nums = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') => ({
  'numbering.xml': `<w:numbering ${W}><w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>${nums}</w:numbering>`,
})
const item = (level: number, text: string, list = 1) =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)
const num = (id: number, override = '') => `<w:num w:numId="${id}"><w:abstractNumId w:val="0"/>${override}</w:num>`
const row = (format: string, ...numbers: number[]) => numbers.map((n) => formatNumber(n, format)).join(' ')

describe('runs', () => {
  test('F40 runs make one line; tabs, hyphens and symbols are characters; a line break makes a new line', async () => {
    const body = p(
      `${r('新增1')}${r('万')}${r('个')}<w:r><w:tab/><w:t>COVID</w:t><w:noBreakHyphen/><w:t>19</w:t><w:softHyphen/><w:br/><w:t>二</w:t><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="X" w:char="F0AA"/></w:r>`,
    )
    expect(await texts(body)).toEqual(['新增1万个\tCOVID-19', '二☑□'])
  })

  test('F41 tracked changes are accepted', async () => {
    const body =
      p(
        `${r('新增')}<w:del w:id="1"><w:r><w:delText>8000个</w:delText></w:r></w:del><w:ins w:id="2">${r('1万个')}</w:ins><w:moveFrom>${r('旧')}</w:moveFrom><w:moveTo>${r('新')}</w:moveTo>`,
      ) +
      p(r('前半'), '<w:rPr><w:del w:id="3"/></w:rPr>') +
      p('后半')
    expect(await texts(body)).toEqual(['新增1万个新', '前半后半'])
  })

  test('F42 links, content controls and field results are text; field codes, hidden text and ruby are not', async () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>码</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>5</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    const body = p(
      `<w:hyperlink>${r('链')}</w:hyperlink><w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>${r('控')}</w:sdtContent></w:sdt>${field}<w:fldSimple w:instr="X">${r('6')}</w:fldSimple>${r('藏', '<w:vanish/>')}${r('显', '<w:vanish w:val="0"/>')}<w:r><w:ruby><w:rt>${r('pin')}</w:rt><w:rubyBase>${r('拼')}</w:rubyBase></w:ruby></w:r>`,
    )
    expect(await texts(body)).toEqual(['链控56显拼'])
  })

  test('F43 a text box is read once, after its paragraph', async () => {
    const box = `<w:txbxContent>${p('框内')}</w:txbxContent>`
    const body = p(
      `${r('前')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box}</wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${r('后')}`,
    )
    expect(await texts(body)).toEqual(['前后', '框内'])
    const old = p(
      '<w:r><mc:AlternateContent><mc:Choice/><mc:Fallback><w:t>旧</w:t></mc:Fallback></mc:AlternateContent></w:r>',
    )
    expect(await texts(old)).toEqual(['旧'])
  })

  test('F44 notes stand at the end and leave nothing in the sentence', async () => {
    const notes = `<w:footnotes ${W}><w:footnote w:type="separator" w:id="-1">${p('<w:r><w:separator/></w:r>')}</w:footnote><w:footnote w:id="1">${p(`<w:r><w:footnoteRef/></w:r>${r(' 注一')}`)}${p('续')}</w:footnote></w:footnotes>`
    const endnotes = `<w:endnotes ${W}><w:endnote w:id="1">${p('尾注')}</w:endnote></w:endnotes>`
    const body = p(
      `${r('增长5')}<w:r><w:footnoteReference w:id="1"/></w:r>${r('%。')}<w:r><w:endnoteReference w:id="1"/><w:footnoteReference w:id="9"/></w:r>`,
    )
    const source = await read(body + p('完'), { 'footnotes.xml': notes, 'endnotes.xml': endnotes })
    expect(readTexts(source)).toEqual(['增长5%。', '完', '注一 续', '尾注'])
    expect(source.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph', 'note', 'note'])
  })
})

describe('headings', () => {
  const styles = `<w:styles ${W}><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="x"><w:basedOn w:val="1"/></w:style><w:style w:type="paragraph" w:styleId="3"><w:name w:val="heading 3"/></w:style><w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="t1"><w:name w:val="toc 1"/></w:style><w:style w:styleId="a" w:type="paragraph"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b" w:type="paragraph"><w:basedOn w:val="a"/></w:style></w:styles>`

  test('F45 levels come from the style, the styles it is based on, or the paragraph', async () => {
    const body =
      styled('T', '2024年计划') +
      styled('1', '一') +
      styled('x', '二') +
      styled('3', '三') +
      styled('1', '文', '<w:outlineLvl w:val="9"/>') +
      p('四', '<w:outlineLvl w:val="1"/>') +
      styled('a', '环') +
      styled('none', '无')
    const source = await read(body, { 'styles.xml': styles })
    expect(source.title).toBe('2024年计划')
    expect(source.blocks.map(({ kind, level }) => (kind === 'heading' ? (level ?? 'title') : 0))).toEqual([
      'title',
      1,
      1,
      3,
      0,
      2,
      0,
      0,
    ])
  })

  test('F46 the table of contents is left out', async () => {
    const gallery =
      '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>' +
      `${p('一、回顾 1')}</w:sdtContent></w:sdt>`
    expect(await texts(gallery + styled('t1', '二、任务 3') + p('文'), { 'styles.xml': styles })).toEqual(['文'])
  })
})

describe('tables', () => {
  test('F47 cells with table, row and column; merged cells keep the columns', async () => {
    const source = await read(
      p('前') +
        tbl(
          tr(tc('区', '<w:vMerge w:val="restart"/>'), tc('合计', '<w:gridSpan w:val="2"/>')),
          tr(tc('重', '<w:vMerge/>'), tc('1'), `<w:sdt><w:sdtContent>${tc(p('6%') + p('5%'))}</w:sdtContent></w:sdt>`),
          `<w:tr><w:trPr><w:del/></w:trPr>${tc('删')}</w:tr>`,
        ) +
        p('后'),
    )
    expect(source.text).toBe('前\n区\t合计\n\t1\t6% 5%\n后')
    expect(source.blocks[1].place).toEqual({ table: 1, row: 1, column: 1 })
    expect(source.blocks[4].place).toEqual({ table: 1, row: 2, column: 3 })
  })

  test('F48 a frame of one cell is no table; a table inside a cell becomes lines of it', async () => {
    expect(await texts(tbl(tr(tc(p('一') + p('二')))))).toEqual(['一', '二'])
    const source = await read(tbl(tr(tc(tbl(tr(tc('甲'), tc('1')), tr(tc('乙'), tc('2')))), tc('丙'))))
    expect(source.text).toBe('甲 1 乙 2\t丙')
  })
})

describe('automatic numbers', () => {
  test('F50 一、 （一） 1. count on by level, and a lower level begins anew under a higher', async () => {
    const parts = numbering(
      lvl(0, 'chineseCounting', '%1、') +
        lvl(1, 'japaneseCounting', '（%2）') +
        lvl(2, 'decimal', '%3.') +
        lvl(3, 'decimal', '%1.%4', '<w:isLgl/>'),
    )
    const body = [
      item(0, '回顾'),
      item(1, '经济'),
      item(2, '5万户'),
      item(2, '投资'),
      item(1, '民生'),
      item(2, '就业'),
      item(0, '任务'),
      item(1, '创新'),
      item(3, '节'),
    ]
    expect(await texts(body.join(''), parts)).toEqual([
      '一、回顾',
      '（一）经济',
      '1. 5万户',
      '2. 投资',
      '（二）民生',
      '1. 就业',
      '二、任务',
      '（一）创新',
      '2.1 节',
    ])
  })

  test('F51 lists of one definition count on together; a start override begins anew, once', async () => {
    const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    const parts = numbering(lvl(0, 'decimal', '%1、'), num(1) + num(2) + num(3, restart))
    const body = [item(0, 'a'), item(0, 'b', 2), item(0, 'c', 3), item(0, 'd', 3), item(0, 'e', 9)].join('')
    expect(await texts(body, parts)).toEqual(['1、a', '2、b', '1、c', '2、d', 'e'])
  })

  test('F51 a level override replaces the level; lvlRestart 0 never begins anew', async () => {
    const override = `<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1">${lvl(1, 'lowerLetter', '%2)', '<w:lvlRestart w:val="0"/>')}</w:lvlOverride></w:num>`
    const parts = numbering(lvl(0, 'upperRoman', '%1.') + lvl(1, 'decimal', '%2'), override)
    const body = [item(0, 'a'), item(1, 'b'), item(0, 'c'), item(1, 'd')].join('')
    expect(await texts(body, parts)).toEqual(['I. a', 'a) b', 'II. c', 'b) d'])
  })

  test('F52 numbers through paragraph styles, and list 0 takes them away', async () => {
    const styles = `<w:styles ${W}><w:style w:type="paragraph" w:styleId="h2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`
    const parts = {
      ...numbering(
        lvl(0, 'decimal', '%1') +
          lvl(1, 'chineseCountingThousand', '第%2条', '<w:pStyle w:val="h2"/><w:suff w:val="nothing"/>'),
      ),
      'styles.xml': styles,
    }
    const style = '<w:pStyle w:val="h2"/>'
    const body = p('总则', style) + p('附则', style) + p('无号', `${style}<w:numPr><w:numId w:val="0"/></w:numPr>`)
    const source = await read(body, parts)
    expect(readTexts(source)).toEqual(['第一条总则', '第二条附则', '无号'])
    expect(source.blocks[0]).toMatchObject({ kind: 'heading', level: 2 })
  })

  test('F53 a dash as a bullet is text, other bullets are ornament', async () => {
    const parts = numbering(lvl(0, 'bullet', '——') + lvl(1, 'bullet', '\uF06C'))
    expect(await texts(item(0, '增长6.5%') + item(1, '增长5%'), parts)).toEqual(['——增长6.5%', '增长5%'])
  })

  test('F50 an empty paragraph counts but leaves no line', async () => {
    expect(await texts(item(0, '') + item(0, '任务'), numbering(lvl(0, 'decimal', '%1、')))).toEqual(['2、任务'])
  })

  test('F54 number formats', () => {
    expect(row('chineseCounting', 1, 10, 11, 20, 21, 99, 100, 101, 110, 1001)).toBe(
      '一 十 十一 二十 二十一 九十九 一百 一百零一 一百一十 一千零一',
    )
    expect(row('ideographDigital', 1, 10, 12)).toBe('一 一〇 一二')
    expect(row('chineseLegalSimplified', 1, 10, 25)).toBe('壹 壹拾 贰拾伍')
    expect(row('upperLetter', 1, 26, 27, 28)).toBe('A Z AA BB')
    expect(row('lowerRoman', 1, 4, 9, 1994)).toBe('i iv ix mcmxciv')
    expect(row('decimalEnclosedCircle', 1, 10, 20, 21, 50, 51)).toBe('① ⑩ ⑳ ㉑ ㊿ 51')
    expect(row('decimalEnclosedParen', 1, 20)).toBe('⑴ ⒇')
    expect(row('ideographTraditional', 1, 10, 11)).toBe('甲 癸 甲')
    expect(row('decimalZero', 3)).toBe('03')
    expect(row('klingon', 3, 0)).toBe('3 0')
  })
})

describe('faults', () => {
  test('F4 a bomb is refused by what it declares and by what comes out', async () => {
    const bomb = docx(p('弹'.repeat(400_000)))
    expect(await codes(bomb, { unpackedBytes: 100_000 })).toEqual(['files/unpacked-too-large'])
    // The same with a lie in the directory: 10 bytes declared.
    const directory = Buffer.from(bomb).lastIndexOf('PK\x01\x02', undefined, 'latin1')
    const liar = Buffer.from(bomb)
    liar.writeUInt32LE(10, directory + 24)
    expect(await codes(new Uint8Array(liar), { unpackedBytes: 100_000 })).toEqual(['files/unpacked-too-large'])
    expect(await codes(bomb, { textChars: 1000 })).toEqual(['files/text-too-long'])
  })

  test('F2 cut, empty and malformed files are refused', async () => {
    const good = docx(p('全区地区生产总值'.repeat(300)))
    expect(await codes(good.slice(0, good.length - 30))).toEqual(['files/broken-docx'])
    expect(await codes(docx('<w:p>'))).toEqual(['files/broken-docx'])
    expect(await codes(docx('<w:p>&bomb;</w:p>'))).toEqual(['files/broken-docx'])
    expect(await codes(docx('<w:sdt>'.repeat(500)))).toEqual(['files/broken-docx'])
    expect(await codes(docx(''))).toEqual(['files/empty'])
    expect(await codes(zipSync({ 'word/other.xml': strToU8('x') }))).toEqual(['files/broken-docx'])
  })

  test('F1 a file with any byte changed is read or refused, never thrown on', async () => {
    const good = docx(p('全区') + p('二'), { 'styles.xml': `<w:styles ${W}/>` })
    for (let at = 0; at < good.length; at++) {
      const bytes = good.slice()
      bytes[at] = (bytes[at] + 1 + at) & 0xff
      await readSource(bytes, 'a.docx')
    }
  })

  test('F55 a broken side part costs its content, not the document', async () => {
    const source = await read(p('文<w:r><w:footnoteReference w:id="1"/></w:r>'.slice(1)) + p('文'), {
      'numbering.xml': '<broken',
      'footnotes.xml': '<broken',
      'styles.xml': '<broken',
    })
    expect(readTexts(source)).toEqual(['文'])
    expect(codesOf(source)).toEqual(['files/broken-numbering', 'files/broken-styles', 'files/broken-notes'])
  })

  test('F49 other prefixes, the strict namespace and another part name are read alike', async () => {
    const strict = 'xmlns:n="http://purl.oclc.org/ooxml/wordprocessingml/main"'
    const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://x/officeDocument" Target="/word/document2.xml"/></Relationships>`
    const bytes = zipSync({
      '_rels/.rels': strToU8(rels),
      'word/document2.xml': strToU8(
        `${XML}<n:document ${strict}><n:body><n:p><n:r><n:t>严格</n:t></n:r></n:p></n:body></n:document>`,
      ),
    })
    expect(readTexts(await getSource(bytes, 'a.docx'))).toEqual(['严格'])
  })
})
