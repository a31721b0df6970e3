import type { Organisation } from '@jiannuo/contract'
import { Button, Drawer, Grid } from 'antd'
import { useState } from 'react'
import { useRead } from '../../../api/queries.ts'
import { useMe, useWords } from '../../../app/session.tsx'
import { Card, Empty, Read } from '../../../parts/Page.tsx'
import { AddPerson, AddUnit } from './forms.tsx'
import { ImportSheet } from './ImportSheet.tsx'
import { PersonDrawer } from './PersonDrawer.tsx'
import { FindPerson, UnitPeople } from './UnitPeople.tsx'
import { Units } from './Units.tsx'

/** The tree of units and the people in it. */
export function OrganisationPage() {
  const found = useRead('organisation', {})
  const me = useMe()
  return (
    <Read from={found}>
      {(data) => (me.may.administer ? <Administered data={data} /> : <Card>{<Units data={data} />}</Card>)}
    </Read>
  )
}

type Adding = 'unit' | 'person' | 'sheet'

function Administered({ data }: { readonly data: Organisation }) {
  const words = useWords().organisation
  const [adding, setAdding] = useState<Adding>()
  const [chosen, setChosen] = useState<string>()
  const [person, setPerson] = useState<string>()
  const close = (): void => setAdding(undefined)
  const shown = data.people.find(({ id }) => id === person)
  return (
    <>
      <div className="bar-of-acts">
        <Button onClick={() => setAdding('unit')}>{words.addUnit}</Button>
        <Button onClick={() => setAdding('person')}>{words.addPerson}</Button>
        <Button onClick={() => setAdding('sheet')}>{words.importSheet}</Button>
        <FindPerson people={data.people} choose={setPerson} />
      </div>
      <div className="grid-2">
        <Card title={words.units}>
          <Units data={data} chosen={chosen} choose={setChosen} />
        </Card>
        <Beside data={data} chosen={chosen} leave={() => setChosen(undefined)} open={setPerson} />
      </div>
      {adding === 'unit' ? <AddUnit data={data} parent={chosen} close={close} /> : null}
      {adding === 'person' ? <AddPerson data={data} unit={chosen} close={close} /> : null}
      {adding === 'sheet' ? <ImportSheet close={close} /> : null}
      {shown === undefined ? null : <PersonDrawer data={data} person={shown} close={() => setPerson(undefined)} />}
    </>
  )
}

interface BesideProps {
  readonly data: Organisation
  readonly chosen: string | undefined
  readonly leave: () => void
  readonly open: (person: string) => void
}

/** The people of the chosen unit: beside the units, or over them where there is no room. */
function Beside({ data, chosen, leave, open }: BesideProps) {
  const words = useWords().organisation
  const wide = Grid.useBreakpoint().md === true
  const inner = chosen === undefined ? null : <UnitPeople key={chosen} data={data} chosen={chosen} open={open} />
  if (wide) return <div className="stay">{inner ?? <Card>{<Empty>{words.choose}</Empty>}</Card>}</div>
  return (
    <Drawer open={chosen !== undefined} onClose={leave} size="100%" title={words.people}>
      {inner}
    </Drawer>
  )
}
