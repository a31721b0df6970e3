import { AlignmentType, type IParagraphOptions, Paragraph } from 'docx'
import { dayPeriod, describePeriod, displayWidth } from '@jiannuo/kernel'
import { CHAR } from './layout.ts'
import type { OfficialPaper } from './paper.ts'
import { runsOf } from './runs.ts'
import { paperWords } from './wording.zh.ts'

/** Signs between the date and the right edge (GB/T 9704-2012, 7.3.5). */
const DATE_INSET = 4

/** What follows the text: the names of the attachments, who signs, the date. */
export const closing = ({ attachments = [], signature }: OfficialPaper): Paragraph[] => [
  ...attachmentLines(attachments, signature !== undefined),
  ...(signature === undefined ? [] : signatureLines(signature)),
]

/** One line below the text, two signs in; a name that goes over the line goes on below its own first sign. */
function attachmentLines(names: readonly string[], signed: boolean): Paragraph[] {
  if (names.length === 0) return []
  const word = paperWords.attachments
  const numbered = names.length > 1
  const left = 2 + word.length + (numbered ? 1 : 0)
  return names.map((name, at) => {
    const number = numbered ? paperWords.attachmentNumber.replace('{number}', String(at + 1)) : ''
    const hanging = (at === 0 ? word.length : 0) + (numbered ? 1 : 0)
    return new Paragraph({
      ...(at === 0 ? { spacing: { before: CHAR * 2 } } : {}),
      alignment: AlignmentType.LEFT,
      // A page must not hold the date alone.
      keepNext: signed,
      indent: { left: left * CHAR, hanging: hanging * CHAR },
      children: runsOf(`${at === 0 ? word : ''}${number}${name}`),
    })
  })
}

/** The issuer stands in the middle over the date, the date four signs from the right. */
function signatureLines({ issuer, date }: NonNullable<OfficialPaper['signature']>): Paragraph[] {
  const day = describePeriod(dayPeriod(date))
  const inset = Math.max(0, DATE_INSET + (displayWidth(day) - displayWidth(issuer)) / 4)
  return [rightLine(issuer, inset, { spacing: { before: CHAR * 4 }, keepNext: true }), rightLine(day, DATE_INSET)]
}

const rightLine = (text: string, signs: number, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({
    ...options,
    alignment: AlignmentType.RIGHT,
    indent: { right: Math.round(signs * CHAR) },
    children: runsOf(text),
  })
