import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useWords } from '../../app/session.tsx'
import { Card } from '../../parts/Page.tsx'

/** Asks why a proposal is left out. */
export function Reject({
  item,
  close,
  reject,
}: {
  readonly item: string | undefined
  readonly close: () => void
  readonly reject: (item: string, reason: string) => void
}) {
  const words = useWords().documents
  const common = useWords().common
  const [reason, setReason] = useState('')
  return (
    <Modal
      open={item !== undefined}
      title={words.reject}
      okText={common.confirm}
      cancelText={common.cancel}
      okButtonProps={{ disabled: reason.trim() === '' }}
      onCancel={close}
      onOk={() => {
        if (item !== undefined) reject(item, reason.trim())
        close()
      }}
    >
      <Input.TextArea
        autoFocus
        aria-label={words.reason}
        placeholder={words.reason}
        value={reason}
        maxLength={500}
        onChange={({ target }) => setReason(target.value)}
      />
    </Modal>
  )
}

/** Asks for the title under which several become one. */
export function Merge({ count, merge }: { readonly count: number; readonly merge: (title: string) => void }) {
  const words = useWords().documents
  const [title, setTitle] = useState('')
  return (
    <Card title={`${words.merge}（${count}）`}>
      <Input.Search
        aria-label={words.mergeTitle}
        placeholder={words.mergeTitle}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
        enterButton={words.merge}
        onSearch={(text) => (text.trim() === '' ? undefined : merge(text.trim()))}
      />
    </Card>
  )
}
