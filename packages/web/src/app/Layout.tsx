import { useQueryClient } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { lazy, Suspense, useDeferredValue, useState } from 'react'
import { Link, NavLink, Navigate, Route, Routes, useNavigate } from 'react-router'
import { call } from '../api/client.ts'
import { useRead } from '../api/queries.ts'
import { Overview } from '../pages/overview/Overview.tsx'
import { useFresh } from '../pages/messages/seen.ts'
import { addressOf } from '../pages/record/address-of.ts'
import { useLanguage } from './language.tsx'
import { useMe, useWords } from './session.tsx'
import type { Look } from './theme.ts'

const Ledger = lazy(async () => ({ default: (await import('../pages/ledger/Ledger.tsx')).Ledger }))
const Commitment = lazy(async () => ({ default: (await import('../pages/commitment/Commitment.tsx')).Commitment }))
const Documents = lazy(async () => ({ default: (await import('../pages/documents/Documents.tsx')).Documents }))
const Reader = lazy(async () => ({ default: (await import('../pages/documents/Reader.tsx')).Reader }))
const Returns = lazy(async () => ({ default: (await import('../pages/returns/Returns.tsx')).Returns }))
const Compare = lazy(async () => ({ default: (await import('../pages/compare/Compare.tsx')).Compare }))
const Account = lazy(async () => ({ default: (await import('../pages/account/Account.tsx')).Account }))
const Messages = lazy(async () => ({ default: (await import('../pages/messages/Messages.tsx')).Messages }))
const Record = lazy(async () => ({ default: (await import('../pages/record/Record.tsx')).Record }))
const Cases = lazy(async () => ({ default: (await import('../pages/cases/Cases.tsx')).Cases }))
const ImportCases = lazy(async () => ({ default: (await import('../pages/cases/ImportCases.tsx')).ImportCases }))
const NewCase = lazy(async () => ({ default: (await import('../pages/cases/NewCase.tsx')).NewCase }))
const Boards = lazy(async () => ({ default: (await import('../pages/boards/Boards.tsx')).Boards }))
const IndexPage = lazy(async () => ({ default: (await import('../pages/indexes/IndexPage.tsx')).IndexPage }))
const Systems = lazy(async () => ({ default: (await import('../pages/cases/Systems.tsx')).Systems }))
const Admin = lazy(async () => ({ default: (await import('../pages/admin/Admin.tsx')).Admin }))

interface Props {
  readonly look: Look
  readonly turn: () => void
}

const MENU = ['overview', 'documents', 'ledger', 'cases', 'boards', 'indexes', 'returns', 'compare', 'admin'] as const
const ADDRESS: Readonly<Record<(typeof MENU)[number], string>> = {
  overview: '/',
  documents: '/documents',
  ledger: '/ledger',
  cases: '/cases',
  boards: '/boards',
  indexes: '/indexes',
  returns: '/returns',
  compare: '/compare',
  admin: '/admin',
}

function Menu({ names }: { readonly names: readonly (typeof MENU)[number][] }) {
  const words = useWords().menu
  return names.map((name) => (
    <NavLink key={name} to={ADDRESS[name]} end={name === 'overview'}>
      {words[name]}
    </NavLink>
  ))
}

function Find() {
  const words = useWords().menu
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const asked = useDeferredValue(text.trim())
  const found = useRead('search', { query: { q: asked } }, asked.length > 1)
  const options = (asked.length > 1 ? (found.data?.rows ?? []) : []).map(({ id, machine, noun, title }) => ({
    value: `${machine}/${id}`,
    label: `${noun}　${title}`,
  }))
  return (
    <Select
      className="find"
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
      value={null}
      placeholder={words.search}
      aria-label={words.search}
      notFoundContent={asked.length > 1 ? words.nothingFound : null}
      options={options}
      onSelect={(value: string | null) => {
        const [machine = '', id = ''] = (value ?? '').split('/')
        setText('')
        void navigate(addressOf(machine, id))
      }}
    />
  )
}

function MessagesLink() {
  const words = useWords().messages
  const fresh = useFresh()
  return (
    <Link to="/messages" title={fresh === '' ? words.title : words.newNote}>
      {fresh === '' ? words.headNone : words.head(fresh)}
    </Link>
  )
}

function Head({ look, turn }: Props) {
  const me = useMe()
  const words = useWords()
  const queries = useQueryClient()
  const speak = useLanguage()
  const leave = async (): Promise<void> => {
    await call('signOut', {}).catch(() => undefined)
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' })
    queries.setQueryData(['me'], null)
  }
  return (
    <header className="shell-head">
      <Link to="/" className="brand">
        {words.product}
      </Link>
      <span className="district">{me.district.name}</span>
      <Find />
      <span className="user">
        <MessagesLink />
        <Link
          to="/account"
          aria-label={words.account.open(me.name)}
          title={me.posts.map(({ unitName, roleTitle }) => `${unitName} ${roleTitle}`).join('，')}
        >
          {me.name}
        </Link>
        <Button size="small" type="text" onClick={turn}>
          {look === 'dark' ? words.menu.light : words.menu.dark}
        </Button>
        <Button
          size="small"
          type="text"
          className="wide-only"
          lang={words.menu.language === '中文' ? 'zh-CN' : 'en'}
          onClick={() => speak(words.menu.language === '中文' ? 'zh-CN' : 'en')}
        >
          {words.menu.language}
        </Button>
        <Button size="small" type="text" onClick={() => void leave()}>
          {words.menu.signOut}
        </Button>
      </span>
    </header>
  )
}

/** The frame of every page. */
export function Layout(props: Props) {
  const me = useMe()
  const words = useWords()
  return (
    <>
      <a className="skip" href="#main">
        {words.menu.skip}
      </a>
      {me.district.invented ? <div className="banner">{words.invented}</div> : null}
      <div className="shell">
        <Head {...props} />
        <nav className="side" aria-label={words.product}>
          <Menu names={MENU} />
        </nav>
        <main className="main" id="main">
          <Suspense fallback={<p className="dim">{words.common.loading}</p>}>
            <Pages />
          </Suspense>
        </main>
      </div>
      <nav className="bottom" aria-label={words.product}>
        <Menu names={['overview', 'ledger', 'cases', 'returns', 'documents', 'admin']} />
      </nav>
    </>
  )
}

function Pages() {
  return (
    <Routes>
      <Route path="/" element={<Overview />} />
      <Route path="/ledger" element={<Ledger />} />
      <Route path="/ledger/:id" element={<Commitment />} />
      <Route path="/documents" element={<Documents />} />
      <Route path="/documents/:id" element={<Reader />} />
      <Route path="/returns" element={<Returns />} />
      <Route path="/compare" element={<Compare />} />
      <Route path="/account" element={<Account />} />
      <Route path="/messages" element={<Messages />} />
      <Route path="/records/:id" element={<Record />} />
      <Route path="/cases" element={<Systems />} />
      <Route path="/cases/:machine" element={<Cases />} />
      <Route path="/cases/:machine/new" element={<NewCase />} />
      <Route path="/cases/:machine/import" element={<ImportCases />} />
      <Route path="/boards" element={<Boards />} />
      <Route path="/indexes" element={<IndexPage />} />
      <Route path="/admin/*" element={<Admin />} />
      <Route path="*" element={<Navigate to="/" replace />} />
    </Routes>
  )
}
