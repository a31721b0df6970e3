import type { RecordState } from '@jiannuo/engine'
import type { Act, Life, LifeWorld, Look, Task } from './hotline-life.ts'
import { said } from './texts.zh.ts'

/** The name of something that can be planned for a case. */
export type TaskName = keyof typeof TASKS

type Do = (life: Life, record: RecordState, world: LifeWorld, look: Look) => Act | undefined

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

function triage(life: Life, record: RecordState, world: LifeWorld, look: Look): Act | undefined {
  if (record.state !== 'accepted') return undefined
  const { chance, draft } = life
  if (chance.hit(0.012)) return line(world, 'operator', 'tellRoute', { route: 'petition', told: said.route })
  if (!NEEDS_HANDLING.has(draft.kind) && chance.hit(draft.kind === 'consult' ? 0.72 : 0.5))
    return line(world, 'operator', 'answerAtOnce', { directReply: said.reply })
  const head = life.head === undefined ? undefined : look(life.head.record)
  if (head !== undefined && head.closedAt === undefined && head.head === undefined)
    return line(world, 'dispatcher', 'merge', { head: head.id })
  return line(world, 'dispatcher', 'clear')
}

function another(life: Life, record: RecordState, world: LifeWorld): string {
  const others = world.departments.filter((id) => id !== record.lead && id !== record.fields['returnedBy'])
  return life.chance.one(others)
}

function redispatch(life: Life, record: RecordState, world: LifeWorld): Act {
  const explanation = said.yourDuty
  if (life.chance.hit(0.45)) return line(world, 'dispatcher', 'refuseReturn', { explanation })
  const input = { lead: another(life, record, world), clause: said.duties }
  return line(world, 'dispatcher', 'dispatchByHand', input)
}

function rule(life: Life, record: RecordState, world: LifeWorld): Act {
  const ruling = { basis: said.duties, ruling: said.ruling }
  if (life.chance.hit(0.5)) return line(world, 'arbiter', 'uphold', ruling)
  return line(world, 'arbiter', 'designate', { lead: another(life, record, world), ...ruling })
}

function coAnswer(life: Life, record: RecordState): Act | undefined {
  const open = record.co.find(({ answeredAt }) => answeredAt === undefined)
  if (open === undefined) return undefined
  const input = { done: life.chance.hit(0.93), answer: said.helped }
  return { role: 'handler', unit: open.unit, action: 'coAnswer', input }
}

function decide(life: Life, record: RecordState, world: LifeWorld): Act | undefined {
  const { chance } = life
  if (pending(record, 'extension'))
    return line(world, 'dispatcher', chance.hit(0.85) ? 'grantExtension' : 'refuseExtension', { reason: said.isTrue })
  if (pending(record, 'pause'))
    return chance.hit(0.8)
      ? line(world, 'dispatcher', 'grantPause', { reason: 'testing' })
      : line(world, 'dispatcher', 'refusePause', { reason: said.weak })
  if (pending(record, 'shelf'))
    return chance.hit(0.7)
      ? line(world, 'supervisor', 'grantShelf', { reason: 'planned' })
      : line(world, 'supervisor', 'refuseShelf', { reason: said.feasible })
  if (pending(record, 'termination'))
    return line(world, 'dispatcher', chance.hit(0.7) ? 'grantTermination' : 'refuseTermination', {
      reason: said.verified,
    })
  return undefined
}

function finish(life: Life, record: RecordState): Act {
  const solved = life.chance.hit(life.hard ? 0.25 : 0.975)
  const coOpen = record.co.some(({ answeredAt }) => answeredAt === undefined)
  return lead(record, 'handler', 'finish', {
    contacted: life.chance.hit(0.985),
    solved,
    reply: solved ? said.solved : said.unsolved,
    ...(solved ? {} : { unsolved: said.nextSteps }),
    ...(coOpen ? { coExplained: said.coSilent } : {}),
  })
}

function callBack(life: Life, record: RecordState, world: LifeWorld): Act {
  const { chance } = life
  if (chance.hit(life.elusive ? 0.85 : 0.1)) return line(world, 'callerBack', 'missCall', { remark: said.noAnswer })
  const claimed = record.truths.handler?.fields['solved'] === true
  const late = record.clocks['handling']?.late === true
  const solved = chance.hit(life.hard ? 0.12 : claimed ? 0.975 : 0.4)
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
      reason: said.checked,
    })
  if (life.asked.has('exclusion')) return undefined
  life.asked.add('exclusion')
  const reason = record.fields['unreached'] === true ? 'unreachable' : 'uncooperative'
  const input = { reason, explanation: said.seeEvidence, evidence: [world.evidence] }
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

const explained = { explanation: said.complex }

const TASKS = {
  triage,
  dispatch: (_life, _record, world) => line(world, 'dispatcher', 'dispatch'),
  signIn: (_life, record) => lead(record, 'handler', 'signIn'),
  giveBack: (_life, record) => lead(record, 'handler', 'giveBack', { reason: 'duty', ...explained }),
  object: (_life, record) => lead(record, 'reviewer', 'object', { reason: 'duty', ...explained }),
  redispatch,
  rule,
  record: (_life, record) => lead(record, 'handler', 'record', { progress: said.progress }),
  invite: (life, record, world) =>
    lead(record, 'handler', 'invite', { co: [another(life, record, world)], question: said.question }),
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
      ? lead(record, 'handler', 'resume', { note: said.tested })
      : undefined,
  finish,
  approve: (life, record) =>
    life.chance.hit(0.03) ? lead(record, 'reviewer', 'sendBack', { comment: said.comment }) : approve(record),
  callBack,
  takeUp: (_life, _record, world) => line(world, 'supervisor', 'takeUp', { note: said.ready }),
  exclude,
  inspect: (life, _record, world) =>
    line(world, 'supervisor', 'inspect', {
      found: life.chance.weighted([
        ['solved', 70],
        ['partly', 15],
        ['unsolved', 15],
      ] as const),
      note: said.inspected,
      photos: [world.evidence],
    }),
  reopen: (_life, record, world) =>
    record.truths.evidence !== undefined && record.truths.evidence.fields['found'] !== 'solved'
      ? line(world, 'supervisor', 'reopen', { reason: said.differs })
      : undefined,
  /** Nothing to do but to look again: the head goes on, and its followers with it. */
  look: () => undefined,
} as const satisfies Record<string, Do>

/** What comes of a task when its time has come; nothing when things have moved on. */
export function actOf(task: Task, life: Life, record: RecordState, world: LifeWorld, look: Look): Act | undefined {
  // A table of functions of one shape, some of which look at less.
  const act: Do = TASKS[task.name]
  return act(life, record, world, look)
}
