import type { Machine } from '../../model/definition.ts'
import { conditionInWords } from '../condition.ts'
import { bullets, row, table } from '../markdown.ts'
import { titles } from '../names.ts'
import { say } from '../say.ts'
import type { Section } from './system-page.ts'
import { pageWords } from './wording.zh.ts'

/** The states with what ends a stay in them; of a register also what an entry must meet to stand there. */
export function statesSection(machine: Machine): Section {
  const states = Object.entries(machine.states)
  const body = table(
    row(pageWords.state, pageWords.kind, pageWords.stateClock, pageWords.waitsFor),
    states.map(([, { title, kind, clock, noClock, waitsFor }]) =>
      row(
        title,
        kind === 'final' ? pageWords.final : pageWords.open,
        clock === undefined
          ? noClock === undefined
            ? ''
            : say('diagram/no-clock', { why: noClock })
          : titles.clock(machine, clock),
        waitsFor ?? '',
      ),
    ),
  )
  const tests = states.flatMap(([, { title, test, counted }]) => [
    ...(test === undefined || 'always' in test
      ? []
      : [say('page/test', { title, test: conditionInWords(test, { machine }) })]),
    ...(counted === true ? [say('page/counted', { title })] : []),
  ])
  return { title: pageWords.states, body: tests.length === 0 ? body : `${body}\n\n${bullets(tests)}` }
}
