import { type Dictionary, identify, isKnown } from '../indicators/index.ts'
import type { IndicatorIdentity } from './types.ts'

/** The identity that a dictionary of indicators gives. */
export function dictionaryIdentity(dictionary: Dictionary): IndicatorIdentity {
  return (words, hints) => {
    const { indicator, qualifiers } = identify(words, hints, dictionary)
    return { id: indicator.id, known: isKnown(indicator), qualifiers }
  }
}
