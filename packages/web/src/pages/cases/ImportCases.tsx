import type { CaseImport, SystemSetup } from '@jiannuo/contract'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Select, Upload } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { upload } from '../../api/client.ts'
import { useRead } from '../../api/queries.ts'
import { useWords } from '../../app/session.tsx'
import { Card, Empty, Failed, Page, Read } from '../../parts/Page.tsx'

type Sheet = NonNullable<SystemSetup['sheet']>

/** A sheet of records: its columns are guessed and corrected, its rows looked through, then taken. */
export function ImportCases() {
  const { machine = '' } = useParams()
  const words = useWords().cases
  const found = useRead('system', { params: { machine } })
  return (
    <Page
      title={words.importTitle(found.data?.noun ?? '')}
      actions={<Link to={`/cases/${encodeURIComponent(machine)}`}>{words.back}</Link>}
    >
      <Read from={found}>
        {({ sheet, openings }) =>
          sheet === undefined ? (
            <Empty>{openings[0]?.why ?? words.mayNot}</Empty>
          ) : (
            <Importing key={machine} machine={machine} sheet={sheet} />
          )
        }
      </Read>
    </Page>
  )
}

interface Asked {
  readonly columns?: readonly string[]
  readonly mapping?: string
  readonly take?: boolean
  readonly saveAs?: string
}

function useImport(machine: string) {
  const queries = useQueryClient()
  const [file, setFile] = useState<File>()
  const [seen, setSeen] = useState<CaseImport>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Error>()
  const ask = async (wanted: File, { columns, mapping, take, saveAs }: Asked = {}): Promise<CaseImport | undefined> => {
    setFile(wanted)
    setBusy(true)
    setError(undefined)
    try {
      const query = {
        name: wanted.name,
        mapping,
        saveAs,
        columns: columns?.join(','),
        take: take === true || undefined,
      }
      const answer = await upload('importCases', query, wanted, { machine })
      if (take === true) await queries.invalidateQueries()
      else setSeen(answer)
      return answer
    } catch (reason) {
      setError(reason instanceof Error ? reason : new Error(String(reason)))
      return undefined
    } finally {
      setBusy(false)
    }
  }
  return { file, seen, busy, error, ask }
}

function Importing({ machine, sheet }: { readonly machine: string; readonly sheet: Sheet }) {
  const words = useWords().cases
  const { file, seen, busy, error, ask } = useImport(machine)
  return (
    <>
      <Card>
        <Upload.Dragger
          accept=".xlsx,.csv"
          showUploadList={false}
          disabled={busy}
          beforeUpload={(chosen) => {
            void ask(chosen)
            return false
          }}
        >
          <p>{busy ? words.importReading : (file?.name ?? words.importDrop)}</p>
        </Upload.Dragger>
        {error === undefined ? null : <Failed error={error} />}
      </Card>
      {seen === undefined || file === undefined ? (
        <Fillable sheet={sheet} />
      ) : (
        <Preview
          key={`${file.name}${seen.columns.join()}`}
          machine={machine}
          sheet={sheet}
          seen={seen}
          busy={busy}
          ask={(asked) => ask(file, asked)}
        />
      )}
    </>
  )
}

interface PreviewProps {
  readonly machine: string
  readonly sheet: Sheet
  readonly seen: CaseImport
  readonly busy: boolean
  readonly ask: (asked: Asked) => Promise<CaseImport | undefined>
}

function Preview({ machine, sheet, seen, busy, ask }: PreviewProps) {
  const words = useWords().cases
  const { message } = App.useApp()
  const navigate = useNavigate()
  const [columns, setColumns] = useState<readonly string[]>(seen.columns)
  const [saveAs, setSaveAs] = useState('')
  const changed = columns.some((one, at) => one !== seen.columns[at])
  const good = seen.rows - seen.failed
  const take = async (): Promise<void> => {
    const done = await ask({ columns, take: true, ...(saveAs.trim() === '' ? {} : { saveAs: saveAs.trim() }) })
    if (done === undefined) return
    void message.success(words.importDone(done.opened, done.repeated, done.failed))
    void navigate(`/cases/${encodeURIComponent(machine)}?order=newest`)
  }
  return (
    <>
      <Card title={words.importColumns}>
        <Columns sheet={sheet} seen={seen} columns={columns} set={setColumns} />
        <div className="bar-of-acts" style={{ marginTop: 12 }}>
          {sheet.mappings.length === 0 ? null : (
            <Select
              aria-label={words.importMapping}
              placeholder={words.importMapping}
              value={null}
              style={{ width: 190 }}
              options={sheet.mappings.map((one) => ({ value: one, label: one }))}
              onSelect={(one: string | null) => (one === null ? undefined : void ask({ mapping: one }))}
            />
          )}
          <Button disabled={!changed} loading={busy} onClick={() => void ask({ columns })}>
            {words.importAgain}
          </Button>
          <Input
            aria-label={words.importSaveAs}
            placeholder={words.importSaveAs}
            value={saveAs}
            maxLength={60}
            style={{ width: 290 }}
            onChange={({ target }) => setSaveAs(target.value)}
          />
          <Button type="primary" disabled={changed || good === 0} loading={busy} onClick={() => void take()}>
            {words.importTake(good)}
          </Button>
        </div>
        <p aria-live="polite">{good === 0 ? words.importNothing : words.importRows(seen.rows, good, seen.failed)}</p>
      </Card>
      <Problems seen={seen} />
    </>
  )
}

interface ColumnsProps {
  readonly sheet: Sheet
  readonly seen: CaseImport
  readonly columns: readonly string[]
  readonly set: (columns: readonly string[]) => void
}

function Columns({ sheet, seen, columns, set }: ColumnsProps) {
  const words = useWords().cases
  const options = sheet.columns.map(({ id, header, required }) => ({
    value: id,
    label: required ? `${header}（${words.importRequired}）` : header,
  }))
  return (
    <div className="table-wrap">
      <table className="plain">
        <thead>
          <tr>
            <th>{words.importHead}</th>
            <th>{words.importInto}</th>
            <th>{words.importSample}</th>
          </tr>
        </thead>
        <tbody>
          {seen.header.map((title, at) => (
            // Two columns of a sheet may have one title.
            // oxlint-disable-next-line react/no-array-index-key -- the place is what tells them apart
            <tr key={`${at}${title}`}>
              <td>{title}</td>
              <td>
                <Select
                  aria-label={`${title} ${words.importInto}`}
                  allowClear
                  showSearch={{ optionFilterProp: 'label' }}
                  placeholder={words.importSkip}
                  value={columns[at] === '' ? null : (columns[at] ?? null)}
                  style={{ width: 220 }}
                  options={options}
                  onChange={(one: string | null) => set(columns.with(at, one ?? ''))}
                />
              </td>
              <td className="small dim">
                {seen.sample
                  .map((row) => row[at] ?? '')
                  .filter((text) => text !== '')
                  .slice(0, 3)
                  .join('；')
                  .slice(0, 90)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Problems({ seen }: { readonly seen: CaseImport }) {
  const words = useWords().cases
  if (seen.problems.length === 0) return null
  return (
    <Card title={words.importProblems}>
      <div className="table-wrap">
        <table className="plain">
          <thead>
            <tr>
              <th>{words.place}</th>
              <th>{words.problem}</th>
            </tr>
          </thead>
          <tbody>
            {seen.problems.map(({ place, message }) => (
              <tr key={`${place}${message}`}>
                <td className="nowrap">{place}</td>
                <td>{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

function Fillable({ sheet }: { readonly sheet: Sheet }) {
  const words = useWords().cases
  return (
    <Card title={words.importForm}>
      <div className="table-wrap">
        <table className="plain">
          <thead>
            <tr>
              <th>{words.importInto}</th>
              <th>{words.importWritten}</th>
              <th>{words.importExample}</th>
            </tr>
          </thead>
          <tbody>
            {sheet.columns.map(({ id, header, required, writtenAs, example }) => (
              <tr key={id}>
                <td className="nowrap">
                  {header}
                  {required ? <span className="small dim"> {words.importRequired}</span> : null}
                </td>
                <td className="small">{writtenAs}</td>
                <td className="small dim">{example}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
