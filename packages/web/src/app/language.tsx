import type { Locale } from 'antd/es/locale'
import zhCN from 'antd/locale/zh_CN'
import { createContext, use } from 'react'
import type { Words } from '../locale/words.ts'
import { zh } from '../locale/zh.ts'

/** The languages of the pages. What the server sends is Chinese in both. */
export type Language = 'zh-CN' | 'en'

/** What a page needs of a language. */
export interface Spoken {
  readonly language: Language
  readonly words: Words
  /** The words of the components. */
  readonly locale: Locale
}

const KEY = 'jiannuo-language'

/** The language that was chosen on this machine; Chinese where none was. */
export const languageNow = (): Language => (localStorage.getItem(KEY) === 'en' ? 'en' : 'zh-CN')

/** Keeps a language for the next time. */
export const keepLanguage = (language: Language): void => localStorage.setItem(KEY, language)

/** Chinese: what every page can start with at once. */
export const chinese: Spoken = { language: 'zh-CN', words: zh, locale: zhCN }

/** Loads a language; English comes only to those who ask for it. */
export async function spoken(language: Language): Promise<Spoken> {
  if (language === 'zh-CN') return chinese
  const [{ en }, { default: locale }] = await Promise.all([import('../locale/en.ts'), import('antd/locale/en_US')])
  return { language, words: en, locale }
}

/** Changes the language. */
export const LanguageContext = createContext<(language: Language) => void>(() => undefined)

/** Changes the language. */
export const useLanguage = (): ((language: Language) => void) => use(LanguageContext)
