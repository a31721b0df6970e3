import {
  explainRefusal,
  type FeedChoices,
  type FeedChosen,
  feedChoices,
  feedNow,
  type Office,
  perform,
  previewFeed,
  type Session,
} from '@jiannuo/app'
import { randomUUID } from 'node:crypto'
import { refuseWork } from '../command/run-command.ts'
import { exitCode, writeErr, writeOut } from '../output.ts'
import { figureLine } from '../figure/figure-line.ts'
import { layGrid } from '../terminal/grid.ts'
import { screenOf } from '../terminal/paint.ts'
import { feedLabels } from './feed-labels.zh.ts'
import type { LedgerGiven } from './ledger-command.ts'

/** Measures that are listed unless another number is given. */
const LISTED = 12

/** `ledger feed`: by what a commitment is fed, what could feed it, and setting it. */
export async function feedCommand(
  office: Office,
  session: Session,
  [record = '']: readonly string[],
  given: LedgerGiven,
): Promise<number> {
  const { values } = given
  if (values.off === true) return set(office, session, record, null)
  if (values.measure === undefined) return list(office, session, record, given)
  const preview = await previewFeed(office, session, record, chosenOf(given, values.measure))
  if (!preview.ok) return refuseWork(preview.problems)
  const { address, title, figure, months } = preview.value
  if (values.json) writeOut(`${JSON.stringify(preview.value, null, 1)}\n`)
  else writeOut(feedLabels.preview(title, figureLine(figure), months))
  return values.preview === true ? exitCode.read : set(office, session, record, address)
}

/** What the options narrow a measure to. */
function chosenOf({ values }: LedgerGiven, measure: string): FeedChosen {
  const { units, category, from, to, adjusted } = values
  return {
    measure,
    ...(units === undefined ? {} : { units: units.split(',') }),
    ...(category === undefined ? {} : { category }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(adjusted === true ? { adjusted } : {}),
  }
}

async function set(office: Office, session: Session, record: string, measure: string | null): Promise<number> {
  const command = { machine: 'commitments', record, action: 'feed', input: { measure }, key: randomUUID() }
  const done = await perform(office, session, command)
  if (!done.ok) {
    writeErr(`${explainRefusal(office, 'commitments', done.refusal)}\n`)
    return exitCode.failed
  }
  writeOut(feedLabels.set(measure))
  return exitCode.read
}

async function list(office: Office, session: Session, record: string, { values }: LedgerGiven): Promise<number> {
  const now = await feedNow(office, session, record)
  if (!now.ok) return refuseWork(now.problems)
  // Who may not set it is shown by what it is fed, and no list.
  const found = now.value.may ? await feedChoices(office, session, record) : undefined
  if (found?.ok === false) return refuseWork(found.problems)
  if (values.json) {
    writeOut(`${JSON.stringify({ now: now.value, choices: found?.value.choices ?? [] }, null, 1)}\n`)
    return exitCode.read
  }
  const { address, figure, stopped } = now.value
  writeOut(feedLabels.now(address, figure === undefined ? '' : figureLine(figure), stopped === true))
  if (found !== undefined) printChoices(found.value, Number(values.limit) || LISTED)
  return exitCode.read
}

const COLUMNS = [
  { title: '', min: 2, max: 2, rank: 9 },
  { title: '测度', min: 16, max: 38, rank: 8 },
  { title: '名称', min: 10, max: 30, rank: 7 },
  { title: '单位', min: 4, max: 6, rank: 4 },
  { title: '理由', min: 20, max: 70, rank: 6 },
] as const

function printChoices({ words, choices }: FeedChoices, most: number): void {
  const screen = screenOf(process.stdout, process.env)
  const rows = choices
    .slice(0, most)
    .map(({ fits, id, title, machineTitle, unit, reasons }) => [
      fits ? '✓' : '×',
      id,
      `${machineTitle} ${title}`,
      unit,
      reasons.join('；'),
    ])
  writeOut(feedLabels.choices(words, choices.filter(({ fits }) => fits).length, choices.length))
  writeOut(`${layGrid(COLUMNS, rows, screen.width, screen.paint.heading).lines.join('\n')}\n`)
}
