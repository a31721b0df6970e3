import { dueOf, type RecordState } from '@jiannuo/engine'
import { type Instant, instant, MS_PER_DAY, MS_PER_MINUTE } from '@jiannuo/kernel'
import { atOnce, type Life, type LifeWorld, type Task } from './hotline-life.ts'
import type { TaskName } from './hotline-tasks.ts'

const minutes = (at: Instant, count: number): Instant => instant(Math.round(at + count * MS_PER_MINUTE))

type Plan = (
  life: Life,
  record: RecordState,
  world: LifeWorld,
  at: Instant,
) => readonly (readonly [TaskName, Instant])[]

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
  // What was asked for where the case stood before is still to be answered.
  if (record.requests.some(({ kind, decision }) => kind !== 'exclusion' && decision === undefined)) {
    const answered = world.work.after(at, 30)
    tasks.push(['decide', answered])
    end = instant(Math.max(end, answered + 60 * MS_PER_MINUTE))
  }
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
