import type { Organisation } from '@jiannuo/contract'
import { App, Button, Drawer, Form, Popconfirm, Select } from 'antd'
import { useChange } from '../../../api/queries.ts'
import { useMe, useWords } from '../../../app/session.tsx'
import { Empty, Failed } from '../../../parts/Page.tsx'
import { dayOf } from '../../../parts/moments.ts'
import { PersonAccount } from './PersonAccount.tsx'
import { openUnits, options, type Person } from './posts-of.ts'

interface Props {
  readonly data: Organisation
  readonly person: Person
  readonly close: () => void
}

/** A person: posts, and how they sign in. */
export function PersonDrawer({ data, person, close }: Props) {
  const words = useWords().organisation
  return (
    <Drawer open onClose={close} title={person.name} size="min(100%, 520px)">
      <h3 className="part">{words.posts}</h3>
      <Posts person={person} />
      <NewPost key={person.posts.length} data={data} person={person} />
      <h3 className="part">{words.signIn}</h3>
      <PersonAccount key={person.account?.id ?? ''} person={person} />
      <p className="small dim">{words.id(person.id)}</p>
    </Drawer>
  )
}

function Posts({ person: { posts } }: { readonly person: Person }) {
  const words = useWords().organisation
  const { may } = useMe()
  const end = useChange('endPost')
  if (posts.length === 0) return <Empty>{words.noPosts}</Empty>
  return (
    <>
      <ul className="posts">
        {posts.map(({ id, unitName, roleTitle, from }) => (
          <li key={id}>
            <span>
              {unitName}
              {'　'}
              {roleTitle}
              <span className="small dim">
                {words.since} {dayOf(from)}
              </span>
            </span>
            {may.administer ? (
              <Popconfirm
                title={words.endTitle(unitName, roleTitle)}
                description={words.endNote}
                onConfirm={() => end.mutate({ params: { id } })}
              >
                <Button size="small">{words.end}</Button>
              </Popconfirm>
            ) : null}
          </li>
        ))}
      </ul>
      {end.error === null ? null : <Failed error={end.error} />}
    </>
  )
}

function NewPost({ data, person }: { readonly data: Organisation; readonly person: Person }) {
  const words = useWords().organisation
  const { message } = App.useApp()
  const [form] = Form.useForm<{ unit: string; role: string }>()
  const add = useChange('addPost')
  const need = [{ required: true, message: words.need }]
  const send = async (body: { unit: string; role: string }): Promise<void> => {
    await add.mutateAsync({ params: { id: person.id }, body })
    void message.success(words.done)
  }
  return (
    <Form form={form} layout="vertical" onFinish={(body) => void send(body).catch(() => undefined)}>
      <div className="new-post">
        <Form.Item name="unit" rules={need}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={words.unit}
            aria-label={words.unit}
            options={openUnits(data.units)}
          />
        </Form.Item>
        <Form.Item name="role" rules={need}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={words.role}
            aria-label={words.role}
            options={options(data.roles)}
          />
        </Form.Item>
        <Button htmlType="submit" loading={add.isPending}>
          {words.addPost}
        </Button>
      </div>
      {add.error === null ? null : <Failed error={add.error} />}
    </Form>
  )
}
