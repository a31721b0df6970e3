import type { ActionDefinition, Condition, Effect } from '@jiannuo/engine'
import { all, any, constant, covers, equals, fact, field, input, lt, not, present, when } from '@jiannuo/engine'
import { tellAll } from './clock-parts.ts'
import { assessmentInput } from './commitments.fields.ts'
import { type Guard, judgeAnew } from './commitments.parts.ts'
import { beforeIssue, underWay } from './commitments.states.ts'
import { leadHeads, leadStaff, supervisors } from './roles.ts'
import { milestonesTable } from './rows.ts'

type Actions = Readonly<Record<string, ActionDefinition>>

// A reached milestone is the one that stands there, not another under its name: only the day on which it was done is new.
const asPlanned = (column: string): Guard => ({
  when: covers(field('milestones'), input('milestone'), column),
  code: 'no-such-milestone',
})

const doing: Actions = {
  accept: {
    title: '签收任务',
    from: ['issued'],
    to: 'running',
    by: leadStaff,
    input: ['contact', 'milestones', 'curve'],
    effects: [{ stop: 'acceptance' }, judgeAnew],
  },
  reach: {
    title: '登记节点完成',
    from: ['running'],
    to: 'same',
    by: leadStaff,
    fields: {
      milestone: { ...milestonesTable('完成的节点'), required: true },
      evidence: { title: '佐证材料', type: 'files' },
    },
    guards: ['id', 'title', 'due'].map(asPlanned),
    effects: [{ put: 'milestones', rows: input('milestone') }, judgeAnew],
  },
  feed: {
    title: '设定取数',
    from: [...beforeIssue, ...underWay],
    to: 'same',
    by: supervisors,
    input: ['measure', 'series'],
    effects: [judgeAnew],
  },
}

const period = { title: '时期', type: 'text', required: true, maxLength: 20 } as const

const hearing: Actions = {
  heard: {
    title: '收到报送',
    from: underWay,
    to: 'same',
    by: [],
    system: true,
    told: true,
    fields: { period, reporter: { title: '报送单位', type: 'unit' } },
    // A return speaks for the unit that leads the task now; whoever has handed it on no longer does.
    guards: [{ when: any(not(present(input('reporter'))), equals(input('reporter'), fact('lead'))), code: 'not-lead' }],
    effects: [
      when(not(lt(input('period'), field('lastPeriod'))), [{ set: 'lastPeriod', to: input('period') }]),
      { stop: 'return' },
      judgeAnew,
    ],
  },
  take: {
    title: '采用实绩',
    from: underWay,
    to: 'same',
    by: [],
    system: true,
    told: true,
    fields: { period },
    effects: [judgeAnew],
  },
}

const shows = (light: string): Condition => equals(field('light'), constant(light))

/** The day from which a light has shown is what tells a light that turns from one that stays. */
const turns = (light: string, since: string): Condition => all(shows(light), not(present(field(since))))

const turnedRed: readonly Effect[] = [
  { set: 'hadRed', to: constant(true) },
  { set: 'redSince', to: field('lightAt') },
  { clear: 'redAnswer' },
  { start: 'explain' },
  ...tellAll('turned-red', leadStaff, supervisors),
]

const turnedSilent: readonly Effect[] = [
  { set: 'silentSince', to: field('lightAt') },
  ...tellAll('turned-silent', leadStaff, supervisors),
]

const judging: Actions = {
  assess: {
    title: '评价亮灯',
    from: underWay,
    to: 'same',
    by: [],
    system: true,
    told: true,
    input: assessmentInput,
    needs: ['light', 'lightAt'],
    fields: { returnLimit: { title: '距下次报送的天数（自然日）', type: 'number', min: 1 } },
    effects: [
      { clear: 'pending' },
      when(turns('red', 'redSince'), turnedRed),
      when(not(shows('red')), [{ clear: 'redSince' }, { stop: 'explain' }]),
      when(turns('silent', 'silentSince'), turnedSilent),
      when(not(shows('silent')), [{ clear: 'silentSince' }]),
      when(present(input('returnLimit')), [{ start: 'return', limit: input('returnLimit') }]),
    ],
  },
  answerRed: {
    title: '说明红灯原因和措施',
    from: underWay,
    to: 'same',
    by: leadHeads,
    input: ['redAnswer'],
    needs: ['redAnswer'],
    guards: [{ when: present(field('redSince')), code: 'not-red' }],
    effects: [{ stop: 'explain' }, ...tellAll('red-answered', supervisors)],
  },
}

/** Doing it, reporting on it, and the light that comes of it (domain.md 1.2–1.4). */
export const deliveryActions: Actions = { ...doing, ...hearing, ...judging }
