import { Button, Skeleton } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { ApiError } from '../api/client.ts'
import { useWords } from '../app/session.tsx'

interface PageProps {
  readonly title: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A page with its heading and what can be done on it. */
export function Page({ title, actions, children }: PageProps) {
  const { product } = useWords()
  useEffect(() => {
    document.title = `${title} · ${product}`
  }, [title, product])
  return (
    <>
      <div className="page-head">
        <h1>{title}</h1>
        {actions === undefined ? null : <div className="actions">{actions}</div>}
      </div>
      {children}
    </>
  )
}

interface Reading<T> {
  readonly data: T | undefined
  readonly error: Error | null
  readonly refetch: () => unknown
}

/** What was read, or why not and what to do about it; something grey while it comes. */
export function Read<T>({ from, children }: { readonly from: Reading<T>; readonly children: (data: T) => ReactNode }) {
  if (from.data !== undefined) return <>{children(from.data)}</>
  if (from.error !== null) return <Failed error={from.error} retry={() => void from.refetch()} />
  return (
    <div className="card" aria-busy="true">
      <Skeleton active paragraph={{ rows: 6 }} />
    </div>
  )
}

/** Why something could not be done, in the server's words. */
export function Failed({ error, retry }: { readonly error: Error; readonly retry?: () => void }) {
  const words = useWords().common
  const known = error instanceof ApiError
  return (
    <div className="error-box" role="alert">
      <div>{known ? error.message : words.failed}</div>
      {known ? <div className="dim small">{words.code(error.problem.code)}</div> : null}
      {known && error.problems.length > 1 ? (
        <ul>
          {error.problems.map(({ message, place }) => (
            <li key={`${place ?? ''}${message}`}>
              {place === undefined ? '' : `${place}：`}
              {message}
            </li>
          ))}
        </ul>
      ) : null}
      {retry === undefined ? null : (
        <Button size="small" onClick={retry} style={{ marginTop: 8 }}>
          {words.retry}
        </Button>
      )}
    </div>
  )
}

/** Where there is nothing, said in words. */
export const Empty = ({ children }: { readonly children: ReactNode }) => <p className="dim">{children}</p>

/** A titled part of a page. */
export function Card({
  title,
  note,
  children,
}: {
  readonly title?: ReactNode
  readonly note?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <section className="card">
      {title === undefined ? null : (
        <h2>
          {title}
          {note === undefined ? null : <span className="note">{note}</span>}
        </h2>
      )}
      {children}
    </section>
  )
}
