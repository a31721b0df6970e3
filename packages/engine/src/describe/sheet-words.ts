import type { FieldDefinition } from '../model/definition.ts'
import type { Choice, UnitNames } from './names.ts'
import { samplePattern } from './pattern-sample.ts'
import { listed, say } from './say.ts'
import { examples, phrases } from './wording.zh.ts'

/** How the values of a column are written, in words: 下列之一：咨询、投诉. */
export function writtenAs(field: FieldDefinition, choices: readonly Choice[]): string {
  const titles = listed(choices.map(({ title }) => title))
  if (field.type === 'choice' || field.type === 'choices') return say(`sheet/${field.type}`, { titles })
  if (field.type === 'rows')
    return say('sheet/rows', { titles: listed(Object.values(field.columns ?? {}).map(({ title }) => title)) })
  if (field.type === 'number' || field.type === 'money') return listedParts(say('sheet/number'), numberBounds(field))
  if (field.type === 'text' || field.type === 'longText') return listedParts(say('sheet/text'), textBounds(field))
  return say(`sheet/${field.type}`)
}

const listedParts = (first: string, more: readonly string[]): string => [first, ...more].join(phrases.comma)

function numberBounds({ unit, min, max }: FieldDefinition): string[] {
  return [
    ...(unit === undefined ? [] : [say('sheet/unit-of', { unit })]),
    ...(min === undefined ? [] : [say('sheet/min', { min })]),
    ...(max === undefined ? [] : [say('sheet/max', { max })]),
  ]
}

const textBounds = ({ maxLength, pattern }: FieldDefinition): string[] => [
  ...(maxLength === undefined ? [] : [say('sheet/length', { limit: maxLength })]),
  ...(pattern === undefined ? [] : [pattern.says]),
]

/** A value as it may stand in a cell of the field; empty when its pattern is too hard to make up a text for. */
export function sampleCell(field: FieldDefinition, choices: readonly Choice[], units?: UnitNames): string {
  switch (field.type) {
    case 'text':
    case 'longText':
      return field.pattern === undefined
        ? examples.text.slice(0, field.maxLength)
        : (samplePattern(field.pattern.regex) ?? '')
    case 'number':
    case 'money':
      return String(Math.min(Math.max(100, field.min ?? 100), field.max ?? Number.MAX_VALUE))
    case 'choice':
      return choices[0]?.title ?? ''
    case 'choices':
      return listed(choices.slice(0, 2).map(({ title }) => title))
    case 'boolean':
      return phrases.yes
    case 'unit':
      return [...(units?.values() ?? [examples.unit])][0] ?? ''
    case 'units':
      return listed([...(units?.values() ?? [examples.unit])].slice(0, 2))
    case 'rows':
      return Object.values(field.columns ?? {})
        .map((column) => sampleCell(column, [], units))
        .join(' | ')
    case 'date':
    case 'instant':
    case 'person':
    case 'place':
    case 'files':
    case 'record':
      return examples[field.type]
  }
}
