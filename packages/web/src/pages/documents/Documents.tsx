import type { DocumentRow } from '@jiannuo/contract'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Radio, Upload } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { upload } from '../../api/client.ts'
import { useRead } from '../../api/queries.ts'
import { useMe, useWords } from '../../app/session.tsx'
import { Card, Empty, Failed, Page, Read } from '../../parts/Page.tsx'

/** Documents: dropped in, listed, opened. */
export function Documents() {
  const words = useWords().documents
  const me = useMe()
  const found = useRead('documents', {})
  return (
    <Page title={words.title}>
      {me.may.import ? <Import /> : null}
      <Read from={found}>{({ rows }) => <List rows={rows} />}</Read>
    </Page>
  )
}

function Import() {
  const words = useWords().documents
  const { message } = App.useApp()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [own, setOwn] = useState(true)
  const [busy, setBusy] = useState<string>()
  const [error, setError] = useState<Error>()
  const take = async (file: File): Promise<void> => {
    setBusy(file.name)
    setError(undefined)
    try {
      const done = await upload('importDocument', { name: file.name, own: String(own) }, file)
      void message.success(done.repeated ? words.again : `${words.imported}：${done.row.title}`)
      await queries.invalidateQueries()
      void navigate(`/documents/${done.row.id}`)
    } catch (reason) {
      setError(reason instanceof Error ? reason : new Error(String(reason)))
    } finally {
      setBusy(undefined)
    }
  }
  return (
    <Card>
      <Radio.Group
        value={own}
        onChange={({ target }) => setOwn(target.value === true)}
        style={{ marginBottom: 10 }}
        options={[
          { value: true, label: words.own },
          { value: false, label: words.other },
        ]}
      />
      <Upload.Dragger
        accept=".docx,.pdf,.html,.htm,.txt,.md"
        showUploadList={false}
        disabled={busy !== undefined}
        beforeUpload={(file) => {
          void take(file)
          return false
        }}
      >
        <p>{busy === undefined ? words.drop : `${words.reading}：${busy}`}</p>
        <p className="dim small">{words.kinds}</p>
      </Upload.Dragger>
      {error === undefined ? null : <Failed error={error} />}
    </Card>
  )
}

function List({ rows }: { readonly rows: readonly DocumentRow[] }) {
  const words = useWords().documents
  const common = useWords().common
  if (rows.length === 0) return <Empty>{common.empty}</Empty>
  return (
    <Card>
      <div className="table-wrap">
        <table className="plain">
          <thead>
            <tr>
              {[words.name, words.kind, words.place, words.year, words.counts, words.waiting].map((title) => (
                <th key={title}>{title}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  <Link to={`/documents/${row.id}`}>{row.title}</Link>
                </td>
                <td className="nowrap">{row.kindTitle}</td>
                <td className="nowrap">{row.place}</td>
                <td className="num">{row.year}</td>
                <td className="num nowrap">
                  {row.statements} / {row.tasks}
                </td>
                <td className="num">{row.own ? row.open : common.none}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="dim small">
        <Link to="/compare">
          <Button type="link" size="small">
            {useWords().menu.compare}
          </Button>
        </Link>
      </p>
    </Card>
  )
}
