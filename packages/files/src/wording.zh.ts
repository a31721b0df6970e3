import type { Wording } from '@jiannuo/kernel'

/** What each problem of this package says to an official: what is wrong, where, and what to do about it. */
export const filesWording: Wording = {
  'files/empty': '“{name}”里没有文字。请确认选对了文件，或用原软件打开看是否有内容。',
  'files/too-large': '“{name}”有{size}，超过上限{limit}。请拆成几个文件，或去掉其中的图片再试。',
  'files/text-too-long': '“{name}”的正文有{size}字，超过上限{limit}字。请拆成几个文件再试。',
  'files/unsupported-doc':
    '“{name}”是旧版 Word 或 WPS 文档（.doc、.wps），不能可靠读取。请用 Word 或 WPS 打开，另存为 .docx，或导出为 PDF 再试。',
  'files/unsupported-rtf': '“{name}”是 RTF 或 Word XML 文档，不能读取。请用 Word 或 WPS 打开，另存为 .docx 再试。',
  'files/unsupported-ofd': '“{name}”是 OFD 版式文件，不能读取。请用 OFD 阅读器导出为 PDF 或 DOCX 再试。',
  'files/unsupported-xlsx':
    '“{name}”是表格文件（XLSX、XLS、ET），这里只读文字材料。请把要读的文字另存为 .docx 或 .txt 再试。',
  'files/unsupported-pptx': '“{name}”是演示文稿，不能读取。请导出为 PDF，或把文字另存为 .docx 再试。',
  'files/unsupported-odt': '“{name}”是 OpenDocument 文件，不能读取。请另存为 .docx 再试。',
  'files/unsupported-mht': '“{name}”是单一文件网页（.mht），不能读取。请在浏览器中另存为“仅 HTML”再试。',
  'files/unsupported-archive': '“{name}”是压缩包。请先解压，再选其中的文件。',
  'files/unsupported-image': '“{name}”是图片，没有可读的文字。请先做文字识别（OCR），存为 .docx 或 .txt 再试。',
  'files/unknown-format': '认不出“{name}”是什么文件。能读的是 TXT、HTML、DOCX 和 PDF。',
  'files/broken-docx': '“{name}”不是完整的 DOCX 文件（{detail}）。请用 Word 或 WPS 打开修复后另存，或重新下载。',
  'files/encrypted-docx': '“{name}”设了打开密码。请去掉密码另存后再试。',
  'files/too-many-tags':
    '“{name}”的网页标记有{count}个，超过上限{limit}个。请在浏览器中打开，复制文字另存为 .txt 再试。',
  'files/broken-pdf': '“{name}”不是完整的 PDF 文件（{detail}）。请重新下载，或用阅读器打开后另存。',
  'files/encrypted-pdf': '“{name}”设了打开密码。请用阅读器输入密码打开，另存为无密码的 PDF 再试。',
  'files/scanned-pdf': '“{name}”共{pages}页，没有文字，是扫描图片。请先做文字识别（OCR），或找原来的 DOCX。',
  'files/unpacked-too-large': '“{name}”解开后超过上限{limit}，可能已损坏或是恶意文件，没有读取。请核对来源。',
  'files/slow-pdf': '“{name}”读了{seconds}秒还没有读完，多半是字体损坏。请用阅读器另存为新的 PDF，或找原来的 DOCX。',
  'files/too-many-pages': '“{name}”有{pages}页，超过上限{limit}页。请拆成几个文件再试。',
  'files/undecodable': '“{name}”的文字编码认不出来。请用记事本打开，另存为 UTF-8 编码再试。',
  'files/bad-bytes': '按{encoding}编码读取时，有{count}处字节无法还原成文字，已用“\uFFFD”代替。请对照原文核对。',
  'files/unknown-encoding': '不认识指定的编码“{encoding}”，已自动判断编码。',
  'files/declared-encoding': '按指定的编码“{encoding}”读不通，已改用{used}。',
  'files/page-without-text': '这一页没有文字，可能是扫描图片，其中内容没有读到。',
  'files/garbled-pdf': '这份 PDF 的字体缺少文字对照，约{share}%的字认不出来。请找原来的 DOCX，或做文字识别（OCR）。',
  'files/broken-page': '这一页已损坏，没有读到。',
  'files/broken-notes': '文档的脚注部分已损坏，脚注没有读到。',
  'files/broken-styles': '文档的样式部分已损坏，标题级别可能不全。',
  'files/broken-numbering': '文档的自动编号部分已损坏，自动编号没有还原。',
  'files/old-sheet':
    '“{name}”是旧版表格（.xls、.et）或设了打开密码，不能读取。请用 Excel 或 WPS 打开，另存为不带密码的 .xlsx 再试。',
  'files/no-sheet': '“{name}”不是表格。能导入的是 XLSX 和 CSV。',
  'files/broken-sheet': '“{name}”不是完整的 XLSX 文件。请用 Excel 或 WPS 打开修复后另存，或重新下载。',
  'files/empty-sheet': '“{name}”里没有数据。请确认选对了文件，第一张工作表应有表头。',
  'files/too-many-columns': '“{name}”的表头有{columns}列，超过上限{limit}列。请删去不用的列再试。',
  'files/too-many-rows': '“{name}”超过{limit}行。请拆成几个文件再试。',
}
