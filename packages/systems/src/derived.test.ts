import { derivedTests, snapshotOf } from '@jiannuo/engine/testing'
import { describe, expect, it } from 'vitest'
import { catalogueOfSystems } from './index.ts'

// Everything here follows from the definitions: nothing is to be written for a new system but its line in the catalogue. A change of
// a definition shows in packages/systems/snapshots; `npx vitest run packages/systems -u` writes them anew, to be read before they are kept.

describe.each(catalogueOfSystems.machines.map((machine) => ({ id: machine.id, machine })))('$id', ({ id, machine }) => {
  const derived = derivedTests(machine)

  it(`Y5 keeps all ${derived.tests.length} tests that follow from its definition`, () => {
    const failures = derived.tests.flatMap(({ name, run }) => {
      try {
        run()
        return []
      } catch (error) {
        return [`${name}: ${error instanceof Error ? error.message : String(error)}`]
      }
    })
    expect(failures).toEqual([])
  })

  it('Y5 walks every path and arrow, and reaches every state', () => {
    expect(derived.unwalked).toEqual([])
    expect(derived.unreached).toEqual([])
  })

  it('Y5 does in every state what was reviewed', async () => {
    await expect(snapshotOf(derived)).toMatchFileSnapshot(`../snapshots/${id}.txt`)
  })
})
