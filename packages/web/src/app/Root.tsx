import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App as Notices, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { useEffect, useState } from 'react'
import { BrowserRouter } from 'react-router'
import { ApiError } from '../api/client.ts'
import { Gate } from './Gate.tsx'
import { keepLook, type Look, lookNow, themeOf } from './theme.ts'

const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? ''

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

/** The whole of it: look, language, what was read, addresses. */
export function Root() {
  const [look, setLook] = useState<Look>(lookNow)
  useEffect(() => {
    document.documentElement.dataset['look'] = look
    keepLook(look)
  }, [look])
  return (
    <ConfigProvider locale={zhCN} theme={themeOf(look)} csp={{ nonce }}>
      <Notices>
        <QueryClientProvider client={queries}>
          <BrowserRouter>
            <Gate look={look} turn={() => setLook(look === 'dark' ? 'light' : 'dark')} />
          </BrowserRouter>
        </QueryClientProvider>
      </Notices>
    </ConfigProvider>
  )
}
