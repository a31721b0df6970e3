import type { DocumentKind, Half } from '../types.ts'

const REVIEW = /回顾|总结|过去|成就|成效|完成情况|执行情况|工作情况|取得|主要工作|历程|以来/
const PLAN =
  /谋划|构想|安排|打算|目标|任务|部署|思路|展望|计划|举措|工作重点|重点工作|预期|今后|未来|下一步|下步|措施|做好.{0,8}工作|总体要求|规划|实事/

/** What a top heading says of the text below it; undefined when it says neither (政府自身建设). */
export function halfOfHeading(title: string, level: number): Half | undefined {
  const plan = PLAN.test(title)
  const review = REVIEW.test(title)
  if (/名词解释|名词注释|术语|用语说明|注释$|名词说明|相关名词/.test(title)) return 'other'
  if (level > 1) return undefined
  if (review && (!plan || /回顾|总结|完成情况|执行情况/.test(title))) return 'review'
  return plan ? 'plan' : undefined
}

/** Whether a heading opens the glossary. */
export const opensGlossary = (title: string): boolean =>
  title.length <= 30 &&
  /名词解释|名词注释|名词说明|术语解释|用语说明|注释说明|^注释[:：]?$|有关用语|名词术语|相关名词/.test(title)

/** Whether a line belongs to the page around the document: site footer, licence numbers, share bars. */
export const isFurniture = (line: string): boolean =>
  /版权所有|ICP备|公网安备|网站标识码|主办单位|承办单位|联系电话|网站地图|站点地图|技术支持|网站运维|打印本页|关闭窗口|扫一扫|分享到|上一篇|下一篇|^附件下载/.test(
    line,
  ) && line.length < 200

/** The half that a document's text begins in before any heading says more. */
export const firstHalf = (kind: DocumentKind): Half =>
  kind === 'plan' ? 'plan' : kind === 'bulletin' ? 'review' : kind === 'report' ? 'review' : 'other'

/**
 * Whether a sentence without a heading above it turns the text to the plan: 2024年…总体要求是, 今年…主要预期目标.
 */
export const turnsToPlan = (sentence: string, planYear: number | undefined): boolean => {
  const named =
    /(?:政府工作|经济社会发展|全(?:省|市|县|区)|主要).{0,24}(?:总体要求|总体思路|预期目标|主要目标|指导思想)(?:[（(].{0,12}[）)])?(?:建议)?(?:是|为|[：:])/.test(
      sentence,
    )
  if (!named) return false
  return /今年|新的一年|明年/.test(sentence) || (planYear !== undefined && sentence.includes(`${planYear}年`))
}
