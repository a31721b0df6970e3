import { Button, Upload } from 'antd'
import { useState } from 'react'
import { upload } from '../api/client.ts'
import { useWords } from '../app/session.tsx'
import { Failed } from './Page.tsx'

interface Props {
  readonly id?: string
  readonly value?: readonly string[]
  readonly onChange?: (hashes: readonly string[]) => void
}

const ACCEPT = '.jpg,.jpeg,.png,.webp,.pdf,.docx,.xlsx,.txt'

/** Files of a form: each is sent at once and named by its content; the form holds what they are named. */
export function FileField({ id, value = [], onChange }: Props) {
  const words = useWords().record
  const [names, setNames] = useState<Readonly<Record<string, string>>>({})
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Error>()
  const take = async (files: readonly File[]): Promise<void> => {
    setBusy(true)
    setError(undefined)
    try {
      const kept: string[] = []
      for (const file of files) {
        const { hash } = await upload('keepFile', { name: file.name }, file)
        setNames((known) => ({ ...known, [hash]: file.name }))
        kept.push(hash)
      }
      onChange?.([...new Set([...value, ...kept])])
    } catch (reason) {
      setError(reason instanceof Error ? reason : new Error(String(reason)))
    } finally {
      setBusy(false)
    }
  }
  return (
    <div>
      {value.map((hash, at) => {
        const name = names[hash] ?? words.file(at + 1, hash)
        return (
          <div key={hash} className="file-line">
            <span className="name">{name}</span>
            <Button
              size="small"
              type="text"
              aria-label={words.removeFile(name)}
              onClick={() => onChange?.(value.filter((one) => one !== hash))}
            >
              ×
            </Button>
          </div>
        )
      })}
      <Upload
        accept={ACCEPT}
        multiple
        showUploadList={false}
        disabled={busy}
        beforeUpload={(file, all) => {
          // Told once for each: the whole choice goes with the last of them.
          if (file === all.at(-1)) void take(all)
          return false
        }}
      >
        <Button size="small" loading={busy} {...(id === undefined ? {} : { id })}>
          {words.addFile}
        </Button>{' '}
        <span className="small dim">{words.fileKinds}</span>
      </Upload>
      {error === undefined ? null : <Failed error={error} />}
    </div>
  )
}
