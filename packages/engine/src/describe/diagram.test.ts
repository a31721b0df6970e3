import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lending } from '../../testing/lending.ts'
import type { ActionDefinition, Machine, StateDefinition } from '../model/definition.ts'
import { stateDiagram, stateDiagramText } from './index.ts'
import { displayWidth } from '@jiannuo/kernel'
import { padTo, wrapTo } from './width.ts'

const state = (title: string, kind: 'open' | 'final' = 'open'): StateDefinition =>
  kind === 'final' ? { title, kind } : { title, kind, noClock: '无' }

/** The lending loop with other states and actions. */
function machineOf(
  states: Readonly<Record<string, StateDefinition>>,
  actions: Readonly<Record<string, ActionDefinition>>,
): Machine {
  return { ...lending, states, actions }
}

const action = (title: string, from: 'new' | readonly string[], to: ActionDefinition['to']): ActionDefinition => ({
  title,
  from,
  to,
  by: [],
})

describe('E78 Mermaid', () => {
  it('E78 states, one arrow between two of them, ends', () => {
    const lines = stateDiagram(lending).split('\n')
    expect(lines[0]).toBe('stateDiagram-v2')
    expect(lines).toContain('  state "待取书" as s_reserved')
    expect(lines).toContain('  [*] --> s_reserved : 预约')
    expect(lines).toContain('  s_reserved --> s_declined : 谢绝、逾期未取、并入在先预约')
    expect(lines).toContain('  s_lent --> s_repair : 归还')
    expect(lines).toContain('  s_lent --> s_returned : 归还')
    expect(lines).toContain('  s_returned --> s_lent : 重新办理')
    expect(lines.filter((line) => line.endsWith('--> [*]'))).toEqual(['  s_returned --> [*]', '  s_declined --> [*]'])
  })

  it('E78 what leaves a record where it stands is not drawn', () => {
    expect(stateDiagram(lending)).not.toContain('续借')
    expect(stateDiagram(lending)).not.toContain('s_lent --> s_lent')
  })

  it('E78 titles hold no signs of its own, and ids are no words of its own', () => {
    const machine = machineOf(
      { end: state('甲: "乙";\n丙'), 'two words': state('丁', 'final') },
      { open: action('开{始}', 'new', 'end'), close: action('关#闭', ['end'], 'two words') },
    )
    expect(stateDiagram(machine)).toBe(
      [
        'stateDiagram-v2',
        '  state "甲： ”乙”； 丙" as s_end',
        '  state "丁" as s_2',
        '  [*] --> s_end : 开｛始｝',
        '  s_end --> s_2 : 关＃闭',
        '  s_2 --> [*]',
      ].join('\n'),
    )
  })

  const sorted = (to: ActionDefinition['to']): string[] => {
    const machine = machineOf(
      { a: state('甲'), b: state('乙'), x: state('丙', 'final'), y: state('丁', 'final') },
      { open: action('开', 'new', 'a'), next: action('转', ['a'], 'b'), leave: action('退', ['a', 'b'], to) },
    )
    return stateDiagram(machine)
      .split('\n')
      .filter((line) => line.endsWith('退'))
      .map((line) => line.trim().replace(' : 退', ''))
  }

  it('E78 branches that only sort by state are shown where they can be taken', () => {
    expect(sorted([{ when: { inState: ['a'] }, to: 'x' }, { to: 'y' }])).toEqual(['s_a --> s_x', 's_b --> s_y'])
    expect(sorted([{ when: { not: { inState: ['a'] } }, to: 'x' }, { to: 'y' }])).toEqual([
      's_a --> s_y',
      's_b --> s_x',
    ])
    expect(sorted([{ when: { any: [{ inState: ['b'] }, { co: 'none' }] }, to: 'x' }, { to: 'y' }])).toEqual([
      's_a --> s_x',
      's_a --> s_y',
      's_b --> s_x',
    ])
    expect(sorted([{ when: { all: [{ inState: ['b'] }, { co: 'none' }] }, to: 'x' }, { to: 'y' }])).toEqual([
      's_a --> s_y',
      's_b --> s_x',
      's_b --> s_y',
    ])
    expect(sorted([{ when: { always: true }, to: 'x' }, { to: 'y' }])).toEqual(['s_a --> s_x', 's_b --> s_x'])
  })
})

describe('E79 the diagram as text', () => {
  it('E79 every state with what ends its stay, its moving actions, and those that change nothing', () => {
    expect(stateDiagramText(lending)).toBe(
      [
        '○ 新建',
        '  └─ 预约         → 待取书',
        '● 待取书  限：取书时限 · 待：读者',
        '  ├─ 借出         → 借阅中',
        '  ├─ 谢绝         → 未借成',
        '  ├─ 逾期未取     → 未借成（自动）',
        '  └─ 并入在先预约 → 未借成',
        '● 借阅中  限：借阅时限 · 待：读者',
        '  ├─ 归还         → 修补中、已归还',
        '  └─ 状态不变：续借、暂停计时、恢复计时、申请免计、同意免计',
        '● 修补中  不设时限：视损坏程度而定 · 待：分馆',
        '  └─ 修补完成     → 已归还',
        '◎ 已归还',
        '  ├─ 重新办理     → 借阅中',
        '  └─ 状态不变：读者评价、申请免计、同意免计',
        '◎ 未借成',
      ].join('\n'),
    )
  })

  const title = fc.stringMatching(/^[一-龟a-zA-Z0-9，（）]{1,60}$/)

  it('E79 at most 100 places, and the arrows in one column, whatever the titles', () => {
    const machines = fc
      .tuple(fc.array(title, { minLength: 2, maxLength: 4 }), fc.array(title, { minLength: 1, maxLength: 6 }))
      .map(([stateTitles, actionTitles]) => {
        const ids = stateTitles.map((_, at) => `s${at}`)
        return machineOf(
          Object.fromEntries(stateTitles.map((each, at) => [`s${at}`, state(each)])),
          Object.fromEntries([
            ['open', action('开', 'new', 's0')],
            ...actionTitles.map((each, at) => [`a${at}`, action(each, ids, `s${at % ids.length}`)]),
          ]),
        )
      })
    fc.assert(
      fc.property(machines, (machine) => {
        const lines = stateDiagramText(machine).split('\n')
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(100)
        const columns = lines.flatMap((line) =>
          line.includes(' → ') ? [displayWidth(line.slice(0, line.indexOf(' → ')))] : [],
        )
        expect(new Set(columns).size).toBe(1)
        for (const { title: text } of Object.values(machine.states))
          expect(lines.map((line) => line.replace(/^[○●◎│├└─ ]+/, '')).join('')).toContain(text.slice(0, 10))
      }),
    )
  })

  it('E79 widths: Chinese signs take two places, marks over letters none', () => {
    expect(displayWidth('兰台abc（）')).toBe(2 * 2 + 3 + 2 * 2)
    expect(displayWidth('e\u0301')).toBe(1)
    expect(displayWidth('→│├')).toBe(3)
    expect(padTo('兰台', 6)).toBe('兰台  ')
    expect(padTo('兰台', 3)).toBe('兰台')
    expect(wrapTo('', 10)).toEqual([''])
    expect(wrapTo('兰台区热线', 5)).toEqual(['兰台', '区热', '线'])
    expect(wrapTo('受理、派单、签收', 14)).toEqual(['受理、派单、', '签收'])
  })
})
