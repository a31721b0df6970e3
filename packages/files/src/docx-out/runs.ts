import { type IRunOptions, TextRun } from 'docx'
import { xmlText } from '../xml-text.ts'

/** Runs of a text in one style; a line feed breaks the line. */
export function runsOf(text: string, style: IRunOptions = {}): TextRun[] {
  return xmlText(text)
    .split('\n')
    .map((line, at) => new TextRun({ ...style, text: line, ...(at > 0 ? { break: 1 } : {}) }))
}
