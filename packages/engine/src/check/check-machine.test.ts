import { describe, expect, it } from 'vitest'
import { patrol } from '../../testing/patrol.ts'
import { type Edit, listed, spoil } from '../../testing/spoil.ts'
import { always, checkMachine, stated, when } from '../index.ts'

type Row = readonly [fault: string, ...edits: readonly Edit[]]

/** Each fault comes of its change, and nothing else does unless it is named after a `+`. */
function each(rows: readonly Row[]): void {
  for (const [fault, ...edits] of rows)
    it(fault, () => {
      const problems = checkMachine(spoil(patrol, ...edits))
      expect(listed(problems).map((text) => text.replace(/^engine\//, ''))).toEqual(fault.split(' + '))
    })
}

const NOWHERE = { title: '某处', kind: 'open', noClock: '无' }
const text = { title: '文字', type: 'text' }

describe('E2 the faulty definition', () => {
  it('E2 the base of these tests has no fault', () => expect(checkMachine(patrol)).toEqual([]))

  it('E2 several faults are found at once, with value and choices', () => {
    const problems = checkMachine(
      spoil(patrol, ['titleField', 'name2'], ['actions.check.to[1].to', 'gone'], ['actions.send.by[0].role', 'nobody']),
    )
    expect(problems).toContainEqual({
      code: 'engine/unknown-state',
      path: 'actions.check.to[1].to',
      value: 'gone',
      allowed: Object.keys(patrol.states),
    })
    expect(listed(problems)).toEqual([
      'engine/unknown-field titleField',
      'engine/unknown-role actions.send.by[0].role',
      'engine/unknown-state actions.check.to[1].to',
    ])
  })
})

describe('E3 names that lead nowhere', () => {
  each([
    ['unknown-field titleField', ['titleField', 'x']],
    ['unknown-field categoryField', ['categoryField', 'x']],
    ['unknown-field actions.file.input[3]', ['actions.file.input[3]', 'x'], ['fields.spot']],
    ['unknown-field actions.finish.effects[1].set', ['actions.finish.effects[1].set', 'x'], ['fields.doneAt']],
    ['unknown-field actions.reopen.effects[1].clear', ['actions.reopen.effects[1].clear', 'x']],
    ['unknown-field clocks.handle.limit.by[0]', ['clocks.handle.limit.by[0]', { field: 'x' }]],
    ['unknown-state actions.amend.from[1]', ['actions.amend.from[1]', 'x']],
    ['unknown-state actions.reopen.to', ['actions.reopen.to', 'x']],
    ['no-opening actions + unknown-state actions.file.to', ['actions.file.to', 'same']],
    ['unknown-state actions.askOut.guards[0].when.inState[0]', ['actions.askOut.guards[0].when', { inState: ['x'] }]],
    [
      'unknown-input actions.finish.guards[1].when.all[1].any[1].present',
      ['actions.finish.guards[1].when.all[1].any[1].present', { input: 'x' }],
    ],
    ['unknown-input actions.finish.effects[0].fields[2]', ['actions.finish.effects[0].fields[2]', 'x']],
    ['unknown-input actions.merge.effects[1].join', ['actions.merge.effects[1].join', { input: 'x' }]],
    ['unknown-input actions.askMore.effects[0].fields[2]', ['actions.askMore.effects[0].fields[2]', 'x']],
    ['unknown-input actions.check.to[0].when.present', ['actions.check.to[0].when', { present: { input: 'x' } }]],
    ['unknown-input clocks.send.limit', ['clocks.send.limit', { input: 'more' }]],
    ['unknown-input clocks.handle.extension.total', ['clocks.handle.extension.total', { input: 'more' }]],
    [
      'unknown-input actions.drop.carries.give',
      ['actions.drop.carries', { action: 'dropAlong', give: { x: { fact: 'lead' } } }],
    ],
    [
      'unknown-counter actions.drop.carries.give.reason',
      ['actions.drop.carries', { action: 'dropAlong', give: { reason: { counter: 'x' } } }],
    ],
    ['unknown-setting clocks.redo.limit', ['clocks.redo.limit', { setting: 'x' }]],
    [
      'unknown-setting actions.check.effects[2].if.all[1].of[1]',
      ['actions.check.effects[2].if.all[1].of[1]', { setting: 'x' }],
    ],
    ['unknown-setting fields.kind.choicesFrom', ['fields.kind.choicesFrom', 'weight']],
    ['unknown-clock states.doing.clock', ['states.doing.clock', 'x']],
    ['unknown-clock actions.send.effects[2].stop', ['actions.send.effects[2].stop', 'x']],
    ['unknown-clock actions.resume.effects[0].resume', ['actions.resume.effects[0].resume', 'x']],
    ['unknown-clock actions.hold.effects[0].pause', ['actions.hold.effects[0].pause', 'x']],
    ['unknown-clock actions.grantMore.effects[1].extend', ['actions.grantMore.effects[1].extend', 'x']],
    ['unknown-clock actions.check.to[0].when.clock', ['actions.check.to[0].when.clock', 'x']],
    [
      'unknown-clock actions.check.effects[2].then[1].start + clock-never-started clocks.redo',
      ['actions.check.effects[2].then[1].start', 'x'],
    ],
    ['unknown-role actions.send.by[0].role', ['actions.send.by[0].role', 'x']],
    ['unknown-role readers[0].role', ['readers[0].role', 'x']],
    ['unknown-role unmask[0].role', ['unmask[0].role', 'x']],
    ['unknown-role actions.send.effects[4].notify.role', ['actions.send.effects[4].notify.role', 'x']],
    [
      'unknown-request actions.grantOut.effects[0].decide + request-never-decided requests.out',
      ['actions.grantOut.effects[0].decide', 'x'],
    ],
    [
      'unknown-request actions.askOut.effects[0].request + request-never-filed requests.out',
      ['actions.askOut.effects[0].request', 'x'],
    ],
    ['unknown-request actions.askOut.guards[0].when.not.request', ['actions.askOut.guards[0].when.not.request', 'x']],
    ['unknown-request actions.grantMore.effects[1].by', ['actions.grantMore.effects[1].by.asked', 'x']],
    ['unknown-asked-field actions.grantMore.effects[1].by', ['actions.grantMore.effects[1].by.field', 'x']],
    ['unknown-urging clocks.handle.marks.talk.effects[0].urge', ['clocks.handle.marks.talk.effects[0].urge', 'x']],
    [
      'unknown-counter actions.check.effects[2].if.all[1].of[0]',
      ['actions.check.effects[2].if.all[1].of[0]', { counter: 'x' }],
    ],
    [
      'unknown-truth-field actions.check.effects[2].if.all[0].equals[0]',
      ['actions.check.effects[2].if.all[0].equals[0]', { truth: 'handler', field: 'x' }],
    ],
    ['truth-never-stated actions.lapse.guards[0].when.not.stated', ['actions.tell.effects', []]],
    [
      'truth-never-stated actions.check.effects[2].if.all[0].equals[0] + truth-never-stated actions.lapse.guards[0].when.not.stated',
      ['actions.tell.effects', []],
      ['actions.check.effects[2].if.all[0].equals[0]', { truth: 'citizen', field: 'content' }],
    ],
    [
      'unknown-system-action actions.drop.carries + system-action-idle actions.dropAlong',
      ['actions.drop.carries', 'x'],
    ],
    [
      'unknown-system-action actions.drop.carries + system-action-idle actions.dropAlong',
      ['actions.drop.carries', 'check'],
    ],
    [
      'system-action-idle actions.lapse + unknown-system-action clocks.check.marks.due.action',
      ['clocks.check.marks.due.action', 'x'],
    ],
    [
      'unknown-field actions.check.effects[2].then[3].set',
      ['actions.check.effects[2].then[3]', { set: 'x', to: { now: true } }],
    ],
    [
      'unknown-field actions.send.effects[0].basis.first[1]',
      ['actions.send.effects[0].basis', { first: [{ input: 'clause' }, { field: 'x' }] }],
    ],
    [
      'unknown-field actions.grantMore.effects[1].by.of[1]',
      ['actions.grantMore.effects[1].by', { op: 'plus', of: [{ const: 1 }, { field: 'x' }] }],
    ],
    [
      'unknown-field actions.askOut.guards[0].when.value',
      ['actions.askOut.guards[0].when', { holds: { const: [] }, value: { field: 'x' } }],
    ],
    [
      'unknown-field actions.askOut.guards[0].when.oneOf',
      ['actions.askOut.guards[0].when', { oneOf: { field: 'x' }, values: [] }],
    ],
    [
      'unknown-field actions.askOut.guards[0].when.of[1]',
      ['actions.askOut.guards[0].when', { compare: 'lt', of: [{ const: 1 }, { field: 'x' }] }],
    ],
    ['unknown-field states.doing.test.present', ['states.doing.test', { present: { field: 'x' } }]],
    [
      'unknown-role examples[0].steps[0].role',
      ['examples', [{ title: '例', steps: [{ role: 'x', unit: 'a', action: 'file', at: '2025-09-26 09:00' }] }]],
    ],
    [
      'unknown-action examples[0].steps[0].action',
      ['examples', [{ title: '例', steps: [{ role: 'clerk', unit: 'a', action: 'x', at: '2025-09-26 09:00' }] }]],
    ],
    [
      'unknown-state examples[0].steps[0].state',
      [
        'examples',
        [{ title: '例', steps: [{ role: 'clerk', unit: 'a', action: 'file', at: '2025-09-26 09:00', state: 'x' }] }],
      ],
    ],
    [
      'unknown-refusal examples[0].steps[0].refused',
      [
        'examples',
        [{ title: '例', steps: [{ role: 'clerk', unit: 'a', action: 'file', at: '2025-09-26 09:00', refused: 'x' }] }],
      ],
    ],
    [
      'unknown-clock examples[0].steps[0].due.x',
      [
        'examples',
        [
          {
            title: '例',
            steps: [
              { role: 'clerk', unit: 'a', action: 'file', at: '2025-09-26 09:00', due: { x: '2025-09-26 09:00' } },
            ],
          },
        ],
      ],
    ],
    [
      'bad-moment examples[0].steps[0].at + bad-moment examples[0].steps[0].due.send',
      [
        'examples',
        [{ title: '例', steps: [{ role: 'clerk', unit: 'a', action: 'file', at: '9月26日', due: { send: '' } }] }],
      ],
    ],
  ])
})

describe('E4 ways into and out of states', () => {
  each([
    ['unreachable-state states.nowhere', ['states.nowhere', NOWHERE], ['actions.drop.from[2]', 'nowhere']],
    ['dead-end states.nowhere', ['states.nowhere', NOWHERE], ['actions.amend.to', 'nowhere']],
    ['unreachable-state states.nowhere + dead-end states.nowhere', ['states.nowhere', NOWHERE]],
    // Two states that lead to each other and nowhere else.
    [
      'no-final states.merged + no-final states.nowhere',
      ['states.nowhere', NOWHERE],
      ['actions.dropAlong.from', ['filed']],
      ['actions.split.to', 'nowhere'],
      ['actions.split.effects', [{ leave: true }]],
      ['actions.amend.from', ['nowhere']],
      ['actions.amend.to', 'merged'],
    ],
    // An action that nobody can take is no way out, neither is one that stays.
    [
      'dead-end states.merged + no-role actions.split.by + system-action-idle actions.dropAlong',
      ['actions.split.by', []],
      ['actions.drop.carries'],
    ],
    ['unreachable-state states.merged + no-role actions.merge.by', ['actions.merge.by', []]],
    [
      'no-opening actions',
      ['actions.file.from', ['dropped']],
      ['actions.file.to', 'done'],
      ['actions.reopen.to', 'doing'],
    ],
  ])

  it('E4 an action from a final state is no fault, and a final state needs no way out', () => {
    expect(checkMachine(spoil(patrol, ['actions.reopen.from', ['done', 'dropped']]))).toEqual([])
    expect(checkMachine(spoil(patrol, ['actions.reopen.to', 'same']))).toEqual([])
  })
})

describe('E5 the clock of a state', () => {
  each([
    ['no-clock states.checking', ['states.checking.clock']],
    ['no-clock states.merged', ['states.merged.noClock', ' ']],
    ['clock-and-none states.doing.noClock', ['states.doing.noClock', '无']],
    ['clock-in-final states.done.clock', ['states.done.clock', 'check']],
    // No way into the state starts it.
    ['clock-not-started states.filed.clock', ['states.filed.clock', 'handle']],
    // Stopped on every way in.
    ['clock-not-started states.merged.clock', ['states.merged.clock', 'send'], ['states.merged.noClock']],
    ['clock-not-started states.checking.clock', ['states.checking.clock', 'handle']],
    // Started in one branch alone, but stopped afterwards in both.
    [
      'clock-not-started states.checking.clock',
      ['actions.finish.effects[4]', when(always, [{ start: 'check' }, { stop: 'check' }], [{ stop: 'check' }])],
    ],
  ])

  const STARTED: readonly Row[] = [
    ['by one branch', ['actions.finish.effects[4]', when(stated('handler'), [{ start: 'check' }])]],
    ['by the other branch', ['actions.finish.effects[4]', when(stated('handler'), [], [{ start: 'check' }])]],
    [
      'on the way before',
      ['actions.finish.effects[4]', { count: 'x' }],
      ['actions.send.effects[5]', { start: 'check' }],
    ],
    ['and stopped perhaps', ['actions.finish.effects[5]', when(stated('handler'), [{ stop: 'check' }])]],
    [
      'by a mark',
      ['actions.finish.effects[4]', { count: 'x' }],
      ['clocks.handle.marks.warning.effects[1]', { start: 'check' }],
    ],
  ]
  for (const [how, ...edits] of STARTED)
    it(`E5 a clock may be started ${how}`, () => expect(checkMachine(spoil(patrol, ...edits))).toEqual([]))
})

describe('E6 who acts', () => {
  each([
    ['no-role actions.resume.by', ['actions.resume.by', []]],
    ['system-with-role actions.lapse.by', ['actions.lapse.by', [{ role: 'clerk', at: 'district' }]]],
    ['system-action-idle actions.lapse', ['clocks.check.marks.due.action']],
    ['grant-before-record actions.file.by', ['actions.file.by', [{ role: 'handler', at: 'lead' }]]],
    [
      'carried-needs-input actions.drop.carries',
      ['actions.dropAlong.fields.more', { title: '另', type: 'text', required: true }],
    ],
    ['carried-needs-input actions.drop.carries', ['actions.drop.input', []], ['actions.drop.fields', {}]],
    [
      'mark-needs-input clocks.check.marks.due.action',
      ['actions.lapse.needs', ['title']],
      ['actions.lapse.input', ['title']],
    ],
    ['reserved-name actions.migrate', ['actions.migrate', patrol.actions['amend'] as never]],
    ['last-branch-conditional actions.check.to[1]', ['actions.check.to[1].when', { always: true }]],
    ['branch-unreachable actions.check.to[1]', ['actions.check.to[0].when']],
    ['no-branch actions.reopen.to', ['actions.reopen.to', []]],
  ])
})

describe('E7 what stands where', () => {
  each([
    ['effect-in-mark clocks.handle.marks.due.effects[1]', ['clocks.handle.marks.due.effects[1]', { resume: 'handle' }]],
    [
      'effect-in-mark clocks.handle.marks.due.effects[1].then[0]',
      ['clocks.handle.marks.due.effects[1]', when(always, [{ leave: true }])],
    ],
    ['effect-in-system actions.lapse.effects[0]', ['actions.lapse.effects', [{ answered: 'co' }]]],
    ['reason-not-offered actions.hold.effects[0]', ['actions.hold.fields'], ['actions.hold.input', []]],
    ['reason-not-offered actions.grantMore.effects[1]', ['actions.grantMore.fields'], ['actions.grantMore.input', []]],
    ['pause-never actions.hold.effects[0].pause', ['clocks.handle.pauseReasons']],
    ['extension-never actions.grantMore.effects[1].extend', ['clocks.handle.extension']],
    ['counter-clash actions.check.effects[1].count', ['actions.check.effects[1].count', 'tell']],
    ['counter-clash actions.check.effects[1].count', ['actions.check.effects[1].count', 'redo']],
    [
      'looks-outside fields.name.personal.sealed.when.present',
      ['fields.name.personal.sealed.when', { present: { now: true } }],
    ],
    ['looks-outside fields.name.personal.sealed.when', ['fields.name.personal.sealed.when', { co: 'actorIsOne' }]],
    [
      'overdue-without-mark fields.name.personal.sealed.when',
      ['fields.name.personal.sealed.when', { clock: 'redo', is: 'overdue' }],
    ],
  ])
})

describe('E8 wording', () => {
  each([
    ['unworded actions.send.guards[0].code', ['wording.area-missing']],
    ['unworded actions.send.effects[4].message', ['wording.sent']],
    ['wording-unused wording.x', ['wording.x', '没有人用']],
  ])

  it('E8 counters, kinds of links and columns of tables may be worded too', () => {
    const more: readonly Edit[] = [
      ['wording.checked', '核查次数'],
      ['wording.repeats', '前次件'],
      ['wording.road', '道路'],
    ]
    expect(checkMachine(spoil(patrol, ...more))).toEqual([])
  })
})

describe('E9 fields', () => {
  each([
    ['choice-without-choices fields.kind', ['fields.kind.choices']],
    ['choice-without-choices actions.hold.fields.reason', ['actions.hold.fields.reason.choices', {}]],
    ['choices-of-other-type fields.title', ['fields.title.choices', { a: '甲' }]],
    ['bounds-crossed fields.size', ['fields.size.min', 200]],
    ['bad-pattern fields.phone.pattern.regex', ['fields.phone.pattern.regex', '(']],
    ['personal-search fields.phone.search', ['fields.phone.search', true]],
    ['personal-title titleField', ['titleField', 'name']],
    ['empty-text fields.title.title', ['fields.title.title', ' ']],
    ['field-shadowed actions.finish.fields.title', ['actions.finish.fields.title', text]],
    ['field-never-filled fields.extra', ['fields.extra', text]],
    ['offered-twice actions.amend.input[4]', ['actions.amend.input[4]', 'title']],
    ['needs-not-offered actions.send.needs[1]', ['actions.send.needs[1]', 'title']],
    ['bad-id fields.9x + field-never-filled fields.9x', ['fields.9x', text]],
    ['bad-id id', ['id', 'a.b']],
    ['bad-version version', ['version', 0]],
  ])
})

describe('E10 clocks', () => {
  each([
    ['bad-limit clocks.check.limit', ['clocks.check.limit', { const: { value: 1.5, unit: 'day' } }]],
    ['bad-limit clocks.check.limit', ['clocks.check.limit', { const: 3 }]],
    ['bad-limit settings.limits.default.high.*', ['settings.limits.default.high.*', { value: 4, unit: 'week' }]],
    ['bad-limit settings.limits.default.high', ['settings.limits.default.high', 7]],
    ['bad-limit settings.weight.default', ['clocks.check.limit', { setting: 'weight' }]],
    ['clock-rule clocks.check.rule', ['clocks.check.rule', { lastDay: 'noon', roll: true }]],
    ['clock-mark clocks.check.marks.due.at', ['clocks.check.marks.due.at', { left: 2 }]],
    ['clock-days clocks.handle.marks.talk.at', ['clocks.handle.marks.talk.at', { after: { value: 0, unit: 'day' } }]],
    ['empty-text clocks.check.source', ['clocks.check.source', '']],
    ['clock-never-started clocks.extra', ['clocks.extra', patrol.clocks['send'] as never]],
    [
      'bad-limit settings.sendLimit.default + bad-default settings.sendLimit.default',
      ['settings.sendLimit.default', 5],
    ],
  ])
})

describe('E11 settings and requests', () => {
  each([
    ['bad-default settings.weight.default', ['settings.weight.default', '半']],
    [
      'bad-default settings.extra.default',
      ['settings.extra', { title: '表', type: 'table', default: [], source: '无' }],
    ],
    [
      'bad-default settings.extra.default',
      ['settings.extra', { title: '列', type: 'list', default: {}, source: '无' }],
    ],
    ['bad-default settings.extra.default', ['settings.extra', { title: '字', type: 'text', default: 1, source: '无' }]],
    [
      'bad-default settings.extra.default',
      ['settings.extra', { title: '否', type: 'boolean', default: 1, source: '无' }],
    ],
    [
      'request-never-filed requests.extra + request-never-decided requests.extra',
      ['requests.extra', { title: '申请', source: '无' }],
    ],
  ])
})

describe('E12 migrations', () => {
  const step = { from: 1, to: 2 }
  each([
    ['migration-missing migrations', ['version', 2]],
    ['migration-step migrations[0]', ['version', 3], ['migrations', [{ from: 1, to: 3 }]]],
    ['migration-ahead migrations[1]', ['version', 2], ['migrations', [step, { from: 2, to: 3 }]]],
    ['migration-twice migrations[1]', ['version', 2], ['migrations', [step, step]]],
    ['unknown-state migrations[0].states.old', ['version', 2], ['migrations', [{ ...step, states: { old: 'x' } }]]],
    [
      'unknown-field migrations[0].fields.old',
      ['version', 2],
      ['migrations', [{ ...step, fields: { old: 'x', gone: null } }]],
    ],
    ['unknown-field migrations[0].defaults.x', ['version', 2], ['migrations', [{ ...step, defaults: { x: 1 } }]]],
    ['unknown-clock migrations[0].clocks.old', ['version', 2], ['migrations', [{ ...step, clocks: { old: 'x' } }]]],
  ])
})
