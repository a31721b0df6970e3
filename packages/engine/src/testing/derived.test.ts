import { describe, expect, it } from 'vitest'
import { lending } from '../../testing/lending.ts'
import { constant, equals, field } from '../define/build.ts'
import { defineLoop } from '../define/define-loop.ts'
import type { ActionDefinition, FieldDefinition, FieldType, Machine } from '../model/definition.ts'
import { checkFieldValue } from '../run/field-value.ts'
import { relates } from '../run/grant.ts'
import { transition } from '../run/transition.ts'
import { grantHolds, type Standing, STANDINGS, standing, withRelations } from './actors.ts'
import {
  contextAt,
  derivedTests,
  inputVariants,
  sampleInput,
  sampleValues,
  simulatedDistrict,
  snapshotOf,
  snapshotText,
} from './index.ts'
import { faultOf, type TriedAction } from './outcomes.ts'
import { shortestPaths } from './paths.ts'

const context = contextAt('2025-03-03 09:30')
const derived = derivedTests(lending)
const units = simulatedDistrict()

const withActions = (actions: Readonly<Record<string, ActionDefinition>>): Machine => ({
  ...lending,
  actions: { ...lending.actions, ...actions },
})

const actionOf = (id: string): ActionDefinition => {
  const found = lending.actions[id]
  if (found === undefined) throw new Error(`no action ${id}`)
  return found
}

describe('E88 made-up input', () => {
  const fields: Readonly<Record<FieldType, FieldDefinition>> = {
    text: { title: 'x', type: 'text', maxLength: 2, pattern: { regex: '[甲乙]丙', says: '' } },
    longText: { title: 'x', type: 'longText' },
    number: { title: 'x', type: 'number', min: 3, max: 4 },
    money: { title: 'x', type: 'money', max: 0.5 },
    date: { title: 'x', type: 'date' },
    instant: { title: 'x', type: 'instant' },
    choice: { title: 'x', type: 'choice', choices: { a: '甲', b: '乙' } },
    choices: { title: 'x', type: 'choices', choices: { a: '甲', b: '乙' } },
    boolean: { title: 'x', type: 'boolean' },
    unit: { title: 'x', type: 'unit' },
    units: { title: 'x', type: 'units' },
    person: { title: 'x', type: 'person' },
    place: { title: 'x', type: 'place' },
    files: { title: 'x', type: 'files' },
    record: { title: 'x', type: 'record' },
    rows: { title: 'x', type: 'rows', key: 'id', columns: { id: { title: 'y', type: 'text', required: true } } },
  }

  it.each(Object.keys(fields) as FieldType[])('E88 values of a field of type %s pass its own rules', (type) => {
    const values = sampleValues(fields[type], lending, context, [99, '丁'])
    expect(values.length).toBeGreaterThan(0)
    for (const value of values)
      expect(checkFieldValue(value, fields[type], { machine: lending, settings: {}, units })).toBeUndefined()
  })

  it('E88 the plainest input is what must be given', () => {
    expect(Object.keys(sampleInput(lending, 'reserve', context) ?? {})).toEqual(['book', 'kind', 'branch', 'reader'])
    expect(sampleInput(lending, 'lend', context)).toEqual({ value: 1 })
    expect(sampleInput(lending, 'mend', context)).toEqual({})
    expect(sampleInput(lending, 'burn', context)).toBeUndefined()
  })

  it('E88 a field that nothing fits has none', () => {
    const reserve = actionOf('reserve')
    const odd: FieldDefinition = { title: 'x', type: 'text', required: true, pattern: { regex: '(?=b)a', says: '' } }
    const machine = withActions({ reserve: { ...reserve, input: [...(reserve.input ?? []), 'odd'], fields: { odd } } })
    expect(sampleInput(machine, 'reserve', context)).toBeUndefined()
    expect(inputVariants(machine, 'reserve', context)).toEqual([])
  })

  it('E88 variants differ where tests look, the plainest first, and are all taken', () => {
    const variants = inputVariants(lending, 'reserve', context)
    expect(variants[0]).toEqual(sampleInput(lending, 'reserve', context))
    expect(new Set(variants.map(({ kind }) => kind))).toEqual(new Set(['novel', 'atlas', 'rare']))
    expect(new Set(variants.map(({ phone }) => phone))).toEqual(new Set([undefined, '10000000000']))
    expect(new Set(variants.map((each) => JSON.stringify(each))).size).toBe(variants.length)
    const actor = standing('librarian', 'district', 'lantai')
    for (const input of variants) {
      const outcome = transition(lending, undefined, { action: 'reserve', input, actor, record: 'r' }, context)
      expect(outcome.ok ? '' : outcome.refusal.code).not.toBe('engine/bad-input')
    }
  })

  it('E88 thresholds of settings and constants are met from both sides', () => {
    const values = new Set(inputVariants(lending, 'lend', context).map(({ value }) => value))
    expect(values).toEqual(new Set([1, 999, 1000, 1001]))
  })
})

describe('E89 outcomes', () => {
  it('E89 every action is tried in every state and without a record, by every role in every standing', () => {
    const states = ['new', ...Object.keys(lending.states)]
    const seen = new Set(
      derived.tries.map(({ state, action, role, standing: who }) => [state, action, role, who].join()),
    )
    expect(seen.size).toBe(states.length * Object.keys(lending.actions).length * 3 * STANDINGS.length)
    expect(derived.counts.tries).toBe(seen.size)
    expect(derived.counts.places).toBe(states.length * Object.keys(lending.actions).length)
  })

  it('E89 a standing is what the engine takes it for', () => {
    const record = derived.paths.flatMap(({ walk }) => walk.records)[0]
    if (record === undefined) throw new Error('no record')
    for (const who of STANDINGS)
      for (const at of ['lead', 'co', 'area', 'district', 'anywhere'] as const) {
        const [post] = standing('librarian', who, 'lantai').posts
        if (post === undefined) throw new Error('no post')
        expect(grantHolds(at, who, true), `${who} ${at}`).toBe(relates(at, post.unit, withRelations(record), units))
        expect(grantHolds(at, who, false), `${who} ${at}`).toBe(relates(at, post.unit, undefined, units))
      }
  })

  const tried = (came: string, expected: string, who: Standing = 'lead'): TriedAction => ({
    state: 'lent',
    action: 'renew',
    role: 'librarian',
    standing: who,
    came,
    expected,
  })

  it('E89 what comes otherwise than the definition says is a fault', () => {
    expect(faultOf(tried('→ lent', 'may'))).toBeUndefined()
    expect(faultOf(tried('lending/overdue', 'may'))).toBeUndefined()
    expect(faultOf(tried('engine/not-permitted', 'engine/not-permitted'))).toBeUndefined()
    expect(faultOf(tried('→ lent', 'engine/not-permitted'))).toBe(
      'lent/renew by librarian (lead): → lent, expected engine/not-permitted',
    )
    expect(faultOf(tried('engine/not-permitted', 'may'))).toBeDefined()
    expect(faultOf(tried('engine/bad-input', 'may'))).toBeDefined()
    expect(faultOf(tried('engine/wrong-state', 'engine/system-action'))).toBeDefined()
  })
})

describe('E90 E91 walks', () => {
  it('E90 shortest paths to every state, every one of them', () => {
    const found = Object.fromEntries(
      shortestPaths(lending).map(({ state, count, paths }) => [state, [count, paths.length]]),
    )
    expect(found).toEqual({ reserved: [1, 1], lent: [1, 1], repair: [1, 1], returned: [1, 1], declined: [3, 3] })
  })

  it('E90 all of them, and every other arrow, are walked', () => {
    expect(derived.unwalked).toEqual([])
    expect(derived.unreached).toEqual([])
    expect(derived.counts).toMatchObject({ paths: 7, finalPaths: 4 })
    const taken = new Set(
      [...derived.paths, ...derived.arrows].flatMap(({ path }) =>
        path.map(({ from, action, to }) => [from, action, to].join()),
      ),
    )
    expect(taken).toContain('lent,release,lent')
    expect(taken).toContain('returned,again,lent')
    expect(taken).toContain('returned,grantWaiver,returned')
    expect(taken.size).toBe(17)
  })

  it('E90 a walk ends in records that stand where it leads', () => {
    for (const { path, walk } of [...derived.paths, ...derived.arrows]) {
      expect(walk.records.length).toBeGreaterThan(0)
      for (const record of walk.records) expect(record.state).toBe(path.at(-1)?.to)
    }
  })

  it('E90 what must be asked three times, or long before, is found', () => {
    const many: ActionDefinition = {
      ...actionOf('mend'),
      guards: [
        { when: { compare: 'gte', of: [{ counter: 'knock' }, constant(3)] }, code: 'lending/overdue' },
        { when: { request: 'waiver', is: 'pending' }, code: 'lending/not-asked' },
      ],
    }
    const knock: ActionDefinition = { title: '敲门', from: ['repair'], to: 'same', by: actionOf('mend').by }
    expect(derivedTests(withActions({ mend: many, knock })).unwalked).toEqual([])
  })

  it('E90 a clock that must be overdue is let run out', () => {
    const guards = [{ when: { clock: 'loan', is: 'overdue' }, code: 'lending/overdue' }] as const
    expect(derivedTests(withActions({ return: { ...actionOf('return'), guards } })).unwalked).toEqual([])
  })

  it('E91 what cannot be walked is listed with its step and the refusals', () => {
    const guards = [{ when: equals(field('kind'), constant('scroll')), code: 'lending/overdue' }]
    const { unwalked, unreached, tests } = derivedTests(withActions({ lend: { ...actionOf('lend'), guards } }))
    expect(unwalked).toContainEqual({
      path: 'new -reserve-> reserved -lend-> lent',
      reason: 'step 2 (lend): lending/overdue',
    })
    expect(unreached).toEqual(['lent', 'repair', 'returned'])
    const access = tests.find(({ name }) => name === 'access return by librarian')
    expect(access?.run).toThrow(/tried nowhere/)
  })

  it('E91 a step that nobody may take says so', () => {
    const by = [{ role: 'librarian', at: 'co' }] as const
    const { unwalked } = derivedTests(withActions({ lend: { ...actionOf('lend'), by } }))
    expect(unwalked[0]?.reason).toBe('step 2 (lend): nobody may, or no form can be made up')
  })

  it('E91 a state that no arrow reaches is named', () => {
    const machine: Machine = { ...lending, states: { ...lending.states, attic: { title: '阁楼', kind: 'final' } } }
    expect(derivedTests(machine).unreached).toEqual(['attic'])
    expect(snapshotText(machine)).toContain('no record was brought to attic')
  })
})

describe('E92 access', () => {
  it.each(derived.tests)('E92 $name', ({ run }) => run())

  it('E92 every action by every role, every role in every standing', () => {
    const { access, readers } = derived.counts
    expect(access).toBe((Object.keys(lending.actions).length - 1) * 3)
    expect(readers).toBe(3 * STANDINGS.length * 2)
    const names = derived.tests.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names).toContain('access decline by inspector')
    expect(names).toContain('reading by inspector (district)')
  })
})

describe('E93 the snapshot', () => {
  it('E93 is the same for the same definition', () => {
    expect(snapshotText(lending)).toBe(snapshotOf(derived))
    expect(snapshotText(defineLoop(lending))).toBe(snapshotOf(derived))
  })

  it('E93 tells outcomes, paths and access', () => {
    const text = snapshotOf(derived)
    expect(text).toContain('  reserve 预约\n    librarian (lead co area district elsewhere) → reserved\n')
    expect(text).toContain('  release 恢复计时\n    director (lead district) lending/not-paused\n')
    expect(text).toContain('  engine/system-action: lapse\n')
    expect(text).toContain('\nnew -reserve-> reserved -lapse-> declined\n')
    expect(text).toContain('## Not walked\n\nnothing\n')
    expect(text).toContain('| 谢绝 | 牵头 | 牵头 |  |')
  })

  it('E93 differs when what may be done differs', () => {
    const by = [{ role: 'librarian', at: 'district' }] as const
    const changed = snapshotText(withActions({ mend: { ...actionOf('mend'), by } }))
    expect(changed).not.toBe(snapshotOf(derived))
    expect(changed).toContain('  mend 修补完成\n    librarian (district) → returned\n')
  })
})
