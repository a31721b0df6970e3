import type { Answer } from '@jiannuo/contract'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Modal, Upload } from 'antd'
import { useState } from 'react'
import { upload } from '../../../api/client.ts'
import { useWords } from '../../../app/session.tsx'
import { Failed } from '../../../parts/Page.tsx'

type Told = Answer<'importOrganisation'>

interface Looked {
  readonly file: File
  readonly told: Told
}

function useSheet(close: () => void) {
  const words = useWords().organisation
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [looked, setLooked] = useState<Looked>()
  const [error, setError] = useState<Error>()
  const [busy, setBusy] = useState(false)
  const run = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true)
    setError(undefined)
    await work().catch((reason: unknown) => setError(reason instanceof Error ? reason : new Error(String(reason))))
    setBusy(false)
  }
  const look = (file: File): Promise<void> =>
    run(async () => {
      setLooked(undefined)
      setLooked({ file, told: await upload('importOrganisation', {}, file) })
    })
  const take = (): Promise<void> =>
    run(async () => {
      if (looked === undefined) return
      const done = await upload('importOrganisation', { take: 'true' }, looked.file)
      if (done.problems.length > 0) return setLooked({ file: looked.file, told: done })
      void message.success(`${words.taken(done.units, done.people, done.posts)}。${words.takenNote}`, 8)
      await queries.invalidateQueries()
      close()
    })
  return { looked, error, busy, look, take }
}

/** Units and people from a sheet: first what it would bring and what is wrong with it, then the taking. */
export function ImportSheet({ close }: { readonly close: () => void }) {
  const words = useWords().organisation
  const { looked, error, busy, look, take } = useSheet(close)
  const told = looked?.told
  const news = told === undefined ? 0 : told.units + told.people + told.posts
  return (
    <Modal
      open
      width={760}
      title={words.importSheet}
      okText={words.takeIt}
      okButtonProps={{ disabled: told === undefined || told.problems.length > 0 || news === 0 }}
      confirmLoading={busy}
      onCancel={close}
      onOk={() => void take()}
    >
      {told === undefined ? <Explained /> : null}
      <Upload
        accept=".xlsx"
        showUploadList={false}
        beforeUpload={(file) => {
          void look(file)
          return false
        }}
      >
        <Button loading={busy}>{looked === undefined ? words.chooseFile : words.chooseOther}</Button>
      </Upload>
      {looked === undefined ? null : <Outcome name={looked.file.name} told={looked.told} news={news} />}
      {error === undefined ? null : <Failed error={error} />}
    </Modal>
  )
}

function Explained() {
  const words = useWords().organisation
  return (
    <>
      <p>{words.importHelp}</p>
      <div className="table-wrap">
        <table className="plain">
          <thead>
            <tr>
              {words.importColumns.map((title) => (
                <th key={title}>{title}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              {words.importColumns.map((title, at) => (
                <td key={title} className="nowrap">
                  {words.importExample[at]}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
      <p className="dim">{words.importKinds}</p>
    </>
  )
}

interface OutcomeProps {
  readonly name: string
  readonly told: Told
  readonly news: number
}

function Outcome({ name, told, news }: OutcomeProps) {
  const words = useWords().organisation
  const { rows, units, people, posts, known, problems } = told
  return (
    <>
      <p>
        {words.checked(name, rows)}
        <br />
        {problems.length > 0 ? null : <b>{news === 0 ? words.nothingNew : words.would(units, people, posts, known)}</b>}
      </p>
      {problems.length === 0 ? null : (
        <>
          <p role="alert">{words.faults(problems.length)}</p>
          <div className="faults">
            <table className="plain">
              <thead>
                <tr>
                  <th>{words.place}</th>
                  <th>{words.fault}</th>
                </tr>
              </thead>
              <tbody>
                {problems.map(({ place = '', message }) => (
                  <tr key={`${place}${message}`}>
                    <td className="nowrap">{place}</td>
                    <td>{message}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </>
  )
}
