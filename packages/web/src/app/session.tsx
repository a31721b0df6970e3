import type { Me } from '@jiannuo/contract'
import { createContext, use } from 'react'
import type { Words } from '../locale/words.ts'
import { zh } from '../locale/zh.ts'

/** Who is signed in. */
export const MeContext = createContext<Me | undefined>(undefined)

/** Who is signed in. @throws Error outside of the pages that ask for it */
export function useMe(): Me {
  const me = use(MeContext)
  if (me === undefined) throw new Error('nobody is signed in')
  return me
}

/** The words of the pages in the language that was chosen. */
export const WordsContext = createContext<Words>(zh)

/** The words of the pages. */
export const useWords = (): Words => use(WordsContext)
