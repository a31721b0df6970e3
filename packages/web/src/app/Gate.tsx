import type { Me } from '@jiannuo/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Spin } from 'antd'
import { useEffect } from 'react'
import { call, keepCsrf } from '../api/client.ts'
import { followChanges } from '../api/live.ts'
import { Login } from '../pages/login/Login.tsx'
import { TraceProvider } from '../parts/TraceDrawer.tsx'
import { Failed } from '../parts/Page.tsx'
import { Layout } from './Layout.tsx'
import { MeContext } from './session.tsx'
import type { Look } from './theme.ts'

interface Props {
  readonly look: Look
  readonly turn: () => void
}

const who = async (): Promise<Me | null> => {
  const { signedIn } = await call('welcome', {})
  if (!signedIn) return null
  const me = await call('me', {})
  keepCsrf(me.csrf)
  return me
}

/** Lets in whoever is signed in; shows the sign-in page to others, at the address they came for. */
export function Gate(props: Props) {
  const queries = useQueryClient()
  const me = useQuery({ queryKey: ['me'], queryFn: who, staleTime: 60_000, retry: 1 })
  const signedIn = me.data?.person
  useEffect(() => (signedIn === undefined ? undefined : followChanges(queries)), [queries, signedIn])
  if (me.error !== null && me.data === undefined) return <Failed error={me.error} retry={() => void me.refetch()} />
  if (me.data === undefined) return <Spin fullscreen />
  if (me.data === null)
    return (
      <Login
        entered={(found) => {
          keepCsrf(found.csrf)
          queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' })
          queries.setQueryData(['me'], found)
        }}
      />
    )
  return (
    <MeContext value={me.data}>
      <TraceProvider>
        <Layout {...props} />
      </TraceProvider>
    </MeContext>
  )
}
