import type { SplitImport } from '@jiannuo/contract'
import { App, Button, Modal, Upload } from 'antd'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { upload } from '../../api/client.ts'
import { useWords } from '../../app/session.tsx'
import { Failed } from '../../parts/Page.tsx'

/** The sheet comes back: its differences are shown first, and taken only when somebody says so. */
export function SplitTable() {
  const words = useWords()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [file, setFile] = useState<File>()
  const [seen, setSeen] = useState<SplitImport>()
  const [error, setError] = useState<Error>()
  const run = (chosen: File, take: boolean): void => {
    setError(undefined)
    upload('importSplit', { take: String(take) }, chosen)
      .then((answer) => {
        if (!take) return setSeen(answer)
        void message.success(words.ledger.taken(answer.taken))
        setFile(undefined)
        setSeen(undefined)
        return queries.invalidateQueries()
      })
      .catch((reason: unknown) => setError(reason instanceof Error ? reason : new Error(String(reason))))
  }
  const close = (): void => {
    setFile(undefined)
    setSeen(undefined)
    setError(undefined)
  }
  return (
    <>
      <Upload
        accept=".xlsx"
        showUploadList={false}
        beforeUpload={(chosen) => {
          setFile(chosen)
          run(chosen, false)
          return false
        }}
      >
        <Button>{words.ledger.import}</Button>
      </Upload>
      <Modal
        open={seen !== undefined || error !== undefined}
        width={920}
        title={words.ledger.import}
        onCancel={close}
        okText={words.ledger.take}
        cancelText={words.common.close}
        okButtonProps={{ disabled: seen === undefined || seen.takeable === 0 }}
        onOk={() => (file === undefined ? undefined : run(file, true))}
      >
        {error === undefined ? null : <Failed error={error} />}
        {seen === undefined ? null : <Differences seen={seen} />}
      </Modal>
    </>
  )
}

function Differences({ seen }: { readonly seen: SplitImport }) {
  const words = useWords().ledger
  return (
    <div className="table-wrap">
      <p>{words.differences(seen.takeable, seen.refused)}</p>
      <ul>
        {seen.problems.map(({ message, place }) => (
          <li key={`${place ?? ''}${message}`}>
            {place} {message}
          </li>
        ))}
      </ul>
      <table className="plain">
        <thead>
          <tr>
            {[words.row, words.task, words.column, words.before, words.now, words.wanted, words.why].map((title) => (
              <th key={title}>{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {seen.differences.map((one) => (
            <tr key={`${one.row}${one.column}`}>
              <td className="num">{one.row}</td>
              <td>{one.title}</td>
              <td className="nowrap">{one.columnTitle}</td>
              <td>{one.before}</td>
              <td>{one.now}</td>
              <td>{one.wanted}</td>
              <td>{one.refused ?? words.ok}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
