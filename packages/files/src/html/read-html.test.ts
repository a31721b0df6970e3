import { describe, expect, test } from 'vitest'
import { codesOf, gb18030, getSource, readTexts } from '../../testing/kit.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const page = (body: string, head = '') => utf8(`<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`)
const read = (body: string, head?: string) => getSource(page(body, head), 'a.html')
const texts = async (body: string) => readTexts(await read(body))

const SENTENCE = '全力推动经济平稳健康发展，地区生产总值增长6.5%左右，固定资产投资完成380亿元以上；新增市场主体2万户。'
const article = `<p>　　一、主要目标</p><p>&nbsp;&nbsp;${SENTENCE}</p><p>${SENTENCE}</p><p>${SENTENCE}</p>`

describe('encoding', () => {
  test('F20 a page that says gb2312 is read as GB18030, also with characters outside GB2312', async () => {
    const head = Buffer.from(
      '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><body><p>',
    )
    const source = await getSource(new Uint8Array([...head, ...gb18030('张镕䶮任区长，全区新增２家。')]), 'a.html')
    expect(source).toMatchObject({ text: '张镕䶮任区长，全区新增２家。', encoding: 'gb18030', format: 'html' })
  })

  test('F20 UTF-8 bytes win over a wrong declaration; UTF-16 is read by its mark', async () => {
    expect((await read('<p>全区</p>', '<meta charset="gbk">')).encoding).toBe('utf-8')
    const wide = new Uint8Array(Buffer.from('\uFEFF<html><body><p>全区</p></body></html>', 'utf16le'))
    expect(await getSource(wide, 'a.html')).toMatchObject({ text: '全区', encoding: 'utf-16le' })
  })

  test('F14 a page with broken bytes is read by what it declares, with a warning', async () => {
    const head = Buffer.from('<html><meta charset=gbk><p>')
    const bytes = new Uint8Array([...head, ...gb18030(SENTENCE), 0xff, 0x3c, ...gb18030('全区')])
    expect(codesOf(await getSource(bytes, 'a.html'))).toEqual(['files/bad-bytes'])
  })
})

describe('lines', () => {
  test('F21 blocks and <br> end a line, inline elements never do', async () => {
    const body = '<p>新增<span>1</span><b>万</b>个，<a href="#">增长</a>5%<br>二、任务</p><div>三<i>座</i></div>'
    expect(await texts(body)).toEqual(['新增1万个，增长5%', '二、任务', '三座'])
  })

  test('F22 blanks at the ends of a line go, no-break spaces become plain, others stay', async () => {
    expect(await texts('<p>　　&nbsp;名　称&nbsp;甲 乙&#8203;　&nbsp;</p><p>&nbsp;</p>')).toEqual(['名　称 甲 乙'])
  })

  test('F23 a line break of the source beside a Chinese character is nothing, between words a space', async () => {
    expect(await texts('<p>全区\n   地区生产总值\r\n1260亿元，GDP\ngrowth</p>')).toEqual([
      '全区地区生产总值1260亿元，GDP growth',
    ])
  })

  test('F21 preformatted text keeps its lines', async () => {
    expect(await texts('<pre>一、<b>目标</b>\n\n二、任务</pre>')).toEqual(['一、目标', '二、任务'])
  })

  test('F24 headings carry their level', async () => {
    const { blocks } = await read('<h2>一、目标</h2><p>增长5%。</p>')
    expect(blocks).toMatchObject([{ kind: 'heading', level: 2 }, { kind: 'paragraph' }])
  })

  test('F25 scripts, styles, hidden boxes, forms and comments leave nothing', async () => {
    const body =
      '<style>p{}</style><script>var a=1</script><p style="display:none">藏</p><p>全区<!-- 无 --></p><select><option>选</option></select><noscript>无</noscript>'
    expect(await texts(body)).toEqual(['全区'])
  })
})

const row = (n: number) => `<tr><td>${n}</td><td><p>${SENTENCE}</p><p>${SENTENCE}</p></td><td>区发改局</td></tr>`

describe('tables', () => {
  test('F26 cells stay cells, parted by tabs, with table, row and column', async () => {
    const source = await read(
      `<p>${SENTENCE}</p><table><tr><th>指标<th>目标</tr><tr><td>1</td><td><p>6%</p><p>5%</p></td></tr></table><p>后</p>`,
    )
    expect(source.text).toBe(`${SENTENCE}\n指标\t目标\n1\t6% 5%\n后`)
    expect(source.blocks.filter(({ kind }) => kind === 'cell').map(({ place }) => place)).toEqual([
      { table: 1, row: 1, column: 1 },
      { table: 1, row: 1, column: 2 },
      { table: 1, row: 2, column: 1 },
      { table: 1, row: 2, column: 2 },
    ])
  })

  test('F26 merged cells keep the columns of the others', async () => {
    const rows =
      '<tr><td rowspan="2">区</td><td colspan="2">合计</td></tr><tr><td>1</td><td>2</td></tr><tr><td>街</td><td></td><td>3</td></tr>'
    const source = await read(`<p>${SENTENCE}</p><table>${rows}</table>`)
    expect(source.text.split('\n').slice(1)).toEqual(['区\t合计', '\t1\t2', '街\t\t3'])
  })

  test('F27 a table that only arranges the page is no table', async () => {
    for (const body of [
      `<table><tr><td>${article}</td></tr></table>`,
      `<table><tr><td>左栏</td><td>${article}</td></tr></table>`,
      `<table><tr><td>头</td><td>尾</td></tr><tr><td>边</td><td><table><tr><td>${article}</td></tr></table></td></tr></table>`,
    ]) {
      const source = await read(body)
      expect(source.blocks.some(({ kind }) => kind === 'cell')).toBe(false)
      expect(readTexts(source)).toContain('一、主要目标')
    }
  })

  test('F27 a table of tasks with long cells stays a table', async () => {
    const { blocks } = await read(`<table>${row(1)}${row(2)}${row(3)}</table>`)
    expect(blocks.filter(({ kind }) => kind === 'cell')).toHaveLength(9)
  })
})

const CHROME_TOP =
  '<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/a">政务公开</a></li></ul></div><div class="dqwz">当前位置：<a href="/">首页</a> &gt; 计划总结</div>'
const CHROME_END =
  '<div class="share">分享到：微信 微博</div><div>【打印】【关闭】 字体：大 中 小</div><p>上一篇：<a href="1">无</a></p><div class="footer">版权所有：某区人民政府　鄂ICP备05009168号　网站标识码：4201110038</div>'

describe('main text', () => {
  test('F28 navigation, bread crumbs, tool rows, neighbours and footer are dropped', async () => {
    for (const main of [
      `<div id="zoom" class="TRS_Editor">${article}</div>`,
      `<div class="x1"><div class="x2">${article}</div></div>`,
      article,
    ]) {
      expect(await texts(CHROME_TOP + main + CHROME_END)).toEqual(['一、主要目标', SENTENCE, SENTENCE, SENTENCE])
    }
  })

  test('F28 tool rows inside the main box go too, sentences that use such words stay', async () => {
    const body = `<div id="zoom">${article}<p>【字体：大 中 小】 打印 关闭</p><p>关闭小散企业打印作坊5家。</p></div>`
    expect((await texts(body)).slice(4)).toEqual(['关闭小散企业打印作坊5家。'])
  })

  test('F28 text in several boxes side by side is kept whole', async () => {
    const body = `<div><div>${article}</div><div><p>二、重点任务。</p><p>做好下列工作；抓好落实；见到成效。</p></div></div>`
    expect(await texts(body)).toHaveLength(6)
  })

  test('F28 a box named print may hold the document', async () => {
    expect(await texts(`${CHROME_TOP}<div class="print">${article}</div>`)).toHaveLength(4)
  })

  test('F29 the title comes from the meta tag, the heading or the page title without the site, and stands first', async () => {
    const heads = [
      '<meta name="ArticleTitle" content="2024年计划"><title>某区人民政府</title>',
      '<title>2024年计划_政务公开_某区人民政府</title>',
      '<title>2024年计划-某区人民政府</title>',
    ]
    for (const head of heads) {
      const source = await read(`${CHROME_TOP}<div id="zoom">${article}</div>`, head)
      expect(source.title).toBe('2024年计划')
      expect(source.text.startsWith('2024年计划\n一、主要目标')).toBe(true)
    }
    const headed = await read(`<h1>2024年<br>计划</h1><div id="zoom">${article}</div>`)
    expect(headed.title).toBe('2024年计划')
    expect((await read(article, '<title>Document</title>')).title).toBeUndefined()
  })
})

describe('disclosure header', () => {
  const wanted = [
    { name: '索引号', value: '737546075/2024-30503' },
    { name: '发布机构', value: '区发改局' },
    { name: '名称', value: '2024年计划' },
    { name: '公开日期', value: '2024年12月10日' },
  ]
  const forms: Readonly<Record<string, string>> = {
    'a table of pairs':
      '<table><tr><td>索 引 号：</td><td>737546075/2024-30503</td><td>发布机构：</td><td>区发改局</td></tr><tr><td>名　　称：</td><td>2024年计划</td><td>公开日期</td><td>2024年12月10日</td></tr><tr><td>文号：</td><td></td></tr></table>',
    'a list':
      '<ul><li><span>索引号：</span>737546075/2024-30503</li><li>发布机构：区发改局</li><li>名称：2024年计划</li><li>公开日期：2024年12月10日</li></ul>',
    'a definition list':
      '<dl><dt>索引号</dt><dd>737546075/2024-30503</dd><dt>发布机构</dt><dd>区发改局</dd><dt>名称</dt><dd>2024年计划</dd><dt>公开日期</dt><dd>2024年12月10日</dd></dl>',
    boxes:
      '<div><div><b>索引号</b>: 737546075/2024-30503 <b>发布机构</b>: 区发改局</div><div>名称: 2024年计划 公开日期: 2024年12月10日</div></div>',
  }
  test.each(Object.entries(forms))('F30 %s becomes metadata and leaves the text', async (_, header) => {
    const source = await read(`${header}<div id="zoom">${article}</div>`)
    expect(source.metadata).toEqual(wanted)
    expect(readTexts(source)).toHaveLength(4)
  })

  test('F31 meta tags and the line beside the title speak too; the header comes first', async () => {
    const head = '<meta name="PubDate" content="2025-01-15 10:00"><meta name="ContentSource" content="区政府">'
    const line = '<div class="info">发布时间：2025-01-16 来源：区发改局 浏览次数：12 字体：[大 中 小]</div>'
    const source = await read(`${line}<div id="zoom">${article}</div>`, head)
    expect(source.metadata).toEqual([
      { name: '发布时间', value: '2025-01-16' },
      { name: '来源', value: '区发改局' },
      { name: '发布日期', value: '2025-01-15 10:00' },
    ])
  })

  test('F30 a table of tasks with a column 名称 is no header', async () => {
    const rows =
      '<tr><td>名称</td><td>来源</td><td>有效期</td></tr><tr><td>科创中心建设项目</td><td>市级重大项目库</td><td>两年</td></tr>'
    const long = `${rows}<tr><td>${SENTENCE}</td><td>${SENTENCE}</td><td>一年</td></tr>`
    expect((await read(`${article}<table>${long}</table>`)).metadata).toEqual([])
  })
})

test('F1 deep and endless pages are read without a fall', async () => {
  for (const open of ['<div>', '<table><tr><td>', '<span>', '<ul><li>', '<b><p>']) {
    const source = await getSource(utf8(`<html>${open.repeat(20_000)}增长6.5%`), 'a.html')
    expect(source.text).toContain('增长6.5%')
  }
})
