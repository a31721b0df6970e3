import type { CaseView, ClockView, Done, FieldView, TimelineEntry, TruthView } from '@jiannuo/app'
import { describeDue, type Machine, type TimeUnit } from '@jiannuo/engine'
import { CHINA_OFFSET, describeInstant, type Instant } from '@jiannuo/kernel'

const moment = (at: Instant): string => describeInstant(at, CHINA_OFFSET)

const UNITS: Readonly<Record<TimeUnit, string>> = {
  workday: '个工作日',
  day: '天',
  workhour: '个工作小时',
  hour: '小时',
}

const STANDS = { running: '计时中', paused: '已暂停', stopped: '已结束' } as const

const TRUTHS = { handler: '承办单位', citizen: '诉求人', evidence: '核实材料' } as const

const round = (value: number): string => String(Math.round(value * 100) / 100)

/** A clock in one line: how it stands, what is used and left, when it is due, its pauses. */
export function describeClock({ title, run, reading, due, pauses }: ClockView): string {
  if (reading === undefined) return `${title}：还没有开始`
  const unit = UNITS[reading.unit]
  const late = reading.overdue ? (reading.state === 'stopped' ? '，超期办结' : '，已超期') : ''
  const which = run !== undefined && run > 1 ? `（第${run}次）` : ''
  const breaks = pauses.map((pause) =>
    pause.to === undefined
      ? `${moment(pause.from)} 起暂停，尚未恢复`
      : `${moment(pause.from)} 至 ${moment(pause.to)} 暂停`,
  )
  const facts = [
    `${STANDS[reading.state]}${late}`,
    `限${round(reading.limit)}${unit}，已用${round(reading.used)}，还剩${round(reading.left)}`,
    ...(due === undefined ? [] : [`到期 ${due}${reading.provisional ? '（暂定）' : ''}`]),
    ...breaks,
  ]
  return `${title}${which}：${facts.join('；')}`
}

const text = (parts: readonly { readonly title: string; readonly text: string }[]): string =>
  parts.map((part) => `${part.title} ${part.text}`).join('；')

/** What `jiannuo case` says. */
export const caseLabels = {
  moment,
  nothing: '没有符合条件的记录。\n',
  more: '还有更多，用 --limit 多看几条。\n',
  due: (at: Instant | undefined, overdue: boolean): string =>
    at === undefined ? '' : `${describeDue(at, CHINA_OFFSET)}${overdue ? ' 已超期' : ''}`,
  done: (machine: Machine, action: string, done: Done): string =>
    `${machine.noun} ${done.record}：“${machine.actions[action]?.title ?? action}”${done.repeated ? '此前已经办过' : '已办'}，现在是“${machine.states[done.state]?.title ?? done.state}”（第${done.seq}笔）\n`,
  facts: (seen: CaseView): readonly string[] => [
    `状态：${seen.stateTitle}${seen.waitsFor === undefined ? '' : `（等${seen.waitsFor}）`}${seen.urging === undefined ? '' : `；督办：${seen.urging}`}`,
    ...(seen.leadName === undefined
      ? []
      : [`主办：${seen.leadName}${seen.basis === undefined ? '' : `（依据：${seen.basis}）`}`]),
    ...seen.co.map(
      ({ name, answeredAt }) => `协办：${name}${answeredAt === undefined ? '，未反馈' : `，${moment(answeredAt)}反馈`}`,
    ),
    ...(seen.areaName === undefined ? [] : [`属地：${seen.areaName}`]),
    ...(seen.head === undefined ? [] : [`并入：${seen.head}`]),
    ...(seen.members.length === 0 ? [] : [`并入本件的：${seen.members.join('、')}`]),
    ...seen.links.map(({ title, record }) => `${title}：${record}`),
  ],
  field: (field: FieldView): string => {
    if (field.personal === 'sealed') return `${field.title}：（对本岗位保密）`
    return `${field.title}：${field.text}${field.personal === 'masked' ? '（已脱敏）' : ''}`
  },
  truth: ({ truth, at, by, unit, fields }: TruthView): string =>
    `${TRUTHS[truth]}（${moment(at)}，${unit}${by}）：${text(fields)}`,
  round: ({ number, endedAt, reason }: CaseView['rounds'][number]): string =>
    `第${number}次，${moment(endedAt)}发回重办，原因：${reason}`,
  request: ({ title, at, granted, decidedAt }: CaseView['requests'][number]): string =>
    `${title}：${moment(at)}提出，${granted === undefined ? '待决定' : `${decidedAt === undefined ? '' : moment(decidedAt)}${granted ? '同意' : '不同意'}`}`,
  entry: ({ seq, time, personName, unitName, title, lines, hash }: TimelineEntry): readonly string[] => [
    `${seq}. ${time} ${unitName}${unitName === '' ? '' : ' '}${personName}：${title}　[${hash.slice(0, 12)}]`,
    ...lines.map((line) => `   ${line}`),
  ],
}
