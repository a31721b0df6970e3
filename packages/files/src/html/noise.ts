/** Boxes named so hold the site, not the document, unless they hold much of its text. */
const SITE_BOX =
  /(?:^|[\s_-])(?:nav|navbar|menu|header|top(?:bar)?|foot(?:er)?|bottom|copyright|side(?:bar)?|bread(?:crumbs?)?|crumbs?|position|location|dqwz|weizhi|share|bdshare|bdsharebuttonbox|jiathis|tools?|toolbar|print|dayin|fontsize|zihao|related|xgxw|xgyd|xglj|hot|recommend|prev|next|pager|pagination|pagebar|qrcode|erweima|ewm|comment|login|search|banner|logo|links?|yqlj|statement)(?:$|[\s_-]|\d)/i

const TOOL_WORD =
  /打印(?:本页|此页|页面|文章)?|关闭(?:窗口|本页|页面)?|字体(?:大小)?|字号|繁体|简体|无障碍(?:阅读|浏览)?|分享(?:到|至)?|收藏(?:本页)?|返回(?:顶部|列表|首页)?|微信|微博|QQ(?:空间)?|下载|纠错|朗读|语音播报|我要纠错|默认|超大|[大中小特]|[aA][+-]|[tT]/g
const TOOL_REST = /[\s:：|｜/、，,·\-—[\]【】()（）<>《》+]/g

const CRUMB = /^(?:您|你)?(?:现在|当前|目前)?(?:所在|的)*(?:位置|栏目)(?:是|为)?\s*[:：]|^首页\s*(?:>|›|»|＞|\/)/
const NEIGHBOUR =
  /^(?:上|下)一(?:篇|条|页)\s*(?:[:：]|$)|^(?:相关(?:链接|文章|稿件|阅读|附件|解读)|扫一扫|分享到|责任编辑\s*[:：]|编辑\s*[:：]|返回顶部)/
const FOOTER =
  /版权所有|ICP备|公网安备|网站标识码|Copyright\s|^(?:主办|承办|协办|技术支持|建议使用)(?:单位)?\s*[:：]|^您?是?第\s*\d+\s*位访|^(?:网站地图|联系我们|关于我们|网站声明)/i

/** A line longer than this is text, whatever words it holds. */
const TOOL_LINE_MAX = 120

/** Whether a class or id names a part of the site around the document. */
export const namesSiteBox = (names: string): boolean => SITE_BOX.test(names)

/** Whether a line is a tool row, a bread-crumb trail, a link to the neighbour or the foot of the site. */
export function isToolLine(line: string): boolean {
  if (line.length > TOOL_LINE_MAX) return false
  if (CRUMB.test(line) || NEIGHBOUR.test(line) || FOOTER.test(line)) return true
  if (line.length > 60 || !/打印|关闭|字体|字号|分享|收藏|纠错|朗读/.test(line)) return false
  return line.replace(TOOL_WORD, '').replace(TOOL_REST, '') === ''
}
