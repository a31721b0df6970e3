import type { Organisation } from '@jiannuo/contract'
import { App, Modal } from 'antd'
import { useChange } from '../../../api/queries.ts'
import { useWords } from '../../../app/session.tsx'
import { Failed } from '../../../parts/Page.tsx'
import type { Unit } from './posts-of.ts'

interface Props {
  readonly data: Organisation
  readonly unit: Unit
  readonly close: () => void
}

/** Asks before a unit is closed, and names what stands against it. The server has the last word. */
export function CloseUnit({ data, unit, close }: Props) {
  const words = useWords().organisation
  const { message } = App.useApp()
  const change = useChange('closeUnit')
  const posts = data.people.flatMap(({ name, posts: held }) =>
    held.filter(({ unit: at }) => at === unit.id).map(({ id, roleTitle }) => ({ id, name: `${name}（${roleTitle}）` })),
  )
  const below = data.units.filter(({ parent, closed }) => parent === unit.id && !closed)
  const free = posts.length === 0 && below.length === 0
  const send = async (): Promise<void> => {
    await change.mutateAsync({ params: { id: unit.id } })
    void message.success(words.done)
    close()
  }
  return (
    <Modal
      open
      title={words.closeTitle(unit.name)}
      okText={words.closeNow}
      okButtonProps={{ disabled: !free }}
      confirmLoading={change.isPending}
      onCancel={close}
      onOk={() => void send().catch(() => undefined)}
    >
      {free ? <p>{words.closeFree}</p> : null}
      <Standing title={words.closePosts} list={posts} />
      <Standing title={words.closeUnits} list={below} />
      <p className="dim small">{words.closeRecords}</p>
      {change.error === null ? null : <Failed error={change.error} />}
    </Modal>
  )
}

function Standing({
  title,
  list,
}: {
  readonly title: string
  readonly list: readonly { readonly id: string; readonly name: string }[]
}) {
  if (list.length === 0) return null
  return (
    <>
      <p style={{ marginBottom: 0 }}>{title}</p>
      <ul>
        {list.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
    </>
  )
}
