import type { Wording } from '@jiannuo/kernel'

/** Chinese wording of the reader's problems, by code. */
export const readerWording: Wording = {
  'reader/empty': '文件里没有可读的文字，请检查是否选错了文件',
  'reader/no-headings': '全文没有找到标题，条款无法归入章节；请检查标题编号是否丢失',
  'reader/no-year': '没有找到文件的年份，各项数字的年度未定；请用 --year 指明',
  'reader/no-plan': '没有找到部署工作的部分，全文按回顾处理；如有遗漏请检查标题',
  'reader/no-review': '没有找到回顾工作的部分，全文按部署处理；如有遗漏请检查标题',
  'reader/glued-heading': '标题“{title}”与正文连在一起，疑似漏了句号，已按标题拆开',
  'reader/heading-gap': '标题序号“{number}”不连续，前面可能缺了一节',
  'reader/heading-twice': '标题序号“{number}”重复',
  'reader/damaged-characters': '有无法识别的字符，原文可能已损坏，请对照原件',
  'reader/doubled-mark': '标点“{mark}”重复',
  'reader/unopened': '“{mark}”没有对应的前半个符号',
  'reader/unclosed': '“{mark}”没有对应的后半个符号',
  'reader/damaged-unit': '“{quote}”的单位已损坏，暂按百分号理解，请对照原件',
  'reader/missing-unit': '“{quote}”没有写单位，请补全',
  'reader/no-indicator': '“{quote}”没有找到所指的指标，请人工确认',
  'reader/lost-stop': '“{quote}…”数字与后文连在一起，疑似漏了标点',
  'reader/repeated': '这句话在文件里出现了不止一次',
}
