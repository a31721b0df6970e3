import type { FieldDefinition, Json, Machine } from '@jiannuo/engine'
import { choicesOf } from '@jiannuo/engine'
import type { Locator, Page } from 'playwright-core'

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1])

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : JSON.stringify(value ?? ''))

/** What a form needs besides the definition: names of units, and of records by their ids. */
export interface Names {
  readonly unit: (id: string) => string
  readonly record: (id: string) => string
}

async function pick(page: Page, input: Locator, option: string): Promise<void> {
  await input.click()
  await page.keyboard.type(option)
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option }).first().click()
}

async function fillOne(page: Page, form: Locator, field: FieldDefinition, value: Json, machine: Machine, names: Names) {
  const input = form.getByLabel(field.title, { exact: true }).first()
  const titles = choicesOf(field, machine, {})
  const said = (one: Json): string => titles[textOf(one)] ?? textOf(one)
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- what is left is written as it stands
  switch (field.type) {
    case 'choice':
    case 'person':
      return pick(page, input, said(value))
    case 'unit':
      return pick(page, input, names.unit(textOf(value)))
    case 'record':
      return pick(page, input, names.record(textOf(value)))
    case 'choices':
    case 'units':
      for (const one of Array.isArray(value) ? value : [])
        await pick(page, input, field.type === 'units' ? names.unit(textOf(one)) : said(one))
      return page.keyboard.press('Escape')
    case 'boolean':
      return field.required === true
        ? form
            .getByRole('radiogroup', { name: field.title })
            .getByText(value === true ? '是' : '否', { exact: true })
            .click()
        : value === true
          ? input.click()
          : undefined
    case 'files': {
      const item = form.locator('.ant-form-item', { hasText: field.title })
      await item.locator('input[type=file]').setInputFiles({ name: '证据.png', mimeType: 'image/png', buffer: PNG })
      return item.getByText('证据.png').waitFor()
    }
    case 'place':
      return input.fill(
        typeof value === 'object' && value !== null && 'text' in value ? textOf(value['text']) : textOf(value),
      )
    default:
      return input.fill(textOf(value))
  }
}

/** Fills the form of an action as an official would, field by field, by the titles that the definition gives them. */
export async function fillForm(
  page: Page,
  form: Locator,
  machine: Machine,
  action: string,
  input: Readonly<Record<string, Json>>,
  names: Names,
): Promise<void> {
  for (const [id, value] of Object.entries(input)) {
    const field = machine.actions[action]?.fields?.[id] ?? machine.fields[id]
    if (field === undefined) throw new Error(`${machine.id}.${action} has no field ${id}`)
    await fillOne(page, form, field, value, machine, names)
  }
}
