import type { Machine } from '../../model/definition.ts'
import { bareValue } from '../expr.ts'
import { bullets, plain, table } from '../markdown.ts'
import type { UnitNames } from '../names.ts'
import { flatTable } from '../setting-table.ts'
import { say } from '../say.ts'
import type { Section } from './system-page.ts'
import { pageWords } from './wording.zh.ts'

/** Every setting with its default and its source; tables are shown whole. */
export function settingsSection(machine: Machine, units?: UnitNames): Section | undefined {
  const settings = Object.entries(machine.settings)
  if (settings.length === 0) return undefined
  const single: string[] = []
  const tables: string[] = []
  for (const [id, { title, default: value, source }] of settings) {
    const flat = flatTable(machine, id, units)
    if (flat === undefined)
      single.push(say('page/setting', { title, id, value: bareValue(value, { machine }), source }))
    else
      tables.push(
        [`### ${plain(title)}`, plain(say('page/setting-table', { id, source })), table(flat.header, flat.rows)].join(
          '\n\n',
        ),
      )
  }
  return {
    title: pageWords.settings,
    body: [...(single.length === 0 ? [] : [bullets(single)]), ...tables].join('\n\n'),
  }
}
