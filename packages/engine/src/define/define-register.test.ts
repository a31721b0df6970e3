import { describe, expect, it } from 'vitest'
import { actor, after, at, done, refusal, type Step, units } from '../../testing/kit.ts'
import { listed, spoil } from '../../testing/spoil.ts'
import {
  all,
  checkMachine,
  clocksAt,
  constant,
  DefinitionError,
  defineRegister,
  describeRefusal,
  explainStage,
  field,
  gte,
  type Json,
  type Machine,
  machineOfRegister,
  ordinaryOffice,
  present,
  type RecordState,
  type RegisterInput,
  transition,
} from '../index.ts'

const keeper = actor('wu', 'keeper@parks')
const auditor = actor('zheng', 'auditor@lantai')
const keepers = [{ role: 'keeper', at: 'anywhere' }] as const
const leads = [{ role: 'keeper', at: 'lead' }] as const
const auditors = [{ role: 'auditor', at: 'district' }] as const

const trees = (): RegisterInput => ({
  id: 'trees',
  system: 'S00',
  version: 1,
  title: '名木库',
  purpose: '名木分级保护。',
  basis: ['兰台区名木办法（虚构）'],
  noun: '名木',
  roles: { keeper: '养护员', auditor: '审核员' },
  fields: {
    name: { title: '名称', type: 'text', required: true },
    age: { title: '树龄', type: 'number', required: true },
    keeperUnit: { title: '养护单位', type: 'unit' },
    street: { title: '所在街道', type: 'unit' },
    report: { title: '鉴定报告', type: 'files' },
  },
  titleField: 'name',
  stages: {
    candidate: { title: '后备', test: gte(field('age'), constant(50)), noClock: '不限时', waitsFor: '养护单位' },
    third: {
      title: '三级',
      test: gte(field('age'), constant(100)),
      clock: 'review',
      counted: true,
      returnsTo: ['candidate'],
    },
    second: {
      title: '二级',
      test: all(gte(field('age'), constant(300)), present(field('report'))),
      clock: 'review',
      counted: true,
      exit: 'delisted',
      returnsTo: ['third', 'candidate'],
    },
  },
  entersAt: ['candidate', 'third'],
  exitReasons: { dead: '死亡', moved: '迁出' },
  exits: { out: '已退出', delisted: '已除名' },
  leadField: 'keeperUnit',
  areaField: 'street',
  grants: { enter: keepers, change: leads, promote: auditors, sendBack: auditors, leave: auditors },
  clocks: {
    review: {
      title: '复核期限',
      limit: constant({ value: 365, unit: 'day' }),
      rule: { lastDay: 'midnight', roll: false },
      source: '第2条',
    },
  },
  settings: {},
  readers: keepers,
  unmask: [],
  wording: {},
})

const register = defineRegister(trees())
const T = '2025-03-03 09:00'
const run = (
  machine: Machine,
  record: RecordState | undefined,
  who: typeof keeper,
  action: string,
  input: Readonly<Record<string, Json>>,
  time = T,
) => transition(machine, record, { action, input, actor: who, record: 'T1' }, at(time))
const ENTER: Step = [keeper, 'enter', { name: '银杏', age: 60, street: 'dongmen' }, T]
const young = after([ENTER], undefined, register)
const old = after([[keeper, 'change', { age: 320, report: ['a1'] }, T]], young, register)
const third = after([[auditor, 'promote:third', {}, '2025-04-01 09:00']], old, register)

describe('the machine of a register', () => {
  it('E16 stages are open states, exits final ones; the made actions lead between them', () => {
    expect(register.kind).toBe('register')
    expect(Object.entries(register.states).map(([id, { kind, title, counted }]) => [id, kind, title, counted])).toEqual(
      [
        ['candidate', 'open', '后备', undefined],
        ['third', 'open', '三级', true],
        ['second', 'open', '二级', true],
        ['out', 'final', '已退出', undefined],
        ['delisted', 'final', '已除名', undefined],
      ],
    )
    expect(Object.entries(register.actions).map(([id, { title, from, to }]) => [id, title, from, to])).toEqual([
      ['enter', '入库', 'new', 'candidate'],
      ['enter:third', '入库（三级）', 'new', 'third'],
      ['change', '变更', ['candidate', 'third', 'second'], 'same'],
      ['promote:third', '升入三级', ['candidate'], 'third'],
      ['promote:second', '升入二级', ['third'], 'second'],
      ['return:candidate', '退回后备', ['third', 'second'], 'candidate'],
      ['return:third', '退回三级', ['second'], 'third'],
      [
        'leave',
        '退出',
        ['candidate', 'third', 'second'],
        [{ when: { inState: ['second'] }, to: 'delisted' }, { to: 'out' }],
      ],
    ])
    expect(register.actions['enter']?.input).toEqual(['name', 'age', 'keeperUnit', 'street', 'report'])
    expect(register.fields['exitReason']).toMatchObject({ type: 'choice', choices: { dead: '死亡', moved: '迁出' } })
  })

  it('E16 stages may name where they lead; none for an empty list', () => {
    const input = trees()
    const made = machineOfRegister({
      ...input,
      stages: spoil(input.stages, ['candidate.promotesTo', ['second']], ['third.promotesTo', []]),
    })
    expect(Object.keys(made.actions).filter((id) => id.startsWith('promote'))).toEqual(['promote:second'])
    expect(made.actions['promote:second']?.from).toEqual(['candidate'])
  })

  it('E16 an action that nobody may do is not made; one of its own takes the place of a made one', () => {
    const input = trees()
    const own = { title: '注销', from: ['candidate', 'third', 'second'], to: 'out', by: auditors }
    const made = machineOfRegister({
      ...input,
      grants: { ...input.grants, leave: [], change: [] },
      actions: { enter: { ...own, from: 'new', to: 'third' }, cancel: own },
    })
    expect(Object.keys(made.actions)).not.toContain('leave')
    expect(Object.keys(made.actions)).not.toContain('change')
    expect(made.actions['enter']?.title).toBe('注销')
    expect(made.actions['cancel']?.title).toBe('注销')
  })

  it('E16 forms and effects may be said', () => {
    const input = trees()
    const made = machineOfRegister({
      ...input,
      forms: { enter: ['name', 'age'], promote: ['report'] },
      effects: { promote: [{ count: 'promoted' }], leave: [{ clear: 'report' }] },
    })
    expect(made.actions['enter']?.input).toEqual(['name', 'age'])
    expect(made.actions['promote:third']?.input).toEqual(['report'])
    expect(made.actions['promote:third']?.effects).toEqual([{ start: 'review' }, { count: 'promoted' }])
    expect(made.actions['leave']?.effects).toEqual([
      { set: 'exitReason', to: { input: 'reason' } },
      { clear: 'report' },
    ])
  })

  it('E2 a faulty register is thrown with every fault', () => {
    const input = trees()
    const faulty = {
      ...input,
      stages: spoil(input.stages, ['third.clock', 'x'], ['candidate.returnsTo', ['nowhere']]),
      entersAt: ['candidate', 'nowhere'],
    }
    expect(() => defineRegister(faulty)).toThrow(DefinitionError)
    expect(
      listed(
        checkMachine(
          machineOfRegister({ ...input, stages: spoil(input.stages, ['second.test.all[0].of[0].field', 'x']) }),
        ),
      ),
    ).toEqual([
      'engine/unknown-field states.second.test.all[0].of[0]',
      'engine/unknown-field actions.promote:second.guards[0].when.all[0].of[0]',
    ])
  })
})

describe('entries of a register', () => {
  it('E17 an entry comes in by its test, and is kept by the unit of its field, else by the one that enters it', () => {
    expect(young).toMatchObject({ state: 'candidate', lead: 'parks', area: 'dongmen' })
    expect(
      after([[keeper, 'enter', { name: '银杏', age: 60, keeperUnit: 'roads' }, T]], undefined, register).lead,
    ).toBe('roads')
    const refused = refusal(run(register, undefined, keeper, 'enter:third', { name: '银杏', age: 60 }))
    expect(refused).toMatchObject({ code: 'engine/stage-test', because: { holds: false, values: [60, 100] } })
    expect(run(register, undefined, keeper, 'enter:third', { name: '银杏', age: 100 }).ok).toBe(true)
  })

  it('E17 a change may move it to another unit, and need not meet the test', () => {
    const moved = after([[keeper, 'change', { keeperUnit: 'water', street: 'guihua', age: 10 }, T]], young, register)
    expect(moved).toMatchObject({ lead: 'water', area: 'guihua', state: 'candidate' })
    expect(after([[keeper, 'change', { age: 70 }, T]], young, register).lead).toBe('parks')
  })

  it('E17 promotion by the test of the next stage; a refusal names every part that is not met', () => {
    expect(third.state).toBe('third')
    const bare = after(
      [[auditor, 'promote:third', {}, T]],
      after([[keeper, 'change', { age: 150 }, T]], young, register),
      register,
    )
    const refused = refusal(run(register, bare, auditor, 'promote:second', {}))
    expect(refused.because?.parts?.map(({ holds }) => holds)).toEqual([false, false])
    const words = describeRefusal(refused, register)
    expect(words).toContain('不能“升入二级”：尚不符合条件，须满足：“树龄”不低于300；')
    for (const part of ['鉴定报告', '名木“P1”现为“三级”']) expect(words).toContain(part)
  })

  it('E17 each part of a stage’s test can be asked for at any time', () => {
    const explained = explainStage(register, third, 'second', at(T))
    expect(explained).toMatchObject({
      holds: true,
      parts: [
        { holds: true, values: [320, 300] },
        { holds: true, values: [['a1']] },
      ],
    })
    expect(explainStage(register, young, 'third', at(T))).toMatchObject({ holds: false, values: [60, 100] })
    expect(explainStage(register, young, 'out', at(T))).toBeUndefined()
    expect(explainStage(register, young, 'gone', at(T))).toBeUndefined()
  })

  it('E17 the clock of a stage starts on reaching it and stops on leaving it', () => {
    const second = after([[auditor, 'promote:second', {}, '2025-05-01 09:00']], third, register)
    expect(second.clocks['review']).toMatchObject({
      run: { startedAt: at('2025-05-01 09:00').at },
      former: [{ stoppedAt: at('2025-05-01 09:00').at }],
    })
    const back = after([[auditor, 'return:candidate', { reason: '复核不符' }, '2025-06-01 09:00']], second, register)
    expect(back).toMatchObject({ state: 'candidate', counters: { 'return:candidate': 1 } })
    const reading = clocksAt(register, back, ordinaryOffice, at('2025-07-01 09:00').at)[0]?.reading
    expect(reading?.state).toBe('stopped')
  })

  it('E17 sending back needs a reason, leaving one from the list, which the entry keeps', () => {
    expect(refusal(run(register, third, auditor, 'return:candidate', {})).fields).toEqual([
      { field: 'reason', code: 'engine/missing', params: {} },
    ])
    expect(refusal(run(register, third, auditor, 'leave', { reason: '老了' })).fields?.[0]?.code).toBe(
      'engine/not-a-choice',
    )
    const gone = done(run(register, third, auditor, 'leave', { reason: 'dead' })).record
    expect(gone).toMatchObject({ state: 'out', fields: { exitReason: 'dead' }, closedAt: at('2025-04-01 09:00').at })
    const second = after([[auditor, 'promote:second', {}, T]], third, register)
    expect(done(run(register, second, auditor, 'leave', { reason: 'moved' })).record.state).toBe('delisted')
  })

  it('E17 who may do what is as the grants say', () => {
    expect(refusal(run(register, old, keeper, 'promote:third', {})).code).toBe('engine/not-permitted')
    expect(refusal(run(register, old, actor('a', 'keeper@roads'), 'change', {})).code).toBe('engine/not-permitted')
    expect(units.line('parks')).toEqual(['parks', 'lantai'])
  })
})
