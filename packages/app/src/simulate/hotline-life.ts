import { dueOf, type Json, type OfficeCalendar, type RecordState } from '@jiannuo/engine'
import { type Instant, instant, MS_PER_DAY, MS_PER_MINUTE } from '@jiannuo/kernel'
import type { Chance } from './chance.ts'
import type { CaseDraft } from './hotline-case.ts'
import type { WorkTime } from './work-time.ts'

/** What somebody of the simulated district does next. */
export interface Act {
  readonly role: string
  /** The unit whose people act; the district for the line itself. */
  readonly unit: string
  readonly action: string
  readonly input: Readonly<Record<string, Json>>
  /** Who must not do it. */
  readonly except?: string
}

/** Something planned for a case. */
export interface Task {
  readonly at: Instant
  readonly name: TaskName
}

/** One simulated case from its opening to its end, with what is planned for it. */
export interface Life {
  readonly number: number
  readonly record: string
  readonly chance: Chance
  readonly draft: CaseDraft
  /** The case whose matter it repeats. */
  readonly head?: Life
  /** The unit forgets it: nothing is finished before it is urged. */
  readonly silent: boolean
  /** It cannot be solved, whatever is done. */
  readonly hard: boolean
  /** The caller is hardly ever reached. */
  readonly elusive: boolean
  /** Sorted by time. */
  agenda: Task[]
  /** State for which the agenda was made. */
  planned: string
  /** Requests already made, so that none is made twice. */
  readonly asked: Set<string>
}

/** What lives look at besides themselves. */
export interface LifeWorld {
  readonly district: string
  readonly calendar: OfficeCalendar
  readonly work: WorkTime
  /** Departments that an order may be sent to by hand. */
  readonly departments: readonly string[]
  /** Hash of a file that stands for every evidence. */
  readonly evidence: string
  readonly stateOf: (record: string) => RecordState | undefined
}

type TaskName = keyof typeof TASKS
type Do = (life: Life, record: RecordState, world: LifeWorld, at: Instant) => Act | undefined

const minutes = (at: Instant, count: number): Instant => instant(Math.round(at + count * MS_PER_MINUTE))

const line = (world: LifeWorld, role: string, action: string, input: Act['input'] = {}): Act => ({
  role,
  unit: world.district,
  action,
  input,
})
const lead = (record: RecordState, role: string, action: string, input: Act['input'] = {}): Act => ({
  role,
  unit: record.lead ?? '',
  action,
  input,
})

const pending = (record: RecordState, kind: string): boolean =>
  record.requests.some((request) => request.kind === kind && request.decision === undefined)

const NEEDS_HANDLING = new Set(['help', 'complaint', 'report'])

function triage(life: Life, record: RecordState, world: LifeWorld): Act | undefined {
  if (record.state !== 'accepted') return undefined
  const { chance, draft } = life
  if (chance.hit(0.012))
    return line(world, 'operator', 'tellRoute', { route: 'petition', told: '已告知应走的法定途径。' })
  if (!NEEDS_HANDLING.has(draft.kind) && chance.hit(draft.kind === 'consult' ? 0.72 : 0.5))
    return line(world, 'operator', 'answerAtOnce', { directReply: '已按知识库答复，诉求人表示清楚。' })
  const head = life.head === undefined ? undefined : world.stateOf(life.head.record)
  if (head !== undefined && head.closedAt === undefined && head.head === undefined)
    return line(world, 'dispatcher', 'merge', { head: head.id })
  return line(world, 'dispatcher', 'clear')
}

function another(life: Life, record: RecordState, world: LifeWorld): string {
  const others = world.departments.filter((id) => id !== record.lead && id !== record.fields['returnedBy'])
  return life.chance.one(others)
}

function redispatch(life: Life, record: RecordState, world: LifeWorld): Act {
  const explanation = '该事项按派单目录属本单位职责，请依法办理。'
  if (life.chance.hit(0.45)) return line(world, 'dispatcher', 'refuseReturn', { explanation })
  const input = { lead: another(life, record, world), clause: '部门职责规定' }
  return line(world, 'dispatcher', 'dispatchByHand', input)
}

function rule(life: Life, record: RecordState, world: LifeWorld): Act {
  const ruling = { basis: '部门职责规定', ruling: '经会商裁定如上，请按裁定办理。' }
  if (life.chance.hit(0.5)) return line(world, 'arbiter', 'uphold', ruling)
  return line(world, 'arbiter', 'designate', { lead: another(life, record, world), ...ruling })
}

function coAnswer(life: Life, record: RecordState): Act | undefined {
  const open = record.co.find(({ answeredAt }) => answeredAt === undefined)
  if (open === undefined) return undefined
  const input = { done: life.chance.hit(0.93), answer: '已到场配合，本单位职责内事项已办。' }
  return { role: 'handler', unit: open.unit, action: 'coAnswer', input }
}

function decide(life: Life, record: RecordState, world: LifeWorld): Act | undefined {
  const { chance } = life
  if (pending(record, 'extension'))
    return line(world, 'dispatcher', chance.hit(0.85) ? 'grantExtension' : 'refuseExtension', { reason: '情况属实。' })
  if (pending(record, 'pause'))
    return chance.hit(0.8)
      ? line(world, 'dispatcher', 'grantPause', { reason: 'testing' })
      : line(world, 'dispatcher', 'refusePause', { reason: '理由不充分。' })
  if (pending(record, 'shelf'))
    return chance.hit(0.7)
      ? line(world, 'supervisor', 'grantShelf', { reason: 'planned' })
      : line(world, 'supervisor', 'refuseShelf', { reason: '具备办理条件。' })
  if (pending(record, 'termination'))
    return line(world, 'dispatcher', chance.hit(0.7) ? 'grantTermination' : 'refuseTermination', { reason: '经核实。' })
  return undefined
}

function finish(life: Life, record: RecordState): Act {
  const solved = life.chance.hit(life.hard ? 0.25 : 0.975)
  const coOpen = record.co.some(({ answeredAt }) => answeredAt === undefined)
  return lead(record, 'handler', 'finish', {
    contacted: life.chance.hit(0.985),
    solved,
    reply: solved ? '已到现场处理完毕，并向诉求人说明。' : '已到现场核实，暂不具备解决条件，已向诉求人解释。',
    ...(solved ? {} : { unsolved: '列入下季度维修计划。' }),
    ...(coOpen ? { coExplained: '已电话催办，协办单位未在时限内答复。' } : {}),
  })
}

function callBack(life: Life, record: RecordState, world: LifeWorld): Act {
  const { chance } = life
  if (chance.hit(life.elusive ? 0.85 : 0.1)) return line(world, 'callerBack', 'missCall', { remark: '无人接听。' })
  const said = record.truths.handler?.fields['solved'] === true
  const late = record.clocks['handling']?.late === true
  const solved = chance.hit(life.hard ? 0.12 : said ? 0.975 : 0.4)
  const satisfaction = solved
    ? chance.weighted([
        ['satisfied', late ? 60 : 86],
        ['basic', late ? 30 : 11.5],
        ['dissatisfied', late ? 10 : 2.5],
      ] as const)
    : chance.weighted([
        ['satisfied', 25],
        ['basic', 30],
        ['dissatisfied', 45],
      ] as const)
  return line(world, 'callerBack', 'callBack', { contacted: chance.hit(0.985), solved, satisfaction })
}

function exclude(life: Life, record: RecordState, world: LifeWorld): Act | undefined {
  if (pending(record, 'exclusion'))
    return line(world, 'supervisor', life.chance.hit(0.5) ? 'grantExclusion' : 'refuseExclusion', {
      reason: '经查证。',
    })
  if (life.asked.has('exclusion')) return undefined
  life.asked.add('exclusion')
  const reason = record.fields['unreached'] === true ? 'unreachable' : 'uncooperative'
  const input = { reason, explanation: '多次联系，情况见佐证。', evidence: [world.evidence] }
  return record.lead === undefined ? undefined : lead(record, 'reviewer', 'askExclusion', input)
}

/** Nobody passes their own work. */
function approve(record: RecordState): Act {
  const { finishedBy } = record.fields
  const act = lead(record, 'reviewer', 'approve')
  return typeof finishedBy === 'string' ? { ...act, except: finishedBy } : act
}

function isPaused(record: RecordState): boolean {
  const last = record.clocks['handling']?.run.pauses.at(-1)
  return last !== undefined && last.to === undefined
}

const explained = { explanation: '现场情况复杂，见办理记录。' }

const TASKS = {
  triage,
  dispatch: (_life, _record, world) => line(world, 'dispatcher', 'dispatch'),
  signIn: (_life, record) => lead(record, 'handler', 'signIn'),
  giveBack: (_life, record) => lead(record, 'handler', 'giveBack', { reason: 'duty', ...explained }),
  object: (_life, record) => lead(record, 'reviewer', 'object', { reason: 'duty', ...explained }),
  redispatch,
  rule,
  record: (_life, record) => lead(record, 'handler', 'record', { progress: '已到现场查看，正在联系责任方。' }),
  invite: (life, record, world) =>
    lead(record, 'handler', 'invite', { co: [another(life, record, world)], question: '请派员到现场会商。' }),
  coAnswer,
  askExtension: (life, record) =>
    lead(record, 'handler', 'askExtension', {
      reason: 'complex',
      ...explained,
      days: life.draft.urgency === 'ordinary' ? life.chance.whole(2, 8) : life.chance.whole(1, 3),
      told: true,
    }),
  askPause: (_life, record) => lead(record, 'handler', 'askPause', { reason: 'testing', ...explained }),
  askShelf: (_life, record) =>
    lead(record, 'reviewer', 'askShelf', { reason: 'planned', ...explained, planned: '2026-12-31', told: true }),
  askTermination: (_life, record) => lead(record, 'reviewer', 'askTermination', { reason: 'refused', ...explained }),
  decide,
  resume: (_life, record) =>
    record.state === 'handling' && isPaused(record)
      ? lead(record, 'handler', 'resume', { note: '检测结果已出。' })
      : undefined,
  finish,
  approve: (life, record) =>
    life.chance.hit(0.03)
      ? lead(record, 'reviewer', 'sendBack', { comment: '答复不够具体，请补充。' })
      : approve(record),
  callBack,
  takeUp: (_life, _record, world) => line(world, 'supervisor', 'takeUp', { note: '条件已具备。' }),
  exclude,
  inspect: (life, _record, world) =>
    line(world, 'supervisor', 'inspect', {
      found: life.chance.weighted([
        ['solved', 70],
        ['partly', 15],
        ['unsolved', 15],
      ] as const),
      note: '到现场核查，情况见照片。',
      photos: [world.evidence],
    }),
  reopen: (_life, record, world) =>
    record.truths.evidence !== undefined && record.truths.evidence.fields['found'] !== 'solved'
      ? line(world, 'supervisor', 'reopen', { reason: '核查与办理结果不符。' })
      : undefined,
  /** Nothing to do but to look again: the head goes on, and its followers with it. */
  look: () => undefined,
} as const satisfies Record<string, Do>

type Plan = (
  life: Life,
  record: RecordState,
  world: LifeWorld,
  at: Instant,
) => readonly (readonly [TaskName, Instant])[]

const atOnce = (life: Life): boolean => life.draft.urgency === 'critical' || life.draft.urgency === 'urgent'

function planSignIn(life: Life, _record: RecordState, world: LifeWorld, at: Instant): ReturnType<Plan> {
  const { chance, asked } = life
  const wait = chance.wait(chance.hit(0.04) ? 240 : 25)
  const when = atOnce(life) ? minutes(at, Math.min(wait, 90)) : world.work.duty(at, wait)
  if (asked.size === 0 && chance.hit(0.035)) {
    asked.add('return')
    return [['giveBack', world.work.after(at, chance.wait(120))]]
  }
  if (asked.size === 0 && chance.hit(0.008)) {
    asked.add('return')
    return [['object', world.work.after(at, chance.wait(120))]]
  }
  return [['signIn', when]]
}

/** How far into its time limit the unit finishes; a few are late, the forgotten ones very late. */
function finishAt(life: Life, record: RecordState, world: LifeWorld, at: Instant): Instant {
  const { chance } = life
  const clock = record.clocks[record.state === 'redo' ? 'redo' : 'handling']
  const due = clock === undefined ? undefined : dueOf(clock.run, world.calendar)?.at
  const left = Math.max((due ?? at) - at, 30 * MS_PER_MINUTE)
  if (life.silent) return instant(Math.round((due ?? at) + chance.wait(9) * MS_PER_DAY))
  const share = chance.hit(0.018) ? 1.02 + chance.wait(0.3) : 0.1 + 0.68 * chance.next()
  return instant(Math.round(at + left * share))
}

const OPTIONS: readonly (readonly [TaskName, number])[] = [
  ['record', 0.3],
  ['invite', 0.03],
  ['askExtension', 0.06],
  ['askPause', 0.015],
  ['askShelf', 0.004],
  ['askTermination', 0.006],
]
const ONCE = new Set<TaskName>(['invite', 'askExtension', 'askPause', 'askShelf', 'askTermination'])
const DECIDED = new Set<TaskName>(['askExtension', 'askPause', 'askShelf', 'askTermination'])

function planHandling(life: Life, record: RecordState, world: LifeWorld, at: Instant): ReturnType<Plan> {
  const { chance, asked } = life
  const office = (when: Instant): Instant => (atOnce(life) ? when : world.work.open(when))
  let end = finishAt(life, record, world, at)
  const tasks: [TaskName, Instant][] = []
  const early = (): Instant => office(instant(Math.round(at + (end - at) * (0.2 + 0.5 * chance.next()))))
  if (record.co.some(({ answeredAt }) => answeredAt === undefined) && chance.hit(0.9)) tasks.push(['coAnswer', early()])
  for (const [name, probability] of OPTIONS) {
    if (!chance.hit(probability) || (ONCE.has(name) && (asked.has(name) || record.state === 'redo'))) continue
    if (ONCE.has(name)) asked.add(name)
    const when = early()
    tasks.push([name, when])
    if (name === 'invite') tasks.push(['coAnswer', world.work.after(when, chance.wait(300))])
    if (!DECIDED.has(name)) continue
    const decided = world.work.after(when, 20 + chance.wait(180))
    tasks.push(['decide', decided])
    end = instant(Math.max(end, decided + 60 * MS_PER_MINUTE))
    if (name === 'askExtension') end = instant(Math.round(end + chance.next() * 2 * MS_PER_DAY))
    if (name !== 'askPause') continue
    const resumed = world.work.after(decided, 60 * chance.whole(14, 60))
    tasks.push(['resume', resumed])
    end = instant(Math.max(end, resumed + 4 * 60 * MS_PER_MINUTE))
  }
  tasks.push(['finish', office(end)])
  return tasks
}

function planArchived(life: Life, record: RecordState, world: LifeWorld, at: Instant): ReturnType<Plan> {
  const { chance, asked } = life
  const citizen = record.truths.citizen?.fields
  const bad = record.fields['unreached'] === true || citizen?.['satisfaction'] === 'dissatisfied'
  const tasks: [TaskName, Instant][] = []
  if (bad && record.lead !== undefined && !asked.has('exclusion') && chance.hit(0.25)) {
    const when = world.work.after(at, 240 + chance.wait(600))
    tasks.push(['exclude', when], ['exclude', world.work.after(when, 120 + chance.wait(500))])
  }
  if (record.lead !== undefined && !asked.has('inspect') && chance.hit(0.008)) {
    asked.add('inspect')
    const when = world.work.after(at, 480 + chance.wait(900))
    tasks.push(['inspect', when], ['reopen', world.work.after(when, 60 + chance.wait(120))])
  }
  return tasks
}

const PLANS: Readonly<Record<string, Plan>> = {
  accepted: (life, _record, _world, at) => [['triage', minutes(at, 2 + life.chance.wait(18))]],
  ready: (life, _record, world, at) => {
    const wait = 1 + life.chance.wait(15)
    return [['dispatch', atOnce(life) ? minutes(at, wait) : world.work.duty(at, wait)]]
  },
  merged: (_life, _record, _world, at) => [['look', instant(at + MS_PER_DAY)]],
  dispatched: planSignIn,
  returned: (life, _record, world, at) => [['redispatch', world.work.after(at, 10 + life.chance.wait(120))]],
  arbitration: (life, _record, world, at) => [['rule', world.work.after(at, 60 + life.chance.wait(300))]],
  handling: planHandling,
  redo: planHandling,
  shelved: (life, _record, world, at) => [
    ['takeUp', world.work.open(instant(at + life.chance.whole(20, 80) * MS_PER_DAY))],
  ],
  review: (life, _record, world, at) => [
    ['approve', atOnce(life) ? minutes(at, 5 + life.chance.wait(20)) : world.work.after(at, 5 + life.chance.wait(110))],
  ],
  callBack: (life, _record, world, at) => [['callBack', world.work.calling(at, 30 + life.chance.wait(600))]],
  archived: planArchived,
}

/** What tells one stretch of a case from the next, so that each is planned once. */
const stretchOf = ({ state, rounds, counters }: RecordState): string =>
  `${state}/${rounds.length}/${counters['missCall'] ?? 0}/${counters['sendBack'] ?? 0}/${counters['dispatch'] ?? 0}`

/** Puts the next tasks of a case on its agenda, now that it stands where it does. */
export function planLife(life: Life, record: RecordState, world: LifeWorld, at: Instant): void {
  const stretch = stretchOf(record)
  if (life.planned === stretch && (life.agenda.length > 0 || record.state !== 'merged')) return
  const kept = life.planned.split('/', 1)[0] === record.state ? life.agenda : []
  life.planned = stretch
  const tasks = PLANS[record.state]?.(life, record, world, at) ?? []
  const made = tasks.map(([name, when]): Task => ({ name, at: instant(Math.max(when, at + 1000)) }))
  life.agenda = [...kept, ...made].sort((a, b) => a.at - b.at)
}

/** Tasks without which a case would stand still for ever. */
const NEEDED = new Set<TaskName>([
  'triage',
  'dispatch',
  'signIn',
  'redispatch',
  'rule',
  'finish',
  'approve',
  'callBack',
  'takeUp',
])

/** Puts a needed task back on the agenda, for the next day, when it could not be done. */
export function tryLater(life: Life, task: Task, world: LifeWorld): void {
  if (!NEEDED.has(task.name)) return
  const at = world.work.after(task.at, 450)
  life.agenda = [...life.agenda, { name: task.name, at }].sort((a, b) => a.at - b.at)
}

/** What comes of a task when its time has come; nothing when things have moved on. */
export function actOf(task: Task, life: Life, record: RecordState, world: LifeWorld): Act | undefined {
  // A table of functions of one shape, some of which look at less.
  const act: Do = TASKS[task.name]
  return act(life, record, world, task.at)
}
