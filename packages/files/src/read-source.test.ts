import { describeProblem } from '@jiannuo/kernel'
import * as fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { filesWording, readSource } from './index.ts'
import { checkSource, codesOf, gb18030, getSource, readTexts } from '../testing/kit.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, big = false) => {
  const bytes = Buffer.from(text, 'utf16le')
  return new Uint8Array(big ? bytes.swap16() : bytes)
}
const PLAN = '一、2024年工作回顾\r\n\r\n　　预计全年地区生产总值达到1260亿元，增长6.5%。\r\n新增市场主体5.6万户。\n'

describe('plain text', () => {
  test('F10 UTF-8 with or without a byte order mark; the mark is dropped, nothing else changes', async () => {
    for (const bytes of [utf8(PLAN), utf8(`\uFEFF${PLAN}`)]) {
      const source = await getSource(bytes, 'a.txt')
      expect(source.text).toBe(PLAN)
      expect(source.encoding).toBe('utf-8')
      expect(source.problems).toEqual([])
    }
  })

  test('F11 UTF-16 with a mark, and without one by the pattern of its bytes', async () => {
    for (const big of [false, true]) {
      for (const mark of ['\uFEFF', '']) {
        const source = await getSource(utf16(mark + PLAN, big), 'a.txt')
        expect(source.text).toBe(PLAN)
        expect(source.encoding).toBe(big ? 'utf-16be' : 'utf-16le')
      }
    }
  })

  test('F12 GB18030 without a declaration, down to a short line', async () => {
    const bytes = gb18030('全区地区生产总值增长6.5%左右')
    expect(await getSource(bytes, 'a.txt')).toMatchObject({ text: '全区地区生产总值增长6.5%左右', encoding: 'gb18030' })
  })

  test('F13 a declared encoding wins when every byte fits, and is passed over with a warning when not', async () => {
    const bytes = gb18030('全区')
    expect(await getSource(bytes, 'a.txt', { encoding: 'GB2312' })).toMatchObject({ text: '全区', problems: [] })
    const wrong = await getSource(gb18030('全区地区生产总值'), 'a.txt', { encoding: 'utf-8' })
    expect(wrong).toMatchObject({ text: '全区地区生产总值', encoding: 'gb18030' })
    expect(codesOf(wrong)).toEqual(['files/declared-encoding'])
    expect(codesOf(await getSource(utf8('全区'), 'a.txt', { encoding: 'klingon' }))).toEqual(['files/unknown-encoding'])
  })

  test('F14 bytes that fit no character become U+FFFD and are counted', async () => {
    const bytes = utf8('全区地区生产总值增长6.5%左右，新增市场主体5.6万户。')
    const source = await getSource(bytes.slice(0, -1), 'a.txt')
    expect(source.text).toBe('全区地区生产总值增长6.5%左右，新增市场主体5.6万户\uFFFD')
    expect(source.problems).toMatchObject([
      { code: 'files/bad-bytes', span: { start: 28, end: 29 }, params: { count: 1 } },
    ])
    const gb = gb18030('全区地区生产总值增长左右全区地区生产总值增长左右全区地区生产总值增长左右全区')
    const broken = await getSource(new Uint8Array([...gb, 0xff, 0x20, ...gb]), 'a.txt')
    expect(broken.encoding).toBe('gb18030')
    expect(codesOf(broken)).toEqual(['files/bad-bytes'])
  })

  test('F14 a replacement character that the file itself holds is no fault', async () => {
    expect(codesOf(await getSource(utf8('全区\uFFFD地区'), 'a.txt'))).toEqual([])
  })

  test('F15 each line that is not blank is a paragraph, without its outer blanks', async () => {
    const source = await getSource(utf8(PLAN), 'a.txt')
    expect(readTexts(source)).toEqual([
      '一、2024年工作回顾',
      '预计全年地区生产总值达到1260亿元，增长6.5%。',
      '新增市场主体5.6万户。',
    ])
  })
})

const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, utf8('x')])))
const ole = (stream: string) => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...utf16(stream)])
const codes = async (limits: object) => {
  const result = await readSource(utf8('全区地区生产总值'), 'a.txt', { limits })
  return result.ok ? [] : result.problems.map((problem) => problem.code)
}

describe('refusals', () => {
  const cases: readonly (readonly [string, Uint8Array, string])[] = [
    ['files/empty', new Uint8Array(), 'a.txt'],
    ['files/empty', utf8('\uFEFF \r\n\t　\n'), 'a.txt'],
    ['files/unsupported-doc', ole('WordDocument'), '计划.doc'],
    ['files/unsupported-doc', ole(''), '计划.wps'],
    ['files/unsupported-xlsx', ole('Workbook'), '计划.xls'],
    ['files/encrypted-docx', ole('EncryptedPackage'), '计划.docx'],
    ['files/unsupported-ofd', zip('OFD.xml', 'Doc_0/Document.xml'), '计划.ofd'],
    ['files/unsupported-xlsx', zip('[Content_Types].xml', 'xl/workbook.xml'), '计划.xlsx'],
    ['files/unsupported-pptx', zip('ppt/presentation.xml'), '计划.pptx'],
    ['files/unsupported-odt', zip('mimetype', 'content.xml'), '计划.odt'],
    ['files/unsupported-archive', zip('计划.txt'), '计划.zip'],
    ['files/broken-docx', zip('mimetype.txt'), '计划.docx'],
    ['files/unsupported-rtf', utf8('{\\rtf1 x}'), '计划.doc'],
    ['files/unsupported-image', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), '扫描.png'],
    ['files/unsupported-mht', utf8('MIME-Version: 1.0\nContent-Type: multipart/related\n\n<html>'), 'a.mht'],
    ['files/unknown-format', new Uint8Array([1, 2, 3, 4, 5, 0, 0, 7, 8, 200, 201, 0]), 'a.bin'],
    ['files/broken-pdf', new Uint8Array([1, 2, 3, 4, 5, 0, 0, 7, 8, 200, 201, 0]), 'a.pdf'],
  ]

  test.each(cases)('F2 %s', async (code, bytes, name) => {
    const result = await readSource(bytes, name)
    expect(result.ok).toBe(false)
    if (result.ok) return
    expect(result.problems.map((problem) => problem.code)).toEqual([code])
    const words = describeProblem(result.problems[0], filesWording)
    expect(words).toContain(name)
    expect(words).not.toMatch(/\{|files\//)
  })

  test('F3 the content speaks before the name', async () => {
    expect((await getSource(utf8('全区地区生产总值'), '计划.doc')).format).toBe('txt')
    expect((await getSource(utf8('<!DOCTYPE html><p>全区</p>'), '计划.doc')).format).toBe('html')
  })

  test('F4 limits on the bytes of the file and the characters of the text', async () => {
    expect(await codes({ fileBytes: 5 })).toEqual(['files/too-large'])
    expect(await codes({ textChars: 5 })).toEqual(['files/text-too-long'])
    expect(await codes({ textChars: 8 })).toEqual([])
  })
})

test('F1 F5 nothing throws on any bytes, and blocks lie in the text, in order and apart', async () => {
  const starts = [
    '',
    '%PDF-1.7\n',
    'PK\x03\x04',
    '\xd0\xcf\x11\xe0',
    '<html><body>',
    '\xef\xbb\xbf',
    '\xff\xfe',
    '全区',
  ]
  const names = fc.constantFrom('a', 'a.txt', 'a.html', 'a.docx', 'a.pdf', 'a.doc')
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...starts),
      fc.uint8Array({ maxLength: 400 }),
      names,
      async (start, bytes, name) => {
        const result = await readSource(new Uint8Array([...Buffer.from(start, 'latin1'), ...bytes]), name)
        if (result.ok) checkSource(result.value)
        else expect(filesWording).toHaveProperty([result.problems[0].code])
      },
    ),
    { numRuns: 400 },
  )
})

describe('hostile input', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['a.html', `<html><p>全${' '.repeat(300_000)}x${'\n'.repeat(300_000)}y`],
    ['a.html', `<html><p>全${'\u00a0'.repeat(300_000)}x`],
    ['a.html', `<html>${'<p'.repeat(300_000)}`],
    ['a.html', `<html><table>${'<tr><td colspan=1000 rowspan=60000>a<td>b'.repeat(5_000)}`],
    ['a.txt', `${' '.repeat(1_000_000)}x${'\r'.repeat(1_000_000)}`],
    ['a.pdf', `%PDF-1.4\n${'/FlateDecode stream\n'.repeat(30_000)}`],
    ['a.pdf', `%PDF-1.4\n${'<< /Filter /FlateDecode >> stream\nx\x9c'.repeat(20_000)}`],
  ]

  test.each(cases)('F6 %s does not take its time', async (name, text) => {
    // What grows with the square of its input would take minutes; the process's own time does not depend on what else runs.
    const start = process.cpuUsage()
    await readSource(new Uint8Array(Buffer.from(text, 'latin1')), name)
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(15)
  })

  test('F4 a page of millions of tags is refused', async () => {
    const result = await readSource(utf8(`<html>${'<b>'.repeat(2_000_001)}`), 'a.html')
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'files/too-many-tags' }] })
  })
})
