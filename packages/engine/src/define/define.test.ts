import { describe, expect, it } from 'vitest'
import { patrol, patrolInput, patrolMeasures, patrolMeasuresInput } from '../../testing/patrol.ts'
import { listed, spoil } from '../../testing/spoil.ts'
import {
  catalogue,
  checkCatalogue,
  DefinitionError,
  defineLoop,
  defineMeasures,
  fingerprint,
  type LoopInput,
  type Machine,
} from '../index.ts'

const isFrozen = (value: unknown): boolean =>
  typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(isFrozen))

describe('defineLoop', () => {
  it('E1 what is left out is empty, and the result is frozen all the way down', () => {
    const { settings, clocks, requests, urging, wording, readers, unmask, ...input } = patrolInput()
    expect(Object.keys({ settings, clocks, requests, urging, wording, readers, unmask })).toHaveLength(7)
    const small: LoopInput = {
      ...input,
      fields: { title: { title: '标题', type: 'text' } },
      titleField: 'title',
      categoryField: 'title',
      clocks: {},
      states: { on: { title: '在', kind: 'open', noClock: '无' }, off: { title: '止', kind: 'final' } },
      actions: {
        begin: { title: '开始', from: 'new', to: 'on', by: [{ role: 'clerk', at: 'district' }], input: ['title'] },
        end: { title: '结束', from: ['on'], to: 'off', by: [{ role: 'clerk', at: 'district' }] },
      },
    }
    const machine = defineLoop(small)
    expect(machine).toMatchObject({
      kind: 'loop',
      requests: {},
      urging: {},
      settings: {},
      readers: [],
      unmask: [],
      migrations: [],
      examples: [],
    })
    expect(isFrozen(machine)).toBe(true)
    expect(isFrozen(patrol)).toBe(true)
    expect(Object.isFrozen(small.fields)).toBe(false)
  })

  it('E1 the own fields of an action are of its form, behind those that are named', () => {
    expect(patrolInput().actions['drop']?.input).toBeUndefined()
    expect(patrol.actions['drop']?.input).toEqual(['reason'])
    expect(patrol.actions['check']?.input).toEqual(['kind', 'fine', 'reason'])
    expect(patrol.actions['send']?.input).toEqual(['lead', 'co', 'clause'])
  })

  it('E2 a faulty definition is thrown with every fault in its message', () => {
    const faulty = spoil(patrolInput(), ['titleField', 'x'], ['states.doing.clock', 'y'])
    const error = (() => {
      try {
        return defineLoop(faulty)
      } catch (thrown) {
        return thrown
      }
    })()
    if (!(error instanceof DefinitionError)) throw new Error('not thrown')
    expect(listed(error.problems)).toEqual([
      'engine/unknown-field titleField',
      'engine/unknown-clock states.doing.clock',
    ])
    expect(error.message.split('\n')).toEqual([
      'patrol 1: 2 faults',
      '  titleField: engine/unknown-field "x"; allowed: title, kind, urgency, spot, name, phone, size, doneAt, doneBy, lateAt, excludedAt',
      '  states.doing.clock: engine/unknown-clock "y"; allowed: send, handle, check, redo',
    ])
  })

  it('E2 a long list of choices is cut', () => {
    const faulty = spoil(patrolInput(), [
      'examples',
      [{ title: '例', steps: [{ role: 'clerk', unit: 'a', action: 'x', at: '2025-09-26 09:00' }] }],
    ])
    expect(() => defineLoop(faulty)).toThrow(/allowed: file, .*, … \(\d\d\)/)
  })
})

describe('fingerprint', () => {
  it('E15 does not depend on the order of writing, on examples or on wording', () => {
    const turned = Object.fromEntries(Object.entries(patrol).toReversed()) as unknown as Machine
    expect(fingerprint(turned)).toBe(fingerprint(patrol))
    expect(fingerprint(spoil(patrol, ['wording.sent', '新件'], ['examples', []]))).toBe(fingerprint(patrol))
  })

  it('E15 any change of what decides changes it', () => {
    const changes = [
      'fields.size.max',
      'clocks.check.limit.const.value',
      'settings.weight.default',
      'version',
      'unmask[0].role',
    ] as const
    const prints = changes.map((path) => fingerprint(spoil(patrol, [path, 7])))
    expect(new Set([...prints, fingerprint(patrol)]).size).toBe(changes.length + 1)
    expect(fingerprint(spoil(patrol, ['actions.answer.guards']))).not.toBe(fingerprint(patrol))
    // The order of a list decides.
    expect(fingerprint(spoil(patrol, ['actions.amend.input', ['urgency', 'title', 'size', 'phone']]))).not.toBe(
      fingerprint(patrol),
    )
  })
})

const version = (number: number, ...edits: Parameters<typeof spoil>[1][]): Machine =>
  spoil(
    patrol,
    ['version', number],
    ['migrations', Array.from({ length: number - 1 }, (_, i) => ({ from: i + 1, to: i + 2 }))],
    ...edits,
  )

const faultsOf = (machines: readonly Machine[], measures = [patrolMeasures]) =>
  listed(checkCatalogue({ machines, measures })).map((text) => text.replace(/^engine\//, ''))

describe('catalogue', () => {
  it('E14 versions stand side by side; the newest is the current one', () => {
    const other = spoil(patrol, ['id', 'other'])
    const all = catalogue({ machines: [version(2), other, patrol], measures: [patrolMeasures] })
    expect(all.machines.map(({ id, version: v }) => `${id} ${v}`)).toEqual(['patrol 2', 'other 1'])
    expect(all.machine('patrol')?.version).toBe(2)
    expect(all.machine('patrol', 1)).toBe(patrol)
    expect(all.machine('patrol', 3)).toBeUndefined()
    expect(all.machine('x')).toBeUndefined()
    expect(all.versions('patrol').map(({ version: v }) => v)).toEqual([1, 2])
    expect(all.versions('x')).toEqual([])
    expect(all.measures('patrol')).toBe(patrolMeasures)
    expect(all.measures('other')).toBeUndefined()
  })

  it.each<readonly [string, readonly Machine[]]>([
    ['version-twice machines[1]', [patrol, patrol]],
    ['migration-missing machines[1].migrations', [patrol, spoil(version(2), ['migrations', []])]],
    ['migration-missing machines[0].migrations', [spoil(version(3), ['migrations', [{ from: 2, to: 3 }]]), patrol]],
    ['state-gone machines[1].migrations', [patrol, version(2, ['states.merged'])]],
  ])('E14 %s', (fault, machines) => expect(faultsOf(machines)).toEqual([fault]))

  it('E14 a state that is gone may be given another name on the way', () => {
    const renamed = version(2, ['states.merged'], ['migrations[0].states', { merged: 'filed' }])
    expect(faultsOf([patrol, renamed])).toEqual([])
  })

  it('E14 measures are given once, and of a machine', () => {
    const stray = { ...patrolMeasures, machine: 'x' }
    expect(faultsOf([patrol], [patrolMeasures, patrolMeasures, stray])).toEqual([
      'measures-twice measures[1]',
      'unknown-machine measures[2].machine',
    ])
    expect(() => catalogue({ machines: [patrol], measures: [stray] })).toThrow(DefinitionError)
  })
})

describe('defineMeasures', () => {
  it('E1 is frozen and knows the defaults of settings', () => {
    const measures = defineMeasures(patrolMeasuresInput(), patrol)
    expect(isFrozen(measures)).toBe(true)
    expect(measures.defaults).toMatchObject({ weight: 0.5, maxRedo: 1 })
  })
})
