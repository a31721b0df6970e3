import type { Modality } from '../types.ts'
import type { Sentence } from './scan.ts'

/** Modality by half and marks: 预计 governs to the next ; or 。 (GUIDE, settled cases). */
export function modalityOf(
  sentence: Sentence,
  text: string,
  at: number,
  half: 'review' | 'plan' | 'other',
  past: boolean,
): Modality {
  if (half === 'plan') return past ? 'result' : 'target'
  const marks = sentence.forecasts
  for (let i = marks.length - 1; i >= 0; i--) {
    const mark = marks[i] ?? 0
    if (mark >= at) continue
    const stop = sentence.breaks.some((b) => b > mark && b < at && (text[b] === ';' || text[b] === '；'))
    return stop ? 'result' : 'forecast'
  }
  return 'result'
}
