import * as fc from 'fast-check'
import { plainDate } from '@jiannuo/kernel'
import { describe, expect, it } from 'vitest'
import { getSource, readTexts } from '../../testing/kit.ts'
import { type OfficialPaper, type PaperBlock, writeOfficialDocx } from '../index.ts'
import { openZip } from '../zip.ts'

const LEVELS = [1, 2, 3, 4] as const
const headings = ['一、总体进展', '（一）按期事项', '1.旧区改造', '（1）拆除'] as const
const paper: OfficialPaper = {
  title: '兰台区重点任务\n推进情况通报',
  issuer: '兰台区人民政府办公室文件',
  documentNumber: '兰政办发[2026]12号',
  recipients: '各街道办事处，区政府各部门',
  blocks: [
    ...LEVELS.map((level, at): PaperBlock => ({ kind: 'heading', level, text: headings[at] ?? '' })),
    { kind: 'paragraph', text: '全区共有事项128项，其中“亮红灯”9项，占7.0%。' },
    {
      kind: 'paragraph',
      text: '',
      runs: [
        { text: '区住建局。', face: 'kai' },
        { text: '新开工3个。', bold: true },
      ],
    },
    {
      kind: 'table',
      caption: '表1 各单位进展',
      columns: [{ title: '序号' }, { title: '单位', width: 3, align: 'left' }, { title: '绿灯', align: 'right' }],
      rows: [
        ['1', '区住建局\n（牵头）', '8'],
        ['2', '区教育局'],
      ],
    },
    { kind: 'note', text: '注：数据截至月底。' },
  ],
  signature: { issuer: '兰台区人民政府办公室', date: plainDate(2026, 11, 3) },
  attachments: ['任务分解表', '整改说明格式'],
}

async function partsOf(given: OfficialPaper) {
  const zip = openZip(await writeOfficialDocx(given), 1e8)
  return (name: string): string => {
    const bytes = zip.read(name)
    if (bytes === undefined) throw new Error(`no part ${name}`)
    return new TextDecoder().decode(bytes)
  }
}

const mm = (value: number) => String(Math.round((value * 1440) / 25.4))
function found(text: string | undefined, what: string): string {
  if (text === undefined) throw new Error(`nothing like ${what}`)
  return text
}
/** The definition of one style of styles.xml. */
const styleOf = (xml: string, id: string): string =>
  found(new RegExp(`<w:style [^>]*w:styleId="${id}">.*?</w:style>`).exec(xml)?.[0], id)
/** The last paragraph of document.xml that holds a text. */
const paragraphOf = (xml: string, text: string): string =>
  found(
    (xml.match(/<w:p>.*?<\/w:p>/g) ?? []).findLast((one) => one.replace(/<[^>]*>/g, '').includes(text)),
    text,
  )

describe('official papers', () => {
  it('F100 A4 with the margins of the standard, 22 lines of 28 signs, upright and on its side', async () => {
    const document = (await partsOf(paper))('word/document.xml')
    expect(document).toContain(`<w:pgSz w:w="${mm(210)}" w:h="${mm(297)}" w:orient="portrait"/>`)
    for (const [side, size] of [
      ['top', 37],
      ['bottom', 35],
      ['left', 28],
      ['right', 26],
    ] as const)
      expect(document).toMatch(new RegExp(`<w:pgMar [^>]*w:${side}="${mm(size)}"`))
    const pitch = Number(/<w:docGrid [^>]*w:linePitch="(\d+)"/.exec(document)?.[1])
    expect(Math.floor((225 * 1440) / 25.4 / pitch)).toBe(22)
    const styles = (await partsOf(paper))('word/styles.xml')
    const [, spacing = '0', size = '0'] =
      /<w:rPrDefault>.*?<w:spacing w:val="(-?\d+)"\/>.*?<w:sz w:val="(\d+)"\/>/.exec(styles) ?? []
    expect(Number(size)).toBe(32)
    expect(Math.floor((156 * 1440) / 25.4 / (Number(size) * 10 + Number(spacing)))).toBe(28)
    expect(styles).toContain(`w:line="${pitch}" w:lineRule="exact"`)

    const side = (await partsOf({ ...paper, landscape: true }))('word/document.xml')
    expect(side).toContain(`<w:pgSz w:w="${mm(297)}" w:h="${mm(210)}" w:orient="landscape"/>`)
    expect(side).toMatch(
      new RegExp(`<w:pgMar w:top="${mm(28)}" w:right="${mm(37)}" w:bottom="${mm(26)}" w:left="${mm(35)}"`),
    )
  })

  it('F101 faces and sizes by use, with others named that may stand in', async () => {
    const part = await partsOf(paper)
    const styles = part('word/styles.xml')
    const faces = [
      ['Title', '方正小标宋简体', 44],
      ['Heading1', '黑体', 32],
      ['Heading2', '楷体_GB2312', 32],
      ['Heading3', '仿宋_GB2312', 32],
      ['Heading4', '仿宋_GB2312', 32],
      ['Body', '仿宋_GB2312', 32],
      ['TableText', '仿宋_GB2312', 28],
      ['SmallTableText', '仿宋_GB2312', 24],
    ] as const
    const fonts = part('word/fontTable.xml')
    for (const [id, face, size] of faces) {
      expect(styleOf(styles, id)).toContain(`w:eastAsia="${face}"`)
      expect(styleOf(styles, id)).toContain(`<w:sz w:val="${size}"/>`)
      expect(fonts).toMatch(new RegExp(`<w:font w:name="${face}"><w:altName w:val="[^"]+"/>`))
    }
    for (const id of ['Body', 'Heading1', 'Heading4']) expect(styleOf(styles, id)).toContain('w:firstLineChars="200"')
    const document = part('word/document.xml')
    LEVELS.forEach((level, at) => {
      expect(paragraphOf(document, headings[at] ?? '')).toContain(`<w:pStyle w:val="Heading${level}"/>`)
      expect(styleOf(styles, `Heading${level}`)).toContain(`<w:outlineLvl w:val="${level - 1}"/>`)
    })
    const lead = paragraphOf(document, '区住建局。新开工')
    expect(lead).toMatch(/楷体_GB2312.*区住建局。.*<w:b\/>.*新开工3个。/)
  })

  it('F102 a table has lines, a header that is repeated, no torn rows; many columns are set smaller', async () => {
    const document = (await partsOf(paper))('word/document.xml')
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(document.match(/<w:cantSplit\/>/g)).toHaveLength(3)
    expect(document).toMatch(/<w:tblBorders>.*<w:insideH w:val="single"/)
    expect(document).toContain('<w:pStyle w:val="TableHead"/>')
    const grid = [...document.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, width]) => Number(width))
    expect(grid[1]! / grid[0]!).toBeCloseTo(3, 2)
    expect(paragraphOf(document, '区教育局')).toContain('<w:jc w:val="left"/>')

    const columns = Array.from({ length: 6 }, (_, at) => ({ title: `列${at}` }))
    const wide = (await partsOf({ title: '表', blocks: [{ kind: 'table', columns, rows: [['甲']] }] }))(
      'word/document.xml',
    )
    expect(wide).toContain('<w:pStyle w:val="SmallTableHead"/>')
    expect(wide.match(/<w:tc>/g)).toHaveLength(12)
    const none = (await partsOf({ title: '表', blocks: [{ kind: 'table', columns: [], rows: [['甲']] }] }))(
      'word/document.xml',
    )
    expect(none).not.toContain('<w:tbl>')
  })

  it('F103 red head, number with its year in 〔〕, title broken into equal lines, colon after the recipients', async () => {
    const document = (await partsOf(paper))('word/document.xml')
    expect(paragraphOf(document, '兰台区人民政府办公室文件')).toContain('<w:color w:val="FF0000"/>')
    expect(paragraphOf(document, '兰政办发〔2026〕12号')).toMatch(/<w:bottom w:val="single" w:color="FF0000"/)
    expect(document).toContain('各街道办事处，区政府各部门：')
    const colon = (await partsOf({ ...paper, recipients: '各单位：' }))('word/document.xml')
    expect(colon).toContain('各单位：<')
    for (const number of ['兰政办发（2026）12号', '兰政办发【2026】12号', '兰政办发〔2026〕12号'])
      expect((await partsOf({ ...paper, documentNumber: number }))('word/document.xml')).toContain('〔2026〕12号')

    // 26 signs want two lines of 13, not one of 20 and one of 6; a title of 20 signs has the whole width.
    const inset = async (length: number) => {
      const title = '字'.repeat(length)
      const xml = (await partsOf({ title, blocks: [] }))('word/document.xml')
      return Number(/w:left="(\d+)"/.exec(paragraphOf(xml, title))?.[1])
    }
    const signs = (mm156: number) => Math.floor(((156 * 1440) / 25.4 - 2 * mm156) / 440)
    expect(signs(await inset(26))).toBe(14)
    expect(await inset(20)).toBe(0)
  })

  it('F104 page numbers between dashes, odd right and even left, one sign from the edge', async () => {
    const part = await partsOf(paper)
    expect(part('word/settings.xml')).toMatch(/<w:evenAndOddHeaders(?: w:val="true")?\/>/)
    const document = part('word/document.xml')
    const rels = part('word/_rels/document.xml.rels')
    const footer = (type: string) => {
      const id = new RegExp(`<w:footerReference (?=[^>]*w:type="${type}")[^>]*r:id="([^"]+)"`).exec(document)?.[1] ?? ''
      const target = new RegExp(`<Relationship (?=[^>]*Id="${id}")[^>]*Target="([^"]+)"`).exec(rels)?.[1] ?? ''
      return part(`word/${target}`)
    }
    expect(footer('default')).toMatch(/w:right="280".*<w:jc w:val="right"\/>.*— .*PAGE.* —/)
    expect(footer('even')).toMatch(/w:left="280".*<w:jc w:val="left"\/>.*— .*PAGE.* —/)
    expect(styleOf(part('word/styles.xml'), 'PageNumber')).toMatch(/w:eastAsia="宋体".*<w:sz w:val="28"\/>/)
  })

  it('F105 attachments in a list, the issuer over the middle of a date four signs from the right', async () => {
    const document = (await partsOf(paper))('word/document.xml')
    expect(paragraphOf(document, '附件：1. 任务分解表')).toContain(`w:hanging="${4 * 315}"`)
    expect(paragraphOf(document, '2. 整改说明格式')).toContain(`w:left="${6 * 315}" w:hanging="315"`)
    const right = (text: string) => Number(/w:right="(\d+)"/.exec(paragraphOf(document, text))?.[1])
    expect(right('2026年11月3日')).toBe(4 * 315)
    // The date is 6.5 signs wide (digits take half a sign), the issuer 10.
    expect(right('兰台区人民政府办公室')).toBe(Math.round((4 + (6.5 - 10) / 2) * 315))
    const one = (await partsOf({ ...paper, attachments: ['任务分解表'] }))('word/document.xml')
    // Whatever stands last before the signature goes with it to the next page.
    expect(paragraphOf(one, '附件：任务分解表')).toContain('<w:keepNext/>')
  })

  it('F106 what was written is read back: text, headings and tables', async () => {
    const source = await getSource(await writeOfficialDocx(paper), '通报.docx')
    expect(source.problems).toEqual([])
    expect(source.text.split('\n')).toEqual([
      '兰台区人民政府办公室文件',
      '兰政办发〔2026〕12号',
      '兰台区重点任务',
      '推进情况通报',
      '各街道办事处，区政府各部门：',
      ...headings,
      '全区共有事项128项，其中“亮红灯”9项，占7.0%。',
      '区住建局。新开工3个。',
      '表1 各单位进展',
      '序号\t单位\t绿灯',
      '1\t区住建局 （牵头）\t8',
      '2\t区教育局',
      '注：数据截至月底。',
      '附件：1. 任务分解表',
      '2. 整改说明格式',
      '兰台区人民政府办公室',
      '2026年11月3日',
    ])
    const levels = source.blocks.filter(({ level }) => level !== undefined).map(({ level }) => level)
    expect(levels).toEqual([1, 2, 3, 4])
    expect(source.blocks.filter(({ kind }) => kind === 'cell')).toHaveLength(8)
  })

  it('F106 any text comes back, without the signs that XML cannot carry', async () => {
    const words = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .map((text) => `字${text.replace(/\s/g, '')}末`)
    await fc.assert(
      fc.asyncProperty(
        words,
        fc.array(words, { maxLength: 3 }),
        fc.array(fc.tuple(words, words), { maxLength: 2 }),
        async (title, texts, rows) => {
          const blocks: PaperBlock[] = texts.map((text) => ({ kind: 'paragraph', text }))
          blocks.push({ kind: 'table', columns: [{ title: '甲' }, { title: '乙' }], rows })
          const source = await getSource(await writeOfficialDocx({ title, blocks }), '文.docx')
          expect(readTexts(source)).toEqual([title, ...texts, '甲', '乙', ...rows.flat()])
        },
      ),
      { numRuns: 40, seed: 20_260_103 },
    )
    const broken = await getSource(await writeOfficialDocx({ title: '标\u0001题\uD800', blocks: [] }), '文.docx')
    expect(broken.text).toBe('标题\uFFFD')
  })

  it('F107 the same paper gives the same bytes at another time, dated as the paper is', async () => {
    const first = await writeOfficialDocx(paper)
    await new Promise((done) => {
      setTimeout(done, 2_100)
    })
    expect(Buffer.compare(first, await writeOfficialDocx(paper))).toBe(0)
    const part = await partsOf(paper)
    expect(part('docProps/core.xml')).toContain('>2026-11-03T00:00:00Z</dcterms:created>')
    const undated = (await partsOf({ title: '甲<乙>&"丙"', blocks: [] }))('docProps/core.xml')
    expect(undated).not.toContain('dcterms:created')
    expect(undated).toContain('<dc:title>甲&lt;乙&gt;&amp;&quot;丙&quot;</dc:title>')
  })
})
