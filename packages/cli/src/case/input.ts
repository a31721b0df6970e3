import { choicesOf, fieldsOffered, type Json, type Machine, readCell, type Settings } from '@jiannuo/engine'
import { granted, type Problem, refused, type Result } from '@jiannuo/kernel'
import { cliProblem } from '../cli-problem.ts'

/** What values of a form may be written by: settings with their choices, units by name. */
export interface InputLookup {
  readonly settings: Settings
  readonly units: ReadonlyMap<string, string>
}

/**
 * Reads `field=value` words as the form of an action. A field may be named by its id or its title, a choice by its code or its
 * title, a unit by its id or its name; lists are parted by “、”.
 */
export function readInput(
  machine: Machine,
  action: string,
  words: readonly string[],
  lookup: InputLookup,
): Result<Readonly<Record<string, Json>>> {
  const definition = machine.actions[action]
  const offered = definition === undefined ? [] : fieldsOffered(machine, definition)
  const input: Record<string, Json> = {}
  const problems: Problem[] = []
  for (const word of words) {
    const cut = word.indexOf('=')
    const name = word.slice(0, Math.max(cut, 0)).trim()
    const text = word.slice(cut + 1).trim()
    const field = offered.find(({ id, definition: { title } }) => id === name || title === name)
    if (cut < 1 || field === undefined) {
      const fields = offered.map(({ id, definition: { title } }) => `${id}（${title}）`).join('、')
      problems.push(cliProblem('cli/bad-field', { word, fields: fields || '（这个动作不用填）' }))
      continue
    }
    const choices = Object.entries(choicesOf(field.definition, machine, lookup.settings)).map(([code, title]) => ({
      code,
      title,
    }))
    const cell = text === '' ? { value: null } : readCell(text, field.definition, { choices, units: lookup.units })
    if ('value' in cell) input[field.id] = cell.value
    else problems.push({ code: cell.code, severity: 'error', place: field.definition.title, params: cell.params })
  }
  return problems.length > 0 ? refused(...problems) : granted(input)
}
