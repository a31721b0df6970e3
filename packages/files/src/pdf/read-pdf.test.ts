import * as fc from 'fast-check'
import { zlibSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { checkSource, codesOf, getSource, readTexts } from '../../testing/kit.ts'
import { content, type Piece, pdf, stream } from '../../testing/pdf.ts'
import { type Limits, readSource } from '../index.ts'
import { mendRadicals } from './radicals.ts'

const read = (...pages: readonly Piece[][]) => getSource(pdf(pages.map(content)), 'a.pdf')
const texts = async (...pages: readonly Piece[][]) => readTexts(await read(...pages))
const codes = async (bytes: Uint8Array, limits: Partial<Limits> = {}) => {
  const result = await readSource(bytes, 'a.pdf', { limits })
  return result.ok ? codesOf(result.value) : result.problems.map(({ code }) => code)
}

/** Breaks a paragraph as an office does: 28 characters a line from x = 74 on, the first line set in by two. */
function paragraph(text: string, top: number, { indent = 2, step = 28 } = {}): Piece[] {
  const pieces: Piece[] = []
  const chars = Array.from(text)
  for (let at = 0; at < chars.length; ) {
    const first = at === 0 ? indent : 0
    const line = chars.slice(at, at + 28 - first)
    pieces.push({ x: 74 + first * 16, y: top - pieces.length * step, text: line.join('') })
    at += line.length
  }
  return pieces
}

const A =
  '全力推动经济平稳健康发展，地区生产总值增长百分之六左右，固定资产投资再创新高，新增市场主体两万户，民生福祉持续增进。'
const B =
  '强化公共服务，厚植群众幸福新底色，建成中小学校十二所，新增学位一万个，办好人民满意的教育，促进各类教育健康发展。'

/** A piece as it stands on a page that is shown turned. */
function turnedBy(rotate: number, { x, y, text }: Piece): Piece {
  if (rotate === 90) return { text, x: 595 - y, y: x, matrix: [0, 1, -1, 0] }
  if (rotate === 180) return { text, x: 595 - x, y: 842 - y, matrix: [-1, 0, 0, -1] }
  return { text, x: y, y: 842 - x, matrix: [0, -1, 1, 0] }
}

describe('characters', () => {
  test('F60 Chinese fonts that are not embedded are read by their character maps', async () => {
    expect(await texts([{ x: 74, y: 700, text: '践诺：地区生产总值增长6.5%左右' }])).toEqual([
      '践诺：地区生产总值增长6.5%左右',
    ])
  })

  test('F61 radicals become characters, one for one', () => {
    expect(mendRadicals('⽬标⼗⼆项，⺠⽣⻓效，⻛⻋⻅⻔⋯⋯')).toBe('目标十二项，民生长效，风车见门……')
    for (let code = 0x2e80; code <= 0x2fd5; code++) {
      const char = String.fromCharCode(code)
      expect(mendRadicals(char)).toHaveLength(1)
      if (code >= 0x2f00) expect(mendRadicals(char)).toMatch(/[\u3400-\u9fff]/)
    }
    expect(mendRadicals('２万⼾⾭年')).toBe('２万户青年')
    expect(mendRadicals('％（２）ﬁ')).toBe('％（２）ﬁ')
  })

  test('F62 blanks beside Chinese characters are dropped, also those of the layout', async () => {
    const pieces = [
      { x: 74, y: 700, text: '到 2024 年' },
      { x: 158, y: 700, text: '新增' },
      { x: 194, y: 700, text: '5.6' },
      { x: 222, y: 700, text: '万户' },
    ]
    expect(await texts(pieces)).toEqual(['到2024年新增5.6万户'])
  })

  test('F62 a blank before a label parts two entries, and words keep theirs', async () => {
    expect(await texts([{ x: 74, y: 700, text: '名称: 2024年计划 发布机构: BIM of city' }])).toEqual([
      '名称: 2024年计划 发布机构: BIM of city',
    ])
  })
})

describe('paragraphs', () => {
  test('F63 lines are joined, an indent begins a paragraph', async () => {
    const a = paragraph(A, 700)
    expect(await texts([...a, ...paragraph(B, 700 - a.length * 28)])).toEqual([A, B])
  })

  test('F63 a gap begins a paragraph where nothing is set in', async () => {
    const a = paragraph(A, 700, { indent: 0 })
    const pieces = [...a, ...paragraph(B, 700 - (a.length + 1) * 28, { indent: 0 })]
    expect(await texts(pieces)).toEqual([A, B])
  })

  test('F63 a line with room for what follows is the end of a paragraph', async () => {
    const long = paragraph(A, 700, { indent: 0 })
    const short = ['一、主要目标', '二、重点任务'].map((text, index) => ({ x: 74, y: 560 - index * 28, text }))
    expect((await texts([...long, ...short])).slice(1)).toEqual(['一、主要目标', '二、重点任务'])
  })

  test('F63 a full heading before an indent stays a heading; sizes part', async () => {
    const heading = '一、二〇二四年工作回顾：经济稳中有进发展持续向好民生改善'.slice(0, 26)
    const pieces = [
      { x: 200, y: 760, text: '工作报告', size: 22 },
      ...paragraph(heading, 700),
      ...paragraph(A, 672),
      ...paragraph(B, 588),
    ]
    expect(await texts(pieces)).toEqual(['工作报告', heading, A, B])
  })

  test('F64 a paragraph that runs over a page end is joined, and keeps the page where it begins', async () => {
    const lines = paragraph(A + B, 150)
    const first = [...paragraph(B, 700), ...lines.slice(0, 2)]
    const second = lines.slice(2).map((piece, index) => ({ ...piece, y: 700 - index * 28 }))
    const source = await read(first, [...second, ...paragraph(B, 500)])
    expect(readTexts(source)).toEqual([B, A + B, B])
    expect(source.blocks.map(({ place }) => place)).toEqual([{ page: 1 }, { page: 1 }, { page: 2 }])
  })
})

const body = (n: number) => paragraph(A.replace('两万', `${n}万`), 700)

describe('heads and feet', () => {
  test.each([
    ['— 1 —', (n: number) => `— ${n} —`],
    ['-1-', (n: number) => `-${n}-`],
    ['第1页 共3页', (n: number) => `第${n}页 共3页`],
    ['1/3', (n: number) => `${n}/3`],
    ['a bare number', (n: number) => `${n + 4}`],
  ])('F65 page numbers are dropped: %s', async (_, foot) => {
    const pages = [1, 2, 3].map((n) => [...body(n), { x: 280, y: 60, text: foot(n), size: 14 }])
    expect(await texts(...pages)).toHaveLength(3)
    expect((await texts(...pages)).join('')).not.toMatch(/[—/-]|第|[567]/)
  })

  test('F65 running heads are dropped, equal lines of the text are not', async () => {
    const pages = [1, 2, 3].map((n) => [
      { x: 300, y: 800, text: '政府工作报告', size: 10 },
      ...body(n),
      { x: 74, y: 500, text: '特此报告' },
    ])
    const got = await texts(...pages)
    expect(got).not.toContain('政府工作报告')
    expect(got.filter((text) => text === '特此报告')).toHaveLength(3)
  })

  test('F65 a head with the page in it is dropped; the head of a table that runs on is kept once', async () => {
    const pages = [1, 2, 3].map((n) => [
      { x: 74, y: 810, text: '政府工作报告', size: 10 },
      { x: 480, y: 810, text: `第${n}页`, size: 10 },
      { x: 74, y: 740, text: '指标' },
      { x: 300, y: 740, text: '目标' },
      { x: 74, y: 710, text: `投资${n}` },
      { x: 300, y: 710, text: `${n}80` },
    ])
    const { text } = await read(...pages)
    expect(text).toBe('指标\t目标\n投资1\t180\n投资2\t280\n投资3\t380')
  })

  test('F65 a number in the text is no page number', async () => {
    const pages = [1, 2, 3].map((n) => [...body(n), { x: 74, y: 300, text: `${n}` }])
    expect(await texts(...pages)).toContain('2')
  })

  test('F66 footnotes stand at the end, their marks leave the sentence; raised units stay', async () => {
    const pieces: Piece[] = [
      ...paragraph(B, 760),
      { x: 74, y: 640, text: '增长6.5%' },
      { x: 138, y: 646, text: '1', size: 9 },
      { x: 143, y: 640, text: '，面积5km' },
      { x: 207, y: 646, text: '2', size: 9 },
      { x: 212, y: 640, text: '。' },
      { x: 74, y: 120, text: '1 按可比价格计算，', size: 10 },
      { x: 74, y: 106, text: '不含飞地。', size: 10 },
      { x: 74, y: 92, text: '2 含水域。', size: 10 },
    ]
    const source = await read(pieces, paragraph(A, 760))
    expect(readTexts(source)).toEqual([B, '增长6.5%，面积5km2。', A, '1 按可比价格计算，不含飞地。', '2 含水域。'])
    expect(source.blocks.at(-1)).toMatchObject({ kind: 'note', place: { page: 1 } })
  })

  test('F67 the table of contents is left out', async () => {
    const toc = ['一、回顾..........1', '二、任务……………3'].map((text, index) => ({ x: 74, y: 760 - index * 20, text }))
    expect(await texts([...toc, ...paragraph(A, 600)])).toEqual([A])
  })
})

const row = (y: number, ...cells: string[]): Piece[] => cells.map((text, index) => ({ x: 74 + index * 150, y, text }))

describe('tables', () => {
  test('F68 cells are parted, with page, table, row and column', async () => {
    const source = await read([
      ...paragraph(A, 760),
      ...row(600, '指标', '目标', '增速'),
      ...row(570, '固定资产投资', '380', '5%'),
      { x: 224, y: 540, text: '106' },
      { x: 374, y: 540, text: '6%' },
      { x: 74, y: 480, text: '表后。' },
    ])
    expect(source.text.split('\n').slice(1)).toEqual([
      '指标\t目标\t增速',
      '固定资产投资\t380\t5%',
      '\t106\t6%',
      '表后。',
    ])
    expect(source.blocks.find(({ kind }) => kind === 'cell')?.place).toEqual({ page: 1, table: 1, row: 1, column: 1 })
  })

  test('F68 a cell of several lines is one cell, wherever the others stand beside it', async () => {
    const pieces: Piece[] = [
      ...paragraph(A, 760),
      { x: 74, y: 586, text: '1' },
      { x: 110, y: 600, text: '新增市场主体' },
      { x: 110, y: 582, text: '和四上企业' },
      { x: 300, y: 591, text: '2万户' },
      { x: 400, y: 600, text: '区市场局' },
      { x: 400, y: 582, text: '区统计局' },
      ...row(550, '2', '投资'),
    ]
    const { text } = await read(pieces)
    expect(text.split('\n')[1]).toBe('1\t新增市场主体和四上企业\t2万户\t区市场局区统计局')
  })

  test('F68 one line with wide gaps is a line with tabs', async () => {
    const source = await read([...paragraph(A, 760), { x: 74, y: 500, text: '6%' }, { x: 300, y: 500, text: '5%' }])
    expect(source.text.endsWith('\n6%\t5%')).toBe(true)
    expect(source.blocks.at(-1)).toMatchObject({ kind: 'paragraph' })
  })
})

describe('pages', () => {
  test('F69 turned pages are read upright, writing aslant is left out, double print is read once', async () => {
    const pieces: Piece[] = [...paragraph(A, 760), { x: 200, y: 300, text: '内部资料', matrix: [0.7, 0.7, -0.7, 0.7] }]
    expect(await texts([...pieces, ...pieces.map((piece) => ({ ...piece, x: piece.x + 0.4 }))])).toEqual([A])
    for (const rotate of [90, 180, 270]) {
      const turned = paragraph(A, 560).map((piece) => turnedBy(rotate, piece))
      expect(readTexts(await getSource(pdf([content(turned)], { rotate }), 'a.pdf'))).toEqual([A])
      // The same writing on a page that does not say that it is turned.
      expect(readTexts(await getSource(pdf([content(turned)]), 'a.pdf'))).toEqual([A])
    }
  })

  test('F70 pages without text are named; a file without any is a scan', async () => {
    const source = await getSource(pdf([content(paragraph(A, 700)), '']), 'a.pdf')
    expect(source.problems).toEqual([{ code: 'files/page-without-text', severity: 'warning', place: '第2页' }])
    expect(await codes(pdf(['', '']))).toEqual(['files/scanned-pdf'])
  })

  test('F4 limits on pages and characters', async () => {
    const three = pdf([1, 2, 3].map(() => content(paragraph(A, 700))))
    expect(await codes(three, { pages: 2 })).toEqual(['files/too-many-pages'])
    expect(await codes(three, { textChars: 100 })).toEqual(['files/text-too-long'])
  })

  test('F4 a bomb is refused before it is unfolded, also one packed twice; pictures count one by one', async () => {
    const zeros = zlibSync(new Uint8Array(3_000_000))
    const bomb = (dictionary: string, bytes: Uint8Array) =>
      pdf([content(paragraph(A, 700))], { objects: [[100, stream(dictionary, bytes)]] })
    expect(await codes(bomb('/Filter /FlateDecode', zeros), { unpackedBytes: 1_000_000 })).toEqual([
      'files/unpacked-too-large',
    ])
    const twice = bomb('/Filter [/FlateDecode /FlateDecode]', zlibSync(zeros))
    expect(await codes(twice, { unpackedBytes: 1_000_000 })).toEqual(['files/unpacked-too-large'])
    const picture = stream('/Subtype /Image /Filter /FlateDecode', zeros)
    const album = pdf([content(paragraph(A, 700))], {
      objects: [
        [100, picture],
        [101, picture],
      ],
    })
    expect(await codes(album, { unpackedBytes: 4_000_000 })).toEqual([])
  })

  test('F2 encrypted, broken and cut files', async () => {
    const secret = `(${'x'.repeat(32)})`
    const encrypt = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${secret} /U ${secret} /P -4 >> /ID [<00> <00>]`
    expect(await codes(pdf([content(paragraph(A, 700))], { trailer: encrypt }))).toEqual(['files/encrypted-pdf'])
    expect(await codes(new TextEncoder().encode('%PDF-1.7\nnothing'))).toEqual(['files/broken-pdf'])
    const whole = pdf([content(paragraph(A, 700)), content(paragraph(B, 700))])
    expect(await codes(whole.slice(0, 400))).toEqual(['files/broken-pdf'])
    // Without its table of objects a PDF can be put together again.
    const cut = await getSource(whole.slice(0, -20), 'a.pdf')
    expect(readTexts(cut)).toEqual([A, B])
  })

  test('F1 F5 damaged files are read or refused, never thrown on', async () => {
    const whole = pdf([content(paragraph(A, 700)), content(paragraph(B, 700))])
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(whole.length), async (changes, length) => {
        const bytes = whole.slice()
        for (const [at, byte] of changes) bytes[at] = byte
        const result = await readSource(length % 3 === 0 ? bytes.slice(0, length) : bytes, 'a.pdf')
        if (result.ok) checkSource(result.value)
      }),
      { numRuns: 120 },
    )
  })
})
