import type { FieldDefinition, Machine } from '../../model/definition.ts'
import { conditionInWords } from '../condition.ts'
import { bullets, row, table } from '../markdown.ts'
import { choicesOf } from '../names.ts'
import { listed, say } from '../say.ts'
import type { Section } from './system-page.ts'
import { fieldTypes, masks, pageWords } from './wording.zh.ts'

/** The fields of a record, and how the personal ones among them are kept. */
export function fieldsSection(machine: Machine): Section {
  const fields = Object.entries(machine.fields)
  const body = table(
    row(pageWords.field, pageWords.id, pageWords.type, pageWords.required, pageWords.help),
    fields.map(([id, field]) =>
      row(field.title, id, typeOf(machine, field), field.required === true ? pageWords.yes : '', field.help ?? ''),
    ),
  )
  const personal = fields.flatMap(([, field]) => personalLine(machine, field))
  const says = personal.length === 0 ? [] : [pageWords.personalSays, bullets(personal)]
  return { title: pageWords.fields, body: [body, ...says].join('\n\n') }
}

function typeOf(machine: Machine, field: FieldDefinition): string {
  const type = fieldTypes[field.type]
  if (field.choicesFrom !== undefined)
    return say('page/from-setting', { type, setting: machine.settings[field.choicesFrom]?.title ?? field.choicesFrom })
  const choices = choicesOf(machine, field)
  if (choices.length > 0) return say('page/choices', { type, choices: listed(choices.map(({ title }) => title)) })
  return field.unit === undefined ? type : say('page/choices', { type, choices: field.unit })
}

function personalLine(machine: Machine, { title, personal }: FieldDefinition): string[] {
  if (personal === undefined) return []
  const { mask, lookup, sealed } = personal
  return [
    say('page/personal', { title, mask: masks[mask] }) +
      (lookup === true ? pageWords.lookup : '') +
      (sealed === undefined
        ? ''
        : say('page/sealed', {
            when: conditionInWords(sealed.when, { machine }),
            from: listed(sealed.from.map((at) => say(`relation/${at}`))),
          })),
  ]
}
