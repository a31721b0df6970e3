import { expect, it } from 'vitest'
import { lending } from '../../testing/lending.ts'
import { constant } from '../define/build.ts'
import { checkMachine } from '../check/check-machine.ts'
import { systemPage } from '../describe/index.ts'
import type { ExampleDefinition, Machine } from '../model/definition.ts'
import { momentOf, runExamples, simulatedOffice } from './index.ts'

type Steps = ExampleDefinition['steps']

const told = { title: '得知估价', from: ['reserved'], to: 'same', by: [], system: true, told: true } as const

/** The lending loop whose reservations may be told a value. */
const withTold = (...steps: Steps): Machine => ({
  ...lending,
  actions: { ...lending.actions, told: { ...told, effects: [{ set: 'value', to: constant(7) }] } },
  examples: [{ title: '例', steps }],
})

const lent = lending.examples[0]?.steps[0]
if (lent === undefined) throw new Error('the lending loop has no example')
const open: Steps[number] = { ...lent, due: {} }
const note = { action: 'told', at: '2025-10-09 08:00' } as const

it('E120 the machine does what is told, and the page says so', () => {
  const machine = withTold(open, { ...note, state: 'reserved' })
  expect(runExamples(machine)[0]?.failures).toEqual([])
  expect(checkMachine(machine).filter(({ path }) => path.startsWith('examples'))).toEqual([])
  expect(systemPage(machine)).toContain('2025-10-09 08:00，系统办“得知估价”')
})

it('E120 what the machine cannot do there is a difference', () => {
  const [result] = runExamples(withTold(open, { ...note, refused: 'engine/wrong-state' }))
  expect(result?.failures).toEqual(['2: told: expected engine/wrong-state, got none'])
  const office = simulatedOffice(withTold())
  expect(() => office.tell('x', 'told', {}, momentOf('2025-10-09 08:00'))).toThrow(RangeError)
})

it('E120 a step of people without a role is a fault of the definition', () => {
  const { role: _role, ...nobody } = open
  expect(checkMachine(withTold(nobody)).map(({ path }) => path)).toContain('examples[0].steps[0].role')
})

it('E120 one person may hold several posts', () => {
  const by = (role: string, action: string, at: string, person?: string): Steps[number] => ({
    role,
    unit: 'lantai-dongmen',
    action,
    at,
    ...(person === undefined ? {} : { person }),
  })
  const lend = { ...by('librarian', 'lend', '2025-10-09 09:30'), input: { value: 1 } }
  const ask = { ...by('librarian', 'askWaiver', '2025-10-10 09:00', '周宁'), input: { reason: 'flood' } }
  const machine = withTold(
    open,
    lend,
    ask,
    { ...by('director', 'grantWaiver', '2025-10-10 10:00', '周宁'), refused: 'engine/second-person' },
    by('director', 'grantWaiver', '2025-10-10 11:00'),
  )
  expect(runExamples(machine)[0]?.failures).toEqual([])
  expect(systemPage(machine)).toContain('（周宁）')
})
