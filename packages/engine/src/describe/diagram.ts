import type { Machine } from '../model/definition.ts'
import { type Arrow, arrowsOf } from './arrows.ts'
import { titles } from './names.ts'
import { listed, say } from './say.ts'
import { displayWidth } from '@jiannuo/kernel'
import { padTo, wrapTo } from './width.ts'
import { labels } from './wording.zh.ts'

/** Mermaid reads these signs as its own, so they are put in words of the same look. */
const MERMAID: Readonly<Record<string, string>> = {
  ':': '：',
  ';': '；',
  '"': '”',
  '#': '＃',
  '{': '｛',
  '}': '｝',
  '<': '＜',
  '>': '＞',
}

const mermaidText = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[:;"#{}<>]/g, (sign) => MERMAID[sign] ?? sign)

/** Ids of states are prefixed, because `end`, `state` and `note` are words of Mermaid. */
const mermaidIds = (machine: Machine): Map<string, string> =>
  new Map(Object.keys(machine.states).map((id, at) => [id, /^\w+$/.test(id) ? `s_${id}` : `s_${at + 1}`]))

/**
 * The states of a machine as Mermaid `stateDiagram-v2`, with Chinese titles: one arrow between two states, named by all actions that
 * take it. Actions that leave a record where it stands are not drawn.
 */
export function stateDiagram(machine: Machine): string {
  const ids = mermaidIds(machine)
  const id = (state: string): string => ids.get(state) ?? state
  const states = Object.entries(machine.states).map(
    ([state, { title }]) => `  state "${mermaidText(title)}" as ${id(state)}`,
  )
  const arrows = merged(arrowsOf(machine).filter(({ from, to }) => from !== to)).map(({ from, to, actions }) => {
    const names = mermaidText(listed(actions.map((action) => titles.action(machine, action))))
    return `  ${from === undefined ? '[*]' : id(from)} --> ${id(to)} : ${names}`
  })
  const ends = Object.entries(machine.states).flatMap(([state, { kind }]) =>
    kind === 'final' ? [`  ${id(state)} --> [*]`] : [],
  )
  return ['stateDiagram-v2', ...states, ...arrows, ...ends].join('\n')
}

interface MergedArrow {
  readonly from: string | undefined
  readonly to: string
  readonly actions: readonly string[]
}

function merged(arrows: readonly Arrow[]): MergedArrow[] {
  const byEnds = new Map<string, { from: string | undefined; to: string; actions: string[] }>()
  for (const { from, to, action } of arrows) {
    const key = JSON.stringify([from ?? null, to])
    const known = byEnds.get(key)
    if (known === undefined) byEnds.set(key, { from, to, actions: [action] })
    else if (!known.actions.includes(action)) known.actions.push(action)
  }
  return [...byEnds.values()]
}

const WIDTH = 100
/** A title of an action is broken beyond this. */
const ACTION_WIDTH = 32

/**
 * The states of a machine for a terminal, at most 100 places wide: every state with what ends its stay, below it its actions and
 * where they lead, then those that leave it there. The arrows stand in one column.
 */
export function stateDiagramText(machine: Machine): string {
  const arrows = arrowsOf(machine)
  const moving = arrows.filter(({ from, to }) => from !== to)
  const wanted = Math.max(0, ...moving.map(({ action }) => displayWidth(titles.action(machine, action))))
  const column = Math.min(ACTION_WIDTH, wanted)
  const froms: (string | undefined)[] = [undefined, ...Object.keys(machine.states)]
  return froms
    .flatMap((from) => {
      const here = arrows.filter((arrow) => arrow.from === from)
      return [...stateLines(machine, from), ...branchLines(blocksOf(machine, here, column))]
    })
    .join('\n')
}

function stateLines(machine: Machine, id: string | undefined): string[] {
  if (id === undefined) return [`○ ${labels.new}`]
  const { title, kind, clock, noClock, waitsFor } = machine.states[id] ?? { title: id, kind: 'open' }
  const notes = [
    ...(clock === undefined ? [] : [say('diagram/clock', { clock: titles.clock(machine, clock) })]),
    ...(noClock === undefined || kind === 'final' ? [] : [say('diagram/no-clock', { why: noClock })]),
    ...(waitsFor === undefined ? [] : [say('diagram/waits', { who: waitsFor })]),
  ]
  const text = [title, ...(notes.length === 0 ? [] : [notes.join(' · ')])].join('  ')
  return wrapTo(text, WIDTH - 2).map((line, at) => (at === 0 ? `${kind === 'final' ? '◎' : '●'} ${line}` : `  ${line}`))
}

/** What hangs below a state, each as its lines: one a moving action, then all that change nothing together. */
function blocksOf(machine: Machine, arrows: readonly Arrow[], column: number): string[][] {
  const moving = arrows.filter(({ from, to }) => from !== to)
  const actions = [...new Set(moving.map(({ action }) => action))]
  const blocks = actions.map((action) => {
    const targets = moving.filter((each) => each.action === action).map((each) => targetOf(machine, each))
    const left = wrapTo(titles.action(machine, action), column)
    const right = wrapTo(listed([...new Set(targets)]), WIDTH - INDENT - column - 3)
    return Array.from({ length: Math.max(left.length, right.length) }, (_, line) =>
      `${padTo(left[line] ?? '', column)} ${line === 0 ? '→' : ' '} ${right[line] ?? ''}`.trimEnd(),
    )
  })
  const staying = [...new Set(arrows.filter(({ from, to }) => from === to).map(({ action }) => action))]
  if (staying.length === 0) return blocks
  const names = listed(staying.map((action) => titles.action(machine, action)))
  return [...blocks, wrapTo(say('diagram/stays', { actions: names }), WIDTH - INDENT)]
}

/** Places that a branch takes before its text. */
const INDENT = 5

function branchLines(blocks: readonly (readonly string[])[]): string[] {
  return blocks.flatMap((lines, at) => {
    const last = at === blocks.length - 1
    return lines.map((text, line) => {
      const branch = line > 0 ? (last ? '     ' : '  │  ') : last ? '  └─ ' : '  ├─ '
      return `${branch}${text}`.trimEnd()
    })
  })
}

function targetOf(machine: Machine, { to, system }: Arrow): string {
  const title = titles.state(machine, to)
  return system ? say('diagram/system', { title }) : title
}
