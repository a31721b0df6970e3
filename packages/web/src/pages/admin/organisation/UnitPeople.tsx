import type { Organisation } from '@jiannuo/contract'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useWords } from '../../../app/session.tsx'
import { Card, Empty } from '../../../parts/Page.tsx'
import { CloseUnit } from './CloseUnit.tsx'
import { AddPerson, RenameUnit } from './forms.tsx'
import { NO_POST, peopleOf, type Person, type Unit } from './posts-of.ts'

interface Props {
  readonly data: Organisation
  readonly chosen: string
  readonly open: (person: string) => void
}

/** A unit with its people, and what can be done with it. */
export function UnitPeople({ data, chosen, open }: Props) {
  const words = useWords().organisation
  const unit = data.units.find(({ id }) => id === chosen)
  const people = peopleOf(data.people, chosen)
  return (
    <Card title={unit?.name ?? words.noPost} note={unit === undefined ? undefined : words.id(unit.id)}>
      {unit === undefined ? null : <UnitActs data={data} unit={unit} />}
      {people.length === 0 ? <Empty>{words.nobody}</Empty> : null}
      <ul className="units">
        {people.map((person) => (
          <li key={person.id}>
            <button type="button" onClick={() => open(person.id)}>
              <span className="name">{person.name}</span>
              <span className="small dim roles">
                {person.posts
                  .filter(({ unit: at }) => chosen === NO_POST || at === chosen)
                  .map(({ roleTitle }) => roleTitle)
                  .join('、')}
              </span>
              <AccountNote person={person} />
            </button>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function AccountNote({ person: { account } }: { readonly person: Person }) {
  const words = useWords().organisation
  if (account === undefined) return <span className="small dim count">{words.noAccount}</span>
  return <span className="small dim count">{account.closed ? words.stopped : ''}</span>
}

function UnitActs({ data, unit }: { readonly data: Organisation; readonly unit: Unit }) {
  const words = useWords().organisation
  const [doing, setDoing] = useState<'rename' | 'close' | 'person'>()
  const end = (): void => setDoing(undefined)
  if (unit.closed) return <p className="dim">{words.closed}</p>
  return (
    <div className="bar-of-acts">
      <Button size="small" onClick={() => setDoing('person')}>
        {words.addPerson}
      </Button>
      <Button size="small" onClick={() => setDoing('rename')}>
        {words.rename}
      </Button>
      {unit.kind === 'district' ? null : (
        <Button size="small" onClick={() => setDoing('close')}>
          {words.close}
        </Button>
      )}
      {doing === 'person' ? <AddPerson data={data} unit={unit.id} close={end} /> : null}
      {doing === 'rename' ? <RenameUnit unit={unit} close={end} /> : null}
      {doing === 'close' ? <CloseUnit data={data} unit={unit} close={end} /> : null}
    </div>
  )
}

/** A box that finds anybody of the district by name. */
export function FindPerson({
  people,
  choose,
}: {
  readonly people: readonly Person[]
  readonly choose: (person: string) => void
}) {
  const words = useWords().organisation
  return (
    <Select
      showSearch={{ optionFilterProp: 'label' }}
      className="find-person"
      value={null}
      placeholder={words.findPerson}
      aria-label={words.findPerson}
      notFoundContent={words.notFound}
      options={people.map(({ id, name, posts }) => ({ value: id, label: `${name}　${posts[0]?.unitName ?? ''}` }))}
      onSelect={(id: string | null) => (id === null ? undefined : choose(id))}
    />
  )
}
