import {
  type CommitmentView,
  commitmentView,
  type LedgerOverview,
  lightOf,
  type Office,
  type ReturnOwed,
  selectRecords,
  type Session,
  targetText,
} from '@jiannuo/app'
import type { RecordState } from '@jiannuo/engine'
import { caseLabels } from '../labels/case.zh.ts'
import { refuseWork } from '../command/run-command.ts'
import { exitCode, writeOut } from '../output.ts'
import { layGrid } from '../terminal/grid.ts'
import { screenOf } from '../terminal/paint.ts'
import { LIGHT_WORDS, ledgerLabels } from './labels.zh.ts'
import { type LedgerGiven, selectionOf } from './ledger-command.ts'

const percent = (value: unknown): string => (typeof value === 'number' ? `${(value * 100).toFixed(1)}%` : '')
const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

const COLUMNS = [
  { title: '编号', min: 20, max: 22, rank: 9 },
  { title: '灯', min: 4, max: 4, rank: 8 },
  { title: '任务', min: 16, max: 40, rank: 7 },
  { title: '目标', min: 8, max: 14, rank: 6 },
  { title: '当期', min: 6, max: 12, rank: 5, align: 'right' },
  { title: '完成率', min: 6, max: 8, rank: 4, align: 'right' },
  { title: '差', min: 6, max: 8, rank: 3, align: 'right' },
  { title: '牵头单位', min: 6, max: 16, rank: 3 },
  { title: '状态', min: 6, max: 10, rank: 2 },
] as const

async function printRows(office: Office, district: string, states: readonly RecordState[]): Promise<void> {
  const view = await office.districts.view(district)
  const screen = screenOf(process.stdout, process.env)
  const rows = states.map((state) => {
    const { fields, lead } = state
    const kit = office.machines.kit(state.machine, state.version)
    return [
      state.id,
      LIGHT_WORDS[lightOf(state)],
      text(fields['title']),
      targetText(state),
      text(fields['current']),
      percent(fields['completion']),
      typeof fields['gap'] === 'number' ? fields['gap'].toFixed(1) : '',
      view.tree.name(lead ?? text(fields['leadUnit'])),
      kit?.machine.states[state.state]?.title ?? state.state,
    ]
  })
  writeOut(`${layGrid(COLUMNS, rows, screen.width, screen.paint.heading).lines.join('\n')}\n`)
}

/** `ledger list` */
export async function listLedger(
  office: Office,
  session: Session,
  _words: readonly string[],
  given: LedgerGiven,
): Promise<number> {
  const most = Number(given.values.limit) || 50
  const states = await selectRecords(office, session, 'commitments', selectionOf(given), most)
  if (given.values.json) writeOut(states.map((state) => `${JSON.stringify(state)}\n`).join(''))
  else if (states.length === 0) writeOut(ledgerLabels.nothing)
  else await printRows(office, session.district, states)
  return exitCode.read
}

const UNIT_COLUMNS = [
  { title: '单位', min: 8, max: 24, rank: 9 },
  { title: '件数', min: 4, max: 6, rank: 3, align: 'right' },
  { title: '红', min: 4, max: 6, rank: 8, align: 'right' },
  { title: '黄', min: 4, max: 6, rank: 7, align: 'right' },
  { title: '绿', min: 4, max: 6, rank: 6, align: 'right' },
  { title: '静默', min: 4, max: 6, rank: 7, align: 'right' },
  { title: '未评', min: 4, max: 6, rank: 2, align: 'right' },
] as const

/** The ledger at a glance. */
export async function printOverview(office: Office, found: LedgerOverview): Promise<void> {
  const screen = screenOf(process.stdout, process.env)
  writeOut(ledgerLabels.overview(found.total, found.struckOff, ledgerLabels.lights(found.lights)))
  const rows = found.units.map(({ name, total, red, yellow, green, silent, none }) => [
    name,
    ...[total, red, yellow, green, silent, none].map(String),
  ])
  if (rows.length > 0) writeOut(`${layGrid(UNIT_COLUMNS, rows, screen.width, screen.paint.heading).lines.join('\n')}\n`)
  const [first] = [...found.worst, ...found.silent]
  if (first === undefined) return
  if (found.worst.length > 0) {
    writeOut(ledgerLabels.worst)
    await printRows(office, first.district, found.worst)
  }
  if (found.silent.length > 0) {
    writeOut(ledgerLabels.silent)
    await printRows(office, first.district, found.silent)
  }
}

/** What is owed for a period. */
export async function printOwed(office: Office, session: Session, rows: readonly ReturnOwed[]): Promise<void> {
  if (rows.length === 0) {
    writeOut(ledgerLabels.nothing)
    return
  }
  const view = await office.districts.view(session.district)
  const states = office.machines.kit('returns')?.machine.states ?? {}
  const screen = screenOf(process.stdout, process.env)
  const columns = [
    { title: '单位', min: 8, max: 20, rank: 8 },
    { title: '任务', min: 16, max: 44, rank: 9 },
    { title: '任务编号', min: 8, max: 22, rank: 6 },
    { title: '月报', min: 6, max: 10, rank: 7 },
    { title: '数值', min: 6, max: 10, rank: 5, align: 'right' },
    { title: '月报编号', min: 8, max: 22, rank: 4 },
  ] as const
  const cells = rows.map(({ unit, title, commitment, state, value, record }) => [
    view.tree.name(unit),
    title,
    commitment,
    state === undefined ? '未报' : (states[state]?.title ?? state),
    text(value),
    record ?? '',
  ])
  writeOut(`${layGrid(columns, cells, screen.width, screen.paint.heading).lines.join('\n')}\n`)
}

/** `ledger show`: down to the sentence it came from. */
export async function showCommitment(
  office: Office,
  session: Session,
  [record = '']: readonly string[],
  { values }: LedgerGiven,
): Promise<number> {
  const seen = await commitmentView(office, session, record)
  if (!seen.ok) return refuseWork(seen.problems)
  writeOut(values.json ? `${JSON.stringify(seen.value, null, 1)}\n` : describeCommitment(seen.value))
  return exitCode.read
}

function describeCommitment({ record, source, readings, returns, parts, view }: CommitmentView): string {
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [
      `${record.id}　${text(record.fields['title'])}`,
      [
        `状态 ${view.stateTitle}　灯 ${LIGHT_WORDS[lightOf(record)]}　目标 ${targetText(record)}　当期 ${text(record.fields['current'])}　完成率 ${percent(record.fields['completion'])}　时序 ${percent(record.fields['pace'])}`,
        `牵头 ${view.leadName ?? ''}　时限 ${text(record.fields['due'])}`,
      ],
    ],
    [
      '亮灯理由',
      Array.isArray(record.fields['why'])
        ? record.fields['why'].map((row) =>
            typeof row === 'object' && row !== null && 'words' in row ? text(row['words']) : '',
          )
        : [],
    ],
    [
      '出处',
      source === undefined
        ? []
        : [
            `《${source.title}》${source.place === undefined ? '' : `第${source.place.page ?? ''}页`}　第${source.start}—${source.end}字　${source.path}`,
            `${source.before}【${source.quote}】${source.after}`,
            `原件 sha256 ${source.file}`,
          ],
    ],
    [
      '分解',
      parts.map(
        (part) => `${part.id}　${text(part.fields['title'])}　${targetText(part)}　${LIGHT_WORDS[lightOf(part)]}`,
      ),
    ],
    [
      '实绩',
      readings.map(
        ({ period, value, unit, version, source: from, id, used }) =>
          `${period}　${value}${unit}　${version}　${from}　${id}${used ? '　←计入' : ''}`,
      ),
    ],
    [
      '月报',
      returns.map((one) => `${text(one.fields['period'])}　${one.state}　${text(one.fields['value'])}　${one.id}`),
    ],
    ['经过', view.timeline.flatMap(caseLabels.entry)],
  ]
  return sections
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => `${title}\n${lines.map((line) => `  ${line}\n`).join('')}`)
    .join('\n')
}
