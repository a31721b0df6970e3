import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App as Notices, ConfigProvider } from 'antd'
import { useEffect, useState } from 'react'
import { BrowserRouter } from 'react-router'
import { ApiError } from '../api/client.ts'
import { Gate } from './Gate.tsx'
import { chinese, keepLanguage, type Language, LanguageContext, languageNow, spoken } from './language.tsx'
import { nonce } from './nonce.ts'
import { WordsContext } from './session.tsx'
import { keepLook, type Look, lookNow, themeOf } from './theme.ts'

const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 5000, refetchOnWindowFocus: true },
    mutations: {
      onError: (error) => {
        // A session that is over leads to the sign-in page from wherever it is found out.
        if (error instanceof ApiError && error.status === 401) void queries.invalidateQueries({ queryKey: ['me'] })
      },
    },
  },
})

function useLook() {
  const [look, setLook] = useState<Look>(lookNow)
  useEffect(() => {
    document.documentElement.dataset['look'] = look
    keepLook(look)
  }, [look])
  return { look, turn: (): void => setLook(look === 'dark' ? 'light' : 'dark') }
}

function useSpoken() {
  const [language, setLanguage] = useState<Language>(languageNow)
  const [said, setSaid] = useState(chinese)
  useEffect(() => {
    let wanted = true
    document.documentElement.lang = language
    keepLanguage(language)
    void spoken(language).then((found) => (wanted ? setSaid(found) : undefined))
    return () => {
      wanted = false
    }
  }, [language])
  return { said, setLanguage }
}

/** The whole of it: look, language, what was read, addresses. */
export function Root() {
  const { look, turn } = useLook()
  const { said, setLanguage } = useSpoken()
  return (
    <ConfigProvider locale={said.locale} theme={themeOf(look)} csp={{ nonce }} button={{ autoInsertSpace: false }}>
      <WordsContext value={said.words}>
        <LanguageContext value={setLanguage}>
          <Notices>
            <QueryClientProvider client={queries}>
              <BrowserRouter>
                <Gate look={look} turn={turn} />
              </BrowserRouter>
            </QueryClientProvider>
          </Notices>
        </LanguageContext>
      </WordsContext>
    </ConfigProvider>
  )
}
